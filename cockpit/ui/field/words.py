"""What the field mode says of customers and cities."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.visits import CityRoute, VisitStop
from cockpit.ui.context import UiContext
from cockpit.ui.field.pack_words import until_text
from cockpit.ui.words import status_word

translate = QCoreApplication.translate


def city_text(route: CityRoute) -> str:
    """Return a city's name with its state."""
    name = route.city or translate("Field", "Without a city")
    return " - ".join(filter(None, (name, route.state if route.city else "")))


def count_text(route: CityRoute) -> str:
    """Return how many customers a city has, and how many of them are late."""
    count = translate("Field", "customers: %1").replace("%1", str(len(route.stops)))
    late = translate("Field", "late: %1").replace("%1", str(route.late_count))
    due = translate("Field", "due today: %1").replace("%1", str(route.due_count))
    parts = (count, due if route.due_count else "", late if route.late_count else "")
    return " · ".join(filter(None, parts))


def place_text(stop: VisitStop) -> str:
    """Return where a customer is, within the city."""
    place = stop.place
    street = ", ".join(filter(None, (place.street, place.number)))
    text = " · ".join(filter(None, (place.district, street, place.postal_code)))
    return text or translate("Field", "without an address")


def carried_text(stop: VisitStop, ctx: UiContext) -> str:
    """Return until when a customer of the shared list is along; nothing of others."""
    until = stop.carried_until
    if until is None:
        return ""
    day = until_text(until, ctx.clock)
    if until <= ctx.clock.now():
        return translate("Field", "time was over on %1").replace("%1", day)
    return translate("Field", "with you until %1").replace("%1", day)


def due_text(stop: VisitStop, ctx: UiContext) -> str:
    """Return that the customer is to be contacted today, or since when; nothing of others."""
    if stop.due_at is None:
        return ""
    due = stop.due_at.astimezone(ctx.clock.zone)
    if due.date() < ctx.clock.today():
        return translate("Field", "due since %1").replace("%1", formats.day(due.date()))
    if stop.has_time:
        return translate("Field", "due today, %1").replace("%1", f"{due:%H:%M}")
    return translate("Field", "due today")


def visit_text(stop: VisitStop, ctx: UiContext) -> str:
    """Return when the customer was visited last."""
    if stop.last_visit_at is None:
        return translate("Field", "never")
    return formats.day(stop.last_visit_at.astimezone(ctx.clock.zone).date())


def late_text(stop: VisitStop, language: Language) -> str:
    """Return how late a customer is, in their own cycles, or else where they stand."""
    if stop.is_late and stop.cycles_late is not None and stop.cycles_late > 0:
        number = formats.decimal(stop.cycles_late, language)
        return translate("Field", "%1 cycles").replace("%1", number)
    return "" if stop.status is None else status_word(stop.status)


def risk_text(stop: VisitStop, language: Language) -> str:
    """Return what they may spend elsewhere."""
    return formats.money(stop.at_risk_cents, language) if stop.at_risk_cents else ""


def spoken(stop: VisitStop, ctx: UiContext) -> str:
    """Return everything that a line shows, for those who hear it."""
    last = translate("Field", "last visit: %1").replace("%1", visit_text(stop, ctx))
    parts = (
        stop.name, due_text(stop, ctx), place_text(stop), carried_text(stop, ctx), last,
        late_text(stop, ctx.language), risk_text(stop, ctx.language), forbidden_text(stop),
    )  # fmt: skip
    return ", ".join(filter(None, parts))


def forbidden_text(stop: VisitStop) -> str:
    """Return what stands by who wants no visit."""
    return translate("Field", "does not want visits") if stop.is_forbidden else ""
