"""What the pages of campaigns ask of their service; each runs in the background."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from cockpit.domain.campaign_progress import Progress
from cockpit.domain.campaign_results import CampaignResult
from cockpit.domain.campaigns import CampaignPlan, CampaignRow, Mentioned
from cockpit.runtime.task_runner import Lane
from cockpit.services.campaigns import CampaignService
from cockpit.ui.context import UiContext

T = TypeVar("T")


def ask(
    ctx: UiContext,
    owner: QObject,
    key: str,
    work: Callable[[CampaignService], T],
    *,
    on_result: Callable[[T], None],
    on_error: Callable[[Exception], None],
    lane: Lane = Lane.READ,
) -> None:
    """Ask the campaigns' service for something; only the newest answer of a key arrives."""
    ctx.runner.submit(
        lambda: work(ctx.campaigns()),
        lane=lane,
        owner=owner,
        key=f"campaigns.{key}",
        on_result=on_result,
        on_error=on_error,
    )


def figures(
    key: UUID, has_result: bool, service: CampaignService
) -> tuple[Progress, CampaignResult | None]:
    """Return how a campaign goes on, and what it earned where that may be asked for."""
    progress = service.progress(key)
    return progress, service.result(key) if has_result else None


def mentioned_in(path: Path, service: CampaignService) -> Mentioned:
    """Return the clients whom a file names."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return service.mentioned(text)


@dataclass(slots=True)
class StoredDraft:
    """Which draft of a campaign a page was made from; what is saved there becomes that draft.

    It is read and written where the writing lane's work runs alone, so that two savings in a row
    follow each other.

    Attributes:
        version: See ``CampaignPlan``.
    """

    version: int = 0

    def save(
        self, plan: CampaignPlan, customer_ids: tuple[UUID, ...], service: CampaignService
    ) -> CampaignRow:
        """Save a plan as it stands."""
        row = service.save(replace(plan, version=self.version), customer_ids)
        self.version = row.plan.version
        return row

    def publish(
        self, plan: CampaignPlan, customer_ids: tuple[UUID, ...], service: CampaignService
    ) -> CampaignRow:
        """Publish a plan as it stands."""
        mine = replace(plan, version=self.version)
        return service.publish(mine.campaign_id, mine, customer_ids)
