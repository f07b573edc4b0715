"""Writes next contacts as an iCalendar file."""

from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from cockpit.domain.calendar_files import OutgoingEvent

PRODUCT = "-//Giro//Agenda//PT"
#: The next contact's kind, for the program that wrote it; others leave such properties alone.
KIND = "X-GIRO-KIND"
#: Revisions are counted in seconds from here, so that a later one always has a higher number.
_REVISIONS_SINCE = datetime(2020, 1, 1, tzinfo=UTC)


class IcsWriter:
    """Implements ``cockpit.services.ports.CalendarWriter``."""

    def write(self, path: Path, title: str, events: Iterable[OutgoingEvent], zone: ZoneInfo) -> int:
        """Write events into a new file, with the rules of their time zone; return how many."""
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", title)
        calendar.add("x-wr-timezone", zone.key)
        days = []
        for event in events:
            calendar.add_component(_event(event, zone))
            days.append(event.starts_at.date())
        if days:
            calendar.add_missing_timezones(*_years_around(min(days), max(days)))
        path.write_bytes(calendar.to_ical())
        return len(days)


def _years_around(first: date, last: date) -> tuple[date, date]:
    """Return the span whose rules of the time zone a file holds."""
    return date(max(first.year - 1, MINYEAR), 1, 1), date(min(last.year + 2, MAXYEAR), 1, 1)


def _event(outgoing: OutgoingEvent, zone: ZoneInfo) -> Event:
    start, event = outgoing.starts_at.astimezone(zone), Event()
    event.add("uid", outgoing.uid)
    event.add("dtstamp", outgoing.changed_at)
    event.add("last-modified", outgoing.changed_at)
    since = outgoing.changed_at - _REVISIONS_SINCE
    event.add("sequence", max(0, int(since.total_seconds())))
    if outgoing.has_time:
        event.add("dtstart", start)
        event.add("duration", timedelta(minutes=outgoing.minutes))
    else:
        event.add("dtstart", start.date())
        event.add("duration", timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("summary", outgoing.summary)
    if outgoing.description:
        event.add("description", outgoing.description)
    event.add("status", "CANCELLED" if outgoing.is_cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add(KIND, outgoing.kind.value)
    if not outgoing.is_cancelled:
        event.add_component(_alarm(outgoing))
    return event


def _alarm(outgoing: OutgoingEvent) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", outgoing.summary)
    alarm.add("trigger", outgoing.alarm)
    return alarm
