"""The days that a view shows, and what a drop on one of them means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from cockpit.domain import formats
from cockpit.domain.agenda_view import AgendaItem, AgendaPage, NewTime
from cockpit.domain.day_load import DayLoad
from cockpit.domain.natural_date import LocalMoment
from cockpit.ui.agenda.head import View
from cockpit.ui.agenda.month_view import month_span
from cockpit.ui.agenda.words import load_text
from cockpit.ui.context import UiContext

translate = QCoreApplication.translate

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """Some days, the last one included.

    Attributes:
        day: The day that they were chosen by.
        span: How far a step goes, in days; 0 is a month.
    """

    day: date
    first: date
    last: date
    span: int

    @classmethod
    def of_day(cls, day: date) -> "Period":
        """Return a single day."""
        return cls(day, day, day, 1)

    @classmethod
    def week(cls, day: date) -> "Period":
        """Return the week of a day, Monday to Sunday."""
        monday = day - timedelta(days=day.weekday())
        return cls(day, monday, monday + _WEEK - _DAY, 7)

    @classmethod
    def month(cls, day: date) -> "Period":
        """Return the whole weeks that a day's month touches."""
        return cls(day, *month_span(day), 0)

    def stepped(self, distance: int, today: date) -> date:
        """Return a day of the period before or after; of the present one for no distance."""
        if distance == 0:
            return today
        if self.span:
            return self.day + timedelta(days=self.span * distance)
        first = self.day.replace(day=1)
        return first - _DAY if distance < 0 else (first + timedelta(days=31)).replace(day=1)

    def words(self, ctx: UiContext, view: View, page: AgendaPage) -> tuple[str, str, bool]:
        """Return the days' name, how much they hold, and whether that is too much."""
        language = ctx.language
        if view is View.OVERDUE:
            return "", self._cut(ctx, page), False
        own = [one for one in page.days if view is not View.MONTH or self._is_own(one.day)]
        load = DayLoad(self.day, sum(x.count for x in own), sum(x.capacity for x in own))
        held = load_text(load, language)
        cut = self._cut(ctx, page)
        shown = f"{held} · {cut}" if cut else held
        return self._name(ctx, view), shown, load.count > load.capacity > 0

    def _is_own(self, day: date) -> bool:
        return (day.year, day.month) == (self.day.year, self.day.month)

    def _name(self, ctx: UiContext, view: View) -> str:
        if view is View.MONTH:
            month = QLocale(ctx.language.value).standaloneMonthName(self.day.month)
            return f"{month} {self.day.year}"
        if view is View.WEEK:
            return f"{self.first:%d/%m} – {formats.day(self.last)}"
        return LocalMoment(self.day).text(ctx.language)

    def _cut(self, ctx: UiContext, page: AgendaPage) -> str:
        if not page.items or len(page.items) >= page.total:
            return ""
        words = translate("Agenda", "the first {shown} of {total} are shown")
        return words.format(
            shown=formats.integer(len(page.items), ctx.language),
            total=formats.integer(page.total, ctx.language),
        )


def shown_days(days: Sequence[DayLoad]) -> list[DayLoad]:
    """Return the working days of a week, and others that hold something."""
    return [one for one in days if one.capacity or one.count or one.day.weekday() < 5]


def dropped_times(
    items: Sequence[AgendaItem], day: date, hour: int | None, zone: ZoneInfo
) -> list[NewTime]:
    """Return when dropped next contacts are to be; what stays where it was is left out.

    Args:
        items: What was dropped.
        day: On which day.
        hour: In which hour's band, whose minutes stay; None means any time of the day.
        zone: Whose wall clock it is.
    """
    times = []
    for one in items:
        local = one.due_at.astimezone(zone)
        clock = time() if hour is None else time(hour, local.minute if one.has_time else 0)
        due_at = datetime.combine(day, clock, tzinfo=zone)
        if (due_at, hour is not None) != (one.due_at, one.has_time):
            times.append(NewTime(one.appointment_id, due_at, hour is not None))
    return times
