"""The agenda: looking at next contacts, moving them, spreading many over working days."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.agenda_view import (
    MOST_CAPACITY,
    MOST_ITEMS,
    MOST_NAMED,
    AgendaChange,
    AgendaItem,
    AgendaOwner,
    AgendaPage,
    NewNote,
    NewTime,
    NextContactFacts,
    SpreadPlan,
)
from cockpit.domain.cadence_choice import Breach, reason_needed
from cockpit.domain.calling_hours import CallingHours
from cockpit.domain.calling_window import window_now
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ConflictError, ForbiddenError
from cockpit.domain.plain_text import storable
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import QueueEventKind, SettingScope
from cockpit.services.agenda_days import (
    CAPACITY,
    day_loads,
    day_start,
    may_see,
    stored_capacity,
)
from cockpit.services.agenda_shift import Shifting
from cockpit.services.agenda_spread import Spreading
from cockpit.services.ports import CurrentUser, Database, ReadUnit, WriteUnit
from cockpit.services.queue import end_skip

_HISTORY = 6
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AgendaService:
    """Reads whole views in one go; every change can be taken back.

    A colleague's own callback is theirs: only they and who supervises change it.
    """

    database: Database
    clock: Clock
    user: CurrentUser

    # --- looking -------------------------------------------------------------------------------

    def owners(self) -> tuple[AgendaOwner, ...]:
        """Return whose agendas the user may look at, their own first."""
        with self.database.read() as unit:
            return tuple(unit.agenda_view.owners(self.user))

    def days(self, first: date, last: date, owner: AgendaOwner) -> AgendaPage:
        """Return what is due on some days, the last one included, with their loads.

        Raises:
            ForbiddenError: The user may not look at that agenda.
        """
        with self.database.read() as unit:
            self._check_seen(unit, owner)
            since, before = self._start(first), self._start(last + _DAY)
            items = unit.agenda_view.items(since, before, users=owner.users, most=MOST_ITEMS)
            counts = None if len(items) == MOST_ITEMS else self._counted(items)
            loads = day_loads(unit, self.clock.zone, first, last, owner, counts=counts)
            overdue = self._overdue_count(unit, owner)
        return AgendaPage(tuple(items), sum(one.count for one in loads), loads, overdue)

    def overdue(self, owner: AgendaOwner) -> AgendaPage:
        """Return what is overdue, the oldest first, with the load of the present day.

        Raises:
            ForbiddenError: The user may not look at that agenda.
        """
        now, start = self.clock.now(), self._start(self.clock.today())
        with self.database.read() as unit:
            self._check_seen(unit, owner)
            items = unit.agenda_view.overdue(now, start, users=owner.users, most=MOST_ITEMS)
            count = self._overdue_count(unit, owner)
            today = self.clock.today()
            loads = day_loads(unit, self.clock.zone, today, today, owner)
        return AgendaPage(tuple(items), count, loads, count)

    def loads(self, first: date, last: date, owner: AgendaOwner) -> AgendaPage:
        """Return how much each of some days holds, the last one included.

        Where they are few, the next contacts come along.

        Raises:
            ForbiddenError: The user may not look at that agenda.
        """
        with self.database.read() as unit:
            self._check_seen(unit, owner)
            days = day_loads(unit, self.clock.zone, first, last, owner)
            total = sum(one.count for one in days)
            since, before = self._start(first), self._start(last + _DAY)
            items: list[AgendaItem] = []
            if total <= MOST_NAMED:
                items = unit.agenda_view.items(since, before, users=owner.users, most=total)
            overdue = self._overdue_count(unit, owner)
        return AgendaPage(tuple(items), total, days, overdue)

    def facts(self, customer_id: UUID) -> NextContactFacts:
        """Return a customer's open next contact and its history.

        Raises:
            ConflictError: The customer is not there any more.
        """
        with self.database.read() as unit:
            names = unit.customers.names([customer_id])
            if customer_id not in names:
                raise ConflictError("customer_gone")
            hours = _hours(unit, customer_id)
            if hours is not None:
                hours.next_opening(self.clock.now())  # reads the calendars, which takes a while
            return NextContactFacts(
                customer_id,
                names[customer_id],
                unit.agenda_view.of_customer(customer_id),
                tuple(unit.agenda_view.history(customer_id, most=_HISTORY)),
                hours,
            )

    def capacity(self) -> int:
        """Return how many next contacts a person is planned for a day."""
        with self.database.read() as unit:
            return stored_capacity(unit)

    def propose_spread(
        self, appointment_ids: Sequence[UUID], *, first: date, day_count: int
    ) -> SpreadPlan:
        """Return how next contacts would be spread over working days; nothing is stored.

        Args:
            appointment_ids: Which.
            first: No day before it is used.
            day_count: Over how many working days.
        """
        with self.database.read() as unit:
            spreading = Spreading(unit, self.clock.zone)
            return spreading.propose(appointment_ids, first=first, day_count=day_count)

    # --- changing ------------------------------------------------------------------------------

    def set_capacity(self, count: int) -> None:
        """Store how many next contacts a person is planned for a day, for everybody.

        Raises:
            ForbiddenError: The user does not supervise.
            BadInputError: The number is out of range.
        """
        if not self.user.may(Task.CHANGE_COMPANY_SETTINGS):
            raise ForbiddenError("agenda_capacity_supervisor")
        if not 1 <= count <= MOST_CAPACITY:
            raise BadInputError("agenda_capacity", most=MOST_CAPACITY)
        with self.database.write() as unit:
            unit.settings.put(SettingScope.COMPANY, None, CAPACITY, count)
            unit.changed(Topic.SETTINGS, Topic.AGENDA, customer_ids=[])

    def set_next(
        self,
        customer_id: UUID,
        draft: AppointmentDraft,
        reason: str = "",
        key: UUID | None = None,
    ) -> AgendaChange:
        """Set a customer's one next contact, replacing the one that is open.

        Args:
            customer_id: Whose.
            draft: The new one.
            reason: Why it is when they may not be called, where it is; it is kept.
            key: Of the new one; the same again is set once.

        Raises:
            BadInputError: It is when they may not be called, and nothing says why.
            ForbiddenError: That one is a colleague's own callback.
        """
        now = self.clock.now()
        with self.database.write() as unit:
            if key is not None and unit.agenda.is_set(key, user=self.user):
                return AgendaChange((), customers=(customer_id,))
            present = unit.agenda_view.of_customer(customer_id)
            self._check_free(unit, customer_id, present)
            self._justify(unit, customer_id, draft, reason)
            before = unit.agenda.open_next_contact(customer_id)
            set_key = unit.agenda.set_next_contact(
                customer_id, draft, user=self.user, contact_id=None, at=now, key=key
            )
            self._tell(unit, [customer_id], now)
            when = NewTime(set_key, draft.due_at, draft.has_time)
            outside = self._outside(unit, [(customer_id, when)])
        return AgendaChange(((set_key, before),), customers=(customer_id,), outside=outside)

    def move(self, times: Sequence[NewTime]) -> AgendaChange:
        """Move next contacts; those that somebody closed meanwhile stay closed.

        Raises:
            BadInputError: A new time is past.
            ForbiddenError: One is a colleague's own callback; nothing was changed.
        """
        now, today = self.clock.now(), self._start(self.clock.today())
        if any(one.due_at < (now if one.has_time else today) for one in times):
            raise BadInputError("date_past")
        when = {one.appointment_id: one for one in times}

        def moved(unit: WriteUnit, item: AgendaItem) -> UUID | None:
            new = when[item.appointment_id]
            return unit.agenda.change(
                item.appointment_id, user=self.user, at=now, when=(new.due_at, new.has_time)
            )

        return self._change(list(when), moved, when)

    def shift(
        self, appointment_ids: Sequence[UUID], *, days: int = 0, half_hours: int = 0
    ) -> AgendaChange:
        """Move next contacts by working days or by half hours within their day.

        What is overdue moves as if it were due today; a whole day gets the time at which the
        office opens.

        Raises:
            BadInputError: A new time is past.
            ForbiddenError: One is a colleague's own callback; nothing was changed.
        """
        with self.database.read() as unit:
            items = unit.agenda_view.by_keys(appointment_ids)
            rules = unit.queue.window_rules()
        shifting = Shifting(self.clock, rules)
        return self.move([shifting.of(one, days=days, half_hours=half_hours) for one in items])

    def note(self, note: NewNote) -> AgendaChange:
        """Write another note on a next contact.

        Raises:
            ForbiddenError: It is a colleague's own callback.
        """
        now = self.clock.now()

        def noted(unit: WriteUnit, item: AgendaItem) -> UUID | None:
            return unit.agenda.change(
                item.appointment_id, user=self.user, at=now, note=note.note.strip()
            )

        return self._change([note.appointment_id], noted)

    def finish(self, appointment_ids: Sequence[UUID]) -> AgendaChange:
        """Mark next contacts as done without a contact being logged.

        Raises:
            ForbiddenError: One is a colleague's own callback; nothing was changed.
        """
        now = self.clock.now()
        with self.database.write() as unit:
            items = self._checked(unit, appointment_ids)
            for item in items:
                unit.agenda.close_next_contact(
                    item.customer_id, user=self.user, contact_id=None, at=now
                )
            self._tell(unit, [item.customer_id for item in items], now)
        return AgendaChange(
            done=tuple(item.appointment_id for item in items),
            customers=tuple(item.customer_id for item in items),
        )

    def take_back(self, change: AgendaChange) -> int:
        """Undo a change wherever nobody changed it since; return how many next contacts."""
        now = self.clock.now()
        back = 0
        with self.database.write() as unit:
            for key, before in reversed(change.replaced):
                back += unit.agenda.take_back(key, before, user=self.user, at=now)
            for key in change.done:
                back += unit.agenda.reopen(key, user=self.user, at=now)
            unit.changed(Topic.AGENDA, Topic.REMINDERS, Topic.QUEUE, customer_ids=change.customers)
        return back

    # --- within --------------------------------------------------------------------------------

    def _change(
        self,
        appointment_ids: Sequence[UUID],
        work: Callable[[WriteUnit, AgendaItem], UUID | None],
        when: dict[UUID, NewTime] | None = None,
    ) -> AgendaChange:
        replaced: list[tuple[UUID, UUID | None]] = []
        changed: list[AgendaItem] = []
        with self.database.write() as unit:
            for item in self._checked(unit, appointment_ids):
                key = work(unit, item)
                if key is not None:
                    replaced.append((key, item.appointment_id))
                    changed.append(item)
            self._tell(unit, [item.customer_id for item in changed], self.clock.now())
            outside = 0
            if when is not None:
                placed = [(one.customer_id, when[one.appointment_id]) for one in changed]
                outside = self._outside(unit, placed)
        whose = tuple(item.customer_id for item in changed)
        return AgendaChange(tuple(replaced), customers=whose, outside=outside)

    def _checked(self, unit: ReadUnit, appointment_ids: Collection[UUID]) -> list[AgendaItem]:
        items = unit.agenda_view.by_keys(appointment_ids)
        for item in items:
            self._check_own(item)
        return items

    def _check_seen(self, unit: ReadUnit, owner: AgendaOwner) -> None:
        if owner.users is not None and owner.users <= {self.user.user_id}:
            return
        if not may_see(unit, self.user, owner.users):
            raise ForbiddenError("agenda_of_others")

    def _check_own(self, item: AgendaItem) -> None:
        if item.is_private_to(self.user.user_id) and not self.user.may(
            Task.CHANGE_COLLEAGUES_AGENDA
        ):
            raise ForbiddenError("agenda_colleagues", who=item.owner, customer=item.customer)

    def _check_free(self, unit: WriteUnit, customer_id: UUID, present: AgendaItem | None) -> None:
        """Refuse to replace a next contact that is not the user's to replace."""
        if present is not None:
            self._check_own(present)

    def _tell(self, unit: WriteUnit, customer_ids: Collection[UUID], now: datetime) -> None:
        for customer_id in customer_ids:
            end_skip(unit, customer_id, user=self.user, at=now)
        unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=customer_ids)

    def _justify(
        self, unit: WriteUnit, customer_id: UUID, draft: AppointmentDraft, reason: str
    ) -> None:
        hours = _hours(unit, customer_id)
        if hours is None or hours.holds(draft):
            return
        why = storable(reason).strip()
        if not why:
            raise reason_needed((Breach.WINDOW,))
        unit.queue.note(
            customer_id, QueueEventKind.OVERRIDDEN, user=self.user,
            reason=f"{Breach.WINDOW.value}: {why}", until=draft.due_at, at=self.clock.now(),
        )  # fmt: skip

    def _outside(self, unit: ReadUnit, times: Sequence[tuple[UUID, NewTime]]) -> int:
        """Return how many are at an hour at which their customer may not be called."""
        timed = [(key, one) for key, one in times if one.has_time]
        if not timed:
            return 0
        rules, places = unit.queue.window_rules(), unit.queue.places([key for key, _ in timed])
        return sum(
            window_now(*places[key], rules, one.due_at).closed is not None
            for key, one in timed
            if key in places
        )

    def _counted(self, items: Sequence[AgendaItem]) -> Counter[date]:
        return Counter(one.due_at.astimezone(self.clock.zone).date() for one in items)

    def _overdue_count(self, unit: ReadUnit, owner: AgendaOwner) -> int:
        start = self._start(self.clock.today())
        return unit.agenda_view.overdue_count(self.clock.now(), start, users=owner.users)

    def _start(self, day: date) -> datetime:
        return day_start(day, self.clock.zone)


def _hours(unit: ReadUnit, customer_id: UUID) -> CallingHours | None:
    """Return when a customer may be called; None where they are gone."""
    found = unit.queue.places([customer_id]).get(customer_id)
    return None if found is None else CallingHours(*found, unit.queue.window_rules())
