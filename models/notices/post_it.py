"""The supervisors' dated messages."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fact, Fed, Identified, Stamped, fact_key
from models.types import part_of, refers_to


class PostIt(Identified, Stamped, Fed, Base):
    """A message to some or all, which may raise the customers that it names in the queue."""

    __tablename__ = "post_its"

    author_id: Mapped[UUID] = mapped_column(refers_to("users"))
    body: Mapped[str]
    posted_at: Mapped[datetime]
    valid_until_on: Mapped[date | None] = mapped_column(index=True)
    priority_boost: Mapped[int] = mapped_column(default=0)
    withdrawn_at: Mapped[datetime | None]


class PostItRecipient(Identified, Fed, Base):
    """A user or a team whom a post-it is for; a post-it without any is for all."""

    __tablename__ = "post_it_recipients"
    __table_args__ = (
        UniqueConstraint("post_it_id", "user_id"),
        UniqueConstraint("post_it_id", "team_id"),
        CheckConstraint("(user_id IS NULL) <> (team_id IS NULL)", name="user_or_team"),
    )

    post_it_id: Mapped[UUID] = mapped_column(part_of("post_its"))
    user_id: Mapped[UUID | None] = mapped_column(part_of("users"), index=True)
    team_id: Mapped[UUID | None] = mapped_column(part_of("teams"), index=True)


class PostItCustomer(Identified, Fed, Base):
    """A customer whom a post-it is about."""

    __tablename__ = "post_it_customers"
    __table_args__ = (UniqueConstraint("post_it_id", "customer_id"),)

    post_it_id: Mapped[UUID] = mapped_column(part_of("post_its"))
    customer_id: Mapped[UUID] = mapped_column(part_of("customers"), index=True)


class PostItReceipt(Identified, Fact, Base):
    """That a user read a post-it."""

    __tablename__ = "post_it_receipts"
    __table_args__ = (fact_key(), Index(None, "post_it_id", "user_id"))

    post_it_id: Mapped[UUID] = mapped_column(refers_to("post_its"))
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    read_at: Mapped[datetime]
