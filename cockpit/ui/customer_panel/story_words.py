"""The words for what a customer's story is made of, translated when they are asked for."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.sections import (
    Delivery,
    ObjectionLine,
    ProductState,
    StoryEntry,
    StoryKind,
)
from cockpit.domain.vocabulary import (
    ObjectionState,
    OrderKind,
    QuoteState,
    ServiceCaseKind,
    ServiceCaseState,
    WaitCondition,
)

translate = QCoreApplication.translate

_ICONS = {
    StoryKind.CONTACT: "phone",
    StoryKind.ORDER: "package",
    StoryKind.QUOTE: "inbox",
    StoryKind.TITLE: "receipt",
    StoryKind.CASE: "wrench",
    StoryKind.MESSAGE: "mail",
    StoryKind.OBJECTION: "tag",
    StoryKind.AGENDA: "calendar",
    StoryKind.POST_IT: "note",
    StoryKind.PITCH: "edit",
    StoryKind.ATTACHMENT: "inbox",
}


def kind_icon(kind: StoryKind) -> str:
    """Return the name of a kind's icon."""
    return _ICONS[kind]


def kind_word(kind: StoryKind) -> str:
    """Return the word for many of a kind, for the filter."""
    return {
        StoryKind.CONTACT: lambda: translate("Story", "Contacts"),
        StoryKind.ORDER: lambda: translate("Story", "Orders"),
        StoryKind.QUOTE: lambda: translate("Story", "Quotes"),
        StoryKind.TITLE: lambda: translate("Story", "Titles"),
        StoryKind.CASE: lambda: translate("Story", "Service cases"),
        StoryKind.MESSAGE: lambda: translate("Story", "Messages"),
        StoryKind.OBJECTION: lambda: translate("Story", "Objections"),
        StoryKind.AGENDA: lambda: translate("Story", "Next contacts"),
        StoryKind.POST_IT: lambda: translate("Story", "Post-its"),
        StoryKind.PITCH: lambda: translate("Story", "Pitches"),
        StoryKind.ATTACHMENT: lambda: translate("Story", "Attachments"),
    }[kind]()


def entry_word(entry: StoryEntry) -> str:
    """Return the word for one entry of the timeline, before its title."""
    return _ENTRY_WORDS[entry.kind](entry)


_ENTRY_WORDS: dict[StoryKind, Callable[[StoryEntry], str]] = {
    StoryKind.CONTACT: lambda entry: "",
    StoryKind.ORDER: lambda entry: order_kind(OrderKind(entry.code)),
    StoryKind.QUOTE: lambda entry: translate("Story", "Quote"),
    StoryKind.TITLE: lambda entry: translate("Story", "Title"),
    StoryKind.CASE: lambda entry: translate("Story", "Service:"),
    StoryKind.MESSAGE: lambda entry: "",
    StoryKind.OBJECTION: lambda entry: translate("Story", "Objection:"),
    StoryKind.AGENDA: lambda entry: translate("Story", "Next contact"),
    StoryKind.POST_IT: lambda entry: translate("Story", "Post-it"),
    StoryKind.PITCH: lambda entry: translate("Story", "Pitch"),
    StoryKind.ATTACHMENT: lambda entry: translate("Story", "Attachment"),
}


def code_word(entry: StoryEntry) -> str:
    """Return what became of an entry; empty where its own words say all."""
    match entry.kind:
        case StoryKind.QUOTE:
            return quote_state(QuoteState(entry.code))
        case StoryKind.CASE:
            return case_state(ServiceCaseState(entry.code))
        case (
            StoryKind.TITLE
            | StoryKind.MESSAGE
            | StoryKind.OBJECTION
            | StoryKind.AGENDA
            | StoryKind.ATTACHMENT
        ):
            known = _CODES.get((entry.kind, entry.code))
            return known() if known else ""
    return ""


