"""The calling hours and days off that are stored."""

from datetime import time
from typing import Any

from sqlalchemy import Connection, select

from cockpit.domain.calling_window import Holiday, Hours, WindowRules
from models import CalendarDay, CallingWindowPolicy

_VERSIONS = select(CallingWindowPolicy.state, CallingWindowPolicy.parameters).order_by(
    CallingWindowPolicy.version, CallingWindowPolicy.published_at
)
_DAYS = select(CalendarDay.day_on, CalendarDay.name, CalendarDay.state, CalendarDay.city).order_by(
    CalendarDay.day_on, CalendarDay.id
)
_FIXED_DAYS = _DAYS.where(CalendarDay.is_optional.is_(False))


def window_rules(connection: Connection) -> WindowRules:
    """Return the hours and days off in force; where nothing is stored, the default ones.

    Of a state's versions the latest holds. Its parameters are ``opens`` and ``closes`` (08:00),
    ``weekdays`` (Monday is 0) and, in the one for every state, ``optional_days``.
    """
    latest: dict[str | None, dict[str, Any]] = {
        row.state: row.parameters for row in connection.execute(_VERSIONS)
    }
    everywhere = latest.pop(None, {})
    default = _hours(everywhere, Hours())
    optional_days = bool(everywhere.get("optional_days", True))
    return WindowRules(
        default=default,
        by_state={state: _hours(own, default) for state, own in latest.items() if state},
        company_days=_company_days(connection, optional_days=optional_days),
        optional_days=optional_days,
    )


def _company_days(connection: Connection, *, optional_days: bool) -> tuple[Holiday, ...]:
    statement = _DAYS if optional_days else _FIXED_DAYS
    return tuple(
        Holiday(day, name, state or "", city or "")
        for day, name, state, city in connection.execute(statement)
    )


def _hours(parameters: dict[str, Any], default: Hours) -> Hours:
    opens, closes = parameters.get("opens"), parameters.get("closes")
    weekdays = parameters.get("weekdays")
    return Hours(
        opens=time.fromisoformat(opens) if opens else default.opens,
        closes=time.fromisoformat(closes) if closes else default.closes,
        weekdays=frozenset(weekdays) if weekdays else default.weekdays,
    )
