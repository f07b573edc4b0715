"""A week as rows: days are columns, hours are bands of rows as high as their fullest day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from cockpit.domain.agenda_view import AgendaItem

FIRST_HOUR, LAST_HOUR = 8, 17


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One row of the week.

    Attributes:
        hour: The band that it is in; None is the band of whole days.
        is_first: Whether it is the band's first row.
        cells: A next contact, or None, per day.
    """

    hour: int | None
    is_first: bool
    cells: tuple[AgendaItem | None, ...]


def week_rows(
    items: Sequence[AgendaItem], days: Sequence[date], zone: ZoneInfo
) -> tuple[WeekRow, ...]:
    """Return the rows of some days; every hour of the office has at least one.

    Args:
        items: Next contacts, earliest first; those of other days are left out.
        days: The columns.
        zone: Whose wall clock the rows show.
    """
    columns = {day: column for column, day in enumerate(days)}
    bands: defaultdict[int | None, dict[int, list[AgendaItem]]] = defaultdict(dict)
    for item in items:
        local = item.due_at.astimezone(zone)
        column = columns.get(local.date())
        if column is not None:
            hour = local.hour if item.has_time else None
            bands[hour].setdefault(column, []).append(item)
    hours = {hour for hour in bands if hour is not None} | {FIRST_HOUR, LAST_HOUR}
    every: list[int | None] = [None, *range(min(hours), max(hours) + 1)]
    return tuple(row for hour in every for row in _band(hour, bands[hour], len(days)))


def _band(hour: int | None, by_column: dict[int, list[AgendaItem]], width: int) -> list[WeekRow]:
    height = max((len(one) for one in by_column.values()), default=1)
    return [
        WeekRow(
            hour, number == 0, tuple(_cell(by_column, column, number) for column in range(width))
        )
        for number in range(height)
    ]


def _cell(by_column: dict[int, list[AgendaItem]], column: int, number: int) -> AgendaItem | None:
    found = by_column.get(column, [])
    return found[number] if number < len(found) else None