_CODES = {
    (StoryKind.TITLE, "open"): lambda: translate("Story", "to fall due"),
    (StoryKind.TITLE, "overdue"): lambda: translate("Story", "overdue"),
    (StoryKind.TITLE, "paid"): lambda: translate("Story", "paid"),
    (StoryKind.MESSAGE, "sent"): lambda: translate("Story", "sent"),
    (StoryKind.MESSAGE, "handed_over"): lambda: translate("Story", "opened in another program"),
    (StoryKind.MESSAGE, "failed"): lambda: translate("Story", "could not be sent"),
    (StoryKind.OBJECTION, "opened"): lambda: translate("Story", "raised"),
    (StoryKind.OBJECTION, "argued"): lambda: translate("Story", "argued"),
    (StoryKind.OBJECTION, "overcome"): lambda: translate("Story", "overcome"),
    (StoryKind.OBJECTION, "put_to_wait"): lambda: translate("Story", "waiting"),
    (StoryKind.OBJECTION, "woken"): lambda: translate("Story", "woke up"),
    (StoryKind.AGENDA, "scheduled"): lambda: translate("Story", "set"),
    (StoryKind.AGENDA, "replaced"): lambda: translate("Story", "moved"),
    (StoryKind.AGENDA, "done"): lambda: translate("Story", "done"),
    (StoryKind.AGENDA, "cancelled"): lambda: translate("Story", "cancelled"),
    (StoryKind.ATTACHMENT, "waiting"): lambda: translate("Story", "waiting to be sent"),
    (StoryKind.AGENDA, "others_callback"): lambda: translate("Story", "a colleague's callback"),
}


def order_kind(kind: OrderKind) -> str:
    """Return the word for a kind of document."""
    match kind:
        case OrderKind.SALE:
            return translate("Words", "Sale")
        case OrderKind.RETURN:
            return translate("Words", "Return")
        case OrderKind.CANCELLED:
            return translate("Words", "Cancelled")


def delivery_word(delivery: Delivery) -> str:
    """Return where an order stands on its way; empty where nobody knows."""
    match delivery:
        case Delivery.UNKNOWN:
            return ""
        case Delivery.OPEN:
            return translate("Story", "on its way")
        case Delivery.LATE:
            return translate("Story", "late")
        case Delivery.DELIVERED:
            return translate("Story", "delivered")
        case Delivery.DELIVERED_LATE:
            return translate("Story", "delivered late")


def quote_state(state: QuoteState) -> str:
    """Return the word for a quote's state."""
    match state:
        case QuoteState.OPEN:
            return translate("Story", "open")
        case QuoteState.WON:
            return translate("Story", "won")
        case QuoteState.LOST:
            return translate("Story", "lost")
        case QuoteState.EXPIRED:
            return translate("Story", "expired")


def case_state(state: ServiceCaseState) -> str:
    """Return the word for a service case's state."""
    match state:
        case ServiceCaseState.OPEN:
            return translate("Story", "open (case)")
        case ServiceCaseState.RESOLVED:
            return translate("Story", "solved")
        case ServiceCaseState.REJECTED:
            return translate("Story", "rejected")


def case_kind(kind: ServiceCaseKind) -> str:
    """Return the word for a kind of service case."""
    match kind:
        case ServiceCaseKind.COMPLAINT:
            return translate("Story", "Complaint")
        case ServiceCaseKind.EXCHANGE:
            return translate("Story", "Exchange")
        case ServiceCaseKind.DEFECT:
            return translate("Story", "Defect")
        case ServiceCaseKind.NON_CONFORMITY:
            return translate("Story", "Non-conformity")
        case ServiceCaseKind.OTHER:
            return translate("Story", "Other")


def objection_state(one: ObjectionLine) -> tuple[str, str]:
    """Return the word for an objection's state, and its colour's token."""
    if one.woken_at is not None:
        return translate("Story", "woke up"), "success"
    match one.state:
        case ObjectionState.OPEN:
            return translate("Story", "open (objection)"), "warning"
        case ObjectionState.WAITING:
            return translate("Story", "waiting"), "ink"
        case ObjectionState.OVERCOME:
            return translate("Story", "overcome"), "ink_quiet"


def wait_words(one: ObjectionLine) -> str:
    """Return what an objection waits on, or waited on before it woke."""
    subject = one.wait_subject
    match one.waits_for:
        case WaitCondition.DATE if one.wait_until_on is not None:
            text, subject = translate("Story", "until %1"), formats.day(one.wait_until_on)
        case WaitCondition.RECEIVABLE_PAID:
            text = translate("Story", "until title %1 is paid")
            text = text if subject else translate("Story", "until the overdue titles are paid")
        case WaitCondition.PROMOTION:
            text = translate("Story", "until the promotion %1")
            text = text if subject else translate("Story", "until there is a promotion")
        case WaitCondition.PRODUCT_AVAILABLE:
            text = translate("Story", "until %1 is back in stock")
        case _:
            return ""
    return text.replace("%1", subject)


def product_state(state: ProductState) -> str:
    """Return how the customer stands to a product."""
    match state:
        case ProductState.REGULAR:
            return translate("Story", "regular")
        case ProductState.DUE:
            return translate("Story", "due")
        case ProductState.LAPSED:
            return translate("Story", "stopped")
        case ProductState.ONCE:
            return translate("Story", "once")
