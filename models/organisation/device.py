"""The computers that make facts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, false, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, Stamped
from models.types import Code, part_of, refers_to, utc_now


class Device(Identified, Stamped, Base):
    """A computer that makes facts; a lost laptop is revoked.

    Attributes:
        is_replica: Whether it is a laptop's file, which numbers its facts itself.
        last_seen_at: The last contact, by the server's clock.
        revoked_at: Since when it may not come back; its next contact wipes its key.
        backlog: How many facts it had still to send at its last contact.
        cursor: How far it had read then.
        program: Its program's version then; ``schema_revision`` its file's.
        repull_at: Since when it is asked to read everything anew.
        wiped_at: When it said that its key is gone.
    """

    __tablename__ = "devices"

    user_id: Mapped[UUID | None] = mapped_column(refers_to("users"), index=True)
    name: Mapped[str]
    last_seen_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    is_replica: Mapped[bool] = mapped_column(default=False, server_default=false())
    backlog: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    cursor: Mapped[int] = mapped_column(BigInteger, default=0, server_default=text("0"))
    program: Mapped[Code | None]
    schema_revision: Mapped[Code | None]
    repull_at: Mapped[datetime | None]
    wiped_at: Mapped[datetime | None]


class DeviceKey(Base):
    """The key of a laptop's file, for its user and the administrators: lost here, it is there.

    Attributes:
        key: 32 bytes.
    """

    __tablename__ = "device_keys"

    device_id: Mapped[UUID] = mapped_column(part_of("devices"), primary_key=True)
    key: Mapped[bytes]
    stored_at: Mapped[datetime] = mapped_column(default=utc_now)
