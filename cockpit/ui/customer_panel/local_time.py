"""Whether the customer may be called at this moment, in words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain.calling_window import Window
from cockpit.domain.formats import Language
from cockpit.domain.natural_date import moment_of
from cockpit.domain.reachable import Hindrance, Obstacle, Reachability
from cockpit.ui.customer_panel.badges import Badge

translate = QCoreApplication.translate

#: The banner says these, and the numbers are not there.
_TOLD_ELSEWHERE = frozenset({Obstacle.CHANNEL_CLOSED, Obstacle.NO_ADDRESS})


def reach_badge(reach: Reachability, zone: ZoneInfo, language: Language) -> Badge:
    """Return the customer's clock and whether they may be called; hours are the operator's own.

    Args:
        reach: The judgement.
        zone: Where the operator is.
        language: Of the weekday.
    """
    window = reach.window
    here = translate("LocalTime", "%1 there").replace("%1", f"{window.local:%H:%M}")
    told = [one for one in reach.hindrances if one.obstacle not in _TOLD_ELSEWHERE]
    if reach.is_free:
        until = _hour(window.closes_at, window, zone) if window.closes_at else ""
        words = translate("LocalTime", "may be called until %1").replace("%1", until)
        return Badge("clock", "success", f"{here} · {words}")
    if not told:
        return Badge("clock", "muted", here)
    words = translate("LocalTime", "do not call yet")
    if reach.free_at is not None:
        opening = moment_words(reach.free_at, window, zone, language)
        words = translate("LocalTime", "only %1").replace("%1", opening)
    reasons = ", ".join(hindrance_word(one) for one in told)
    tip = "\n".join(_line(one, window, zone, language) for one in told)
    return Badge("clock", "warning", f"{here} · {words} ({reasons})", tip)


def colleague_badge(reach: Reachability) -> Badge | None:
    """Return who else has the customer at this moment; None where nobody has."""
    if not reach.colleague:
        return None
    words = translate("LocalTime", "%1 is with them now").replace("%1", reach.colleague)
    return Badge("phone", "warning", words)


def reach_sentence(reach: Reachability, zone: ZoneInfo, language: Language) -> str:
    """Return every reason against a call with its end, as one sentence."""
    return "; ".join(_line(one, reach.window, zone, language) for one in reach.hindrances)


def hindrance_word(one: Hindrance) -> str:
    """Return why a customer may not be called at this moment."""
    return obstacle_word(one.obstacle).replace("%1", one.name)


def obstacle_word(obstacle: Obstacle) -> str:  # noqa: PLR0911 - one word per obstacle
    """Return the words for an obstacle; ``%1`` stands for a holiday's name."""
    match obstacle:
        case Obstacle.CHANNEL_CLOSED:
            return translate("LocalTime", "asked not to be contacted")
        case Obstacle.NO_ADDRESS:
            return translate("LocalTime", "no number")
        case Obstacle.ON_BREAK:
            return translate("LocalTime", "your break")
        case Obstacle.HOLIDAY:
            return translate("LocalTime", "holiday: %1")
        case Obstacle.DAY_OFF:
            return translate("LocalTime", "no working day")
        case Obstacle.HOURS:
            return translate("LocalTime", "outside the hours")
        case Obstacle.PREFERENCE:
            return translate("LocalTime", "their wish")
        case Obstacle.REST:
            return translate("LocalTime", "rests")
        case Obstacle.CAP:
            return translate("LocalTime", "contacts enough for now")


def moment_words(at: datetime, window: Window, zone: ZoneInfo, language: Language) -> str:
    """Return the day, where it is another one, and the hour of an instant."""
    opens, today = at.astimezone(zone), window.local.astimezone(zone).date()
    hour = translate("LocalTime", "at %1").replace("%1", _hour(at, window, zone))
    if opens.date() == today:
        return hour
    if opens.date() == today + timedelta(days=1):
        return translate("LocalTime", "tomorrow %1").replace("%1", hour)
    return f"{moment_of(opens, zone, has_time=False).text(language)} {hour}"


def _line(one: Hindrance, window: Window, zone: ZoneInfo, language: Language) -> str:
    word = hindrance_word(one)
    if one.until is None:
        return word
    until = translate("LocalTime", "%1, until %2").replace("%1", word)
    return until.replace("%2", moment_words(one.until, window, zone, language))


def _hour(at: datetime, window: Window, zone: ZoneInfo) -> str:
    """Return an hour here, and there too where their clock shows another one."""
    here, there = at.astimezone(zone), at.astimezone(window.local.tzinfo)
    if here.utcoffset() == there.utcoffset():
        return f"{here:%H:%M}"
    both = translate("LocalTime", "%1 (%2 there)")
    return both.replace("%1", f"{here:%H:%M}").replace("%2", f"{there:%H:%M}")
