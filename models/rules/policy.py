"""The versioned policies: each row is a version, published once and never updated."""

from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Role
from models.base import Base, Identified, Ruled
from models.types import Code, Document, State, closed, refers_to

_NO_COMPANY = "company_id IS NULL"
_NO_SEGMENT = "segment_id IS NULL"


def _version_of(scope: str, condition: str, *columns: str) -> Index:
    """Return the index that lets a version of such a scope exist once."""
    where = text(condition)
    name = f"ix_cycle_policies_version_of_{scope}"
    return Index(name, *columns, "version", unique=True, sqlite_where=where, postgresql_where=where)


class CyclePolicy(Identified, Ruled, Base):
    """When a customer counts as at risk, inactive or lost.

    Attributes:
        kind: Own cycle, fixed days, or what the program offers besides.
    """

    __tablename__ = "cycle_policies"
    # NULL differs from NULL in a unique index, so that each kind of scope has its own.
    __table_args__ = (
        Index(None, "company_id", "segment_id", "version", unique=True),
        _version_of("everybody", _NO_COMPANY + " AND " + _NO_SEGMENT),
        _version_of("company", _NO_SEGMENT, "company_id"),
        _version_of("segment", _NO_COMPANY, "segment_id"),
    )

    company_id: Mapped[UUID | None] = mapped_column(refers_to("companies"))
    segment_id: Mapped[UUID | None] = mapped_column(refers_to("segments"))
    kind: Mapped[Code]
    parameters: Mapped[Document]


class CadencePolicy(Identified, Ruled, Base):
    """How often and after which pauses a customer is contacted."""

    __tablename__ = "cadence_policies"
    __table_args__ = (UniqueConstraint("name", "version"),)

    name: Mapped[Code]
    applies_to: Mapped[Document]
    parameters: Mapped[Document]


class CallingWindowPolicy(Identified, Ruled, Base):
    """The hours in which one may call, everywhere or in one state."""

    __tablename__ = "calling_window_policies"
    __table_args__ = (Index(None, "state", "version"),)

    state: Mapped[State | None]
    parameters: Mapped[Document]


class CatalogueVersion(Identified, Ruled, Base):
    """A catalogue as it was published: outcomes and reasons, objections, or templates.

    The rows that the program works with are made of the newest version; an older one is published
    again to go back to it.

    Attributes:
        kind: Which catalogue.
        content: All its entries.
    """

    __tablename__ = "catalogue_versions"
    __table_args__ = (UniqueConstraint("kind", "version"),)

    kind: Mapped[Code]
    content: Mapped[Document]


class OfferPolicy(Identified, Ruled, Base):
    """What a role may offer."""

    __tablename__ = "offer_policies"
    __table_args__ = (Index(None, "role", "version"),)

    role: Mapped[Role | None] = mapped_column(closed(Role, "role"))
    parameters: Mapped[Document]
