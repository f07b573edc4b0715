"""The columns of the days without calls."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain.days_off import DayOff
from cockpit.domain.formats import Language
from cockpit.ui.widgets.record_table import Column
from cockpit.ui.wishes.words import weekday_word

translate = QCoreApplication.translate


def columns() -> tuple[Column[DayOff], ...]:
    """Return the columns."""
    return (
        Column(lambda: translate("DaysOff", "Day"), _day),
        Column(lambda: translate("DaysOff", "Name"), lambda one, language: one.name),
        Column(lambda: translate("DaysOff", "Where"), _where),
    )


def _day(one: DayOff, language: Language) -> str:
    return f"{weekday_word(one.day.weekday())} {one.day:%d/%m/%Y}"


def _where(one: DayOff, language: Language) -> str:
    place = f"{one.city}/{one.state}" if one.city else one.state
    where = place or translate("DaysOff", "everywhere")
    optional = translate("DaysOff", "%1 (optional day)")
    return optional.replace("%1", where) if one.is_optional else where
