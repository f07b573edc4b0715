"""The eight status lights of a customer: their order, their icons, the sections they open."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from cockpit.domain.vocabulary import Light
from cockpit.domain.work_list import CustomerRow


class Day(Protocol):
    """The day and place that decide whether an agreed contact is overdue."""

    @property
    def zone(self) -> ZoneInfo:
        """Return the user's time zone."""
        ...

    @property
    def today(self) -> date:
        """Return the list's day."""
        ...

    @property
    def now(self) -> datetime:
        """Return the list's instant."""
        ...


#: The lights by name, with the icon of each.
ICONS = {
    "credit": "card",
    "orders": "package",
    "titles": "receipt",
    "quotes": "tag",
    "service": "wrench",
    "nonconformity": "alert",
    "agenda": "calendar",
    "blocked": "lock",
}
#: The section of the client panel that a light opens.
SECTIONS = {
    "credit": "titles",
    "orders": "orders",
    "titles": "titles",
    "quotes": "quotes",
    "service": "service",
    "nonconformity": "service",
    "agenda": "timeline",
    "blocked": "summary",
}
LIGHT_NAMES = tuple(ICONS)


def lights_of(row: CustomerRow, day: Day) -> Iterator[tuple[str, Light]]:
    """Yield each light's name and what it says, in the order in which they are drawn."""
    yield "credit", row.credit
    yield "orders", row.orders
    yield "titles", row.titles
    yield "quotes", row.quotes
    yield "service", row.service
    yield "nonconformity", row.nonconformity
    yield "agenda", agenda_light(row, day)
    yield "blocked", Light.TROUBLE if row.is_blocked else Light.NONE


def agenda_light(row: CustomerRow, day: Day) -> Light:
    """Return whether a contact is agreed, due, or overdue."""
    at = row.next_contact_at
    if at is None:
        return Light.NONE
    local = at.astimezone(day.zone).date()
    if local < day.today or (row.next_contact_has_time and at < day.now):
        return Light.TROUBLE
    return Light.ATTENTION if local == day.today else Light.GOOD
