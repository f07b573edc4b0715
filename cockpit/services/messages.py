"""E-mail, WhatsApp and call scripts: filled in, shown before, sent once, and kept in the story."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ForbiddenError, MailError
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import (
    MailSecurity,
    MailServer,
    MessageTemplate,
    OutgoingMessage,
    RenderedMessage,
)
from cockpit.domain.rights import Task
from cockpit.domain.rules import RuleKind
from cockpit.domain.vocabulary import Channel, MessageState, SettingScope
from cockpit.services.cadence import keep_cap
from cockpit.services.ports import (
    CurrentUser,
    Database,
    MailSender,
    MessageRenderer,
    Passwords,
    ReadUnit,
)

_SERVER = "mail.server"


@dataclass(frozen=True, slots=True)
class BulkMail:
    """One template for several customers, filled in.

    Attributes:
        letters: What can be sent.
        closed_count: Customers who want no e-mail.
        without_address_count: Customers without an address.
        incomplete_count: Letters that miss a value.
        has_server: Whether a mail server is set.
    """

    letters: tuple[OutgoingMessage, ...]
    closed_count: int
    without_address_count: int
    incomplete_count: int
    has_server: bool

    def with_other(self, other: "BulkMail") -> "BulkMail":
        """Return the letters of both: of one part of the customers and of the next."""
        return BulkMail(
            (*self.letters, *other.letters),
            self.closed_count + other.closed_count,
            self.without_address_count + other.without_address_count,
            self.incomplete_count + other.incomplete_count,
            other.has_server,
        )


@dataclass(frozen=True, slots=True)
class MessageService:
    """Templates, and what is done with them."""

    database: Database
    clock: Clock
    user: CurrentUser
    renderer: MessageRenderer
    sender: MailSender
    passwords: Passwords

    def templates(
        self, channel: Channel | None = None, *, only_active: bool = True
    ) -> list[MessageTemplate]:
        """Return the templates of one channel, or of all."""
        with self.database.read() as unit:
            found = unit.messages.templates(only_active=only_active)
        return [one for one in found if channel is None or one.channel is channel]

    def save_template(self, template: MessageTemplate) -> None:
        """Store a template.

        Raises:
            BadInputError: It is wrong; the sentence says where.
            ForbiddenError: The user may not change the company's templates.
        """
        if not self.user.may(Task.EDIT_TEMPLATES):
            raise ForbiddenError("templates_not_allowed")
        if not template.name.strip() or not template.body.strip():
            raise BadInputError("template_incomplete")
        self.renderer.check(template.subject, template.body)
        with self.database.write() as unit:
            now = self.clock.now()
            unit.rules.keep_first(RuleKind.TEMPLATES, at=now)
            unit.messages.save_template(template, at=now)
            unit.rules.keep(RuleKind.TEMPLATES, user=self.user, at=now, note="")
            deed = Deed(AuditAction.TEMPLATE_CHANGED, "message_templates", template.template_id, {})
            unit.audit.record(deed, user=self.user, at=self.clock.now())
            unit.changed(Topic.REFERENCE, customer_ids=[])

    def preview(
        self, template: MessageTemplate, customer_id: UUID, person_id: UUID | None = None
    ) -> RenderedMessage:
        """Return a template with a customer's values.

        Raises:
            BadInputError: The template itself is wrong.
            ForbiddenError: The customer closed the template's channel.
        """
        with self.database.read() as unit:
            self._refuse_closed(unit, customer_id, person_id, template.channel)
            values = unit.messages.placeholders(
                customer_id, person_id, user=self.user, today=self.clock.today()
            )
        return self.renderer.render(template.subject, template.body, values)

    def prepare(self, template: MessageTemplate, customer_ids: Sequence[UUID]) -> BulkMail:
        """Fill a letter in for each of several customers; nothing is sent.

        Raises:
            BadInputError: The template itself is wrong.
        """
        letters: list[OutgoingMessage] = []
        closed = without_address = incomplete = 0
        with self.database.read() as unit:
            has_server = stored_server(unit) is not None
            for customer_id in customer_ids:
                receiver = unit.messages.mail_receiver(customer_id)
                if Channel.EMAIL in unit.messages.forbidden(customer_id):
                    closed += 1
                elif receiver is None:
                    without_address += 1
                else:
                    person_id, address = receiver
                    values = unit.messages.placeholders(
                        customer_id, person_id, user=self.user, today=self.clock.today()
                    )
                    text = self.renderer.render(template.subject, template.body, values)
                    if text.missing:
                        incomplete += 1
                    else:
                        letters.append(_letter(customer_id, person_id, address, template, text))
        return BulkMail(tuple(letters), closed, without_address, incomplete, has_server)

    def send_mail(self, message: OutgoingMessage, password: str | None = None) -> bool:
        """Hand an e-mail to the company's server and keep it in the story.

        A failed attempt is kept too. The same message again is not sent again; one whose server
        took it in the instant of a crash may be.

        Args:
            message: With the text as it is to be read.
            password: Where the keyring has none.

        Returns:
            False where this very message was sent before.

        Raises:
            ForbiddenError: The customer wants no e-mail.
            MailError: No server is set, it did not take the message, or the keyring is silent.
        """
        with self.database.read() as unit:
            self._refuse_closed(unit, message.customer_id, message.person_id, Channel.EMAIL)
            if unit.messages.is_sent(message.message_id):
                return False
            server = stored_server(unit)
        if server is None:
            raise MailError("mail_no_server")
        try:
            if server.login and not password:
                password = self.passwords.password(server.host, server.login)
            self.sender.send(message, server, password)
        except MailError as error:
            self._keep(message, MessageState.FAILED, error.message.key, key=new_id())
            raise
        self._keep(message, MessageState.SENT, "")
        return True

    def hand_over(self, message: OutgoingMessage) -> None:
        """Keep that a message was given to another program, where the user sends it.

        Raises:
            ForbiddenError: The customer closed the channel.
        """
        with self.database.read() as unit:
            self._refuse_closed(unit, message.customer_id, message.person_id, message.channel)
        self._keep(message, MessageState.HANDED_OVER, "")

    def server(self) -> MailServer | None:
        """Return where e-mail is handed in; None while nobody set it."""
        with self.database.read() as unit:
            return stored_server(unit)

    def set_server(self, server: MailServer | None, password: str | None) -> None:
        """Store where e-mail is handed in, None where no more; the password goes to the keyring.

        Raises:
            ForbiddenError: The user may not change the company's settings.
            MailError: There is no keyring, or it is silent; the rest is stored.
        """
        if not self.user.may(Task.CHANGE_COMPANY_SETTINGS):
            raise ForbiddenError("mail_server_not_allowed")
        with self.database.write() as unit:
            unit.settings.put(SettingScope.COMPANY, None, _SERVER, server and asdict(server))
            deed = Deed(AuditAction.SETTING_CHANGED, "settings", None, {"name": _SERVER})
            unit.audit.record(deed, user=self.user, at=self.clock.now())
            unit.changed(Topic.SETTINGS, customer_ids=[])
        if server is not None and password:
            self.passwords.keep(server.host, server.login, password)

    def _refuse_closed(
        self, unit: ReadUnit, customer_id: UUID, person_id: UUID | None, channel: Channel
    ) -> None:
        if channel in unit.messages.forbidden(customer_id, person_id):
            raise ForbiddenError("channel_closed")

    def _keep(
        self,
        message: OutgoingMessage,
        state: MessageState,
        detail: str,
        *,
        key: UUID | None = None,
    ) -> None:
        sent = SentMessage(message, state, detail, key or message.message_id)
        note_sent(sent, self.database, self.clock, self.user)


@dataclass(frozen=True, slots=True)
class SentMessage:
    """What became of a message.

    Attributes:
        detail: Why it failed; empty where it did not.
        key: Of the record of it.
    """

    message: OutgoingMessage
    state: MessageState
    detail: str
    key: UUID


def note_sent(sent: SentMessage, database: Database, clock: Clock, user: CurrentUser) -> None:
    """Keep in the story what became of a message; the same again is kept once."""
    now, customer_id = clock.now(), sent.message.customer_id
    with database.write() as unit:
        is_new = unit.messages.add_sent(
            sent.message, sent.state, user=user, detail=sent.detail, at=now, key=sent.key
        )
        if is_new and sent.state is not MessageState.FAILED:
            keep_cap(unit, customer_id, user=user, now=now, today=clock.today())
        unit.changed(Topic.CONTACTS, customer_ids=[customer_id])


def stored_server(unit: ReadUnit) -> MailServer | None:
    """Return where the company's e-mail is handed in; None while nobody set it."""
    stored = unit.settings.get(SettingScope.COMPANY, None, _SERVER)
    return _mail_server(stored) if isinstance(stored, dict) else None


def _letter(
    customer_id: UUID,
    person_id: UUID | None,
    address: str,
    template: MessageTemplate,
    text: RenderedMessage,
) -> OutgoingMessage:
    return OutgoingMessage(
        message_id=new_id(),
        customer_id=customer_id,
        person_id=person_id,
        channel=Channel.EMAIL,
        template_id=template.template_id,
        address=address,
        subject=text.subject,
        body=text.body,
    )


def _mail_server(stored: dict[str, Any]) -> MailServer | None:
    """Return a stored server; None where another version wrote something else."""
    try:
        return MailServer(
            host=str(stored["host"]),
            port=int(stored["port"]),
            security=MailSecurity(stored["security"]),
            login=str(stored["login"]),
            sender_name=str(stored["sender_name"]),
            sender_address=str(stored["sender_address"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
