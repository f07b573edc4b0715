"""Whether the customer may be called at this moment, in words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain.calling_window import Closed, Window
from cockpit.domain.formats import Language
from cockpit.domain.natural_date import moment_of
from cockpit.ui.customer_panel.badges import Badge

translate = QCoreApplication.translate


def window_badge(window: Window, zone: ZoneInfo, language: Language) -> Badge:
    """Return the customer's clock and what it allows; hours are the operator's own.

    Args:
        window: The judgement.
        zone: Where the operator is.
        language: Of the weekday.
    """
    here = translate("LocalTime", "%1 there").replace("%1", f"{window.local:%H:%M}")
    if window.closed is None:
        until = _hour(window.closes_at, window, zone) if window.closes_at else ""
        words = translate("LocalTime", "may be called until %1").replace("%1", until)
        return Badge("clock", "success", f"{here} · {words}")
    words = translate("LocalTime", "do not call yet")
    if window.opens_at is not None:
        words = translate("LocalTime", "only %1").replace("%1", _opening(window, zone, language))
    reason = closed_word(window)
    return Badge("clock", "warning", f"{here} · {words} ({reason})")


def closed_word(window: Window) -> str:
    """Return why a customer may not be called at this moment."""
    match window.closed:
        case Closed.HOLIDAY:
            return translate("LocalTime", "holiday: %1").replace("%1", window.holiday)
        case Closed.DAY_OFF:
            return translate("LocalTime", "no working day")
        case Closed.HOURS:
            return translate("LocalTime", "outside the hours")
        case Closed.PREFERENCE:
            return translate("LocalTime", "their wish")
        case None:
            return ""


def _opening(window: Window, zone: ZoneInfo, language: Language) -> str:
    """Return the day, where it is another one, and the hour of the next opening."""
    if window.opens_at is None:
        return ""
    opens, today = window.opens_at.astimezone(zone), window.local.astimezone(zone).date()
    hour = _hour(window.opens_at, window, zone)
    at = translate("LocalTime", "at %1").replace("%1", hour)
    if opens.date() == today:
        return at
    if opens.date() == today + timedelta(days=1):
        return translate("LocalTime", "tomorrow %1").replace("%1", at)
    return f"{moment_of(opens, zone, has_time=False).text(language)} {at}"


def _hour(at: datetime, window: Window, zone: ZoneInfo) -> str:
    """Return an hour here, and there too where their clock shows another one."""
    here, there = at.astimezone(zone), at.astimezone(window.local.tzinfo)
    if here.utcoffset() == there.utcoffset():
        return f"{here:%H:%M}"
    both = translate("LocalTime", "%1 (%2 there)")
    return both.replace("%1", f"{here:%H:%M}").replace("%2", f"{there:%H:%M}")
