"""What is said of customers who are taken along."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cockpit.domain.clock import Clock
from cockpit.domain.packs import PackDone, PackedCustomer, PackOffer
from cockpit.ui.sync.words import weekday_name

translate = QCoreApplication.translate


def until_text(until: datetime, clock: Clock) -> str:
    """Return the day until whose end somebody is along: friday, 27/11."""
    local, today = until.astimezone(clock.zone), clock.today()
    year = "" if local.year == today.year else f"/{local:%Y}"
    return f"{weekday_name(local.weekday())}, {local:%d/%m}{year}"


def place_text(city: str, state: str) -> str:
    """Return a city with its state."""
    return " - ".join(filter(None, (city or translate("Packs", "Without a city"), state)))


def mark_text(one: PackedCustomer, now: datetime) -> str:
    """Return what else there is to know of somebody who is along."""
    if one.is_over(now):
        return translate("Packs", "time is over")
    if one.is_extended:
        return translate("Packs", "stays longer")
    return translate("Packs", "may stay longer") if one.is_contacted else ""


def room_text(offer: PackOffer) -> str:
    """Return how many more may be taken; whether there is anybody."""
    if not offer.places:
        return translate("Packs", "Nobody in the shared list can be taken along now")
    text = translate("Packs", "You may take {room} more (up to {most} at once)")
    return text.format(room=offer.room, most=offer.most)


def taken_text(done: PackDone, clock: Clock) -> str:
    """Return what was taken along."""
    return _done_text(translate("Packs", "Taken along until {until}: {count}"), done, clock)


def extended_text(done: PackDone, clock: Clock) -> str:
    """Return who stays longer."""
    return _done_text(translate("Packs", "Stay until {until}: {count}"), done, clock)


def returned_text(done: PackDone, clock: Clock) -> str:
    """Return who was given back."""
    return _done_text(translate("Packs", "Given back: {count}"), done, clock)


def _done_text(text: str, done: PackDone, clock: Clock) -> str:
    until = "" if done.until is None else until_text(done.until, clock)
    said = text.format(count=done.count, until=until)
    if done.is_here:
        return said
    return f"{said}. " + translate("Packs", "The list follows with the next synchronisation.")
