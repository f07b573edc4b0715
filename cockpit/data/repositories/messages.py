"""Message templates, what fills them, and the messages that went out."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, exists, func, select

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import closed_by_persons
from cockpit.data.repositories.placeholders import placeholders
from cockpit.data.repositories.upsert import upsert
from cockpit.domain.email_address import is_email_address
from cockpit.domain.message_templates import MessageTemplate, OutgoingMessage, Tone
from cockpit.domain.vocabulary import Channel, MessageState
from cockpit.services.ports import CurrentUser
from models import ContactPerson, SentMessage
from models import MessageTemplate as TemplateRow


class SqlMessageRepository:
    """Templates and sent messages."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def templates(self, *, only_active: bool = True) -> list[MessageTemplate]:
        """Return the templates by channel, name and tone."""
        statement = select(TemplateRow.__table__).order_by(
            TemplateRow.channel, TemplateRow.name, TemplateRow.tone
        )
        if only_active:
            statement = statement.where(TemplateRow.is_active)
        return [
            MessageTemplate(
                template_id=row.id,
                code=row.code,
                name=row.name or row.code,
                channel=row.channel,
                tone=_tone(row.tone),
                language=row.language,
                subject=row.subject or "",
                body=row.body,
                is_active=row.is_active,
            )
            for row in self._connection.execute(statement)
        ]

    def save_template(self, template: MessageTemplate, *, at: datetime) -> None:
        """Store a template under its code, channel, tone and language."""
        values = {
            "name": template.name.strip(),
            "subject": template.subject.strip() or None,
            "body": template.body,
            "is_active": template.is_active,
        }
        kept = ("code", "channel", "tone", "language")
        statement = upsert(self._connection, TemplateRow).values(
            id=template.template_id,
            **{name: getattr(template, name) for name in kept},
            **values,
            created_at=at,
            updated_at=at,
        )
        changed = {name: statement.excluded[name] for name in (*values, "updated_at")}
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=[getattr(TemplateRow, name) for name in kept], set_=changed
            )
        )

    def add_sent(
        self,
        message: OutgoingMessage,
        state: MessageState,
        *,
        user: CurrentUser,
        detail: str,
        at: datetime,
        key: UUID,
    ) -> bool:
        """Store that a message went out or failed; False where it is stored."""
        self._facts.reserve(user.device_id)
        if self._connection.execute(select(exists().where(SentMessage.id == key))).scalar():
            return False
        content = {
            "id": key,
            "customer_id": message.customer_id,
            "person_id": message.person_id,
            "user_id": user.user_id,
            "channel": message.channel,
            "template_id": message.template_id,
            "address": message.address,
            "subject": message.subject or None,
            "body": message.body,
            "state": state,
            "detail": detail or None,
            "occurred_at": at,
        }
        self._facts.add(SentMessage, content, device_id=user.device_id, at=at)
        return True

    def is_sent(self, message_id: UUID) -> bool:
        """Return whether this very message went out."""
        found = and_(SentMessage.id == message_id, SentMessage.state != MessageState.FAILED)
        return bool(self._connection.execute(select(func.count()).where(found)).scalar())

    def placeholders(
        self, customer_id: UUID, person_id: UUID | None, *, user: CurrentUser, today: date
    ) -> dict[str, Any]:
        """Return a customer's values by placeholder; None where there is no value."""
        return placeholders(self._connection, customer_id, person_id, user=user, today=today)

    def mail_receiver(self, customer_id: UUID) -> tuple[UUID, str] | None:
        """Return the person to write to and their address, the main one first; or None."""
        statement = (
            select(ContactPerson.id, ContactPerson.email)
            .where(ContactPerson.customer_id == customer_id, ContactPerson.email != "")
            .order_by(ContactPerson.is_primary.desc(), ContactPerson.name)
        )
        own = closed_by_persons(self._connection, [customer_id]).get(customer_id, {})
        for key, text in self._connection.execute(statement):
            is_open = Channel.EMAIL not in own.get(key, ())
            if is_open and text and is_email_address(text):
                return key, text
        return None

    def forbidden(self, customer_id: UUID, person_id: UUID | None = None) -> frozenset[Channel]:
        """Return the channels that the customer closed, or the person there."""
        closed = forbidden_channels(self._connection, [customer_id]).get(customer_id, frozenset())
        if person_id is None:
            return closed
        own = closed_by_persons(self._connection, [customer_id]).get(customer_id, {})
        return closed | own.get(person_id, frozenset())


def _tone(stored: str) -> Tone:
    """Return a tone; one that another version wrote counts as neutral."""
    return Tone(stored) if stored in set(Tone) else Tone.NEUTRAL
