"""What the client panel shows of one customer."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from cockpit.domain.calling_window import Wishes
from cockpit.domain.cycle import CycleStatistics, CycleVerdict
from cockpit.domain.cycle_reports import CyclePicture
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import (
    AppointmentKind,
    Channel,
    ContactGoal,
    CreditState,
    CustomerCategory,
    OrderKind,
    PhoneKind,
)


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number of a customer or of a person there.

    Attributes:
        raw: As it was given.
        display: National format, or ``raw`` where the number is not valid.
        e164: International format, or None where the number is not valid.
        extension: Extension (ramal), or an empty text.
        kind: Mobile, fixed or unknown.
        is_primary: Whether it is the one to dial first.
        person_id: Whose it is there; None where it is the company's.
        whatsapp_e164: The number confirmed for WhatsApp, where one is.
    """

    raw: str
    display: str
    e164: str | None
    extension: str
    kind: PhoneKind
    is_primary: bool
    person_id: UUID | None = None
    whatsapp_e164: str | None = None


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """A person to talk to.

    Attributes:
        forbidden_channels: Channels that this person closed, whatever the customer allows.
    """

    person_id: UUID
    name: str
    job_title: str
    email: str
    is_primary: bool
    forbidden_channels: frozenset[Channel] = frozenset()


@dataclass(frozen=True, slots=True)
class OrderSummary:
    """One document of the order book."""

    order_id: UUID
    number: str
    kind: OrderKind
    ordered_on: date
    net_cents: int
    item_count: int
    state_text: str


@dataclass(frozen=True, slots=True)
class ContactSummary:
    """One logged contact, as the history shows it."""

    contact_id: UUID
    occurred_at: datetime
    channel: Channel
    attendant: str
    person_name: str
    outcome: str
    reason: str
    campaign: str
    note: str
    campaign_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NextContact:
    """The customer's one open next contact.

    Attributes:
        owner: Who calls; empty where anybody may.
        is_colleagues: Whether it is another user's own callback, whose note is theirs.
        goal: What it is for.
        deadline: By when the customer waits for an answer, aware, in UTC.
    """

    appointment_id: UUID
    kind: AppointmentKind
    due_at: datetime
    has_time: bool
    note: str
    owner: str
    is_colleagues: bool = False
    goal: ContactGoal | None = None
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class NextAttempt:
    """What the cadence decided after the last contact, where it is a rest and no next contact.

    Attributes:
        due_at: When it comes, aware, in UTC; None where the cadence named no day.
        goal: What it is for.
        channel: How; None leaves it open.
    """

    due_at: datetime | None
    goal: ContactGoal | None
    channel: Channel | None


@dataclass(frozen=True, slots=True)
class CampaignChoice:
    """A campaign that a contact can be made for.

    Attributes:
        purpose: What it is for, in words; empty without.
        script_id: The message template to speak by; None without.
    """

    campaign_id: UUID
    name: str
    purpose: str = ""
    script_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CustomerProfile:
    """Everything that the panel reads from the database in one go.

    Attributes:
        overdue_cents: Sum of unpaid receivables past their due day.
        open_case_count: Service cases that are not closed.
        forbidden_channels: Channels closed by "do not contact"; all four when it is general.
        time_zone: IANA name where the customer has one of their own; or empty.
        wishes: When they like to be called.
        preferred_channel: How they like to be contacted; None leaves it open.
        campaigns: The running ones that they are treated in, the latest begun first.
        next_attempt: What the cadence decided; None where a next contact stands.
    """

    customer_id: UUID
    code: str
    legal_name: str
    trade_name: str
    tax_id: str
    is_tax_id_valid: bool
    segment: str
    region: str
    city: str
    state: str
    owner: str
    category: CustomerCategory
    credit_state: CreditState
    credit_limit_cents: int | None
    is_blocked: bool
    forbidden_channels: frozenset[Channel]
    overdue_cents: int
    open_case_count: int
    phones: tuple[PhoneNumber, ...]
    persons: tuple[ContactPerson, ...]
    orders: tuple[OrderSummary, ...]
    contacts: tuple[ContactSummary, ...]
    next_contact: NextContact | None
    statistics: CycleStatistics
    time_zone: str = ""
    wishes: Wishes = field(default_factory=Wishes)
    preferred_channel: Channel | None = None
    campaigns: tuple[CampaignChoice, ...] = ()
    next_attempt: NextAttempt | None = None

    @property
    def is_credit_lane(self) -> bool:
        """Return whether money comes first: a block, overdue titles or denied credit."""
        is_denied = self.credit_state is CreditState.DENIED
        return self.is_blocked or self.overdue_cents > 0 or is_denied


@dataclass(frozen=True, slots=True)
class CustomerPanel:
    """A profile with its judgement of the day."""

    profile: CustomerProfile
    verdict: CycleVerdict
    explanation: Message
    picture: CyclePicture
