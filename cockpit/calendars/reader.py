"""Reads the events of an iCalendar file; what one event has wrong is that event's trouble."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, use_zoneinfo, vRecur
from icalendar.error import BrokenCalendarProperty

from cockpit.calendars.recurrence import (
    MOST_IDLE_RULES,
    TooLongError,
    UnknownRuleError,
    next_date,
)
from cockpit.calendars.writer import KIND
from cockpit.domain.calendar_files import (
    HORIZON,
    LARGEST_FILE,
    LONGEST_LEAD,
    LONGEST_NOTE,
    MOST_EVENTS,
    IncomingEvent,
    local_midnight,
)
from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import AppointmentKind

_ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})
_BYTE_ORDER_MARK = "\ufeff"
_FOLD = re.compile(rb"\r?\n[ \t]")
#: What the package raises at what it does not understand.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_LONGEST_SUMMARY = 500
_MOST_ADDRESSES = 50
#: A file's series are followed for so many seconds together; the others are told as too much.
_SECONDS_OF_SERIES = 10.0


class _TroubleError(Exception):
    """Why an event cannot be taken."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.message = Message.of(f"calendar.{key}")


class IcsReader:
    """Implements ``cockpit.services.ports.CalendarReader``."""

    def __init__(self, stopwatch: Callable[[], float] = monotonic) -> None:
        """Prepare the reader.

        Args:
            stopwatch: Gives seconds, by which it does not spend too long on series.
        """
        self._stopwatch = stopwatch

    def read(self, path: Path, *, zone: ZoneInfo, now: datetime) -> tuple[IncomingEvent, ...]:
        """Return a file's events in their order; times without a zone are those of ``zone``.

        Raises:
            BadInputError: It is no calendar, cannot be read, or is too large.
        """
        calendars = _parsed(path)
        if any(_word(one, "METHOD") in _ANSWERS for one in calendars):
            raise BadInputError("calendar_is_an_answer", file=path.name)
        events = [
            (one, event)
            for one in calendars
            for event in one.subcomponents
            if event.name == "VEVENT"
        ]
        if not events:
            raise BadInputError("calendar_without_events", file=path.name)
        if len(events) > MOST_EVENTS:
            raise BadInputError("calendar_too_many", file=path.name, most=MOST_EVENTS)
        return tuple(_Reading(zone, now, self._stopwatch).all(events))


@dataclass(slots=True)
class _Reading:
    """One file's reading.

    Attributes:
        idle_rules: How many rules turned out to hold on no day.
        seconds: How long series were followed so far.
    """

    zone: ZoneInfo
    now: datetime
    stopwatch: Callable[[], float]
    idle_rules: int = 0
    seconds: float = 0.0

    def all(self, events: list[tuple[Component, Component]]) -> Iterator[IncomingEvent]:
        """Yield the events; a moved date of a series takes the place of the original."""
        moved: dict[str, list[datetime]] = {}
        for _, event in events:
            at = _date_property(event, "RECURRENCE-ID")
            if at is not None:
                moved.setdefault(_text(event, "UID"), []).append(_on_wall(at.dt))
        for number, (calendar, event) in enumerate(events, start=1):
            yield self._read(number, calendar, event, moved.get(_text(event, "UID"), []))

    def _read(
        self, number: int, calendar: Component, event: Component, moved: list[datetime]
    ) -> IncomingEvent:
        starts_at, has_time, trouble = None, True, None
        try:
            starts_at, has_time = self._start(event, moved)
        except _TroubleError as error:
            trouble = error.message
        is_cancelled = (
            _word(event, "STATUS") == "CANCELLED" or _word(calendar, "METHOD") == "CANCEL"
        )
        return IncomingEvent(
            number=number,
            uid=_text(event, "UID"),
            summary=" ".join(_text(event, "SUMMARY")[:_LONGEST_SUMMARY].split()),
            description=_text(event, "DESCRIPTION")[:LONGEST_NOTE].strip(),
            addresses=tuple(_addresses(event)),
            starts_at=starts_at,
            has_time=has_time,
            lead=_lead(event) if has_time else timedelta(0),
            is_cancelled=is_cancelled,
            kind=_kind(event),
            changed_at=_changed_at(event),
            repeats=_series(event) or event.get("RECURRENCE-ID") is not None,
            trouble=trouble,
        )

    def _start(self, event: Component, moved: list[datetime]) -> tuple[datetime, bool]:
        """Return when an event begins, in UTC, and whether it has a time of day."""
        start = _date_property(event, "DTSTART")
        if start is None:
            raise _TroubleError("no_date")
        value = start.dt
        has_time = isinstance(value, datetime)
        if has_time and value.tzinfo is None and start.params.get("TZID"):
            raise _TroubleError("unknown_zone")
        zone = value.tzinfo if has_time and value.tzinfo is not None else self.zone
        first = _on_wall(value)
        if _series(event):
            first = self._next(event, first, zone, moved)
        try:
            if not has_time:
                return local_midnight(first.date(), self.zone), False
            return first.replace(tzinfo=zone).astimezone(UTC), True
        except OverflowError as error:
            raise _TroubleError("no_date") from error

    def _next(
        self, event: Component, first: datetime, zone: Any, moved: list[datetime]
    ) -> datetime:
        rule = event.get("RRULE")
        is_plain = isinstance(rule, vRecur) and event.get("RDATE") is None
        if not is_plain or self.idle_rules >= MOST_IDLE_RULES:
            raise _TroubleError("unknown_repetition")
        start = self.stopwatch()
        try:
            found = next_date(
                first,
                rule,
                zone=zone,
                after=self.now,
                until=self.now + HORIZON,
                without={*moved, *_left_out(event)},
                is_late=lambda: self.seconds + self.stopwatch() - start > _SECONDS_OF_SERIES,
            )
        except TooLongError as error:
            raise _TroubleError("unknown_repetition") from error
        except UnknownRuleError as error:
            self.idle_rules += 1
            raise _TroubleError("unknown_repetition") from error
        finally:
            self.seconds += self.stopwatch() - start
        if found is None:
            raise _TroubleError("series_is_over")
        return found


