"""The closed vocabularies of the business, as stored codes.

Each member's value is what the database stores and what the command line accepts; the word a user
reads comes from the translation catalogues. Open vocabularies (outcomes, reasons, segments) are
rows, not enums, because supervisors edit them.
"""

from enum import IntEnum, StrEnum


class LifecycleStatus(StrEnum):
    """Where a customer stands in their own purchase cycle."""

    NEW = "new"
    ACTIVE = "active"
    AT_RISK = "at_risk"
    INACTIVE = "inactive"
    LOST = "lost"
    RECOVERED = "recovered"
    BLOCKED = "blocked"
    PROSPECT = "prospect"


class Trend(StrEnum):
    """Recent purchases against the customer's own past."""

    UP = "up"
    FLAT = "flat"
    DOWN = "down"


class CustomerCategory(StrEnum):
    """Whether a company ever bought."""

    CUSTOMER = "customer"
    PROSPECT = "prospect"


class PersonKind(StrEnum):
    """Legal nature of a customer, which decides how much of it is personal data."""

    COMPANY = "company"
    INDIVIDUAL = "individual"
    UNKNOWN = "unknown"


class OrderKind(StrEnum):
    """What a document in the order book is; only a sale is a purchase."""

    SALE = "sale"
    RETURN = "return"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """What a user may do, from least to most."""

    OPERATOR = "operator"
    EXTERNAL_SELLER = "external_seller"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


class Channel(StrEnum):
    """A way of reaching a customer."""

    PHONE = "phone"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    VISIT = "visit"


class PhoneKind(StrEnum):
    """What a number is, as the numbering plan says."""

    MOBILE = "mobile"
    FIXED = "fixed"
    UNKNOWN = "unknown"


class CreditState(StrEnum):
    """The credit department's verdict."""

    GOOD = "good"
    WATCH = "watch"
    DENIED = "denied"


class QueueEffect(StrEnum):
    """What an outcome does to the customer's place in the queue."""

    NONE = "none"
    CALL_AGAIN = "call_again"
    COOL_DOWN = "cool_down"
    CLOSE_UNTIL = "close_until"
    DO_NOT_CONTACT = "do_not_contact"
    SALE = "sale"


class AppointmentKind(StrEnum):
    """Who answers for a next contact, and whether it has a time."""

    MY_CALLBACK = "my_callback"
    TEAM_CALLBACK = "team_callback"
    APPOINTMENT = "appointment"
    FOLLOW_UP = "follow_up"


class AppointmentState(StrEnum):
    """Life of a next contact: at most one per customer is open."""

    OPEN = "open"
    DONE = "done"
    REPLACED = "replaced"
    CANCELLED = "cancelled"


class ReminderState(StrEnum):
    """Life of one reminder, unique by customer and due instant."""

    PENDING = "pending"
    RAISED = "raised"
    SNOOZED = "snoozed"
    DONE = "done"
    CANCELLED = "cancelled"


class ReminderEventKind(StrEnum):
    """What happened to a reminder; one immutable fact each."""

    ARMED = "armed"
    RAISED = "raised"
    OPENED = "opened"
    SNOOZED = "snoozed"
    DONE = "done"
    CANCELLED = "cancelled"
    ESCALATED = "escalated"


class ObjectionState(StrEnum):
    """Whether an objection still stands."""

    OPEN = "open"
    OVERCOME = "overcome"
    WAITING = "waiting"


class WaitCondition(StrEnum):
    """What a waiting objection waits on."""

    DATE = "date"
    RECEIVABLE_PAID = "receivable_paid"
    PROMOTION = "promotion"
    PRODUCT_AVAILABLE = "product_available"


class QuoteState(StrEnum):
    """Life of a quote."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"
    EXPIRED = "expired"


class ServiceCaseKind(StrEnum):
    """Complaint, return request, defect."""

    COMPLAINT = "complaint"
    EXCHANGE = "exchange"
    DEFECT = "defect"
    NON_CONFORMITY = "non_conformity"
    OTHER = "other"


class ServiceCaseState(StrEnum):
    """Life of a service case."""

    OPEN = "open"
    RESOLVED = "resolved"
    REJECTED = "rejected"


class RowVerdict(StrEnum):
    """What an import did with one row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FLAGGED = "flagged"
    REJECTED = "rejected"


