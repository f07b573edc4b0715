"""That two people contacted a customer without knowing of each other."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified
from models.types import part_of, refers_to


class ContactCollision(Identified, Fed, Base):
    """A contact that came from a laptop, and a colleague's of about the same time.

    Noted by the server as the later one arrives; both people and their supervisors are told.
    """

    __tablename__ = "contact_collisions"
    __table_args__ = (
        UniqueConstraint("contact_id", "other_contact_id"),
        Index(None, "customer_id", "noted_at"),
    )

    customer_id: Mapped[UUID] = mapped_column(part_of("customers"))
    contact_id: Mapped[UUID] = mapped_column(refers_to("contacts"))
    other_contact_id: Mapped[UUID] = mapped_column(refers_to("contacts"))
    noted_at: Mapped[datetime]
