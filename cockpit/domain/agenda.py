"""Next contacts, and the reminders that bring them back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import AppointmentKind, Channel, ContactGoal, ReminderState

#: A next contact without a time is brought back when the office opens.
WHOLE_DAY_REMINDER = timedelta(hours=8)
#: A callback with a time that nobody answered is told to the team so much later, by default.
ESCALATE_AFTER = timedelta(minutes=30)
#: A program that was told to show a reminder and did not say so within it is not waited for.
SHOW_LEASE = timedelta(seconds=30)
#: What was told, or put off by a snooze, so long before its time is the work of a wrong clock.
OFF_CLOCK = timedelta(days=2)
LONGEST_SNOOZE = timedelta(days=1)
#: So much of a contact's note, in letters, goes along to the next contact that follows on it.
NOTE_LENGTH = 160
SNOOZE_PRESETS = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class AppointmentDraft(StorableTexts):
    """A next contact that is about to be set.

    Attributes:
        due_at: When to call, aware, in UTC. Without a time it is the start of the local day.
        has_time: Whether the time of day matters.
        kind: Whose it is.
        note: What to remember, in the operator's words.
        lead: How long before ``due_at`` the reminder comes.
        goal: What the contact is for.
        channel: How; None leaves it open.
        deadline: By when the customer waits for an answer, aware, in UTC.
    """

    due_at: datetime
    has_time: bool
    kind: AppointmentKind = AppointmentKind.MY_CALLBACK
    note: str = ""
    lead: timedelta = timedelta(0)
    goal: ContactGoal | None = None
    channel: Channel | None = None
    deadline: datetime | None = None

    @property
    def remind_at(self) -> datetime:
        """Return when the reminder is to be raised."""
        return self.due_at - self.lead if self.has_time else self.due_at + WHOLE_DAY_REMINDER


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder with what its notification shows.

    Attributes:
        reminder_id: Key.
        customer_id: Whom to call.
        customer_name: Their name, for the desktop and the in-window list.
        phone: Number to dial, or an empty text.
        due_at: The contact's instant; the start of its local day without a time.
        has_time: Whether the time of day matters.
        remind_at: When it is to be raised, snoozing included.
        state: Pending, raised or snoozed.
        note: The operator's words.
        kind: Whose it is.
        owner_name: Who set it, where that is a colleague; else empty.
        round: Which telling it is; it grows with each snooze and escalation.
        is_escalated: Whether it was left unanswered by whoever it was for.
        deadline: By when the customer waits for an answer, aware, in UTC.
        goal: What the contact is for.
    """

    reminder_id: UUID
    customer_id: UUID
    customer_name: str
    phone: str
    due_at: datetime
    has_time: bool
    remind_at: datetime
    state: ReminderState
    note: str
    kind: AppointmentKind = AppointmentKind.MY_CALLBACK
    owner_name: str = ""
    round: int = 0
    is_escalated: bool = False
    deadline: datetime | None = None
    goal: ContactGoal | None = None
