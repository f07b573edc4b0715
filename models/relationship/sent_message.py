"""The messages that were sent to customers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Channel, MessageState
from models.base import Base, Fact, Identified, fact_key
from models.types import closed, refers_to


class SentMessage(Identified, Fact, Base):
    """A message as it went out; a failed one too, with what went wrong.

    Attributes:
        address: E-mail address, or number in E.164.
        state: Taken by the mail server, or handed over to another program where the user sends.
    """

    __tablename__ = "sent_messages"
    __table_args__ = (fact_key(), Index(None, "customer_id", "occurred_at"))

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    person_id: Mapped[UUID | None] = mapped_column(refers_to("contact_persons"))
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    channel: Mapped[Channel] = mapped_column(closed(Channel, "channel"))
    template_id: Mapped[UUID | None] = mapped_column(refers_to("message_templates"))
    address: Mapped[str]
    subject: Mapped[str | None]
    body: Mapped[str]
    state: Mapped[MessageState] = mapped_column(closed(MessageState, "state"))
    detail: Mapped[str | None]
    occurred_at: Mapped[datetime]
