"""Campaigns: stored plans and members, the facts of their figures, and who counts purchases."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.campaign_results import CallFacts
from cockpit.domain.campaigns import CampaignPlan, CampaignRow, Exclusion, Member, Mentioned
from cockpit.domain.columns import OrderColumns
from cockpit.domain.periods import Period
from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus
from cockpit.services.ports.identity import CurrentUser


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may call for a campaign.

    Attributes:
        team: The name of their team; empty without.
    """

    user_id: UUID
    name: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class CampaignChoices:
    """What a plan is made of.

    Attributes:
        people: Who may call, by name.
        scripts: Active message templates by key and name, by name.
    """

    people: tuple[Person, ...] = ()
    scripts: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChosenCustomer:
    """A customer as a preview begins with them.

    Attributes:
        exclusion: Why they do not become a member.
        other: Name of the campaign that they are in already.
    """

    customer_id: UUID
    name: str
    code: str
    exclusion: Exclusion | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class StoredMember:
    """A member as stored; without a status where they were added after the draw."""

    customer_id: UUID
    arm: CampaignArm
    status: LifecycleStatus | None
    yearly_cents: int


@dataclass(frozen=True, slots=True)
class Approach:
    """A contact that reached somebody inactive or lost, in its last corrected form.

    Attributes:
        is_ours: Whether it was made for the campaign that is asked about.
    """

    customer_id: UUID
    day: date
    is_ours: bool


class CampaignRepository(Protocol):
    """Stored campaigns; what changes them, only in a writing unit."""

    def rows(self, *, today: date) -> list[CampaignRow]:
        """Return all campaigns, the latest begun first."""
        ...

    def row(self, campaign_id: UUID, *, today: date) -> CampaignRow | None:
        """Return one campaign; None where there is none."""
        ...

    def choices(self) -> CampaignChoices:
        """Return who may call, and the scripts."""
        ...

    def mentioned(self, words: Sequence[str]) -> Mentioned:
        """Return whom codes and documents name, among those whom the user sees."""
        ...

    def chosen(
        self, plan: CampaignPlan, customer_ids: Collection[UUID], *, today: date
    ) -> list[ChosenCustomer]:
        """Return these customers by name with what keeps them out; who is gone is left out."""
        ...

    def members(self, campaign_id: UUID) -> list[StoredMember]:
        """Return the members by key."""
        ...

    def save(
        self,
        plan: CampaignPlan,
        customer_ids: Collection[UUID] | None,
        *,
        user: CurrentUser,
        at: datetime,
    ) -> None:
        """Store a draft, new or changed; without customers those stored before stay.

        Raises:
            ConflictError: It is published already.
        """
        ...

    def lock(self, campaign_id: UUID) -> None:
        """Wait until nobody else publishes, and publish alone until this transaction ends.

        Raises:
            ConflictError: There is no such campaign.
        """
        ...

    def publish(self, campaign_id: UUID, members: Sequence[Member], *, at: datetime) -> None:
        """Replace a draft's members by the drawn ones, and let it begin."""
        ...

    def end(self, campaign_id: UUID, *, at: datetime) -> None:
        """End a campaign now."""
        ...

    def set_archived(self, campaign_id: UUID, *, is_archived: bool, at: datetime) -> None:
        """Put a campaign away, or bring it back."""
        ...

    def delete(self, campaign_id: UUID) -> None:
        """Remove a draft."""
        ...

    def calls(self, campaign_id: UUID) -> list[CallFacts]:
        """Return the contacts made for a campaign, by day and instant."""
        ...

    def approaches(self, campaign_id: UUID) -> list[Approach]:
        """Return every approach to whoever was contacted for it, by customer and instant."""
        ...

    def names(self, user_ids: Collection[UUID]) -> dict[UUID, str]:
        """Return the names of people."""
        ...


#: Order events of one customer: day and cents, by day.
Purchases = Sequence[tuple[date, int]]


class PurchaseCounter(Protocol):
    """Nets orders as the purchase cycle does; its code takes time to load."""

    def purchases(self, orders: OrderColumns, *, as_of: date) -> Mapping[UUID, Purchases]:
        """Return the order events of each customer who has any."""
        ...

    def credited(
        self,
        orders: OrderColumns,
        approaches: Sequence[Approach],
        *,
        as_of: date,
        within_days: int,
        period: Period,
    ) -> Mapping[UUID, int]:
        """Return who came back by one of our approaches in a period, and the returns' cents.

        Money counts on each order's day.
        """
        ...
