"""The audit trail of one unit of work."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from cockpit.data.audit.seals import last_seal, seal
from cockpit.data.audit.verify import Verifier
from cockpit.data.facts import FactWriter
from cockpit.data.repositories.audit_trail import record, record_all
from cockpit.domain.audit import Deed, SealMark, TrailEntry, TrailFilter, Verification
from cockpit.services.ports import CurrentUser
from models import AuditEvent, Customer, Device, User

_ENTRIES = (
    select(
        AuditEvent.id,
        AuditEvent.occurred_at,
        User.name,
        Device.name,
        AuditEvent.action,
        AuditEvent.entity,
        AuditEvent.entity_id,
        Customer.code,
        func.coalesce(Customer.trade_name, Customer.legal_name),
        AuditEvent.detail,
    )
    .select_from(AuditEvent)
    .outerjoin(User, User.id == AuditEvent.user_id)
    .outerjoin(Device, Device.id == AuditEvent.device_id)
    .outerjoin(
        Customer,
        and_(AuditEvent.entity == Customer.__tablename__, Customer.id == AuditEvent.entity_id),
    )
    .order_by(AuditEvent.occurred_at.desc(), AuditEvent.id.desc())
)


class SqlAuditRepository:
    """Writes, shows, seals and checks the trail."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def record(self, deed: Deed, *, user: CurrentUser, at: datetime) -> None:
        """Write down what this transaction does."""
        record(self._connection, self._facts, deed, user=user, at=at)

    def record_all(
        self, deeds: Sequence[tuple[Deed, datetime]], *, user: CurrentUser, at: datetime
    ) -> None:
        """Write down what was done since, each with its instant."""
        record_all(self._connection, self._facts, deeds, user=user, at=at)

    def entries(self, wanted: TrailFilter) -> list[TrailEntry]:
        """Return events, the newest first."""
        found = self._connection.execute(_chosen(wanted))
        return [
            TrailEntry(
                key, at, who or "", machine or "", action, entity, entity_id,
                " - ".join(filter(None, (code, name))), detail or {},
            )
            for key, at, who, machine, action, entity, entity_id, code, name, detail in found
        ]  # fmt: skip

    def seal(self, *, at: datetime, is_at_once: bool = False) -> SealMark | None:
        """Seal what is new; None where nothing is, or somebody sealed a moment ago."""
        return seal(self._connection, at=at, is_at_once=is_at_once)

    def last_seal(self) -> SealMark | None:
        """Return the newest seal."""
        found = last_seal(self._connection)
        return None if found is None else found.mark

    def verify(
        self, *, kept: SealMark | None, progress: Callable[[int], None], most_findings: int
    ) -> Verification:
        """Check everything."""
        check = Verifier(
            self._connection, kept=kept, progress=progress, most_findings=most_findings
        )
        return check.run()


def _chosen(wanted: TrailFilter) -> Select[*tuple[Any, ...]]:
    conditions = []
    if wanted.since is not None:
        conditions.append(AuditEvent.occurred_at >= wanted.since)
    if wanted.until is not None:
        conditions.append(AuditEvent.occurred_at < wanted.until)
    if wanted.login:
        conditions.append(User.login == wanted.login)
    if wanted.action:
        conditions.append(AuditEvent.action == wanted.action)
    if wanted.customer:
        conditions.append(Customer.code == wanted.customer)
    return _ENTRIES.where(*conditions).limit(wanted.limit)
