"""The column mappings that an import remembers."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, Stamped
from models.types import DOCUMENT, Code, Document


class ImportMapping(Identified, Stamped, Base):
    """Which column of a known file layout means what."""

    __tablename__ = "import_mappings"

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[Code]
    headers: Mapped[list[Any]] = mapped_column(DOCUMENT)
    mapping: Mapped[Document]
