"""What columns of facts are called, and how they are read; the program's own are left out."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from cockpit.domain.audit import AuditAction
from cockpit.domain.field import ValueKind
from cockpit.domain.vocabulary import (
    AppointmentEventKind,
    BreakKind,
    Channel,
    ContactDirection,
    ContactGoal,
    LifecycleStatus,
    MessageState,
    ObjectionEventKind,
    QueueEventKind,
    ReminderEventKind,
)
from cockpit.ui.audit_trail.words import action_word
from cockpit.ui.sync.entity_words import entity_word
from cockpit.ui.words import channel_word, goal_word, status_word
from cockpit.ui.working_time.words import kind_word as break_word

translate = QCoreApplication.translate

_V = ValueKind
#: The columns that people know, in the order in which they are told.
COLUMNS: Mapping[str, ValueKind] = {
    "occurred_at": _V.INSTANT, "written_at": _V.INSTANT, "stated_at": _V.INSTANT,
    "seen_at": _V.INSTANT, "read_at": _V.INSTANT, "action": _V.WORD, "entity": _V.WORD,
    "kind": _V.WORD, "state": _V.WORD, "channel": _V.WORD, "direction": _V.WORD,
    "status_at_contact": _V.WORD, "person_name": _V.TEXT, "address": _V.TEXT, "name": _V.TEXT,
    "is_forbidden": _V.YES_NO, "worked": _V.YES_NO, "note": _V.TEXT, "potential_cents": _V.MONEY,
    "forecast_on": _V.DAY, "subject": _V.TEXT, "body": _V.TEXT, "why_stopped": _V.TEXT,
    "arguments": _V.TEXT, "offer": _V.TEXT, "goal": _V.TEXT, "due_at": _V.INSTANT,
    "proposed_at": _V.INSTANT, "chosen_at": _V.INSTANT, "until_at": _V.INSTANT,
    "started_at": _V.INSTANT, "ended_at": _V.INSTANT, "is_struck": _V.YES_NO,
    "taken_at": _V.INSTANT, "reason": _V.TEXT, "reply": _V.TEXT,
}  # fmt: skip


def kind_of(entity: str, column: str) -> ValueKind:
    """Return how a value is read; a goal is a word where it is chosen, a text where written."""
    return ValueKind.WORD if (entity, column) in _WORDS else COLUMNS[column]


def label(entity: str, column: str) -> str:
    """Return what a column is called."""
    own = {
        ("objection_events", "kind"): translate("Laptops", "What happened"),
        ("appointment_events", "kind"): translate("Laptops", "What happened"),
        ("reminder_events", "kind"): translate("Laptops", "What happened"),
        ("queue_events", "kind"): translate("Laptops", "What happened"),
        ("appointment_events", "due_at"): translate("Laptops", "For when"),
    }
    return own.get((entity, column)) or _labels()[column]


def word_of(entity: str, column: str, code: str) -> str:
    """Return the word for a code of a closed vocabulary.

    Raises:
        ValueError: It is none that this program knows.
    """
    read = _WORDS.get((entity, column))
    if read is None:
        raise ValueError(code)
    return read(code)


def _labels() -> Mapping[str, str]:
    when = translate("Laptops", "When")
    return {
        **dict.fromkeys(("occurred_at", "written_at", "stated_at", "seen_at", "read_at"), when),
        "action": translate("Laptops", "What was done"),
        "entity": translate("Laptops", "To what"),
        "kind": translate("Laptops", "Kind"),
        "state": translate("Laptops", "State"),
        "channel": translate("Laptops", "Channel"),
        "direction": translate("Laptops", "Who began it"),
        "status_at_contact": translate("Laptops", "Client's status then"),
        "person_name": translate("Laptops", "With whom"),
        "address": translate("Laptops", "To"),
        "name": translate("Laptops", "Name"),
        "is_forbidden": translate("Laptops", "Contact forbidden"),
        "worked": translate("Laptops", "It convinced"),
        "note": translate("Laptops", "Note"),
        "potential_cents": translate("Laptops", "Could buy a month"),
        "forecast_on": translate("Laptops", "Order expected on"),
        "subject": translate("Laptops", "Subject"),
        "body": translate("Laptops", "Text"),
        "why_stopped": translate("Laptops", "Why they stopped"),
        "arguments": translate("Laptops", "Arguments"),
        "offer": translate("Laptops", "Offer"),
        "goal": translate("Laptops", "Goal"),
        "due_at": when,
        "proposed_at": translate("Laptops", "Proposed for"),
        "chosen_at": translate("Laptops", "Chosen for"),
        "until_at": translate("Laptops", "Until"),
        "started_at": translate("Laptops", "From"),
        "ended_at": translate("Laptops", "Until"),
        "is_struck": translate("Laptops", "Struck out"),
        "taken_at": translate("Laptops", "Taken on"),
        "reason": translate("Laptops", "Reason"),
        "reply": translate("Laptops", "Answer"),
    }


def _direction(code: str) -> str:
    return {
        ContactDirection.OUTBOUND: translate("Laptops", "The company"),
        ContactDirection.INBOUND: translate("Laptops", "The client"),
    }[ContactDirection(code)]


def _message_state(code: str) -> str:
    return {
        MessageState.SENT: translate("Laptops", "sent"),
        MessageState.HANDED_OVER: translate("Laptops", "opened in another program"),
        MessageState.FAILED: translate("Laptops", "could not be sent"),
    }[MessageState(code)]


def _appointment_step(code: str) -> str:
    return {
        AppointmentEventKind.SCHEDULED: translate("Laptops", "set"),
        AppointmentEventKind.REPLACED: translate("Laptops", "moved"),
        AppointmentEventKind.DONE: translate("Laptops", "done"),
        AppointmentEventKind.CANCELLED: translate("Laptops", "cancelled"),
    }[AppointmentEventKind(code)]


def _objection_step(code: str) -> str:
    return {
        ObjectionEventKind.OPENED: translate("Laptops", "raised"),
        ObjectionEventKind.ARGUED: translate("Laptops", "argued"),
        ObjectionEventKind.OVERCOME: translate("Laptops", "overcome"),
        ObjectionEventKind.PUT_TO_WAIT: translate("Laptops", "put to wait"),
        ObjectionEventKind.WOKEN: translate("Laptops", "woke up"),
    }[ObjectionEventKind(code)]


def _reminder_step(code: str) -> str:
    return {
        ReminderEventKind.ARMED: translate("Laptops", "set"),
        ReminderEventKind.RAISED: translate("Laptops", "rang"),
        ReminderEventKind.OPENED: translate("Laptops", "opened"),
        ReminderEventKind.SNOOZED: translate("Laptops", "put off"),
        ReminderEventKind.DONE: translate("Laptops", "done"),
        ReminderEventKind.CANCELLED: translate("Laptops", "cancelled"),
        ReminderEventKind.ESCALATED: translate("Laptops", "passed on to the supervisor"),
    }[ReminderEventKind(code)]


def _queue_step(code: str) -> str:
    return {
        QueueEventKind.SKIPPED: translate("Laptops", "skipped"),
        QueueEventKind.SNOOZED: translate("Laptops", "put off"),
        QueueEventKind.PUT_BACK: translate("Laptops", "put back"),
        QueueEventKind.UNDONE: translate("Laptops", "taken back"),
        QueueEventKind.OVERRIDDEN: translate("Laptops", "a rule was passed over"),
    }[QueueEventKind(code)]


def _work_kind(code: str) -> str:
    return break_word(BreakKind(code))


def _channel(code: str) -> str:
    return channel_word(Channel(code))


def _goal(code: str) -> str:
    return goal_word(ContactGoal(code))


_WORDS: Mapping[tuple[str, str], Callable[[str], str]] = {
    ("contacts", "channel"): _channel,
    ("contacts", "direction"): _direction,
    ("contacts", "status_at_contact"): lambda code: status_word(LifecycleStatus(code)),
    ("sent_messages", "channel"): _channel,
    ("sent_messages", "state"): _message_state,
    ("contact_permissions", "channel"): _channel,
    ("cadence_decisions", "channel"): _channel,
    ("cadence_decisions", "goal"): _goal,
    ("appointment_events", "kind"): _appointment_step,
    ("objection_events", "kind"): _objection_step,
    ("reminder_events", "kind"): _reminder_step,
    ("queue_events", "kind"): _queue_step,
    ("work_corrections", "kind"): _work_kind,
    ("audit_events", "action"): lambda code: action_word(AuditAction(code)),
    ("audit_events", "entity"): entity_word,
}
