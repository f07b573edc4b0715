"""An agenda without a database: a few next contacts, and what was asked of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.agenda_view import (
    AgendaChange,
    AgendaEvent,
    AgendaItem,
    AgendaOwner,
    AgendaPage,
    NewNote,
    NewTime,
    NextContactFacts,
    Scope,
    SpreadPlan,
)
from cockpit.domain.calling_hours import CallingHours
from cockpit.domain.clock import Clock
from cockpit.domain.day_load import DayLoad
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentEventKind, AppointmentKind
from cockpit.services.ports import CurrentUser

DAY = timedelta(days=1)


@dataclass
class FakeAgenda:
    """Keeps next contacts as rows, and every change as a word with its values.

    Attributes:
        trouble: Raised by each change while it is set.
    """

    clock: Clock
    user: CurrentUser
    items: dict[UUID, AgendaItem] = field(default_factory=dict)
    log: list[tuple[Any, ...]] = field(default_factory=list)
    trouble: Exception | None = None
    limit: int = 60
    hours: CallingHours | None = None

    def add(self, days: int, clock: time | None = time(10), **changes: Any) -> AgendaItem:
        """Plan a next contact so many days from now."""
        number = len(self.items) + 1
        item = AgendaItem(
            appointment_id=new_id(),
            customer_id=UUID(int=number),
            customer=f"Cliente {number}",
            code=str(number),
            due_at=self.at(self.clock.today() + DAY * days, clock or time()),
            has_time=clock is not None,
            kind=AppointmentKind.MY_CALLBACK,
            goal=None,
            channel=None,
            note=f"Nota {number}",
            owner_id=self.user.user_id,
            owner=self.user.name,
            answers_id=self.user.user_id,
            at_risk_cents=number * 10_000,
        )
        item = replace(item, **changes)
        self.items[item.appointment_id] = item
        return item

    def at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, tzinfo=self.clock.zone)

    def owners(self) -> tuple[AgendaOwner, ...]:
        mine = AgendaOwner(Scope.MINE, self.user.name, frozenset({self.user.user_id}))
        return (mine, AgendaOwner(Scope.TEAM, "Norte", None, 2))

    def days(self, first: date, last: date, owner: AgendaOwner) -> AgendaPage:
        self.log.append(("days", first, last, owner.scope))
        found = tuple(one for one in self._sorted() if first <= self._day(one) <= last)
        return AgendaPage(found, len(found), self._loads(first, last, owner), self._overdue())

    def overdue(self, owner: AgendaOwner) -> AgendaPage:
        today = self.clock.today()
        found = tuple(one for one in self._sorted() if self._day(one) < today)
        return AgendaPage(found, len(found), self._loads(today, today, owner), len(found))

    def loads(self, first: date, last: date, owner: AgendaOwner) -> AgendaPage:
        return self.days(first, last, owner)

    def facts(self, customer_id: UUID) -> NextContactFacts:
        found = [one for one in self.items.values() if one.customer_id == customer_id]
        history = tuple(
            AgendaEvent(
                AppointmentEventKind.SCHEDULED, one.due_at - DAY, one.due_at, one.has_time, "Ana"
            )
            for one in found
        )
        name = found[0].customer if found else "Acme"
        present = found[0] if found else None
        return NextContactFacts(customer_id, name, present, history, self.hours)

    def capacity(self) -> int:
        return self.limit

    def set_capacity(self, count: int) -> None:
        self.limit = count

    def move(self, times: Sequence[NewTime]) -> AgendaChange:
        self._check()
        moved = [self._moved(one) for one in times if one.appointment_id in self.items]
        self.log.append(("move", len(moved)))
        return AgendaChange(tuple(moved))

    def shift(
        self, appointment_ids: Sequence[UUID], *, days: int = 0, half_hours: int = 0
    ) -> AgendaChange:
        self._check()
        by = timedelta(days=days, minutes=30 * half_hours)
        self.log.append(("shift", days, half_hours, len(appointment_ids)))
        items = [self.items[key] for key in appointment_ids]
        times = [NewTime(one.appointment_id, one.due_at + by, one.has_time) for one in items]
        return AgendaChange(tuple(self._moved(one) for one in times))

    def note(self, note: NewNote) -> AgendaChange:
        self._check()
        item = self.items[note.appointment_id]
        self.items[note.appointment_id] = replace(item, note=note.note)
        return AgendaChange(((note.appointment_id, note.appointment_id),))

    def finish(self, appointment_ids: Sequence[UUID]) -> AgendaChange:
        self._check()
        for key in appointment_ids:
            del self.items[key]
        self.log.append(("finish", len(appointment_ids)))
        return AgendaChange(done=tuple(appointment_ids))

    def set_next(
        self, customer_id: UUID, draft: AppointmentDraft, reason: str = ""
    ) -> AgendaChange:
        self._check()
        self.log.append(("set_next", customer_id, draft, reason))
        return AgendaChange(((new_id(), None),), customers=(customer_id,))

    def take_back(self, change: AgendaChange) -> int:
        self.log.append(("take_back", len(change)))
        return len(change)

    def propose_spread(
        self, appointment_ids: Sequence[UUID], *, first: date, day_count: int
    ) -> SpreadPlan:
        self.log.append(("propose", first, day_count))
        days = [first + DAY * number for number in range(day_count)]
        moves = [
            NewTime(key, self.at(days[number % day_count], time()), has_time=False)
            for number, key in enumerate(appointment_ids)
        ]
        counts = [sum(self._local(one.due_at) == day for one in moves) for day in days]
        before = tuple(DayLoad(day, 0, self.limit) for day in days)
        after = tuple(
            DayLoad(day, count, self.limit) for day, count in zip(days, counts, strict=True)
        )
        return SpreadPlan(tuple(moves), before, after)

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def _moved(self, new: NewTime) -> tuple[UUID, UUID | None]:
        item = self.items.pop(new.appointment_id)
        key = new_id()
        self.items[key] = replace(
            item, appointment_id=key, due_at=new.due_at, has_time=new.has_time
        )
        return key, new.appointment_id

    def _sorted(self) -> list[AgendaItem]:
        return sorted(self.items.values(), key=lambda one: one.due_at)

    def _local(self, instant: datetime) -> date:
        return instant.astimezone(self.clock.zone).date()

    def _day(self, item: AgendaItem) -> date:
        return self._local(item.due_at)

    def _overdue(self) -> int:
        return sum(self._day(one) < self.clock.today() for one in self.items.values())

    def _loads(self, first: date, last: date, owner: AgendaOwner) -> tuple[DayLoad, ...]:
        days = [first + DAY * number for number in range((last - first).days + 1)]
        days_of = [self._day(one) for one in self.items.values()]
        return tuple(
            DayLoad(day, days_of.count(day), self.limit * owner.heads if day.weekday() < 5 else 0)
            for day in days
        )
