"""The agenda as it is looked at: open next contacts, whose they are, and what a change replaced."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from cockpit.domain.calling_hours import CallingHours
from cockpit.domain.day_load import DayLoad
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import (
    AppointmentEventKind,
    AppointmentKind,
    Channel,
    ContactGoal,
)

#: So many next contacts one person is planned for a day, where the company sets no other number.
DEFAULT_CAPACITY, MOST_CAPACITY = 60, 500
#: A view shows no more rows than these; the counts are of all.
MOST_ITEMS = 2_000
#: A month tells names where it holds no more than these; else its counts alone.
MOST_NAMED = 600


class Scope(StrEnum):
    """Whose agenda is looked at."""

    MINE = "mine"
    PERSON = "person"
    TEAM = "team"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class AgendaOwner:
    """One choice of whose agenda is shown.

    Attributes:
        name: The person's or the team's; empty where the scope says it all.
        users: Whose next contacts; None means everybody's.
        heads: How many people work on them, which the capacity is multiplied with.
    """

    scope: Scope
    name: str
    users: frozenset[UUID] | None
    heads: int = 1


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One open next contact.

    Attributes:
        due_at: The instant, aware, in UTC; the start of its local day without a time.
        note: The operator's words; empty where they are a colleague's own.
        owner_id: Who calls; None where anybody may.
        owner: Their name, or an empty text.
        answers_id: Who answers for it: who calls, else whose portfolio the customer is in, else
            who set it.
        at_risk_cents: The customer's money at risk.
        lead_minutes: How long before its time the reminder comes.
        deadline: By when the customer waits for an answer, aware, in UTC.
    """

    appointment_id: UUID
    customer_id: UUID
    customer: str
    code: str
    due_at: datetime
    has_time: bool
    kind: AppointmentKind
    goal: ContactGoal | None
    channel: Channel | None
    note: str
    owner_id: UUID | None
    owner: str
    answers_id: UUID | None
    at_risk_cents: int
    lead_minutes: int = 0
    deadline: datetime | None = None

    def is_private_to(self, user_id: UUID) -> bool:
        """Return whether it is another's own callback, as this user sees it."""
        is_own = self.owner_id is None or self.owner_id == user_id
        return self.kind is AppointmentKind.MY_CALLBACK and not is_own

    def is_overdue(self, now: datetime, day_start: datetime) -> bool:
        """Return whether its time is past, or, without a time, its whole day."""
        return self.due_at < (now if self.has_time else day_start)


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """What a view shows.

    Attributes:
        items: The next contacts, earliest first, whole days at their start.
        total: How many there are in all.
        days: The load of each day that the view covers.
        overdue: How many are overdue, whatever is shown.
    """

    items: tuple[AgendaItem, ...]
    total: int
    days: tuple[DayLoad, ...]
    overdue: int


@dataclass(frozen=True, slots=True)
class NewTime:
    """When a next contact is to be instead.

    Attributes:
        due_at: Aware, in UTC; the start of the local day without a time.
    """

    appointment_id: UUID
    due_at: datetime
    has_time: bool


@dataclass(frozen=True, slots=True)
class NewNote(StorableTexts):
    """What a next contact's note is to say instead."""

    appointment_id: UUID
    note: str


@dataclass(frozen=True, slots=True)
class AgendaChange:
    """What a change of the agenda replaced, by which it is taken back.

    Attributes:
        replaced: The new next contacts, each with the one before it, None where there was none.
        done: Those that were marked as done.
        customers: Whose they are.
        outside: How many now lie outside the hours in which their customers may be called.
        is_kept: Whether it waits on this computer for the server.
    """

    replaced: tuple[tuple[UUID, UUID | None], ...] = ()
    done: tuple[UUID, ...] = ()
    customers: tuple[UUID, ...] = ()
    outside: int = 0
    is_kept: bool = False

    def __len__(self) -> int:
        """Return how many next contacts changed."""
        return len(self.replaced) + len(self.done)

    def __add__(self, other: "AgendaChange") -> "AgendaChange":
        """Return both changes as one."""
        return AgendaChange(
            self.replaced + other.replaced,
            self.done + other.done,
            self.customers + other.customers,
            self.outside + other.outside,
        )


@dataclass(frozen=True, slots=True)
class SpreadPlan:
    """How a bulk of next contacts would be spread.

    Attributes:
        moves: What would move where.
        before: The days on offer as they are without these next contacts.
        after: The same days with them.
        kept: Next contacts that stay: an hour was agreed with the customer.
        homeless: Customers for whom no day on offer has room in their hours.
    """

    moves: tuple[NewTime, ...]
    before: tuple[DayLoad, ...]
    after: tuple[DayLoad, ...]
    kept: int = 0
    homeless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaEvent:
    """One step in the history of a customer's next contacts.

    Attributes:
        at: When it happened.
        due_at: The instant that was agreed.
        who: Who did it, or an empty text.
    """

    kind: AppointmentEventKind
    at: datetime
    due_at: datetime
    has_time: bool
    who: str


@dataclass(frozen=True, slots=True)
class NextContactFacts:
    """What stands when a customer's next contact is about to be set.

    Attributes:
        customer: Their name.
        present: The next contact that is open; None without one.
        history: The last steps, newest first.
        hours: When they may be called; None where nobody knows.
    """

    customer_id: UUID
    customer: str
    present: AgendaItem | None
    history: tuple[AgendaEvent, ...] = ()
    hours: CallingHours | None = None
