"""What was brought back from a visit besides words."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fact, Identified, fact_key
from models.types import Digest, part_of, refers_to


class Attachment(Identified, Fact, Base):
    """A photo or file that belongs to a contact; its content follows when there is time.

    Attributes:
        media_type: As the content shows it, not as the file's name says.
        size: Bytes of the content.
        sha256: Of the content.
    """

    __tablename__ = "attachments"
    __table_args__ = (fact_key(), Index(None, "contact_id"), Index(None, "customer_id"))

    contact_id: Mapped[UUID] = mapped_column(refers_to("contacts"))
    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[Digest]
    taken_at: Mapped[datetime]


class AttachmentContent(Identified, Base):
    """A piece of an attachment's content, in its order.

    Attributes:
        sent_at: On a laptop, when the server had it.
    """

    __tablename__ = "attachment_contents"
    __table_args__ = (Index(None, "attachment_id", "part", unique=True),)

    attachment_id: Mapped[UUID] = mapped_column(part_of("attachments"))
    part: Mapped[int]
    content: Mapped[bytes]
    sent_at: Mapped[datetime | None]
