"""Links that hand a message to another program, where the user sends it."""

from urllib.parse import quote

from PySide6.QtCore import QUrl

from cockpit.domain.message_templates import OutgoingMessage


def whatsapp_link(message: OutgoingMessage) -> QUrl:
    """Return the link that opens the conversation with the text in place."""
    digits = "".join(sign for sign in message.address if sign.isdigit())
    return _strict(f"https://wa.me/{digits}?text={quote(message.body)}")


def mail_link(message: OutgoingMessage) -> QUrl:
    """Return the link that opens the mail program with the letter in place (RFC 6068)."""
    body = quote(message.body.replace("\n", "\r\n"))
    to = quote(message.address, safe="@")
    return _strict(f"mailto:{to}?subject={quote(message.subject)}&body={body}")


def _strict(link: str) -> QUrl:
    return QUrl(link, QUrl.ParsingMode.StrictMode)
