"""The rows that customers are grouped by."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import Code


class CorporateGroup(Identified, Stamped, Fed, Base):
    """Several customers under one owner."""

    __tablename__ = "corporate_groups"
    __table_args__ = (Index(None, "code"),)

    code: Mapped[Code | None]
    name: Mapped[str]


class Segment(Identified, Stamped, Fed, Base):
    """A line of business, which a purchase cycle falls back to."""

    __tablename__ = "segments"

    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]


class Region(Identified, Stamped, Fed, Base):
    """A sales region."""

    __tablename__ = "regions"

    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
