"""What a customer or person said about being contacted."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Channel
from models.base import Base, Fact, Identified, fact_key
from models.types import closed, refers_to


class ContactPermission(Identified, Fact, Base):
    """A wish about one channel, or about all when none is named; the latest by channel rules."""

    __tablename__ = "contact_permissions"
    __table_args__ = (fact_key(), Index(None, "customer_id", "stated_at"))

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    person_id: Mapped[UUID | None] = mapped_column(refers_to("contact_persons"))
    channel: Mapped[Channel | None] = mapped_column(closed(Channel, "channel"))
    is_forbidden: Mapped[bool]
    reason: Mapped[str | None]
    author_id: Mapped[UUID] = mapped_column(refers_to("users"))
    stated_at: Mapped[datetime]
