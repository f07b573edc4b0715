"""The campaigns and their members."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus
from models.base import Base, Fed, Identified, Stamped
from models.types import Cents, Code, Document, closed, part_of, refers_to


class Campaign(Identified, Stamped, Fed, Base):
    """A goal for a time, with a script and a share of customers kept aside to compare with.

    Attributes:
        goal_target: How many, or how many cents, of what ``goal_kind`` says.
        allows_overlap: Whether its customers may be in another campaign at the same time.
        source: The filter that its customers came from.
        published_at: When its members were drawn and its calls began; None of a draft.
        ended_at: When somebody ended it before its time.
    """

    __tablename__ = "campaigns"

    name: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    goal: Mapped[str | None]
    script_id: Mapped[UUID | None] = mapped_column(refers_to("message_templates"))
    owner_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    hold_out_bp: Mapped[int] = mapped_column(default=0)
    goal_kind: Mapped[Code | None]
    goal_target: Mapped[Cents | None]
    allows_overlap: Mapped[bool] = mapped_column(default=False, server_default=false())
    source: Mapped[Document | None]
    published_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class CampaignMember(Identified, Fed, Base):
    """A customer in a campaign.

    Attributes:
        status_at_draw: Where they stood when arms were drawn.
        yearly_cents_at_draw: What they bought in the year before.
    """

    __tablename__ = "campaign_members"
    __table_args__ = (UniqueConstraint("campaign_id", "customer_id"),)

    campaign_id: Mapped[UUID] = mapped_column(part_of("campaigns"))
    customer_id: Mapped[UUID] = mapped_column(part_of("customers"), index=True)
    arm: Mapped[CampaignArm] = mapped_column(
        closed(CampaignArm, "arm"), default=CampaignArm.TREATED
    )
    state: Mapped[Code | None]
    status_at_draw: Mapped[LifecycleStatus | None] = mapped_column(
        closed(LifecycleStatus, "status_at_draw")
    )
    yearly_cents_at_draw: Mapped[Cents | None]


class CampaignOperator(Identified, Fed, Base):
    """Somebody who calls for a campaign; with nobody named, everybody does."""

    __tablename__ = "campaign_operators"
    __table_args__ = (UniqueConstraint("campaign_id", "user_id"),)

    campaign_id: Mapped[UUID] = mapped_column(part_of("campaigns"))
    user_id: Mapped[UUID] = mapped_column(refers_to("users"), index=True)
