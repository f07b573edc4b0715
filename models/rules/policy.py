"""The versioned policies: each row is a version, published once and never updated."""

from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Role
from models.base import Base, Identified, Ruled
from models.types import Code, Document, State, closed, refers_to


class CyclePolicy(Identified, Ruled, Base):
    """When a customer counts as at risk, inactive or lost.

    Attributes:
        kind: Own cycle, fixed days, or what the program offers besides.
    """

    __tablename__ = "cycle_policies"
    __table_args__ = (Index(None, "company_id", "segment_id", "version"),)

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


class OfferPolicy(Identified, Ruled, Base):
    """What a role may offer."""

    __tablename__ = "offer_policies"
    __table_args__ = (Index(None, "role", "version"),)

    role: Mapped[Role | None] = mapped_column(closed(Role, "role"))
    parameters: Mapped[Document]
