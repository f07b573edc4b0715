"""Large lists on their way between the database and the analytics: parallel columns, no objects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cockpit.domain.vocabulary import CustomerCategory, OrderKind, Trend


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
class WorkListColumns:
    """What the work list needs of each customer, as stored, in no order; all of equal length.

    The first block is shown as it is. The second holds the stored statistics: days as proleptic
    ordinals, None where there is none.
    """

    customer_id: Sequence[UUID]
    code: Sequence[str]
    name: Sequence[str]
    company: Sequence[str]
    tax_id: Sequence[str]
    phone: Sequence[str]
    city: Sequence[str]
    state: Sequence[str]
    owner: Sequence[str]
    search_text: Sequence[str]
    last_contact_at: Sequence[datetime | None]
    next_contact_at: Sequence[datetime | None]
    next_contact_has_time: Sequence[bool]

    category: Sequence[CustomerCategory]
    is_blocked: Sequence[bool]
    order_count: Sequence[int]
    last_order_day: Sequence[int | None]
    frequency_days: Sequence[float | None]
    mean_value_cents: Sequence[int]
    trend: Sequence[Trend]
