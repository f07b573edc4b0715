"""What taking a calendar file in would do, event by event, before anything is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from cockpit.domain.calendar_clues import ClueKind
from cockpit.domain.calendar_files import IncomingEvent
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import AppointmentState


class CalendarStep(StrEnum):
    """What is done with an event."""

    NEW = "new"
    MOVE = "move"
    CANCEL = "cancel"
    REPLACE = "replace"
    SAME = "same"
    ASK = "ask"
    REFUSE = "refuse"


#: What changes something; all else stays as it is.
DOABLE = frozenset({CalendarStep.NEW, CalendarStep.MOVE, CalendarStep.CANCEL, CalendarStep.REPLACE})


@dataclass(frozen=True, slots=True)
class StoredNext:
    """A next contact as it is stored.

    Attributes:
        due_at: In UTC.
        owner_id: Whose it is; None is anybody's.
        owner_name: Who that is, or an empty text.
        changed_at: When it was last changed, in UTC.
    """

    appointment_id: UUID
    customer_id: UUID
    customer_name: str
    state: AppointmentState
    due_at: datetime
    has_time: bool
    owner_id: UUID | None
    owner_name: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event, and what would be done with it.

    Attributes:
        customer_id: Whom it is about; None where that is not known.
        clue: By what they were found; None where they were known or named by the user.
        before: The client's open next contact now.
        reason: Why it is not done, or not without being asked for.
        candidates: Who it may be about, where several are found.
        is_chosen: Whether it is done unless the user says otherwise.
    """

    event: IncomingEvent
    step: CalendarStep
    customer_id: UUID | None = None
    customer_name: str = ""
    clue: ClueKind | None = None
    before: StoredNext | None = None
    reason: Message | None = None
    candidates: tuple[tuple[UUID, str], ...] = ()
    is_chosen: bool = False

    @property
    def is_doable(self) -> bool:
        """Return whether there is something to do."""
        return self.step in DOABLE


@dataclass(frozen=True, slots=True)
class DoneEvent:
    """What was done with an event, by which it is taken back.

    Attributes:
        number: The event's place in its file.
        made_id: The next contact that it made; None where it cancelled one.
        before_id: The one that was open before; None where none was.
    """

    number: int
    customer_id: UUID
    made_id: UUID | None
    before_id: UUID | None


@dataclass(frozen=True, slots=True)
class CalendarResult:
    """What came of a part of a file.

    Attributes:
        done: What was done.
        overtaken: Events whose client somebody else changed since they were shown.
    """

    done: tuple[DoneEvent, ...] = ()
    overtaken: tuple[int, ...] = ()

    def with_other(self, other: "CalendarResult") -> "CalendarResult":
        """Return what came of both."""
        return CalendarResult(self.done + other.done, self.overtaken + other.overtaken)


def in_order(planned: Iterable[PlannedEvent]) -> list[PlannedEvent]:
    """Return what is to be done in the order of doing it.

    Customers come in the order in which everybody locks them; one's cancelled event makes room for
    their new one.
    """
    doable = [one for one in planned if one.is_doable and one.customer_id is not None]
    return sorted(doable, key=lambda one: (one.customer_id, one.step is not CalendarStep.CANCEL))
