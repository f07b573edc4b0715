"""The agenda's days: where they begin, which are worked, what they hold and may hold."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.agenda_view import DEFAULT_CAPACITY, MOST_CAPACITY, AgendaOwner
from cockpit.domain.calling_window import WindowRules, holiday_on
from cockpit.domain.day_load import DayLoad
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.ports import CurrentUser, ReadUnit

#: The company's setting: how many next contacts a person is planned for a day.
CAPACITY = "agenda.capacity"
_DAY = timedelta(days=1)


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """Return the first instant of a local day."""
    return datetime.combine(day, time(), tzinfo=zone)


def day_loads(
    unit: ReadUnit,
    zone: ZoneInfo,
    first: date,
    last: date,
    owner: AgendaOwner,
    *,
    counts: Mapping[date, int] | None = None,
) -> tuple[DayLoad, ...]:
    """Return the load of some days, the last one included, against their capacity.

    Args:
        unit: Where to read.
        zone: Whose days they are.
        first: The first day.
        last: The last day.
        owner: Whose next contacts.
        counts: How many there are on each day, where that is known; else they are counted.
    """
    days = [first + _DAY * number for number in range((last - first).days + 1)]
    if counts is None:
        bounds = [day_start(day, zone) for day in (*days, last + _DAY)]
        counted = unit.agenda_view.counts(bounds, users=owner.users)
        counts = dict(zip(days, counted, strict=True))
    rules, capacity = unit.queue.window_rules(), stored_capacity(unit) * owner.heads
    return tuple(
        DayLoad(day, counts.get(day, 0), capacity if is_workday(day, rules) else 0) for day in days
    )


def is_workday(day: date, rules: WindowRules) -> bool:
    """Return whether the company works on a day: a weekday without a holiday of everywhere."""
    return day.weekday() in rules.default.weekdays and not holiday_on(day, "", "", rules)


def may_see(unit: ReadUnit, user: CurrentUser, users: Collection[UUID] | None) -> bool:
    """Return whether somebody may look at the agendas of some users; None is everybody's."""
    seen = [one.users for one in unit.agenda_view.owners(user)]
    if None in seen:
        return True
    return users is not None and {*users} <= {key for some in seen for key in some or ()}


def stored_capacity(unit: ReadUnit) -> int:
    """Return how many next contacts a person is planned for a day."""
    stored = unit.settings.get(SettingScope.COMPANY, None, CAPACITY)
    if not isinstance(stored, int) or isinstance(stored, bool):
        return DEFAULT_CAPACITY
    return stored if 0 < stored <= MOST_CAPACITY else DEFAULT_CAPACITY
