"""What is done to many customers at once: portfolios and campaigns."""

from collections.abc import Collection, Sequence
from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Connection, insert, or_, select, update

from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import CampaignArm
from models import Campaign, CampaignMember, Customer, User

_ALL_BP = 10_000


class SqlPortfolioRepository:
    """Reads and writes of whose customers they are, and of campaigns' members."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def owners(self) -> Sequence[tuple[UUID, str]]:
        """Return the active users by name."""
        statement = select(User.id, User.name).where(User.is_active).order_by(User.name, User.id)
        return [(key, name) for key, name in self._connection.execute(statement)]

    def campaigns(self, *, today: date) -> Sequence[tuple[UUID, str]]:
        """Return the campaigns that have not ended, by name."""
        statement = (
            select(Campaign.id, Campaign.name)
            .where(or_(Campaign.ends_on.is_(None), Campaign.ends_on >= today))
            .order_by(Campaign.name, Campaign.id)
        )
        return [(key, name) for key, name in self._connection.execute(statement)]

    def set_owner(self, customer_ids: Collection[UUID], owner_id: UUID | None) -> int:
        """Put customers into a portfolio; return how many changed."""
        count = 0
        for chunk in in_chunks(sorted(set(customer_ids))):
            is_other = Customer.owner_id.is_distinct_from(owner_id)
            statement = update(Customer).where(Customer.id.in_(chunk), is_other)
            count += self._connection.execute(statement.values(owner_id=owner_id)).rowcount
        return count

    def add_to_campaign(self, customer_ids: Collection[UUID], campaign_id: UUID) -> int:
        """Add customers to a campaign; return how many were not in it.

        Who is kept aside is drawn from the keys, so that asking twice draws alike.
        """
        share = self._connection.execute(
            select(Campaign.hold_out_bp).where(Campaign.id == campaign_id)
        ).scalar_one()
        count = 0
        for chunk in in_chunks(sorted(set(customer_ids))):
            rows = [
                {
                    "id": new_id(),
                    "campaign_id": campaign_id,
                    "customer_id": key,
                    "arm": _arm(campaign_id, key, share),
                }
                for key in self._not_in(campaign_id, chunk)
            ]
            if rows:
                self._connection.execute(insert(CampaignMember), rows)
            count += len(rows)
        return count

    def _not_in(self, campaign_id: UUID, customer_ids: Sequence[UUID]) -> list[UUID]:
        """Return those of some customers who exist and are not in a campaign."""
        members = select(CampaignMember.customer_id).where(
            CampaignMember.campaign_id == campaign_id
        )
        statement = (
            select(Customer.id)
            .where(Customer.id.in_(customer_ids), Customer.id.not_in(members))
            .order_by(Customer.id)
        )
        return list(self._connection.execute(statement).scalars())


def _arm(campaign_id: UUID, customer_id: UUID, hold_out_bp: int) -> CampaignArm:
    drawn = int.from_bytes(sha256(campaign_id.bytes + customer_id.bytes).digest()[:8], "big")
    return CampaignArm.HOLD_OUT if drawn % _ALL_BP < hold_out_bp else CampaignArm.TREATED