class ImportKind(StrEnum):
    """What the lines of an import file are, by the names that the files have in Brazil."""

    CUSTOMERS = "clientes"
    PRODUCTS = "produtos"
    ORDERS = "pedidos"
    ITEMS = "itens"
    RECEIVABLES = "titulos"
    QUOTES = "orcamentos"
    CONTACTS = "contatos"
    INVOICES = "nfe"


class ImportState(StrEnum):
    """Life of an import; a failed one stopped before the end, and what it stored stays."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    UNDONE = "undone"


class ClaimState(StrEnum):
    """Life of a claim: at most one per customer is active."""

    ACTIVE = "active"
    FINISHED = "finished"
    EXPIRED = "expired"
    RELEASED = "released"


class SettingScope(StrEnum):
    """Whose setting it is: everybody's, one user's, one device's."""

    COMPANY = "company"
    USER = "user"
    DEVICE = "device"


class ContactDirection(StrEnum):
    """Who began a contact."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


class CampaignArm(StrEnum):
    """Whether a campaign's member is called, or kept aside to compare with."""

    TREATED = "treated"
    HOLD_OUT = "hold_out"


class OpportunityState(StrEnum):
    """Life of an opportunity."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class AppointmentEventKind(StrEnum):
    """What happened to a next contact; one immutable fact each."""

    SCHEDULED = "scheduled"
    REPLACED = "replaced"
    DONE = "done"
    CANCELLED = "cancelled"


class ObjectionEventKind(StrEnum):
    """What happened to an objection; one immutable fact each."""

    OPENED = "opened"
    ARGUED = "argued"
    OVERCOME = "overcome"
    PUT_TO_WAIT = "put_to_wait"
    WOKEN = "woken"


class BreakKind(StrEnum):
    """Why an operator pauses (NR-17, Annex II)."""

    REST = "rest"
    MEAL = "meal"
    OTHER = "other"


class CommandVerb(StrEnum):
    """What a laptop asks the server to do with a row."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


class CommandResult(StrEnum):
    """What the server made of a change to a shared field."""

    APPLIED = "applied"
    CONFLICT = "conflict"
    REJECTED = "rejected"


class Light(IntEnum):
    """What a status light of the list says, from nothing to trouble."""

    NONE = 0
    GOOD = 1
    ATTENTION = 2
    TROUBLE = 3


class HoldKind(StrEnum):
    """Why a customer rests, as the last call or its operator left it."""

    COOLING_DOWN = "cooling_down"
    CLOSED = "closed"
    SKIPPED = "skipped"
    RESTING = "resting"
    CAPPED = "capped"


class QueueEventKind(StrEnum):
    """What an operator did with an offered customer; one immutable fact each."""

    SKIPPED = "skipped"
    SNOOZED = "snoozed"
    PUT_BACK = "put_back"
    UNDONE = "undone"
    OVERRIDDEN = "overridden"


class MessageState(StrEnum):
    """What became of a message."""

    SENT = "sent"
    HANDED_OVER = "handed_over"
    FAILED = "failed"


class ContactGoal(StrEnum):
    """What a planned contact is for."""

    RESUME = "resume"
    REACH = "reach"
    DECIDE = "decide"
    ANSWER = "answer"
    CONFIRM_DELIVERY = "confirm_delivery"
    SETTLE_DELAY = "settle_delay"
    THANK = "thank"
    TRY_AGAIN = "try_again"


class OrderFollowUpKind(StrEnum):
    """Why an order is followed up; each once per order."""

    CONFIRM = "confirm"
    LATE = "late"
    THANK = "thank"


class NoticeChannel(StrEnum):
    """Where a notice goes."""

    SCREEN = "screen"
    EMAIL = "email"


class NoticeState(StrEnum):
    """What became of a notice."""

    WAITING = "waiting"
    UNDER_WAY = "under_way"
    SENT = "sent"
    FAILED = "failed"
