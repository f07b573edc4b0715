"""Wishes in words of the present language."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.wished_hours import DAY_MINUTES, hour_text
from cockpit.ui.words import channel_word

translate = QCoreApplication.translate

WEEK = range(7)
#: The labels of both parts are as wide, so that the fields stand under each other.
LABELS = 72


def weekday_word(weekday: int) -> str:
    """Return the short name of a day of the week; Monday is 0."""
    return (
        translate("Wishes", "Mon"),
        translate("Wishes", "Tue"),
        translate("Wishes", "Wed"),
        translate("Wishes", "Thu"),
        translate("Wishes", "Fri"),
        translate("Wishes", "Sat"),
        translate("Wishes", "Sun"),
    )[weekday]


def hours_words(first: int | None, until: int | None) -> str:
    """Return hours of the day; an empty text where both ends are open."""
    if not first and until in {None, DAY_MINUTES}:
        return ""
    if until in {None, DAY_MINUTES}:
        return translate("Wishes", "from %1 on").replace("%1", hour_text(first or 0))
    if not first:
        return translate("Wishes", "until %1").replace("%1", hour_text(until or 0))
    return f"{hour_text(first)}-{hour_text(until or 0)}"


def days_words(weekdays: int | None) -> str:
    """Return days of the week; an empty text where none or all are named."""
    days = [day for day in WEEK if (weekdays or 0) >> day & 1]
    return "" if len(days) in {0, len(WEEK)} else ", ".join(weekday_word(day) for day in days)


def wishes_words(wishes: ContactWishes) -> str:
    """Return channel, hours and days; an empty text where all are open."""
    hours = wishes.hours
    parts = (
        "" if wishes.channel is None else channel_word(wishes.channel),
        hours_words(hours.from_minute, hours.until_minute),
        days_words(hours.weekdays),
    )
    return " · ".join(part for part in parts if part)
