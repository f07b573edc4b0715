"""Next contacts on their way into calendar files (RFC 5545) and out of them.

A file leaves the program for a telephone or a calendar in the cloud, where no later wish of a
client reaches it: it holds no number and no address, and the client's name only where the user
wants it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.agenda import WHOLE_DAY_REMINDER
from cockpit.domain.messages import Message
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import AppointmentKind, AppointmentState

#: A bigger file is no calendar of calls.
LARGEST_FILE = 20_000_000
MOST_EVENTS = 20_000
#: An event that repeats is taken once, where its next date is this near.
HORIZON = timedelta(days=366)
LONGEST_NOTE = 2_000
LONGEST_LEAD = timedelta(days=7)
_LONGEST_UID = 255
_MINUTES = {
    AppointmentKind.MY_CALLBACK: 15,
    AppointmentKind.TEAM_CALLBACK: 15,
    AppointmentKind.APPOINTMENT: 60,
    AppointmentKind.FOLLOW_UP: 15,
}


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """Which next contacts go out.

    Attributes:
        users: Whose, as the agenda counts them; None is everybody's.
        first: The first local day; None has no beginning.
        last: The last local day; None has no end.
        with_cancelled: Whether cancelled ones go out as such, so that calendars drop them.
        is_private: Whether names and notes stay here.
    """

    users: frozenset[UUID] | None
    first: date | None = None
    last: date | None = None
    with_cancelled: bool = False
    is_private: bool = False

    def span(self, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
        """Return the first instant and the first one after, in UTC; None where it is open."""
        since = None if self.first is None else local_midnight(self.first, zone)
        if self.last is None or self.last == date.max:
            return since, None
        return since, local_midnight(self.last + timedelta(days=1), zone)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A next contact as it is stored.

    Attributes:
        uid: The event's; it stays when the contact is moved.
        owner_id: Who calls; None where anybody may.
        due_at: The instant, in UTC; the start of the local day without a time.
        changed_at: When it was last changed, in UTC.
    """

    uid: str
    customer_name: str
    owner_id: UUID | None
    due_at: datetime
    has_time: bool
    kind: AppointmentKind
    note: str
    lead: timedelta
    state: AppointmentState
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class OutgoingEvent:
    """An event as it is written.

    Attributes:
        starts_at: In UTC; the start of the local day without a time.
        minutes: How long it takes; without a time the day is its length.
        alarm: When it reminds, from the start; negative is before.
    """

    uid: str
    starts_at: datetime
    has_time: bool
    minutes: int
    summary: str
    description: str
    alarm: timedelta
    is_cancelled: bool
    changed_at: datetime
    kind: AppointmentKind


@dataclass(frozen=True, slots=True)
class IncomingEvent(StorableTexts):
    """An event as a file has it.

    Attributes:
        number: Its place in the file, from 1.
        uid: Empty where the file has none.
        addresses: E-mail addresses of those who take part.
        starts_at: In UTC; the start of the local day without a time. None where it is unusable.
        lead: How long before the start it reminds.
        kind: What the program itself wrote into the file; None in files of others.
        changed_at: When it was last changed, in UTC, where the file says so.
        repeats: Whether it is one date of several.
        trouble: Why it cannot be taken; None where it can.
    """

    number: int
    uid: str
    summary: str
    description: str = ""
    addresses: tuple[str, ...] = ()
    starts_at: datetime | None = None
    has_time: bool = True
    lead: timedelta = timedelta(0)
    is_cancelled: bool = False
    kind: AppointmentKind | None = None
    changed_at: datetime | None = None
    repeats: bool = False
    trouble: Message | None = None


def is_usable_uid(uid: str) -> bool:
    """Return whether a UID can be kept."""
    return 0 < len(uid) <= _LONGEST_UID


def local_midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the start of a local day, in UTC."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def outgoing(entry: CalendarEntry, *, summary: str, description: str) -> OutgoingEvent:
    """Return the event of a next contact with the words that it is to have."""
    return OutgoingEvent(
        uid=entry.uid,
        starts_at=entry.due_at,
        has_time=entry.has_time,
        minutes=_MINUTES[entry.kind],
        summary=summary,
        description=description,
        alarm=-entry.lead if entry.has_time else WHOLE_DAY_REMINDER,
        is_cancelled=entry.state is AppointmentState.CANCELLED,
        changed_at=entry.changed_at,
        kind=entry.kind,
    )
