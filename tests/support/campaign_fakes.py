"""Campaigns without a database."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from uuid import UUID

from cockpit.domain.campaign_progress import Credited, Figures, OperatorFigures, Progress
from cockpit.domain.campaign_results import CampaignResult, result_of
from cockpit.domain.campaigns import (
    CampaignChoices,
    CampaignPlan,
    CampaignRow,
    CampaignState,
    Candidate,
    Exclusion,
    Goal,
    GoalKind,
    Mentioned,
    Person,
    Preview,
    StoredMember,
    preview_of,
)
from cockpit.domain.errors import ConflictError
from cockpit.domain.periods import Period
from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus

ANA, BIA = UUID(int=90), UUID(int=91)
SCRIPT = UUID(int=70)
RUNNING, DRAFT, OVER = UUID(int=501), UUID(int=502), UUID(int=503)
DAY = date(2022, 3, 22)
PUBLISHED = datetime(2022, 3, 1, 12, tzinfo=UTC)


def client(number: int) -> UUID:
    """Return the key of a customer."""
    return UUID(int=1_000 + number)


def make_candidates(customer_ids: Collection[UUID]) -> list[Candidate]:
    """Return customers of whom every tenth may not be called."""
    return [
        Candidate(
            key,
            f"Cliente {number:03d}",
            f"{number}",
            LifecycleStatus.INACTIVE if number % 2 else LifecycleStatus.AT_RISK,
            number * 1_000,
            Exclusion.BLOCKED if number % 10 == 9 else None,
        )
        for number, key in enumerate(customer_ids)
    ]


def make_rows() -> list[CampaignRow]:
    """Return a running campaign with a goal, a draft, and one that is over."""
    running = CampaignPlan(
        RUNNING, "Retomada", date(2022, 3, 1), date(2022, 3, 31),
        goal=Goal(GoalKind.ORDERS, 40), purpose="Trazer de volta quem parou", script_id=SCRIPT,
        hold_out_bp=2_000, operator_ids=frozenset({ANA}),
    )  # fmt: skip
    draft = CampaignPlan(DRAFT, "Páscoa", date(2022, 4, 1), date(2022, 4, 15))
    over = replace(running, campaign_id=OVER, name="Verão", ends_on=date(2022, 3, 20))
    return [
        CampaignRow(draft, CampaignState.DRAFT, treated=12),
        CampaignRow(running, CampaignState.RUNNING, 80, 20, 0, PUBLISHED, None, "Carla", "Roteiro"),
        CampaignRow(over, CampaignState.OVER, 80, 20, 0, PUBLISHED, None, "Carla", "Roteiro"),
    ]


@dataclass
class FakeCampaignService:
    """Keeps campaigns in memory."""

    may_edit: bool = True
    kept: list[CampaignRow] = field(default_factory=make_rows)
    chosen: dict[UUID, tuple[UUID, ...]] = field(default_factory=dict)
    error: Exception | None = None

    def rows(self, *, with_archived: bool = False) -> list[CampaignRow]:
        if self.error is not None:
            raise self.error
        return [one for one in self.kept if with_archived or not one.is_archived]

    def choices(self) -> CampaignChoices:
        people = (Person(ANA, "Ana", "Norte"), Person(BIA, "Bia", "Sul"))
        return CampaignChoices(people, ((SCRIPT, "Roteiro de retomada"),))

    def mentioned(self, text: str) -> Mentioned:
        words = [one.strip() for one in text.splitlines() if one.strip()]
        known = [one for one in words if one.isdigit()]
        found = tuple(client(int(one)) for one in known)
        return Mentioned(found, tuple(one for one in words if not one.isdigit()))

    def customers_of(self, campaign_id: UUID) -> tuple[UUID, ...]:
        return self.chosen.get(campaign_id, tuple(client(number) for number in range(12)))

    def preview(self, plan: CampaignPlan, customer_ids: Collection[UUID]) -> Preview:
        return preview_of(plan, make_candidates(customer_ids))

    def save(self, plan: CampaignPlan, customer_ids: Collection[UUID] | None = None) -> CampaignRow:
        plan.check()
        if customer_ids is not None:
            self.chosen[plan.campaign_id] = tuple(customer_ids)
        row = CampaignRow(
            plan, CampaignState.DRAFT, treated=len(self.customers_of(plan.campaign_id))
        )
        self.kept = [one for one in self.kept if one.campaign_id != plan.campaign_id] + [row]
        return row

    def publish(
        self,
        campaign_id: UUID,
        plan: CampaignPlan | None = None,
        customer_ids: Collection[UUID] | None = None,
    ) -> CampaignRow:
        if plan is not None:
            self.save(plan, customer_ids)
        return self._change(campaign_id, state=CampaignState.RUNNING, published_at=PUBLISHED)

    def end(self, campaign_id: UUID) -> CampaignRow:
        return self._change(campaign_id, state=CampaignState.ENDED, ended_at=PUBLISHED)

    def archive(self, campaign_id: UUID, *, is_archived: bool = True) -> None:
        self._change(campaign_id, is_archived=is_archived)

    def delete(self, campaign_id: UUID) -> None:
        self.kept = [one for one in self.kept if one.campaign_id != campaign_id]

    def progress(self, campaign_id: UUID) -> Progress:
        row = self._row(campaign_id)
        keys = tuple(client(number) for number in range(80))
        return Progress(
            row,
            Figures(90, 60, 40, 15, 4_500_00),
            Credited(keys[:6], 2_100_00),
            done=15,
            days=31,
            days_gone=22,
            waiting_ids=keys[60:],
            contacted_ids=keys[:60],
            reached_ids=keys[:40],
            ordering_ids=keys[:15],
            by_operator=(
                OperatorFigures(ANA, "Ana", Figures(50, 35, 25, 9, 3_000_00)),
                OperatorFigures(BIA, "Bia", Figures(40, 25, 15, 6, 1_500_00)),
            ),
        )

    def result(self, campaign_id: UUID, *, after_days: int = 0) -> CampaignResult:
        row = self._row(campaign_id)
        members = [
            StoredMember(client(number), arm, LifecycleStatus.INACTIVE, 10_000)
            for number, arm in enumerate([CampaignArm.TREATED] * 80 + [CampaignArm.HOLD_OUT] * 40)
        ]
        period = Period(row.plan.starts_on, row.plan.ends_on)
        bought = {
            one.customer_id: [(period.first, 10_000 + 100 * number)]
            for number, one in enumerate(members)
            if number < 40 or 80 <= number < 90
        }
        credited = Credited(tuple(client(number) for number in range(6)), 2_100_00)
        return result_of(row, period, members, bought, credited, is_over=True)

    def _row(self, campaign_id: UUID) -> CampaignRow:
        for one in self.kept:
            if one.campaign_id == campaign_id:
                return one
        raise ConflictError("campaign_gone")

    def _change(self, campaign_id: UUID, **changes: object) -> CampaignRow:
        row = replace(self._row(campaign_id), **changes)  # type: ignore[arg-type]
        self.kept = [row if one.campaign_id == campaign_id else one for one in self.kept]
        return row
