"""The relationship log, and what supervisors thought of it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Channel, ContactDirection, LifecycleStatus
from models.base import Base, Fact, Identified, fact_key
from models.types import Cents, Code, closed, refers_to

#: Few contacts correct another. With all the others in the index as well, SQLite takes a look into
#: it for a walk through the whole table.
_IS_CORRECTION = text("amends_id IS NOT NULL")


class Contact(Identified, Fact, Base):
    """One contact with a customer; a correction is a new row that amends the former.

    Attributes:
        status_at_contact: Where the customer stood then, which decides what counts as reactivated.
        policy_version: The cycle policy that said so.
        order_id: The order that was taken in this contact.
        stored_at: When this database got it, by a team server's own clock; later than
            ``recorded_at`` where a laptop brought it. None where ``recorded_at`` says it.
    """

    __tablename__ = "contacts"
    __table_args__ = (
        fact_key(),
        Index(None, "customer_id", "occurred_at"),
        Index(None, "user_id", "occurred_at"),
        Index(None, "occurred_at"),
        Index(None, "amends_id", sqlite_where=_IS_CORRECTION, postgresql_where=_IS_CORRECTION),
    )

    customer_id: Mapped[UUID] = mapped_column(refers_to("customers"))
    person_id: Mapped[UUID | None] = mapped_column(refers_to("contact_persons"))
    person_name: Mapped[str | None]
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    occurred_at: Mapped[datetime]
    duration_seconds: Mapped[int | None]
    channel: Mapped[Channel] = mapped_column(closed(Channel, "channel"), default=Channel.PHONE)
    direction: Mapped[ContactDirection] = mapped_column(
        closed(ContactDirection, "direction"), default=ContactDirection.OUTBOUND
    )
    outcome_id: Mapped[UUID] = mapped_column(refers_to("outcomes"))
    reason_id: Mapped[UUID | None] = mapped_column(refers_to("reasons"))
    campaign_id: Mapped[UUID | None] = mapped_column(refers_to("campaigns"), index=True)
    note: Mapped[str | None]
    potential_cents: Mapped[Cents | None]
    forecast_on: Mapped[date | None]
    status_at_contact: Mapped[LifecycleStatus | None] = mapped_column(
        closed(LifecycleStatus, "status_at_contact")
    )
    policy_version: Mapped[int | None]
    amends_id: Mapped[UUID | None] = mapped_column(refers_to("contacts"))
    order_id: Mapped[UUID | None] = mapped_column(refers_to("orders"), index=True)
    stored_at: Mapped[datetime | None]


class ContactReview(Identified, Fact, Base):
    """A supervisor's reading of a contact."""

    __tablename__ = "contact_reviews"
    __table_args__ = (
        fact_key(),
        Index(None, "contact_id"),
        Index(None, "reviewer_id", "reviewed_at"),
    )

    contact_id: Mapped[UUID] = mapped_column(refers_to("contacts"))
    reviewer_id: Mapped[UUID] = mapped_column(refers_to("users"))
    mark: Mapped[Code]
    comment: Mapped[str | None]
    reviewed_at: Mapped[datetime]


class ContactReviewReceipt(Identified, Fact, Base):
    """That the operator read what was thought of their contact, and what they say to it."""

    __tablename__ = "contact_review_receipts"
    __table_args__ = (fact_key(), Index(None, "review_id"))

    review_id: Mapped[UUID] = mapped_column(refers_to("contact_reviews"))
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))
    seen_at: Mapped[datetime]
    reply: Mapped[str | None]
