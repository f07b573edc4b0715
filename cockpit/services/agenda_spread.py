"""Proposing how a bulk of next contacts is spread over working days; nothing is stored here."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.agenda_view import AgendaItem, AgendaOwner, NewTime, Scope, SpreadPlan
from cockpit.domain.calling_window import Place, WindowRules, Wishes, first_opening
from cockpit.domain.day_load import DayLoad, spread
from cockpit.domain.vocabulary import AppointmentKind
from cockpit.services.agenda_days import day_loads, day_start, is_workday
from cockpit.services.ports import ReadUnit

#: Over so many working days at most.
MOST_DAYS = 60
_DAY = timedelta(days=1)
#: Working days are looked for so far ahead.
_HORIZON = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class Spreading:
    """Levels the load of whoever answers for the next contacts, the most money at risk first.

    Days off, and the weekdays and holidays of each customer's place and wishes, are left out. An
    appointment with a time, which the customer agreed to, stays.
    """

    unit: ReadUnit
    zone: ZoneInfo

    def propose(
        self, appointment_ids: Sequence[UUID], *, first: date, day_count: int
    ) -> SpreadPlan:
        """Return where each would go.

        Args:
            appointment_ids: The next contacts; those that are closed by now are left out.
            first: No day before it is used.
            day_count: Over how many working days.
        """
        unit, view = self.unit, self.unit.agenda_view
        items = view.by_keys(appointment_ids)
        free = [one for one in items if not _is_agreed(one)]
        days = _workdays(first, min(day_count, MOST_DAYS), unit.queue.window_rules())
        allowed = self._allowed(free, days)
        chosen: dict[UUID, date] = {}
        before: dict[date, DayLoad] = {}
        for group in _by_answer(free).values():
            loads = self._loads_without(group, days)
            for one in loads:
                before[one.day] = _sum(before.get(one.day, DayLoad(one.day, 0, 0)), one)
            keys = [one.appointment_id for one in group]
            # Who can be called on few days chooses first: the others find room elsewhere.
            keys.sort(key=lambda key: len(allowed.get(key, days)))
            chosen |= spread(keys, loads, may_use=allowed)
        return _plan(items, free, chosen, before, self.zone)

    def _loads_without(self, group: Sequence[AgendaItem], days: Sequence[date]) -> list[DayLoad]:
        """Return the loads of who answers for a group as if its next contacts were nowhere."""
        if not days:
            return []
        who = group[0].answers_id
        users = None if who is None else frozenset({who})
        owner = AgendaOwner(Scope.PERSON, "", users)
        here = Counter(one.due_at.astimezone(self.zone).date() for one in group)
        loads = day_loads(self.unit, self.zone, days[0], days[-1], owner)
        wanted = frozenset(days)
        return [
            replace(one, count=max(one.count - here[one.day], 0))
            for one in loads
            if one.day in wanted
        ]

    def _allowed(
        self, items: Sequence[AgendaItem], days: Sequence[date]
    ) -> dict[UUID, frozenset[date]]:
        """Return the days on which each customer can be called at all."""
        rules = self.unit.queue.window_rules()
        places = self.unit.queue.places([one.customer_id for one in items])
        known: dict[tuple[Place, Wishes], frozenset[date]] = {}
        allowed: dict[UUID, frozenset[date]] = {}
        for one in items:
            place = places.get(one.customer_id)
            if place is None:
                continue
            if place not in known:
                known[place] = frozenset(day for day in days if self._may_call(place, rules, day))
            allowed[one.appointment_id] = known[place]
        return allowed

    def _may_call(self, place: tuple[Place, Wishes], rules: WindowRules, day: date) -> bool:
        start = day_start(day, self.zone)
        opens_at = first_opening(*place, rules, start)
        return opens_at is not None and opens_at < start + _DAY


def _is_agreed(item: AgendaItem) -> bool:
    return item.kind is AppointmentKind.APPOINTMENT and item.has_time


def _workdays(first: date, count: int, rules: WindowRules) -> list[date]:
    days, day = list[date](), first
    while len(days) < count and day - first < _HORIZON:
        if is_workday(day, rules):
            days.append(day)
        day += _DAY
    return days


def _by_answer(items: Sequence[AgendaItem]) -> Mapping[UUID | None, list[AgendaItem]]:
    """Return the next contacts by who answers for them, the most money at risk first."""
    groups: defaultdict[UUID | None, list[AgendaItem]] = defaultdict(list)
    for one in sorted(items, key=lambda item: (-item.at_risk_cents, item.due_at)):
        groups[one.answers_id].append(one)
    return groups


def _sum(one: DayLoad, other: DayLoad) -> DayLoad:
    return DayLoad(one.day, one.count + other.count, one.capacity + other.capacity)


def _plan(
    items: Sequence[AgendaItem],
    free: Sequence[AgendaItem],
    chosen: Mapping[UUID, date],
    before: Mapping[date, DayLoad],
    zone: ZoneInfo,
) -> SpreadPlan:
    days = [before[day] for day in sorted(before)]
    added = Counter(chosen.values())
    moves = [
        NewTime(one.appointment_id, _on(chosen[one.appointment_id], one, zone), one.has_time)
        for one in free
        if one.appointment_id in chosen
    ]
    return SpreadPlan(
        moves=tuple(sorted(moves, key=lambda move: move.due_at)),
        before=tuple(days),
        after=tuple(replace(one, count=one.count + added[one.day]) for one in days),
        kept=len(items) - len(free),
        homeless=tuple(one.customer for one in free if one.appointment_id not in chosen),
    )


def _on(day: date, item: AgendaItem, zone: ZoneInfo) -> datetime:
    """Return an item's time of day on another day; without a time, the start of the day."""
    if not item.has_time:
        return day_start(day, zone)
    clock = item.due_at.astimezone(zone).time().replace(fold=0)
    return datetime.combine(day, clock, tzinfo=zone)
