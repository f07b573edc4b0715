"""Who does what only one program may do."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Duty(Base):
    """A named lease: its holder alone does the work, until the lease ends.

    Attributes:
        fence: Grows with each holder.
    """

    __tablename__ = "duties"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    device_id: Mapped[UUID]
    fence: Mapped[int] = mapped_column(default=1)
    lease_until: Mapped[datetime]
