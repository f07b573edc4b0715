"""E-mail by SMTP: encrypted unless the server is this very computer; customers get plain text."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from ipaddress import ip_address
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.email_address import is_email_address
from cockpit.domain.errors import MailError
from cockpit.domain.message_templates import MailSecurity, MailServer, OutgoingMessage
from cockpit.domain.notices import DigestLetter
from cockpit.domain.report_schedules import AttachedReport

_SECONDS = 20
#: Answers of servers from here on are final.
_FINAL = 500


class SmtpSender:
    """Hands messages to the company's mail server, one connection each."""

    def __init__(self, clock: Clock, trusted: ssl.SSLContext | None = None) -> None:
        """Prepare the sender.

        Args:
            clock: Dates the messages.
            trusted: Whom to trust; the system's authorities by default.
        """
        self._clock = clock
        self._trusted = trusted

    def send(self, message: OutgoingMessage, server: MailServer, password: str | None) -> None:
        """Hand one message over.

        Raises:
            MailError: It was not taken; the sentence says what to do.
        """
        self._hand_in(letter_of(message, server, self._clock), server, password)

    def send_digest(self, letter: DigestLetter, server: MailServer, password: str | None) -> None:
        """Hand one of the program's own letters over.

        Raises:
            MailError: It was not taken, or nobody knows.
        """
        self._hand_in(digest_letter_of(letter, server, self._clock), server, password)

    def send_report(self, letter: AttachedReport, server: MailServer, password: str | None) -> None:
        """Hand over a report that somebody scheduled.

        Raises:
            MailError: It was not taken, or nobody knows.
        """
        self._hand_in(report_letter_of(letter, server, self._clock), server, password)

    def _hand_in(self, letter: EmailMessage, server: MailServer, password: str | None) -> None:
        if server.security is MailSecurity.NONE and not _is_here(server.host):
            raise MailError("mail_needs_encryption", host=server.host)
        try:
            with self._connected(server) as connection:
                if server.login:
                    connection.login(server.login, password or "")
                connection.send_message(letter)
        except smtplib.SMTPAuthenticationError as error:
            raise MailError("mail_login_refused", host=server.host) from error
        except smtplib.SMTPRecipientsRefused as error:
            if all(code < _FINAL for code, _ in error.recipients.values()):  # "come again later"
                raise MailError("mail_refused", host=server.host) from error
            raise MailError("mail_address_refused") from error
        except smtplib.SMTPSenderRefused as error:
            raise MailError("mail_sender_refused", address=server.sender_address) from error
        except ssl.SSLError as error:
            raise MailError("mail_not_trusted", host=server.host) from error
        except smtplib.SMTPException as error:
            raise MailError("mail_refused", host=server.host) from error
        except (OSError, UnicodeError) as error:
            raise MailError("mail_unreachable", host=server.host, port=server.port) from error

    def _connected(self, server: MailServer) -> smtplib.SMTP:
        trusted = self._trusted or ssl.create_default_context()
        if server.security is MailSecurity.TLS:
            return smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=trusted)
        connection = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
        if server.security is MailSecurity.STARTTLS:
            try:
                connection.starttls(context=trusted)
            except BaseException:
                connection.close()
                raise
        return connection


def letter_of(message: OutgoingMessage, server: MailServer, clock: Clock) -> EmailMessage:
    """Return the message as it travels.

    Raises:
        MailError: The address cannot be one.
    """
    letter = _addressed(message.address, message.subject, message.message_id, server, clock)
    letter.set_content(message.body)
    return letter


def digest_letter_of(digest: DigestLetter, server: MailServer, clock: Clock) -> EmailMessage:
    """Return a digest as it travels: text, and HTML with its picture inside.

    Raises:
        MailError: The address cannot be one.
    """
    letter = _addressed(digest.address, digest.subject, digest.message_id, server, clock)
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence is answered to it
    letter.set_content(digest.text)
    # Each letter's picture has a name of its own, or a conversation would show the first one's.
    name = f"{digest.message_id}.picture@giro"
    letter.add_alternative(digest.html.replace('"cid:picture"', f'"cid:{name}"'), subtype="html")
    if digest.picture is not None:
        page = letter.get_body(("html",))
        assert isinstance(page, EmailMessage)  # noqa: S101 - it was added above
        page.add_related(
            digest.picture, "image", "png", cid=f"<{name}>", disposition="inline",
            filename="giro.png",
        )  # fmt: skip
    return letter


def report_letter_of(report: AttachedReport, server: MailServer, clock: Clock) -> EmailMessage:
    """Return a report as it travels: a few words, and the file.

    Raises:
        MailError: The address cannot be one.
    """
    letter = _addressed(report.address, report.subject, report.message_id, server, clock)
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834, as for digests
    letter.set_content(report.text)
    kind, _, subtype = report.content_type.partition("/")
    letter.add_attachment(report.content, maintype=kind, subtype=subtype, filename=report.file_name)
    return letter


def _addressed(
    address: str, subject: str, message_id: UUID, server: MailServer, clock: Clock
) -> EmailMessage:
    """Return a letter without content.

    Raises:
        MailError: The address cannot be one.
    """
    if not is_email_address(address):
        raise MailError("mail_address_wrong")
    letter = EmailMessage()
    domain = server.sender_address.rpartition("@")[2] or "localhost"
    try:
        letter["From"] = formataddr((server.sender_name, server.sender_address))
        letter["To"] = address
        letter["Subject"] = " ".join(subject.split())
    except (ValueError, IndexError) as error:
        raise MailError("mail_address_wrong") from error
    letter["Date"] = format_datetime(clock.now())
    letter["Message-ID"] = f"<{message_id}@{domain}>"
    return letter


def _is_here(host: str) -> bool:
    """Return whether a host is this computer, from which nothing leaves unencrypted."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
