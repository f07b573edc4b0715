"""The client's whole story beside the phone: one record per line of each section."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.vocabulary import (
    Channel,
    LifecycleStatus,
    ObjectionState,
    OrderKind,
    QuoteState,
    ServiceCaseKind,
    ServiceCaseState,
    WaitCondition,
)


class StoryKind(StrEnum):
    """What an entry of the timeline is about; the timeline filters by it."""

    CONTACT = "contact"
    ORDER = "order"
    QUOTE = "quote"
    TITLE = "title"
    CASE = "case"
    MESSAGE = "message"
    OBJECTION = "objection"
    AGENDA = "agenda"
    POST_IT = "post_it"
    PITCH = "pitch"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One entry of the timeline.

    Attributes:
        at: When, aware, in UTC; documents of a day stand at its local start.
        has_time: Whether the time of day is known.
        code: The closed vocabulary's word within the kind (an order's kind, a quote's state…), for
            the screen to translate; empty for contacts.
        title: The document's number, the outcome's name, the subject; as stored.
        detail: The note or the words that go with it; may have several lines.
        who: The attendant or author, or an empty text.
        person: The contact person, or an empty text.
        channel: How they spoke; None where that means nothing.
        cents: The amount; of a contact what they could buy a month; None where there is none.
        key: Of the record that it is about.
        amends: The contact that this one corrects.
        is_amended: Whether a later contact corrects this one; both are shown.
        forecast_on: When they said they would order, of a contact.
        colleagues: Who else talked with the customer at about that time, one of both out of the
            field, so that neither could know: name, and when.
        of_contact: The contact that an attachment goes with.
    """

    kind: StoryKind
    at: datetime
    has_time: bool
    code: str
    title: str
    detail: str
    who: str
    person: str
    channel: Channel | None
    cents: int | None
    key: UUID
    amends: UUID | None = None
    is_amended: bool = False
    forecast_on: date | None = None
    colleagues: tuple[tuple[str, datetime], ...] = ()
    of_contact: UUID | None = None


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One item of an order or quote; quantity in thousandths."""

    code: str
    description: str
    quantity_milli: int
    unit_cents: int
    total_cents: int


class Delivery(StrEnum):
    """Where an order stands on its way."""

    UNKNOWN = "unknown"
    OPEN = "open"
    LATE = "late"
    DELIVERED = "delivered"
    DELIVERED_LATE = "delivered_late"


@dataclass(frozen=True, slots=True)
class OrderStory:
    """One order with its items."""

    order_id: UUID
    number: str
    kind: OrderKind
    ordered_on: date
    net_cents: int
    state_text: str
    delivery: Delivery
    promised_on: date | None
    delivered_on: date | None
    lines: tuple[OrderLine, ...] = ()


class ProductState(StrEnum):
    """How the customer stands to a product."""

    REGULAR = "regular"
    DUE = "due"
    LAPSED = "lapsed"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class ProductUse:
    """A product that the customer buys or bought.

    ``DUE``: silent for at least the usual interval; ``LAPSED``: for more than twice of it and left
    out of the last two orders.

    Attributes:
        order_count: Orders that held it.
        interval_days: Median days between them; None with fewer than two.
        silence_days: Whole days since the last one.
        total_cents: Net value of all of them.
        share: Of the customer's whole value, 0 to 1.
        usual_quantity_milli: Median quantity of an order.
        last_unit_cents: What they paid last.
    """

    code: str
    name: str
    family: str
    state: ProductState
    order_count: int
    interval_days: int | None
    last_on: date
    silence_days: int
    total_cents: int
    share: float
    usual_quantity_milli: int
    last_unit_cents: int


@dataclass(frozen=True, slots=True)
class ProductIdea:
    """A product that similar customers (same segment, last 12 months) buy and this one does not.

    Attributes:
        buyer_count: How many of them bought it.
        peer_count: Of how many.
    """

    code: str
    name: str
    family: str
    buyer_count: int
    peer_count: int


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A receivable; ``days_late`` is negative before its due day and None once paid."""

    receivable_id: UUID
    number: str
    issued_on: date | None
    due_on: date
    amount_cents: int
    paid_cents: int
    paid_on: date | None
    days_late: int | None


@dataclass(frozen=True, slots=True)
class QuoteStory:
    """A quote with its items."""

    quote_id: UUID
    number: str
    opened_on: date
    expires_on: date | None
    state: QuoteState
    total_cents: int
    seller: str
    stopped_reason: str
    lines: tuple[OrderLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A service case or non-conformity."""

    case_id: UUID
    number: str
    kind: ServiceCaseKind
    state: ServiceCaseState
    opened_at: datetime
    closed_at: datetime | None
    title: str
    description: str
    resolution: str


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """An objection of the customer.

    Attributes:
        waits_for: What it waits on, where it waits.
        wait_until_on: The day, where it waits on a date.
        wait_subject: The title's number, the promotion's or the product's name; or empty.
        woken_at: When its condition came true, until the next contact.
    """

    objection_id: UUID
    kind_id: UUID
    name: str
    state: ObjectionState
    opened_at: datetime
    closed_at: datetime | None
    waits_for: WaitCondition | None
    wait_until_on: date | None
    wait_subject: str
    woken_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class PitchVersion:
    """A pitch note as it was saved; the newest counts, the others are kept."""

    note_id: UUID
    written_at: datetime
    author: str
    why_stopped: str
    arguments: str
    offer: str
    goal: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Who did what to the customer's data; ``code`` is translated, ``detail`` is as stored.

    Attributes:
        wishes: How they want to be contacted from then on, where that is what was changed.
    """

    at: datetime
    who: str
    code: str
    detail: str
    wishes: ContactWishes | None = None


@dataclass(frozen=True, slots=True)
class CustomerStory:
    """All sections of one customer, read in one go; each newest first."""

    customer_id: UUID
    status: LifecycleStatus
    timeline: tuple[StoryEntry, ...] = ()
    orders: tuple[OrderStory, ...] = ()
    products: tuple[ProductUse, ...] = ()
    ideas: tuple[ProductIdea, ...] = ()
    titles: tuple[TitleLine, ...] = ()
    quotes: tuple[QuoteStory, ...] = ()
    objections: tuple[ObjectionLine, ...] = ()
    cases: tuple[CaseLine, ...] = ()
    pitches: tuple[PitchVersion, ...] = ()
    audit: tuple[AuditLine, ...] = field(default=())
