"""The computers that make facts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, Stamped
from models.types import refers_to


class Device(Identified, Stamped, Base):
    """A computer that makes facts; a lost laptop is revoked."""

    __tablename__ = "devices"

    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"), index=True)
    name: Mapped[str]
    last_seen_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
