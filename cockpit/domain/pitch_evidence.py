"""Why a customer probably stopped: sentences from stored facts, the gravest first.

Nothing is guessed: each sentence states records with their numbers, and the reader concludes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from cockpit.domain import formats
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.messages import Message
from cockpit.domain.pitch import Cause, Evidence
from cockpit.domain.pitch_words import counted, days, first_line, money, names, worded
from cockpit.domain.sections import (
    CustomerStory,
    Delivery,
    ObjectionLine,
    OrderStory,
    ProductState,
    StoryKind,
)
from cockpit.domain.vocabulary import (
    LifecycleStatus,
    ObjectionState,
    OrderKind,
    QuoteState,
    ServiceCaseState,
    WaitCondition,
)
from cockpit.domain.volume import monthly_volume

_LATE = (LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE, LifecycleStatus.LOST)
#: Of one cause so many sentences.
_MOST_OF_ONE = 2
_LATEST_SALES = 3
#: A delivery that came sooner after its day is nobody's reason to stop.
_LATE_DAYS = 2
#: A quote that stopped longer ago explains nothing any more.
_QUOTE_DAYS = timedelta(days=180)
#: The same of an order that the ERP never called delivered.
_ORDER_DAYS = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the sentences are made from."""

    panel: CustomerPanel
    story: CustomerStory
    today: date

    def day(self, day: date) -> str:
        """Return a day, without its year where that is this year."""
        return formats.short_day(day, self.today)


def evidence(panel: CustomerPanel, story: CustomerStory, today: date) -> tuple[Evidence, ...]:
    """Return what probably keeps the customer from buying, in the order of ``Cause``.

    Args:
        panel: The profile with its judgement of the day.
        story: Everything that is stored of them.
        today: The day.
    """
    facts = _Facts(panel, story, today)
    found = [Evidence(cause, sentence) for cause in Cause for sentence in _SENTENCES[cause](facts)]
    if not found:
        found = [Evidence(Cause.SILENCE, sentence) for sentence in _silence(facts)]
    return tuple(found)


def _overdue(facts: _Facts) -> Iterator[Message]:
    late = [
        line for line in facts.story.titles if line.days_late is not None and line.days_late > 0
    ]
    if late:
        yield counted(
            "pitch.overdue",
            len(late),
            amount=money(sum(line.amount_cents - line.paid_cents for line in late)),
            days=days(max(line.days_late or 0 for line in late)),
        )


def _cases(facts: _Facts) -> Iterator[Message]:
    still_open = [line for line in facts.story.cases if line.state is ServiceCaseState.OPEN]
    for line in still_open[:_MOST_OF_ONE]:
        kind = worded(f"case_{line.kind.value}")
        count = (facts.today - line.opened_at.astimezone(DEFAULT_ZONE).date()).days
        if count > 0:
            yield worded("open_case", kind=kind, days=days(count), title=line.title)
        else:
            yield worded("open_case_today", kind=kind, title=line.title)


def _deliveries(facts: _Facts) -> Iterator[Message]:
    sales = [order for order in facts.story.orders if order.kind is OrderKind.SALE]
    sentences = (_delivery(facts, order) for order in sales[:_LATEST_SALES])
    yield from [one for one in sentences if one is not None][:1]


def _delivery(facts: _Facts, order: OrderStory) -> Message | None:
    if order.promised_on is None:
        return None
    if order.delivery is Delivery.LATE and facts.today - order.ordered_on <= _ORDER_DAYS:
        late = days((facts.today - order.promised_on).days)
        promised = facts.day(order.promised_on)
        return worded("late_open", number=order.number, days=late, promised=promised)
    if order.delivery is not Delivery.DELIVERED_LATE or order.delivered_on is None:
        return None
    count = (order.delivered_on - order.promised_on).days
    if count < _LATE_DAYS:
        return None
    delivered = facts.day(order.delivered_on)
    return worded("late_delivered", number=order.number, days=days(count), delivered=delivered)


def _objections(facts: _Facts) -> Iterator[Message]:
    for line in standing_objections(facts.story)[:_MOST_OF_ONE]:
        if line.woken_at is not None:
            yield worded("objection_woken", name=line.name, condition=_condition(facts, line))
            continue
        day = facts.day(line.opened_at.astimezone(DEFAULT_ZONE).date())
        if note := first_line(line.note):
            yield worded("objection_note", day=day, name=line.name, note=note)
        else:
            yield worded("objection", day=day, name=line.name)


