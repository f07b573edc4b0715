"""What the ledger says of a customer who is not in the queue, in words."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from cockpit.domain import formats
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.eligibility import Bar, Barred
from cockpit.domain.errors import GiroError
from cockpit.domain.messages import Message

#: Bars that name a colleague, a campaign or a holiday.
_NAMED = frozenset(
    {
        Bar.OTHERS_CAMPAIGN,
        Bar.CLAIMED,
        Bar.PACKED,
        Bar.JUST_CALLED,
        Bar.RESERVED,
        Bar.HOLIDAY,
    }
)

_DAYS_ENDS = (time.min, time(23, 59))


class BarredError(GiroError):
    """A customer cannot be taken, or only with a reason.

    Attributes:
        barred: Why, until when, and whom it is about.
    """

    def __init__(self, barred: Barred, *, now: datetime, zone: ZoneInfo = DEFAULT_ZONE) -> None:
        self.barred = barred
        self.message = sentence(barred, now=now, zone=zone)
        Exception.__init__(self, self.message.key)


def label(bar: Bar) -> Message:
    """Return a bar in two or three words."""
    return Message.of(f"queue.bar_{bar}")


def rule(bar: Bar) -> Message:
    """Return which rule a bar follows from, and where it is set."""
    return Message.of(f"queue.rule_{bar}")


def sentence(barred: Barred, *, now: datetime, zone: ZoneInfo = DEFAULT_ZONE) -> Message:
    """Return a bar as a sentence with its end and whom it is about.

    Args:
        barred: The answer of the ledger.
        now: An end on this day is told by its time alone.
        zone: The user's own time zone.
    """
    key, values = f"queue.barred_{barred.bar}", {}
    if barred.bar in _NAMED:
        values["who"] = barred.who
    if barred.until is None:
        return Message.of(f"{key}_open", **values)
    return Message.of(key, until=moment_text(barred.until, now=now, zone=zone), **values)


def moment_text(moment: datetime, *, now: datetime, zone: ZoneInfo = DEFAULT_ZONE) -> str:
    """Return an instant as short as it may be: 14:32 today, 25/11 08:00, 25/11 for a whole day.

    A day's last minute is told by the day as well.
    """
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return f"{local:%H:%M}"
    day = formats.short_day(local.date(), today)
    return day if local.time().replace(second=0) in _DAYS_ENDS else f"{day} {local:%H:%M}"
