"""Large lists on their way between the database and the analytics: parallel columns, no objects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cockpit.domain.vocabulary import HoldKind, LifecycleStatus, Light, OrderKind, Trend


@dataclass(frozen=True, slots=True)
class OrderColumns:
    """The order book, one entry per document, sorted by customer and day.

    Attributes:
        customer_ids: The customers, in the order of their first entry; also those without orders.
        customer: Per document, the position in ``customer_ids``.
        day: Per document, the proleptic ordinal of its day.
        net_cents: Per document, the net value, never negative; ``kind`` gives it its sense.
        kind: Per document, sale or return; cancelled ones are left out.
    """

    customer_ids: Sequence[UUID]
    customer: Sequence[int]
    day: Sequence[int]
    net_cents: Sequence[int]
    kind: Sequence[OrderKind]


@dataclass(frozen=True, slots=True)
class BlockColumns:
    """Periods in which sales to a customer were blocked, one entry per period, in any order.

    Attributes:
        customer_id: Whose period it is.
        from_day: Proleptic ordinal of its first day.
        until_day: Ordinal of the first day after it; None while it lasts.
    """

    customer_id: Sequence[UUID] = ()
    from_day: Sequence[int] = ()
    until_day: Sequence[int | None] = ()

    def known_on(self, day: date) -> "BlockColumns":
        """Return the periods as a day knew them: begun by then, and open if they ended later.

        Periods begin and end on the day on which the program learns of it.
        """
        today = day.toordinal()
        known = [
            (key, first, end if end is None or end <= today else None)
            for key, first, end in zip(self.customer_id, self.from_day, self.until_day, strict=True)
            if first <= today
        ]
        return BlockColumns(*zip(*known, strict=True)) if known else BlockColumns()


@dataclass(frozen=True, slots=True)
class StatisticsColumns:
    """Sufficient statistics per customer: all that a judgement on any later day needs.

    They depend on the customer's own documents alone, so that one customer can be brought up to
    date without reading the others. Days are proleptic ordinals. Intervals are those between
    consecutive order events, blocked days taken out; ``j`` counts them back from the newest.

    Attributes:
        customer_id: The customers, in no order; also those without orders.
        order_count: Order events.
        first_order_day: Day of the first one, 0 without.
        last_order_day: Day of the last one, 0 without.
        gap_weight: Sum of 0.9 to the power of j.
        gap_days: Sum of 0.9 to the power of j times the interval in days.
        gap_log_days: Sum of 0.9 to the power of j times the logarithm of the interval in days.
        gap_low_days: First quartile of the intervals, rounded; None with fewer than five orders.
        gap_high_days: Third quartile.
        mean_value_cents: Mean of the events' values, each capped at three times the median.
        future_count: Documents dated after the day of the computation, which were not believed.
        event_days: Per customer the events' days, ascending, packed as little-endian int32.
        event_cents: Per customer their net values in cents, packed as little-endian int64.
    """

    customer_id: Sequence[UUID]
    order_count: Sequence[int]
    first_order_day: Sequence[int]
    last_order_day: Sequence[int]
    gap_weight: Sequence[float]
    gap_days: Sequence[float]
    gap_log_days: Sequence[float]
    gap_low_days: Sequence[int | None]
    gap_high_days: Sequence[int | None]
    mean_value_cents: Sequence[int]
    future_count: Sequence[int]
    event_days: Sequence[bytes]
    event_cents: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class StandingColumns:
    """What besides orders decides a judgement; parallel to the statistics it is handed over with.

    Attributes:
        company_id: Who sells to the customer, where known.
        segment_id: The line of business, where known.
        blocks: Periods in which sales were blocked, of all these customers.
    """

    company_id: Sequence[UUID | None]
    segment_id: Sequence[UUID | None]
    blocks: BlockColumns


@dataclass(frozen=True, slots=True)
class VerdictColumns:
    """Judgements on one day, parallel to the statistics they were made from.

    Attributes:
        status: What counts: by the rule that decides.
        own_status: By the own cycle.
        fixed_status: By the fixed number of days.
        silence_days: Whole days since the last order, blocked ones left out; None without orders.
        frequency_days: The own cycle: usual interval in days; None with fewer than two orders.
        cycles_late: ``silence_days`` / ``frequency_days``.
        gap_quantile_bp: How unusual the silence is: the share of the silences predicted by the own
            history that are shorter, in basis points (10,000 is certainty).
        alive_bp: Probability that the customer still buys, in basis points.
        none_90_bp: Probability of no order in the next 90 days, in basis points.
        next_order_p20_day: Day by which the next order comes with probability 20%, given the
            silence and that they still buy; None without orders.
        next_order_p50_day: The median.
        next_order_p80_day: By 80%.
        trend: Recent purchases against the own past.
        value_cents: Expected value of an order.
        value_12m_cents: Net value of the 365 days up to the day.
        at_risk_cents: Money that a call can still save, in the next 90 days.
        lost_so_far_cents: Estimate of what the silence has cost.
        lost_12m_cents: Estimate of what it will cost in the next 12 months.
        recovered_on_day: Day of the order that ended an inactivity, while it counts; else None.
        is_seasonal: Whether the silence was measured in the customer's own seasons; not stored.
    """

    status: Sequence[LifecycleStatus]
    own_status: Sequence[LifecycleStatus]
    fixed_status: Sequence[LifecycleStatus]
    silence_days: Sequence[int | None]
    frequency_days: Sequence[float | None]
    cycles_late: Sequence[float | None]
    gap_quantile_bp: Sequence[int | None]
    alive_bp: Sequence[int | None]
    none_90_bp: Sequence[int | None]
    next_order_p20_day: Sequence[int | None]
    next_order_p50_day: Sequence[int | None]
    next_order_p80_day: Sequence[int | None]
    trend: Sequence[Trend]
    value_cents: Sequence[int]
    value_12m_cents: Sequence[int]
    at_risk_cents: Sequence[int]
    lost_so_far_cents: Sequence[int]
    lost_12m_cents: Sequence[int]
    recovered_on_day: Sequence[int | None]
    is_seasonal: Sequence[bool]


@dataclass(frozen=True, slots=True)
class WorkListColumns:
    """What the work list needs of each customer, as stored, in no order; all of equal length.

    The second block is the stored judgement of the list's day; days are proleptic ordinals. The
    third decides who may be offered; instants are aware, in UTC.

    Attributes:
        zone: The customer's time zone by name, or an empty text where their state decides.
        claimed_by: Who else holds an active claim; empty where nobody does, or the user. It lasts
            until it is told to be over: its lease is renewed without a word.
        packed_by: Who else took them along to the field; empty where nobody did, or the user.
        packed_until: Until when a colleague has them along.
        carried_until: Until when the user has them along; on a laptop also what is over by now.
        others_campaign: The running campaign that only others call for; else empty.
        campaign_until: When the campaign that keeps them from the user is over.
        reserved_until: A colleague's own callback that is still to come.
        post_it: What raises the customer for the user: a supervisor's post-it, with its author.
        hold_until: End of the rest; None with a hold means that it has none.
        preferred_weekdays: Seven bits, Monday is bit 0.
    """

    customer_id: Sequence[UUID]
    code: Sequence[str]
    name: Sequence[str]
    company: Sequence[str]
    tax_id: Sequence[str]
    phone: Sequence[str]
    city: Sequence[str]
    state: Sequence[str]
    segment: Sequence[str]
    region: Sequence[str]
    owner: Sequence[str]
    campaign: Sequence[str]
    objection: Sequence[str]
    post_it: Sequence[str]
    search_text: Sequence[str]
    last_contact_at: Sequence[datetime | None]
    last_contact_by: Sequence[str]
    next_contact_at: Sequence[datetime | None]
    next_contact_has_time: Sequence[bool]
    overdue_cents: Sequence[int]
    credit: Sequence[Light]
    orders: Sequence[Light]
    titles: Sequence[Light]
    quotes: Sequence[Light]
    service: Sequence[Light]
    nonconformity: Sequence[Light]

    status: Sequence[LifecycleStatus]
    trend: Sequence[Trend]
    last_order_day: Sequence[int | None]
    frequency_days: Sequence[float | None]
    cycles_late: Sequence[float | None]
    gap_quantile_bp: Sequence[int | None]
    none_90_bp: Sequence[int | None]
    alive_bp: Sequence[int | None]
    value_cents: Sequence[int]
    value_12m_cents: Sequence[int]
    at_risk_cents: Sequence[int]
    lost_so_far_cents: Sequence[int]

    zone: Sequence[str]
    is_phone_forbidden: Sequence[bool]
    is_blocked: Sequence[bool]
    is_held_out: Sequence[bool]
    others_campaign: Sequence[str]
    campaign_until: Sequence[datetime | None]
    is_woken: Sequence[bool]
    claimed_by: Sequence[str]
    packed_by: Sequence[str]
    packed_until: Sequence[datetime | None]
    carried_until: Sequence[datetime | None]
    reserved_by: Sequence[str]
    reserved_until: Sequence[datetime | None]
    hold: Sequence[HoldKind | None]
    hold_until: Sequence[datetime | None]
    preferred_from_minute: Sequence[int | None]
    preferred_until_minute: Sequence[int | None]
    preferred_weekdays: Sequence[int | None]
