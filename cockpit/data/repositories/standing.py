"""What besides orders decides how a customer is judged: company, segment, blocked periods."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, exists, or_, select

from cockpit.data.repositories.known_then import CUSTOMERS, KnownThen
from cockpit.data.repositories.raw import day_numbers, fetch_columns, guids, in_chunks
from cockpit.domain.columns import BlockColumns, StandingColumns
from models import Customer, CustomerBlock

#: Up to so many customers are asked for by key; more are picked from all of them.
_FEW = 5_000


def blocks(connection: Connection, customer_ids: Iterable[UUID] | None = None) -> BlockColumns:
    """Return the periods in which some or all customers were blocked."""
    statement = select(
        CustomerBlock.customer_id, CustomerBlock.blocked_on, CustomerBlock.unblocked_on
    ).order_by(CustomerBlock.customer_id, CustomerBlock.blocked_on, CustomerBlock.id)
    columns: list[list[Any]] = [[], [], []]
    if customer_ids is None:
        columns = fetch_columns(connection, statement)
    else:
        for chunk in in_chunks(sorted(set(customer_ids))):
            some = statement.where(CustomerBlock.customer_id.in_(chunk))
            for whole, part in zip(columns, fetch_columns(connection, some), strict=True):
                whole.extend(part)
    keys, from_day, until_day = columns
    return BlockColumns(guids(keys), day_numbers(from_day), day_numbers(until_day))


def is_blocked(connection: Connection, customer_id: UUID, today: date) -> bool:
    """Return whether a customer is blocked on a day."""
    statement = select(
        exists().where(
            CustomerBlock.customer_id == customer_id,
            CustomerBlock.blocked_on <= today,
            or_(CustomerBlock.unblocked_on.is_(None), CustomerBlock.unblocked_on > today),
        )
    )
    return bool(connection.execute(statement).scalar())


def standing(
    connection: Connection, customer_ids: Sequence[UUID], known_at: datetime | None = None
) -> StandingColumns:
    """Return companies, segments and blocked periods, parallel to the keys, as known then."""
    are_few = len(customer_ids) <= _FEW
    statement = select(Customer.id, Customer.company_id, Customer.segment_id)
    found: dict[UUID, tuple[Any, Any]] = {}
    for chunk in in_chunks(customer_ids) if are_few else [None]:
        some = statement if chunk is None else statement.where(Customer.id.in_(chunk))
        keys, company, segment = fetch_columns(connection, some)
        found |= zip(guids(keys), zip(company, segment, strict=True), strict=True)
    if known_at is not None:
        found |= _before(KnownThen.at(connection, known_at, CUSTOMERS))
    nothing = (None, None)
    pairs = [found.get(key, nothing) for key in customer_ids]
    return StandingColumns(
        company_id=_optional([company for company, _ in pairs]),
        segment_id=_optional([segment for _, segment in pairs]),
        blocks=blocks(connection, customer_ids if are_few else None),
    )


def _before(then: KnownThen) -> dict[UUID, tuple[Any, Any]]:
    """Return company and segment of those whom a later import changed, as they were."""
    is_sqlite = then.connection.dialect.name == "sqlite"

    def raw(text: str | None) -> Any:
        return None if text is None else UUID(text).bytes if is_sqlite else UUID(text)

    # A prospect who bought changed nothing but the category.
    whole = {key: one for key, one in then.before.items() if "company_id" in one}
    pairs = [(raw(one["company_id"]), raw(one["segment_id"])) for one in whole.values()]
    return dict(zip(guids(whole), pairs, strict=True))


def _optional(values: list[Any]) -> list[UUID | None]:
    """Return keys, few of them distinct, where None stays."""
    distinct = [one for one in set(values) if one is not None]
    known = dict(zip(distinct, guids(distinct), strict=True))
    return [known.get(one) for one in values]
