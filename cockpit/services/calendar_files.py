"""Next contacts into calendar files, and calendar files into next contacts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calendar_clues import ClueKind
from cockpit.domain.calendar_files import (
    LONGEST_NOTE,
    CalendarEntry,
    CalendarFilter,
    IncomingEvent,
    OutgoingEvent,
    is_usable_uid,
    outgoing,
)
from cockpit.domain.calendar_plan import (
    CalendarResult,
    CalendarStep,
    DoneEvent,
    PlannedEvent,
    in_order,
)
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.messages import Message
from cockpit.domain.search_terms import terms_of
from cockpit.domain.vocabulary import AppointmentKind
from cockpit.services.agenda_days import may_see
from cockpit.services.audit import AuditService
from cockpit.services.calendar_plan import plan
from cockpit.services.exporting import write_whole
from cockpit.services.ports import (
    CalendarReader,
    CalendarWriter,
    CurrentUser,
    Database,
    ReadUnit,
    WriteUnit,
)
from cockpit.services.queue import end_skip

SUFFIX = ".ics"
_MOST_FOUND = 50
Say = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class CalendarFileService:
    """Writes the agenda into a calendar file, and takes one in after showing what it would do."""

    database: Database
    clock: Clock
    user: CurrentUser
    reader: CalendarReader
    writer: CalendarWriter

    def export(
        self, path: Path, chosen: CalendarFilter, *, say: Say, is_replacing: bool = True
    ) -> int:
        """Write next contacts into a file, which appears when it is whole; return how many.

        Args:
            path: The file.
            chosen: Which next contacts.
            say: Gives a sentence in the user's language.
            is_replacing: Whether a file of this name that is there already may go.

        Raises:
            BadInputError: The file cannot be written, or there is no such user.
            ForbiddenError: The user may not see others' agendas.
            StorageFullError: The disk is full.
        """
        if path.suffix.lower() != SUFFIX:
            raise BadInputError("calendar_suffix", file=path.name)
        if not is_replacing and path.exists():
            raise BadInputError("export_file_exists", file=str(path))
        since, before = chosen.span(self.clock.zone)
        with self.database.read() as unit:
            self._check(unit, chosen.users)
            entries = unit.calendars.entries(
                users=chosen.users,
                since=since,
                before=before,
                with_cancelled=chosen.with_cancelled,
            )
        events = [self._event(entry, chosen, say) for entry in entries]
        title = say(Message.of("calendar.title"))

        def write(beside: Path) -> int:
            count = self.writer.write(beside, title, events, self.clock.zone)
            AuditService(self.database, self.clock, self.user).note_export("calendar", count)
            return count

        return write_whole(path, write)

    def read(self, path: Path) -> tuple[IncomingEvent, ...]:
        """Return a file's events.

        Raises:
            BadInputError: It is no calendar, cannot be read, or is too large.
        """
        return self.reader.read(path, zone=self.clock.zone, now=self.clock.now())

    def plan(
        self, events: Sequence[IncomingEvent], assigned: Mapping[int, UUID] | None = None
    ) -> tuple[PlannedEvent, ...]:
        """Return what each event would change; nothing is changed.

        Args:
            events: A file's.
            assigned: Whom the user said that events are about, by the events' numbers.
        """
        with self.database.read() as unit:
            return plan(
                unit,
                events,
                user=self.user,
                now=self.clock.now(),
                zone=self.clock.zone,
                assigned=assigned or {},
            )

    def client_of(self, code: str) -> UUID:
        """Return whose code it is.

        Raises:
            BadInputError: It is nobody's, or several companies' clients have it.
        """
        with self.database.read() as unit:
            found = unit.calendars.customers_by(ClueKind.CODE, {code}).get(code, ())
        if len(found) != 1:
            raise BadInputError("calendar_no_such_client", code=code)
        return found[0]

    def users_of(self, login: str) -> frozenset[UUID]:
        """Return whose login it is.

        Raises:
            BadInputError: It is nobody's.
        """
        with self.database.read() as unit:
            found = unit.calendars.user_id(login)
        if found is None:
            raise BadInputError("calendar_no_such_user", login=login)
        return frozenset({found})

    def search(self, text: str) -> tuple[tuple[UUID, str], ...]:
        """Return the first customers whom a text finds, with their names."""
        terms = terms_of(text)
        if not terms:
            return ()
        with self.database.read() as unit:
            return tuple(unit.calendars.search(terms, _MOST_FOUND))

    def apply(self, chosen: Sequence[PlannedEvent]) -> CalendarResult:
        """Do what was shown, in one step; cancelled events first.

        What somebody else changed since is left alone.
        """
        steps = in_order(chosen)
        with self.database.write() as unit:
            keys = {one.customer_id for one in steps if one.customer_id is not None}
            unreachable = frozenset(unit.calendars.unreachable(keys))
            work = _Work(unit, self.user, self.clock, unreachable)
            for one in steps:
                work.do(one)
        return CalendarResult(tuple(work.done), tuple(work.overtaken))

    def undo(self, done: Sequence[DoneEvent]) -> int:
        """Take back what ``apply`` did where nobody changed it since; return how many."""
        now, count = self.clock.now(), 0
        with self.database.write() as unit:
            for one in reversed(done):
                count += _taken_back(unit, one, user=self.user, at=now)
            keys = [one.customer_id for one in done]
            unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=keys)
        return count

    def _check(self, unit: ReadUnit, users: frozenset[UUID] | None) -> None:
        """Refuse agendas that the user may not look at."""
        if not may_see(unit, self.user, users):
            raise ForbiddenError("calendar_of_others")

    def _event(self, entry: CalendarEntry, chosen: CalendarFilter, say: Say) -> OutgoingEvent:
        """Return a next contact as it goes out; a colleague's own callback without its note."""
        kind = Message.of(f"calendar.kind_{entry.kind}")
        if chosen.is_private:
            return outgoing(entry, summary=say(kind), description="")
        summary = say(Message.of("calendar.summary", kind=kind, client=entry.customer_name))
        is_own = entry.owner_id in {None, self.user.user_id}
        is_hidden = entry.kind is AppointmentKind.MY_CALLBACK and not is_own
        return outgoing(entry, summary=summary, description="" if is_hidden else entry.note)


