"""The report on campaigns: what the treated did beside those who were left alone."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from cockpit.domain.campaign_results import CampaignResult
from cockpit.domain.campaigns import CampaignRow, CampaignState
from cockpit.domain.figures import Defined
from cockpit.domain.messages import Message
from cockpit.domain.periods import Period
from cockpit.domain.reports import (
    CellKind,
    ChartBar,
    ChartKind,
    ReportCell,
    ReportChart,
    ReportRequest,
)
from cockpit.domain.uplift import Interval, Verdict
from cockpit.services.reporting.parts import (
    IsCancelled,
    ReportParts,
    cents,
    count,
    day,
    label,
    share,
    table,
)

_RATES = (
    label("campaign"), day("begins_on"), day("ends_on"), count("treated"), share("treated_rate"),
    count("held_out"), share("held_out_rate"), share("uplift"), share("low"), share("high"),
    label("verdict", 1.8),
)  # fmt: skip
_MONEY = (
    label("campaign"), cents("treated_value"), cents("held_out_value"), cents("uplift_value"),
    cents("low_value"), cents("high_value"), count("returned"), cents("recovered"),
)  # fmt: skip


class Campaigns(Protocol):
    """Tells what campaigns earned."""

    def rows(self, *, with_archived: bool = False) -> list[CampaignRow]:
        """Return the campaigns."""
        ...

    def result(self, campaign_id: UUID, *, after_days: int = 0) -> CampaignResult:
        """Return what a campaign earned."""
        ...


@dataclass(frozen=True, slots=True)
class CampaignsReport:
    """Arranges the results of campaigns."""

    campaigns: Campaigns

    def parts(self, request: ReportRequest, is_cancelled: IsCancelled) -> ReportParts:
        """Return what the report says of the campaigns that ran within the period."""
        rows = self.campaigns.rows(with_archived=True)
        chosen = sorted(
            (one for one in rows if _is_meant(one, request.question.period, request.campaign_ids)),
            key=lambda one: (one.plan.starts_on, one.plan.name, one.campaign_id),
        )
        results: list[CampaignResult] = []
        for one in chosen:
            if is_cancelled():
                break
            results.append(self.campaigns.result(one.campaign_id))
        notes = [Message.of("document.note_intention")]
        if any(not one.is_over for one in results):
            notes.append(Message.of("document.note_running"))
        return ReportParts(
            chart=_chart(results),
            tables=(
                table("campaigns", _RATES, [_rates(one) for one in results]),
                table("campaign_money", _MONEY, [_money(one) for one in results]),
            ),
            notes=tuple(notes),
            definitions=(
                Defined.CAMPAIGN_MEMBERS, Defined.HOLD_OUT, Defined.CAMPAIGN_BUYERS,
                Defined.UPLIFT, Defined.UPLIFT_INTERVAL, Defined.UPLIFT_VALUE,
                Defined.REACTIVATED,
            ),
        )  # fmt: skip


def _is_meant(row: CampaignRow, period: Period, keys: Collection[UUID]) -> bool:
    if row.state in {CampaignState.DRAFT, CampaignState.PLANNED}:
        return False
    if keys and row.campaign_id not in keys:
        return False
    return row.plan.starts_on <= period.last and row.plan.ends_on >= period.first


def _rates(result: CampaignResult) -> tuple[ReportCell, ...]:
    interval = result.rate.interval
    return (
        result.row.plan.name, result.period.first, result.period.last, result.treated.members,
        result.treated.rate, result.held_out.members, result.held_out.rate,
        result.rate.difference, *_ends(interval),
        _verdict(result.rate.verdict),
    )  # fmt: skip


def _verdict(verdict: Verdict) -> Message:
    return Message.of(f"document.verdict_{verdict.value}")


def _money(result: CampaignResult) -> tuple[ReportCell, ...]:
    interval = result.value.interval
    return (
        result.row.plan.name, _whole(result.treated.mean_cents),
        _whole(result.held_out.mean_cents), _whole(result.value.difference),
        *(_whole(one) for one in _ends(interval)),
        len(result.credited.customer_ids), result.credited.cents,
    )  # fmt: skip


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else (interval.low, interval.high)


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _chart(results: list[CampaignResult]) -> ReportChart | None:
    bars = tuple(
        ChartBar(
            one.row.plan.name,
            one.rate.difference,
            one.rate.interval.low,
            one.rate.interval.high,
        )
        for one in results
        if one.rate.difference is not None and one.rate.interval is not None
    )
    return ReportChart("uplifts", ChartKind.INTERVAL, CellKind.SHARE, bars) if bars else None