def _parsed(path: Path) -> list[Component]:
    """Return the calendars of a file."""
    try:
        if path.exists() and not path.is_file():  # a device never ends, a pipe never begins
            raise BadInputError("calendar_not_opened", file=path.name)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise BadInputError("calendar_not_opened", file=path.name) from error
    if len(content) > LARGEST_FILE:
        raise BadInputError("calendar_too_large", file=path.name)
    text = _decoded(content).lstrip(_BYTE_ORDER_MARK)
    # The package forgives a broken line of an event, but not one of an alarm or of a zone's rules.
    for left_out in ((), ("VALARM",), ("VALARM", "VTIMEZONE")):
        # The package would keep the zones of the file before, by name.
        use_zoneinfo()  # type: ignore[no-untyped-call]
        try:
            found = Calendar.from_ical(_without(text, left_out), multiple=True)
        except _BROKEN:
            continue
        calendars: list[Component] = [one for one in found if one.name == "VCALENDAR"]
        if calendars:
            return calendars
    raise BadInputError("calendar_broken", file=path.name)


def _decoded(content: bytes) -> str:
    """Return a file's text; lines may be folded in the middle of a letter."""
    for some in (content, _FOLD.sub(b"", content)):
        try:
            return some.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _without(text: str, names: Sequence[str]) -> str:
    """Return a file's lines but those of components of some names."""
    if not names:
        return text
    kept, end = [], ""
    for line in text.splitlines():
        word = line.strip().upper()
        if not end and word.startswith("BEGIN:") and word[6:] in names:
            end = f"END:{word[6:]}"
        if not end:
            kept.append(line)
        elif word == end:
            end = ""
    return "\r\n".join(kept)


def _date_property(event: Component, name: str) -> Any:
    """Return a property whose ``dt`` is a date or a date and time, or None."""
    found = event.get(name)
    if isinstance(found, list):
        found = found[0]
    return found if isinstance(_value(found), date) else None


def _value(found: Any, name: str = "dt") -> Any:
    """Return what a property holds; None where it is missing or was not understood."""
    try:
        return getattr(found, name, None)
    except BrokenCalendarProperty:
        return None


def _on_wall(value: date) -> datetime:
    """Return a date by its own clock, without a zone."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day on the wall


def _left_out(event: Component) -> list[datetime]:
    """Return the dates that a series leaves out."""
    found = event.get("EXDATE", [])
    lists = found if isinstance(found, list) else [found]
    dates = [_value(one) for some in lists for one in _value(some, "dts") or ()]
    return [_on_wall(one) for one in dates if isinstance(one, date)]


def _series(event: Component) -> bool:
    return event.get("RRULE") is not None or event.get("RDATE") is not None


def _text(component: Component, name: str) -> str:
    found = component.get(name, "")
    return str(found[0] if isinstance(found, list) else found)


def _word(component: Component, name: str) -> str:
    return _text(component, name).strip().upper()


def _addresses(event: Component) -> Iterator[str]:
    for name in ("ATTENDEE", "ORGANIZER", "CONTACT"):
        found = event.get(name, [])
        for one in (found if isinstance(found, list) else [found])[:_MOST_ADDRESSES]:
            scheme, _, address = str(one).rpartition(":")
            if "@" in address and scheme.lower() in {"mailto", ""}:
                yield address.strip().lower()


def _lead(event: Component) -> timedelta:
    """Return how long before its start an event reminds first; alarms after it do not count."""
    leads = []
    for alarm in (one for one in event.subcomponents if one.name == "VALARM"):
        trigger = _value(alarm.get("TRIGGER"))
        if isinstance(trigger, timedelta) and trigger <= timedelta(0):
            leads.append(min(-trigger, LONGEST_LEAD))
    return min(leads, default=timedelta(0))


def _kind(event: Component) -> AppointmentKind | None:
    try:
        return AppointmentKind(_text(event, KIND).strip().lower())
    except ValueError:
        return None


def _changed_at(event: Component) -> datetime | None:
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        found = _date_property(event, name)
        if found is not None and isinstance(found.dt, datetime) and found.dt.tzinfo is not None:
            at: datetime = found.dt
            return at.astimezone(UTC)
    return None
