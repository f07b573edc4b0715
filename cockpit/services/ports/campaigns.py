"""Campaigns: stored plans and members, and the facts of their figures."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.campaign_progress import CallFacts
from cockpit.domain.campaigns import (
    CampaignChoices,
    CampaignPlan,
    CampaignRow,
    Candidate,
    Member,
    Mentioned,
    StoredMember,
)
from cockpit.services.ports.identity import CurrentUser


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

    def mentioned(self, lines: Sequence[Sequence[str]]) -> Mentioned:
        """Return whom lines of codes and documents name, each by its first cell that does."""
        ...

    def chosen(self, plan: CampaignPlan, customer_ids: Collection[UUID]) -> list[Candidate]:
        """Return these customers by name with what keeps them out; who is gone is left out.

        Status and money are the stored judgement's, of whatever day that was made for.
        """
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

        Nobody publishes or saves another one meanwhile.

        Raises:
            ConflictError: It is published already, gone, or another than the plan was made from.
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

    def names(self, user_ids: Collection[UUID]) -> dict[UUID, str]:
        """Return the names of people."""
        ...
