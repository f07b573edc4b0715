"""Hours of the day as people say them: "14-17", "das 9 às 11:30", "depois das 14", "tarde"."""

import re

from cockpit.domain.formats import Language
from cockpit.domain.plain_text import plain

DAY_MINUTES = 24 * 60
_WORDS = {
    "manha": (8 * 60, 12 * 60),
    "de manha": (8 * 60, 12 * 60),
    "morning": (8 * 60, 12 * 60),
    "mornings": (8 * 60, 12 * 60),
    "tarde": (13 * 60, 18 * 60),
    "a tarde": (13 * 60, 18 * 60),
    "de tarde": (13 * 60, 18 * 60),
    "afternoon": (13 * 60, 18 * 60),
    "afternoons": (13 * 60, 18 * 60),
}
_HOUR = r"(\d{1,2})(?:[:h](\d{2})|h|hs)?"
_SPAN = re.compile(
    rf"(?:das?|de|entre|from|between)?\s*{_HOUR}\s*(?:-|–|as?|e|ate|to|until|and)\s*{_HOUR}"
)
_AFTER = re.compile(
    rf"(?:depois das?|apos as?|apos|a partir das?|desde as?|after|from|das)\s*{_HOUR}"
)
_BEFORE = re.compile(rf"(?:ate as?|ate|antes das?|before|until)\s*{_HOUR}")


def parse_hours(text: str) -> tuple[int | None, int | None] | None:
    """Return the first minute of the day and the first after, or None where it is not understood.

    A part that is left open is None; an empty text leaves both open.
    """
    words = plain(text)
    if not words:
        return None, None
    if words in _WORDS:
        return _WORDS[words]
    found = _SPAN.fullmatch(words)
    if found is not None:
        first, until = _minute(*found.group(1, 2)), _minute(*found.group(3, 4))
        if first is None or until is None or first >= until:
            return None
        return first, until
    for pattern, is_first in ((_AFTER, True), (_BEFORE, False)):
        found = pattern.fullmatch(words)
        minute = None if found is None else _minute(*found.group(1, 2))
        if minute is not None and 0 < minute < DAY_MINUTES:
            return (minute, None) if is_first else (None, minute)
    return None


def hour_text(minute: int) -> str:
    """Return a minute of the day as "14:30"; the day's end as "24:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def hours_text(first: int | None, until: int | None, language: Language) -> str:
    """Return hours as they can be typed: the inverse of ``parse_hours``."""
    is_portuguese = language is Language.PORTUGUESE
    if first is None and until is None:
        return ""
    if until is None:
        return f"{'a partir das' if is_portuguese else 'after'} {hour_text(first or 0)}"
    if first is None:
        return f"{'até' if is_portuguese else 'until'} {hour_text(until)}"
    return f"{hour_text(first)}-{hour_text(until)}"


def _minute(hour: str, minute: str | None) -> int | None:
    value = int(hour) * 60 + int(minute or 0)
    return value if int(minute or 0) < 60 and value <= DAY_MINUTES else None
