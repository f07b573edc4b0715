"""What stands between the customer and the next order: objections and service cases."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, and_, func, select

from cockpit.data.repositories.stories.reading import MOST_DOCUMENTS, Reading, entry, of_customer
from cockpit.domain.sections import CaseLine, ObjectionLine, StoryEntry, StoryKind
from cockpit.domain.vocabulary import WaitCondition
from models import (
    CounterArgument,
    Objection,
    ObjectionEvent,
    ObjectionKind,
    Product,
    Promotion,
    Receivable,
    ServiceCase,
    User,
)


def _waits_on(condition: WaitCondition, key: Any) -> Any:
    return and_(Objection.wait_condition == condition, Objection.wait_reference_id == key)


_OBJECTIONS = (
    select(
        Objection.id,
        Objection.kind_id,
        ObjectionKind.name,
        Objection.state,
        Objection.opened_at,
        Objection.closed_at,
        Objection.wait_condition,
        Objection.wait_until_on,
        func.coalesce(Receivable.number, Promotion.name, Product.name, ""),
        Objection.woken_at,
        func.coalesce(Objection.note, ""),
    )
    .join(ObjectionKind, ObjectionKind.id == Objection.kind_id)
    .outerjoin(Receivable, _waits_on(WaitCondition.RECEIVABLE_PAID, Receivable.id))
    .outerjoin(Promotion, _waits_on(WaitCondition.PROMOTION, Promotion.id))
    .outerjoin(Product, _waits_on(WaitCondition.PRODUCT_AVAILABLE, Product.id))
    .where(of_customer(Objection))
    .order_by(Objection.opened_at.desc(), Objection.id.desc())
    .limit(MOST_DOCUMENTS)
)
_EVENTS = (
    select(
        ObjectionEvent.id,
        ObjectionEvent.kind,
        ObjectionEvent.occurred_at,
        ObjectionEvent.note,
        ObjectionKind.name.label("objection"),
        CounterArgument.text.label("argument"),
        func.coalesce(User.name, "").label("who"),
    )
    .join(Objection, Objection.id == ObjectionEvent.objection_id)
    .join(ObjectionKind, ObjectionKind.id == Objection.kind_id)
    .outerjoin(CounterArgument, CounterArgument.id == ObjectionEvent.argument_id)
    .outerjoin(User, User.id == ObjectionEvent.user_id)
    .where(of_customer(Objection))
    .order_by(ObjectionEvent.occurred_at.desc(), ObjectionEvent.id.desc())
    .limit(MOST_DOCUMENTS)
)
_CASES = (
    select(
        ServiceCase.id,
        func.coalesce(ServiceCase.number, ""),
        ServiceCase.kind,
        ServiceCase.state,
        ServiceCase.opened_at,
        ServiceCase.closed_at,
        ServiceCase.title,
        func.coalesce(ServiceCase.description, ""),
        func.coalesce(ServiceCase.resolution, ""),
    )
    .where(of_customer(ServiceCase))
    .order_by(ServiceCase.opened_at.desc(), ServiceCase.id.desc())
    .limit(MOST_DOCUMENTS)
)


def objections(reading: Reading) -> tuple[ObjectionLine, ...]:
    """Read the customer's objections, the newest first."""
    rows = (ObjectionLine(*row) for row in reading.rows(_OBJECTIONS))
    return tuple(line for line in rows if reading.is_known(line.opened_at))


def objection_events(reading: Reading) -> Sequence[Row[*tuple[Any, ...]]]:
    """Read what happened to them."""
    return [row for row in reading.rows(_EVENTS) if reading.is_known(row.occurred_at)]


def objection_entries(events: Iterable[Row[*tuple[Any, ...]]]) -> Iterable[StoryEntry]:
    """Yield what happened to the objections."""
    for row in events:
        yield entry(
            StoryKind.OBJECTION,
            row.occurred_at,
            row.id,
            code=row.kind.value,
            title=row.objection,
            detail="\n".join(filter(None, (row.argument, row.note))),
            who=row.who,
        )


def cases(reading: Reading) -> tuple[CaseLine, ...]:
    """Read the service cases, the newest first."""
    rows = (CaseLine(*row) for row in reading.rows(_CASES))
    return tuple(line for line in rows if reading.is_known(line.opened_at))


def case_entries(lines: Iterable[CaseLine]) -> Iterable[StoryEntry]:
    """Yield the service cases when they were opened, with how they stand."""
    for line in lines:
        yield entry(
            StoryKind.CASE,
            line.opened_at,
            line.case_id,
            code=line.state.value,
            title=line.title,
            detail="\n".join(filter(None, (line.description, line.resolution))),
        )
