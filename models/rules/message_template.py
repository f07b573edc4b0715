"""The texts that operators start from."""

from sqlalchemy import String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Channel
from models.base import Base, Fed, Identified, Stamped
from models.types import Code, closed


class MessageTemplate(Identified, Stamped, Fed, Base):
    """A message or script of one channel, tone and language."""

    __tablename__ = "message_templates"
    __table_args__ = (UniqueConstraint("code", "channel", "tone", "language"),)

    code: Mapped[Code]
    name: Mapped[str] = mapped_column(default="", server_default=text("''"))
    channel: Mapped[Channel] = mapped_column(closed(Channel, "channel"))
    tone: Mapped[Code] = mapped_column(default="neutral")
    language: Mapped[str] = mapped_column(String(10), default="pt_BR")
    subject: Mapped[str | None]
    body: Mapped[str]
    is_active: Mapped[bool] = mapped_column(default=True)
