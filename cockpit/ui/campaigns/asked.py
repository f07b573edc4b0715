"""What the pages of campaigns ask of their service; each runs in the background."""

from collections.abc import Callable
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


def publish(
    plan: CampaignPlan, customer_ids: tuple[UUID, ...], service: CampaignService
) -> CampaignRow:
    """Save a plan as it stands, and publish it."""
    service.save(plan, customer_ids)
    return service.publish(plan.campaign_id)
