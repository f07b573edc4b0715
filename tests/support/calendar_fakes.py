"""A calendar file's service, held in memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from cockpit.domain.calendar_clues import ClueKind
from cockpit.domain.calendar_files import CalendarFilter, IncomingEvent
from cockpit.domain.calendar_plan import CalendarResult, CalendarStep, DoneEvent, PlannedEvent
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.messages import Message

AT = datetime(2022, 3, 28, 13, tzinfo=UTC)
ACME = new_id()


def planned(number: int, step: CalendarStep, **changes: object) -> PlannedEvent:
    """Return an event that is about Acme, ticked where there is something to do."""
    event = IncomingEvent(number, f"u{number}", f"Evento {number}", starts_at=AT)
    one = PlannedEvent(event, step, ACME, "Acme", ClueKind.NAME)
    return replace(one, **{"is_chosen": one.is_doable, **changes})  # type: ignore[arg-type]


def asked(number: int) -> PlannedEvent:
    """Return an event whose client is not known."""
    reason = Message.of("calendar.no_client")
    return planned(number, CalendarStep.ASK, customer_id=None, clue=None, reason=reason)


@dataclass
class FakeCalendarFiles:
    """Plans what it is told to, and keeps what it was asked to do.

    Attributes:
        error: What the next call fails with.
        overtaken: Events that somebody else is faster with.
    """

    plans: tuple[PlannedEvent, ...] = ()
    error: GiroError | None = None
    exported: list[tuple[Path, CalendarFilter]] = field(default_factory=list)
    applied: list[list[int]] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    overtaken: frozenset[int] = frozenset()
    searched: list[str] = field(default_factory=list)

    def export(self, path: Path, chosen: CalendarFilter, *, say: Callable[[Message], str]) -> int:
        self._fail()
        self.exported.append((path, chosen))
        return 3

    def read(self, path: Path) -> tuple[IncomingEvent, ...]:
        self._fail()
        return tuple(one.event for one in self.plans)

    def plan(
        self, events: Sequence[IncomingEvent], assigned: Mapping[int, UUID]
    ) -> tuple[PlannedEvent, ...]:
        done = {number for part in self.applied for number in part} - set(self.undone)
        return tuple(self._planned(one, assigned, done) for one in self.plans)

    def apply(self, part: Sequence[PlannedEvent]) -> CalendarResult:
        self._fail()
        numbers = [one.event.number for one in part]
        kept = [number for number in numbers if number not in self.overtaken]
        self.applied.append(kept)
        done = tuple(DoneEvent(number, ACME, new_id(), None) for number in kept)
        return CalendarResult(done, tuple(self.overtaken & {*numbers}))

    def undo(self, part: Sequence[DoneEvent]) -> int:
        self.undone += [one.number for one in part]
        return len(part)

    def search(self, text: str) -> tuple[tuple[UUID, str], ...]:
        self.searched.append(text)
        return ((ACME, "Acme"),) if text.lower() in "acme" else ()

    def _planned(
        self, one: PlannedEvent, assigned: Mapping[int, UUID], done: set[int]
    ) -> PlannedEvent:
        if one.event.number in done:
            return replace(one, step=CalendarStep.SAME, is_chosen=False)
        if one.event.number in assigned:
            key = assigned[one.event.number]
            return replace(one, step=CalendarStep.NEW, customer_id=key, is_chosen=True, reason=None)
        return one

    def _fail(self) -> None:
        error, self.error = self.error, None
        if error is not None:
            raise error
