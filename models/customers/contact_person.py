"""The people at a customer."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import part_of


class ContactPerson(Identified, Stamped, Fed, Base):
    """A person whom one talks to; personal data.

    Attributes:
        data_origin: Where the data came from, which the person may ask (LGPD, article 9).
    """

    __tablename__ = "contact_persons"

    customer_id: Mapped[UUID] = mapped_column(part_of("customers"), index=True)
    name: Mapped[str]
    job_title: Mapped[str | None]
    email: Mapped[str | None]
    is_primary: Mapped[bool] = mapped_column(default=False)
    is_decision_maker: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None]
    data_origin: Mapped[str | None]
