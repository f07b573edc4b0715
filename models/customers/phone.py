"""The customers' telephone numbers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import PhoneKind
from models.base import Base, Fed, Identified, Stamped
from models.types import closed, part_of


class Phone(Identified, Stamped, Fed, Base):
    """A number as it was written, and as the numbering plan reads it.

    Attributes:
        whatsapp_e164: The number confirmed for WhatsApp, where an old account may lack the
            ninth digit.
    """

    __tablename__ = "phones"
    __table_args__ = (
        Index(
            "ix_phones_customer_id_primary",
            "customer_id",
            unique=True,
            sqlite_where=text("is_primary"),
            postgresql_where=text("is_primary"),
        ),
    )

    customer_id: Mapped[UUID] = mapped_column(part_of("customers"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(part_of("contact_persons"), index=True)
    raw: Mapped[str]
    e164: Mapped[str | None] = mapped_column(String(20), index=True)
    extension: Mapped[str | None] = mapped_column(String(20))
    kind: Mapped[PhoneKind] = mapped_column(closed(PhoneKind, "kind"), default=PhoneKind.UNKNOWN)
    is_primary: Mapped[bool] = mapped_column(default=False)
    is_valid: Mapped[bool] = mapped_column(default=True)
    whatsapp_e164: Mapped[str | None] = mapped_column(String(20))
    whatsapp_confirmed_at: Mapped[datetime | None]
