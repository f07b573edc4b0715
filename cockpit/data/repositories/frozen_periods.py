"""Closed periods: stored once, never changed."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, insert, or_, select, text

from cockpit.data.repositories.frozen_figures import packed, unpacked
from cockpit.domain.errors import ConflictError
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import FrozenPeriod
from models import FrozenPeriod as FrozenPeriodRow
from models import User

#: One at a time closes a period on a server; a file has one writer anyway.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtext('frozen_periods'))")
_COLUMNS = (
    FrozenPeriodRow.id,
    FrozenPeriodRow.period_from_on,
    FrozenPeriodRow.period_until_on,
    FrozenPeriodRow.frozen_at,
    FrozenPeriodRow.user_id,
    func.coalesce(User.name, ""),
)
_KNOWN_AT = FrozenPeriodRow.figures["known_at"].as_string()


class SqlFrozenPeriodRepository:
    """Implements ``FrozenPeriodRepository`` of ``cockpit.services.ports.reactivation``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def periods(self) -> list[FrozenPeriod]:
        """Return all without their figures, oldest period first."""
        rows = self._connection.execute(_select(_KNOWN_AT))
        return [_frozen(row, {"known_at": row[-1]}) for row in rows]

    def some(self, periods: Collection[Period]) -> list[FrozenPeriod]:
        """Return closed periods with their figures, oldest first."""
        if not periods:
            return []
        wanted = or_(
            *(
                and_(
                    FrozenPeriodRow.period_from_on == one.first,
                    FrozenPeriodRow.period_until_on == one.last,
                )
                for one in periods
            )
        )
        rows = self._connection.execute(_select(FrozenPeriodRow.figures).where(wanted))
        return [_frozen(row, row[-1]) for row in rows]

    def add(self, frozen: FrozenPeriod) -> None:
        """Store a closed period; only in a writing unit.

        Raises:
            ConflictError: Somebody closed days of it meanwhile, or others than those before it.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(_ONE_AT_A_TIME)
        # Two who close the first month of all may have different ones in mind: a gap between them
        # could never be closed.
        last = self._connection.execute(select(func.max(FrozenPeriodRow.period_until_on))).scalar()
        if last is not None and frozen.period.first != last + timedelta(days=1):
            raise ConflictError("period_closed_already")
        self._connection.execute(
            insert(FrozenPeriodRow).values(
                id=frozen.frozen_id,
                period_from_on=frozen.period.first,
                period_until_on=frozen.period.last,
                frozen_at=frozen.frozen_at,
                user_id=frozen.author_id,
                figures=packed(frozen),
            )
        )


def _select(last: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*_COLUMNS, last)
        .outerjoin(User, User.id == FrozenPeriodRow.user_id)
        .order_by(FrozenPeriodRow.period_from_on)
    )


def _frozen(row: Row[*tuple[Any, ...]], document: dict[str, Any]) -> FrozenPeriod:
    key, first, last, frozen_at, author_id, author, _ = row
    known_at = datetime.fromisoformat(document["known_at"])
    head = FrozenPeriod(key, Period(first, last), frozen_at, known_at, author_id, author)
    if "packed" not in document:
        return head
    credits, corrections, faces = unpacked(document)
    return FrozenPeriod(
        key, head.period, frozen_at, known_at, author_id, author, credits, corrections, faces
    )
