"""Campaigns: planned, published with a draw, followed, and compared with who was left alone."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.campaign_results import CampaignResult, Progress
from cockpit.domain.campaigns import CampaignPlan, CampaignRow, Mentioned, Preview
from cockpit.domain.rights import Task
from cockpit.services.cycle_state import CycleStates
from cockpit.services.ports import CurrentUser
from cockpit.services.ports.campaigns import CampaignChoices, PurchaseCounter


@dataclass(frozen=True, slots=True)
class CampaignService:
    """Plans, publishes and follows campaigns; safe to use from several threads.

    Attributes:
        states: Judges whom nobody judged for the day; it has the database and the clock.
        user: Whoever asks.
        make_counter: Returns who nets orders; asked for late, for that code takes time to load.
    """

    states: CycleStates
    user: CurrentUser
    make_counter: Callable[[], PurchaseCounter]

    @property
    def may_edit(self) -> bool:
        """Return whether the user may plan and publish."""
        return self.user.may(Task.EDIT_CAMPAIGNS)

    def rows(self, *, with_archived: bool = False) -> list[CampaignRow]:
        """Return the campaigns, the latest begun first; drafts are seen by who may edit alone."""
        raise NotImplementedError

    def choices(self) -> CampaignChoices:
        """Return who may call, and the scripts."""
        raise NotImplementedError

    def mentioned(self, text: str) -> Mentioned:
        """Return whom a pasted text of codes and documents names."""
        raise NotImplementedError

    def customers_of(self, campaign_id: UUID) -> tuple[UUID, ...]:
        """Return everybody in a campaign, or chosen for a draft."""
        raise NotImplementedError

    def preview(self, plan: CampaignPlan, customer_ids: Collection[UUID]) -> Preview:
        """Return what publishing a plan for these would do now; nothing is stored."""
        raise NotImplementedError

    def save(self, plan: CampaignPlan, customer_ids: Collection[UUID] | None = None) -> CampaignRow:
        """Store a draft; without customers those stored before stay."""
        raise NotImplementedError

    def publish(self, campaign_id: UUID) -> CampaignRow:
        """Draw the members of a draft and let it begin."""
        raise NotImplementedError

    def end(self, campaign_id: UUID) -> CampaignRow:
        """End a campaign before its last day."""
        raise NotImplementedError

    def archive(self, campaign_id: UUID, *, is_archived: bool = True) -> None:
        """Put a campaign that is over away, or bring it back."""
        raise NotImplementedError

    def delete(self, campaign_id: UUID) -> None:
        """Remove a draft."""
        raise NotImplementedError

    def progress(self, campaign_id: UUID) -> Progress:
        """Return how a campaign goes on."""
        raise NotImplementedError

    def result(self, campaign_id: UUID, *, after_days: int = 0) -> CampaignResult:
        """Return what a campaign earned, with orders of so many days after its last one."""
        raise NotImplementedError
