"""What the working day is called on screen."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import LENGTHS

translate = QCoreApplication.translate

_HOUR = 60


def kind_word(kind: BreakKind | None) -> str:
    """Return what a stretch or a pause is called."""
    if kind is None:
        return translate("WorkingDay", "Work")
    return {
        BreakKind.REST: translate("WorkingDay", "Rest"),
        BreakKind.MEAL: translate("WorkingDay", "Meal"),
        BreakKind.OTHER: translate("WorkingDay", "Other break"),
    }[kind]


def kind_choice(kind: BreakKind) -> str:
    """Return a pause with the length that it is to have."""
    length = LENGTHS.get(kind)
    if length is None:
        return kind_word(kind)
    minutes = minutes_of(length)
    return translate("WorkingDay", "{what}, {minutes} min").format(
        what=kind_word(kind), minutes=minutes
    )


def minutes_of(time: timedelta) -> int:
    """Return whole minutes."""
    return int(time.total_seconds() // 60)


def time_text(time: timedelta) -> str:
    """Return a length of time as ``48 min`` or ``3 h 05``."""
    hours, minutes = divmod(minutes_of(time), _HOUR)
    return f"{hours} h {minutes:02d}" if hours else f"{minutes} min"


def call_text(time: timedelta) -> str:
    """Return how long a call took, as ``4:07``."""
    minutes, seconds = divmod(round(time.total_seconds()), 60)
    return f"{minutes}:{seconds:02d}"
