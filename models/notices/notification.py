"""What the program tells a user by itself."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import NoticeChannel, NoticeState
from models.base import Base, Fed, Identified
from models.types import Code, Document, closed, part_of, utc_now


class Notification(Identified, Fed, Base):
    """A notice to one user.

    Attributes:
        subject_id: The row that it is about.
        dedup_key: Says the same thing once.
        tried_at: When an e-mail was last under way.
        detail: Why it failed, without personal data.
    """

    __tablename__ = "notifications"
    __table_args__ = (Index(None, "user_id", "created_at"),)

    user_id: Mapped[UUID] = mapped_column(part_of("users"))
    kind: Mapped[Code]
    subject_id: Mapped[UUID | None]
    payload: Mapped[Document | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    read_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    channel: Mapped[NoticeChannel] = mapped_column(
        closed(NoticeChannel, "channel"),
        default=NoticeChannel.SCREEN,
        server_default=NoticeChannel.SCREEN,
    )
    state: Mapped[NoticeState] = mapped_column(
        closed(NoticeState, "state"),
        default=NoticeState.WAITING,
        server_default=NoticeState.WAITING,
    )
    tried_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    detail: Mapped[str | None]
    dedup_key: Mapped[str] = mapped_column(String(200), unique=True)