@dataclass(slots=True)
class _Work:
    """One step of taking a file in.

    Attributes:
        unreachable: Who closed every channel, since then too.
        done: What was done so far.
        overtaken: What somebody else changed before.
    """

    unit: WriteUnit
    user: CurrentUser
    clock: Clock
    unreachable: frozenset[UUID]
    done: list[DoneEvent] = field(default_factory=list)
    overtaken: list[int] = field(default_factory=list)

    def do(self, one: PlannedEvent) -> None:
        """Do what was shown of one event, where its client is as they were then."""
        customer_id, number = one.customer_id, one.event.number
        before_id = None if one.before is None else one.before.appointment_id
        if customer_id is None or not self._is_as_shown(customer_id, before_id):
            self.overtaken.append(number)
            return
        made_id = None
        if one.step is CalendarStep.CANCEL:
            is_done = before_id is not None and self._cancelled(before_id)
        else:
            made_id = self._made(one, customer_id, before_id)
            is_done = made_id is not None
        if not is_done:
            self.overtaken.append(number)
            return
        self.done.append(DoneEvent(number, customer_id, made_id, before_id))
        self.unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=[customer_id])

    def _is_as_shown(self, customer_id: UUID, before_id: UUID | None) -> bool:
        is_open = self.unit.agenda.open_next_contact(customer_id) == before_id
        return is_open and customer_id not in self.unreachable

    def _cancelled(self, key: UUID) -> bool:
        return self.unit.agenda.take_back(key, None, user=self.user, at=self.clock.now())

    def _made(self, one: PlannedEvent, customer_id: UUID, before_id: UUID | None) -> UUID | None:
        """Return the next contact that an event became; None where somebody was faster."""
        now, event, agenda = self.clock.now(), one.event, self.unit.agenda
        if event.starts_at is None:
            return None
        if one.step is CalendarStep.MOVE and before_id is not None:
            when = (event.starts_at, event.has_time)
            return agenda.change(before_id, user=self.user, at=now, when=when)
        made_id = agenda.set_next_contact(
            customer_id, _draft(event), user=self.user, contact_id=None, at=now
        )
        replaced_id = self.unit.calendars.replaced_by(made_id)
        if replaced_id != before_id:  # set between our look and the customer's lock
            agenda.take_back(made_id, replaced_id, user=self.user, at=now)
            return None
        if is_usable_uid(event.uid):
            self.unit.calendars.keep_uid(made_id, event.uid)
        end_skip(self.unit, customer_id, user=self.user, at=now)
        return made_id


def _taken_back(unit: WriteUnit, one: DoneEvent, *, user: CurrentUser, at: datetime) -> bool:
    if one.made_id is not None:
        return unit.agenda.take_back(one.made_id, one.before_id, user=user, at=at)
    return one.before_id is not None and unit.agenda.reopen(one.before_id, user=user, at=at)


def _draft(event: IncomingEvent) -> AppointmentDraft:
    """Return the next contact that an event is to become."""
    if event.starts_at is None:
        raise ValueError("an event without a date cannot be taken in")
    usual = AppointmentKind.APPOINTMENT if event.has_time else AppointmentKind.FOLLOW_UP
    is_own = event.kind is not None
    texts = (event.description,) if is_own else (event.summary, event.description)
    return AppointmentDraft(
        due_at=event.starts_at,
        has_time=event.has_time,
        kind=event.kind or usual,
        note="\n".join(text for text in texts if text)[:LONGEST_NOTE],
        lead=event.lead,
    )
