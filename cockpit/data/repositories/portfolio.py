"""What is done to many customers at once: portfolios and campaigns."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, delete, exists, insert, or_, select, update

from cockpit.data.repositories.campaign_rules import add_alone, taken
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.bulk_changes import MembersAdded, OwnersMoved
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import CampaignArm
from models import Campaign, CampaignMember, Contact, Customer, User


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
            .where(
                Campaign.ended_at.is_(None),
                or_(Campaign.ends_on.is_(None), Campaign.ends_on >= today),
            )
            .order_by(Campaign.name, Campaign.id)
        )
        return [(key, name) for key, name in self._connection.execute(statement)]

    def set_owner(self, customer_ids: Collection[UUID], owner_id: UUID | None) -> OwnersMoved:
        """Put customers into a portfolio; return who changed, and whose they were."""
        former: list[tuple[UUID, UUID | None]] = []
        for chunk in in_chunks(sorted(set(customer_ids))):
            statement = (
                select(Customer.id, Customer.owner_id)
                .where(Customer.id.in_(chunk), Customer.owner_id.is_distinct_from(owner_id))
                .order_by(Customer.id)
                .with_for_update()
            )
            found = self._connection.execute(statement).all()
            former += [(key, owner) for key, owner in found]
            self._move([key for key, _ in found], owner_id)
        return OwnersMoved(owner_id, tuple(former))

    def give_back(self, moved: OwnersMoved) -> list[UUID]:
        """Put customers back where they were, except whom somebody moved since; return them."""
        owners = dict(moved.former)
        back: list[UUID] = []
        for chunk in in_chunks(owners):
            statement = (
                select(Customer.id)
                .where(Customer.id.in_(chunk))
                .where(Customer.owner_id.is_not_distinct_from(moved.owner_id))
                .order_by(Customer.id)
                .with_for_update()
            )
            back += self._connection.execute(statement).scalars()
        for owner_id in {owners[key] for key in back}:
            self._move([key for key in back if owners[key] == owner_id], owner_id)
        return back

    def add_to_campaign(self, customer_ids: Collection[UUID], campaign_id: UUID) -> MembersAdded:
        """Add customers to a campaign; return who was not in it.

        Who joins a published one comes after the draw: they are called, and not compared. Who is in
        another campaign that keeps its customers to itself stays there alone.
        """
        statement = select(
            Campaign.starts_on, Campaign.ends_on, Campaign.allows_overlap, Campaign.published_at
        ).where(Campaign.id == campaign_id)
        plan = self._connection.execute(statement).one()
        if plan.published_at is not None:
            add_alone(self._connection)
        added: list[tuple[UUID, UUID]] = []
        for chunk in in_chunks(sorted(set(customer_ids))):
            others = taken(
                self._connection, campaign_id, (plan.starts_on, plan.ends_on), chunk,
                allows_overlap=plan.allows_overlap,
            )  # fmt: skip
            free = [key for key in self._not_in(campaign_id, chunk) if key not in others]
            members = [(key, new_id()) for key in free]
            rows = [
                {
                    "id": member,
                    "campaign_id": campaign_id,
                    "customer_id": key,
                    "arm": CampaignArm.TREATED,
                }
                for key, member in members
            ]
            if rows:
                self._connection.execute(insert(CampaignMember), rows)
            added += members
        return MembersAdded(campaign_id, tuple(added))

    def take_out(self, added: MembersAdded) -> list[UUID]:
        """Take customers out of a campaign, except whom somebody works on in it; return them."""
        out: list[UUID] = []
        is_used = exists().where(
            Contact.campaign_id == CampaignMember.campaign_id,
            Contact.customer_id == CampaignMember.customer_id,
        )
        for chunk in in_chunks([member for _, member in added.members]):
            statement = delete(CampaignMember).where(
                CampaignMember.id.in_(chunk), CampaignMember.state.is_(None), ~is_used
            )
            gone = statement.returning(CampaignMember.customer_id)
            out += self._connection.execute(gone).scalars()
        return out

    def _move(self, customer_ids: Sequence[UUID], owner_id: UUID | None) -> None:
        for chunk in in_chunks(customer_ids):
            statement = update(Customer).where(Customer.id.in_(chunk))
            self._connection.execute(statement.values(owner_id=owner_id))

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