def standing_objections(story: CustomerStory) -> list[ObjectionLine]:
    """Return the newest open objection of each kind, those that woke first."""
    by_kind = dict[UUID, ObjectionLine]()
    for line in story.objections:
        if line.state is ObjectionState.OPEN:
            known = by_kind.setdefault(line.kind_id, line)
            if known.woken_at is None and line.woken_at is not None:
                by_kind[line.kind_id] = line
    return sorted(by_kind.values(), key=lambda line: line.woken_at is None)


def _condition(facts: _Facts, line: ObjectionLine) -> Message:
    """Return which condition came true."""
    if line.waits_for is WaitCondition.RECEIVABLE_PAID:
        if line.wait_subject:
            return worded("woken_receivable_paid", subject=line.wait_subject)
        return worded("woken_receivables_paid")
    if line.waits_for is WaitCondition.PROMOTION:
        if line.wait_subject:
            return worded("woken_promotion", subject=line.wait_subject)
        return worded("woken_promotions")
    if line.waits_for is WaitCondition.PRODUCT_AVAILABLE:
        return worded("woken_product_available", subject=line.wait_subject)
    return worded("woken_date", day=facts.day(line.wait_until_on or facts.today))


def _lapsed(facts: _Facts) -> Iterator[Message]:
    lapsed = [use.name for use in facts.story.products if use.state is ProductState.LAPSED]
    if lapsed:
        yield counted("pitch.lapsed", len(lapsed), names=names(lapsed))


def _shrinking(facts: _Facts) -> Iterator[Message]:
    volume = monthly_volume(facts.story.orders)
    if volume is not None and volume.is_shrinking:
        yield worded("shrinking", before=money(volume.before_cents), now=money(volume.now_cents))


def _promise(facts: _Facts) -> Iterator[Message]:
    """Yield when they last said they would order, if they have not since; else what was agreed."""
    for entry in facts.story.timeline:
        if entry.kind is not StoryKind.CONTACT or entry.is_amended or entry.forecast_on is None:
            continue
        said = entry.at.astimezone(DEFAULT_ZONE).date()
        last = facts.panel.profile.statistics.last_order_on
        if last is None or last < said:
            values = {"day": facts.day(said), "forecast": facts.day(entry.forecast_on)}
            text = first_line(entry.detail)
            yield (
                worded("promise_note", **values, text=text)
                if text
                else worded("promise_forecast", **values)
            )
        return
    agreed = facts.panel.profile.next_contact
    if agreed is not None and (text := first_line(agreed.note)):
        day = facts.day(agreed.due_at.astimezone(DEFAULT_ZONE).date())
        yield worded("agreed", day=day, text=text)


def _quotes(facts: _Facts) -> Iterator[Message]:
    count = 0
    for quote in facts.story.quotes:
        is_recent = facts.today - quote.opened_on <= _QUOTE_DAYS
        if quote.state is QuoteState.WON or not is_recent or count == _MOST_OF_ONE:
            continue
        amount = money(quote.total_cents)
        if quote.stopped_reason:
            count += 1
            yield worded(
                "quote_stopped", number=quote.number, amount=amount, reason=quote.stopped_reason
            )
        elif quote.state is QuoteState.OPEN:
            count += 1
            age = days(max((facts.today - quote.opened_on).days, 0))
            yield worded("quote_open", number=quote.number, amount=amount, days=age)


def _season(facts: _Facts) -> Iterator[Message]:
    if facts.panel.verdict.is_seasonal:
        yield worded("seasonal")


def _late_silence(facts: _Facts) -> Iterator[Message]:
    if facts.panel.verdict.status in _LATE:
        yield from _silence(facts)


def _silence(facts: _Facts) -> Iterator[Message]:
    verdict = facts.panel.verdict
    if verdict.silence_days is None:
        yield worded("never_bought")
    elif verdict.cycles_late is None:
        yield worded("silence_plain", days=days(verdict.silence_days))
    else:
        yield worded("silence", days=days(verdict.silence_days), cycles=float(verdict.cycles_late))


_SENTENCES: dict[Cause, Callable[[_Facts], Iterator[Message]]] = {
    Cause.OVERDUE_TITLES: _overdue,
    Cause.OPEN_CASE: _cases,
    Cause.LATE_DELIVERY: _deliveries,
    Cause.OBJECTION: _objections,
    Cause.LAPSED_PRODUCTS: _lapsed,
    Cause.SHRINKING_VOLUME: _shrinking,
    Cause.LAST_PROMISE: _promise,
    Cause.STOPPED_QUOTE: _quotes,
    Cause.SEASONALITY: _season,
    Cause.SILENCE: _late_silence,
}
