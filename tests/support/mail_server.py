"""A real SMTP server on this computer, which keeps what it is handed."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

LOGIN, PASSWORD = "vendas@giro.example", "segredo"


@dataclass
class MailServer:
    """The server's mail box and address.

    Attributes:
        letters: What it took.
        refused: Addresses that it does not take.
        busy: Addresses that it does not take for the moment.
        dying: How many letters it takes without a word and hangs up.
        is_silent: Whether it takes letters and never says so.
    """

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    busy: set[str] = field(default_factory=set)
    dying: int = 0
    is_silent: bool = False

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 no such mailbox"
        if address in self.busy:
            return "450 come again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        if self.is_silent:
            await asyncio.Event().wait()  # until whoever is there goes away
        if self.dying:
            self.dying -= 1
            assert server.transport is not None
            server.transport.abort()
        return "250 OK"


class _Controller(Controller):
    """Listens on whatever port is free."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
) -> AuthResult:
    assert isinstance(data, LoginPassword)
    is_right = (data.login.decode(), data.password.decode()) == (LOGIN, PASSWORD)
    return AuthResult(success=is_right, handled=False)


@contextmanager
def mail_server(security: str = "none") -> Iterator[tuple[MailServer, ssl.SSLContext]]:
    """Run a server: ``none``, ``starttls`` (with a login) or ``tls``.

    Yields:
        The server, and a context that trusts it.
    """
    authority = trustme.CA()
    own = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(own)
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    box = MailServer()
    extra: dict[str, object] = {}
    if security == "starttls":
        extra = {"authenticator": _authenticate, "auth_required": True}
        extra |= {"tls_context": own, "require_starttls": True}
    if security == "tls":
        extra = {"ssl_context": own}
    controller = _Controller(box, hostname="127.0.0.1", port=0, **extra)
    controller.start()
    try:
        box.port = controller.port
        yield box, trusted
    finally:
        controller.stop()
