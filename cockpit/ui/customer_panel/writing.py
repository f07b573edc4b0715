"""Links that open the conversation in another program; the user sends."""

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from cockpit.domain.customer import CustomerProfile, PhoneNumber
from cockpit.domain.vocabulary import Channel, PhoneKind


def whatsapp_number(profile: CustomerProfile) -> str:
    """Return the number to write to, a confirmed one first; empty where none may be used."""
    if Channel.WHATSAPP in profile.forbidden_channels:
        return ""
    numbers = sorted(profile.phones, key=lambda one: not one.is_primary)
    confirmed = next((one.whatsapp_e164 for one in numbers if one.whatsapp_e164), None)
    return confirmed or next((one.e164 for one in numbers if one.e164 and _is_mobile(one)), "")


def email_address(profile: CustomerProfile) -> str:
    """Return the address to write to, the main person's first; empty where none may be used."""
    if Channel.EMAIL in profile.forbidden_channels:
        return ""
    persons = sorted(profile.persons, key=lambda one: not one.is_primary)
    return next((one.email for one in persons if one.email), "")


def open_whatsapp(number: str, text: str = "") -> None:
    """Open the conversation with a prepared text."""
    words = f"?text={quote(text)}" if text else ""
    link = f"https://wa.me/{number.lstrip('+')}{words}"
    QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))


def open_email(address: str) -> None:
    """Open a new message in the desktop's mail program."""
    QDesktopServices.openUrl(QUrl(f"mailto:{quote(address, safe='@')}"))


def _is_mobile(number: PhoneNumber) -> bool:
    return number.kind is PhoneKind.MOBILE
