"""The filters that people keep and share."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import Code, Document, refers_to


class SavedFilter(Identified, Stamped, Fed, Base):
    """A filter of one screen, its owner's or everybody's."""

    __tablename__ = "saved_filters"

    owner_id: Mapped[UUID | None] = mapped_column(refers_to("users"), index=True)
    name: Mapped[str]
    is_shared: Mapped[bool] = mapped_column(default=False)
    screen: Mapped[Code]
    definition: Mapped[Document]
    position: Mapped[int] = mapped_column(default=0)
