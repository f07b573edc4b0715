"""Hours, holidays, places and their windows as a document, and back."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from cockpit.analytics.work_list.windows import Places
from cockpit.domain.calling_window import (
    Closed,
    Holiday,
    Hours,
    Place,
    Window,
    WindowRules,
    Wishes,
)

Document = dict[str, Any]


def rules_document(rules: WindowRules) -> Document:
    """Return rules as JSON takes them."""
    return {
        "default": _hours(rules.default),
        "by_state": {state: _hours(one) for state, one in rules.by_state.items()},
        "days": [
            [one.day.isoformat(), one.name, one.state, one.city] for one in rules.company_days
        ],
        "optional": rules.optional_days,
    }


def rules_of(document: Document) -> WindowRules:
    """Return the rules of a document."""
    days = [
        Holiday(date.fromisoformat(day), name, state, city)
        for day, name, state, city in document["days"]
    ]
    by_state = {state: _hours_of(one) for state, one in document["by_state"].items()}
    return WindowRules(_hours_of(document["default"]), by_state, tuple(days), document["optional"])


def places_document(places: Places) -> list[Any]:
    """Return the places as JSON takes them."""
    return [
        [
            *(place.state, place.city, place.zone.key),
            *(wishes.from_minute, wishes.until_minute, wishes.weekdays),
        ]
        for place, wishes in places.places
    ]


def places_of(document: list[Any]) -> tuple[tuple[Place, Wishes], ...]:
    """Return the places of a document."""
    return tuple(
        (Place(state, city, ZoneInfo(zone)), Wishes(*wishes))
        for state, city, zone, *wishes in document
    )


def windows_document(windows: tuple[Window, ...]) -> list[Any]:
    """Return windows as JSON takes them."""
    return [
        [one.local.isoformat(), one.closed, one.holiday, _text(one.opens_at), _text(one.closes_at)]
        for one in windows
    ]


def windows_of(document: list[Any], now: datetime) -> tuple[Window, ...] | None:
    """Return windows that still hold at an instant, None where one does not."""
    windows = tuple(
        Window(
            datetime.fromisoformat(local), closed and Closed(closed), holiday,
            _instant(opens_at), _instant(closes_at),
        )
        for local, closed, holiday, opens_at, closes_at in document
    )  # fmt: skip
    return windows if all(_holds(one, now) for one in windows) else None


def _holds(window: Window, now: datetime) -> bool:
    """Return whether a window is the same at a later instant, which must be of its day."""
    end = window.opens_at or window.closes_at
    is_same_day = now.astimezone(window.local.tzinfo).date() == window.local.date()
    return is_same_day and window.local <= now and (end is None or now < end)


def _hours(hours: Hours) -> list[Any]:
    return [hours.opens.isoformat(), hours.closes.isoformat(), sorted(hours.weekdays)]


def _hours_of(document: list[Any]) -> Hours:
    opens, closes, weekdays = document
    return Hours(time.fromisoformat(opens), time.fromisoformat(closes), frozenset(weekdays))


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
