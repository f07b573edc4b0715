"""What the customer owes, and what was quoted to them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select

from cockpit.data.repositories.stories.reading import (
    MOST_DOCUMENTS,
    Reading,
    entry,
    of_customer,
    start_of,
)
from cockpit.domain.sections import OrderLine, QuoteStory, StoryEntry, StoryKind, TitleLine
from models import Product, Quote, QuoteItem, Receivable, User

_TITLES = (
    select(
        Receivable.id,
        Receivable.number,
        Receivable.issued_on,
        Receivable.due_on,
        Receivable.amount_cents,
        Receivable.paid_cents,
        Receivable.paid_on,
    )
    .where(of_customer(Receivable))
    .order_by(Receivable.due_on.desc(), Receivable.number.desc())
    .limit(MOST_DOCUMENTS)
)
_QUOTES = (
    select(
        Quote.id,
        Quote.number,
        Quote.opened_on,
        Quote.expires_on,
        Quote.state,
        Quote.total_cents,
        func.coalesce(User.name, "").label("seller"),
        func.coalesce(Quote.stopped_reason, "").label("stopped_reason"),
    )
    .outerjoin(User, User.id == Quote.seller_id)
    .where(of_customer(Quote), Quote.opened_on <= bindparam("today", type_=Quote.opened_on.type))
    .order_by(Quote.opened_on.desc(), Quote.number.desc())
    .limit(MOST_DOCUMENTS)
)
_ITEMS = (
    select(
        QuoteItem.quote_id,
        func.coalesce(Product.code, "").label("code"),
        QuoteItem.description,
        QuoteItem.quantity_milli,
        QuoteItem.unit_cents,
    )
    .outerjoin(Product, Product.id == QuoteItem.product_id)
    .where(QuoteItem.quote_id.in_(bindparam("keys", expanding=True)))
    .order_by(QuoteItem.quote_id, QuoteItem.line)
)


def titles(reading: Reading) -> tuple[TitleLine, ...]:
    """Read the receivables, the latest due day first; as of a past day, as they stood then."""
    return tuple(
        _title(row, reading)
        for row in reading.rows(_TITLES)
        if reading.known_at is None or row.issued_on is None or row.issued_on <= reading.today
    )


def _title(row: Row[*tuple[Any, ...]], reading: Reading) -> TitleLine:
    is_paid = row.paid_on is not None and row.paid_on <= reading.today
    was_paid_later = row.paid_on is not None and not is_paid
    return TitleLine(
        receivable_id=row.id,
        number=row.number,
        issued_on=row.issued_on,
        due_on=row.due_on,
        amount_cents=row.amount_cents,
        paid_cents=0 if was_paid_later else row.paid_cents,
        paid_on=row.paid_on if is_paid else None,
        days_late=None if is_paid else (reading.today - row.due_on).days,
    )


def title_entries(lines: Iterable[TitleLine]) -> Iterable[StoryEntry]:
    """Yield the receivables: a paid one on its payment, a late one when it fell due."""
    for line in lines:
        if line.days_late is None:
            code, day = "paid", line.paid_on
        elif line.days_late > 0:
            code, day = "overdue", line.due_on
        else:
            code, day = "open", line.issued_on
        if day is not None:
            yield entry(
                StoryKind.TITLE,
                start_of(day),
                line.receivable_id,
                code=code,
                title=line.number,
                cents=line.amount_cents,
                has_time=False,
            )


def quotes(reading: Reading) -> tuple[QuoteStory, ...]:
    """Read the quotes with their items, the newest first."""
    rows = reading.rows(_QUOTES, today=reading.today)
    items = defaultdict[UUID, list[OrderLine]](list)
    keys = [row.id for row in rows]
    for item in reading.connection.execute(_ITEMS, {"keys": keys}) if keys else ():
        items[item.quote_id].append(
            OrderLine(
                item.code,
                item.description,
                item.quantity_milli,
                item.unit_cents,
                round(item.unit_cents * item.quantity_milli / 1000),
            )
        )
    return tuple(
        QuoteStory(
            quote_id=row.id,
            number=row.number,
            opened_on=row.opened_on,
            expires_on=row.expires_on,
            state=row.state,
            total_cents=row.total_cents,
            seller=row.seller,
            stopped_reason=row.stopped_reason,
            lines=tuple(items[row.id]),
        )
        for row in rows
    )


def quote_entries(lines: Iterable[QuoteStory]) -> Iterable[StoryEntry]:
    """Yield the quotes on the day on which they were opened."""
    for line in lines:
        yield entry(
            StoryKind.QUOTE,
            start_of(line.opened_on),
            line.quote_id,
            code=line.state.value,
            title=line.number,
            detail=line.stopped_reason,
            who=line.seller,
            cents=line.total_cents,
            has_time=False,
        )
