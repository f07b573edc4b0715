"""The campaigns and their members."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import CampaignArm
from models.base import Base, Fed, Identified, Stamped
from models.types import Code, closed, part_of, refers_to


class Campaign(Identified, Stamped, Fed, Base):
    """A goal for a time, with a script and a share of customers kept aside to compare with."""

    __tablename__ = "campaigns"

    name: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    goal: Mapped[str | None]
    script_id: Mapped[UUID | None] = mapped_column(refers_to("message_templates"))
    owner_id: Mapped[UUID | None] = mapped_column(refers_to("users"))
    hold_out_bp: Mapped[int] = mapped_column(default=0)


class CampaignMember(Identified, Fed, Base):
    """A customer in a campaign."""

    __tablename__ = "campaign_members"
    __table_args__ = (UniqueConstraint("campaign_id", "customer_id"),)

    campaign_id: Mapped[UUID] = mapped_column(part_of("campaigns"))
    customer_id: Mapped[UUID] = mapped_column(part_of("customers"), index=True)
    arm: Mapped[CampaignArm] = mapped_column(
        closed(CampaignArm, "arm"), default=CampaignArm.TREATED
    )
    state: Mapped[Code | None]
