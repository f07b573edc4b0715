"""Campaigns: planned, published with a draw, followed, and compared with who was left alone."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.campaign_progress import Credited, Progress, progress_of
from cockpit.domain.campaign_results import CampaignResult, result_of
from cockpit.domain.campaigns import (
    CampaignChoices,
    CampaignPlan,
    CampaignRow,
    CampaignState,
    Candidate,
    Mentioned,
    Preview,
    preview_of,
)
from cockpit.domain.changes import Topic
from cockpit.domain.errors import BadInputError, ConflictError, ForbiddenError
from cockpit.domain.periods import Period
from cockpit.domain.plain_text import storable
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import CampaignArm
from cockpit.services.campaign_purchases import purchases
from cockpit.services.crediting import CreditReader
from cockpit.services.cycle_state import CycleStates
from cockpit.services.ports import CurrentUser, Database, ReadUnit, WriteUnit

#: Beyond so many members everybody is told at once.
_MOST_TOLD = 2_000
_CELLS = re.compile(r"[\t;]|,(?=\s*\S)")
_DONE = frozenset({CampaignState.OVER, CampaignState.ENDED})
_GOING = frozenset({CampaignState.PLANNED, CampaignState.RUNNING})


@dataclass(frozen=True, slots=True)
class CampaignService:
    """Plans, publishes and follows campaigns; safe to use from several threads.

    Attributes:
        reader: Finds who came back by contacts, by the rule of reactivations; it judges whom nobody
            judged for the day.
        user: Whoever asks.
    """

    database: Database
    reader: CreditReader
    user: CurrentUser

    @property
    def may_edit(self) -> bool:
        """Return whether the user may plan and publish."""
        return self.user.may(Task.EDIT_CAMPAIGNS)

    # --- reading -------------------------------------------------------------------------------

    def rows(self, *, with_archived: bool = False) -> list[CampaignRow]:
        """Return the campaigns, the latest begun first; drafts for who may edit them alone."""
        with self.database.read() as unit:
            found = unit.campaigns.rows(today=self._today)
        return [
            one
            for one in found
            if (with_archived or not one.is_archived)
            and (self.may_edit or one.state is not CampaignState.DRAFT)
        ]

    def choices(self) -> CampaignChoices:
        """Return who may call, and the scripts."""
        with self.database.read() as unit:
            return unit.campaigns.choices()

    def mentioned(self, text: str) -> Mentioned:
        """Return whom a pasted text names: a line for each, a code or document in any cell."""
        lines = [_cells(storable(line)) for line in text.splitlines()]
        with self.database.read() as unit:
            return unit.campaigns.mentioned([line for line in lines if line])

    def customers_of(self, campaign_id: UUID) -> tuple[UUID, ...]:
        """Return everybody in a campaign, or chosen for a draft."""
        with self.database.read() as unit:
            return tuple(one.customer_id for one in unit.campaigns.members(campaign_id))

    def preview(self, plan: CampaignPlan, customer_ids: Collection[UUID]) -> Preview:
        """Return what publishing a plan for these would do now; nothing is stored."""
        with self.database.read() as unit:
            return preview_of(plan, self._candidates(unit, plan, customer_ids))

    def progress(self, campaign_id: UUID) -> Progress:
        """Return how a campaign goes on.

        Raises:
            ConflictError: It is not there any more.
        """
        with self.database.report() as unit:
            row = self._row(unit, campaign_id)
            seen = unit.customers.seen_by(self.user)
            members = _of_seen(unit.campaigns.members(campaign_id), seen)
            period = self._period(row)
            calls = [] if period is None else _of_seen(unit.campaigns.calls(campaign_id), seen)
            calls = [one for one in calls if period is not None and one.day in period]
            callees = {one.customer_id for one in calls}
            bought = purchases(unit, self.states, callees, period) if period is not None else {}
            names = self._names(unit, {one.user_id for one in calls})
            credited = self._credited(unit, row, period, seen)
        called = [one.customer_id for one in members if one.arm is CampaignArm.TREATED]
        return progress_of(
            row, period, customer_ids=called, calls=calls, purchases=bought, credited=credited,
            names=names,
        )  # fmt: skip

    def result(self, campaign_id: UUID, *, after_days: int = 0) -> CampaignResult:
        """Return what a campaign earned beside those whom it left alone.

        Args:
            campaign_id: Which.
            after_days: Orders of so many days after its last one count as well. From then on the
                queue offers everybody, so that the difference shrinks.

        Raises:
            ForbiddenError: The user plans no campaigns.
            BadInputError: It has not begun.
            ConflictError: It is not there any more.
        """
        if not self.may_edit:
            raise ForbiddenError("campaign_results_not_allowed")
        with self.database.report() as unit:
            row = self._row(unit, campaign_id)
            period = self._period(row, after_days=after_days)
            if period is None:
                raise BadInputError("campaign_not_begun")
            seen = unit.customers.seen_by(self.user)
            members = _of_seen(unit.campaigns.members(campaign_id), seen)
            drawn = {one.customer_id for one in members}
            bought = purchases(unit, self.states, drawn, period)
            credited = self._credited(unit, row, period, seen)
        is_over = self._last(row, after_days) < self._today
        return result_of(row, period, members, bought, credited, is_over=is_over)

    # --- writing -------------------------------------------------------------------------------

    def save(self, plan: CampaignPlan, customer_ids: Collection[UUID] | None = None) -> CampaignRow:
        """Store a draft; without customers those stored before stay.

        Raises:
            ForbiddenError: The user plans no campaigns.
            BadInputError: The plan makes no sense.
            ConflictError: It is published already, gone, or somebody saved another draft of it
                since the plan was read.
        """
        self._check()
        plan.check()
        with self.database.write() as unit:
            unit.campaigns.save(plan, customer_ids, user=self.user, at=self._now)
            unit.changed(Topic.SETTINGS, customer_ids=())
            return self._row(unit, plan.campaign_id)

    def publish(
        self,
        campaign_id: UUID,
        plan: CampaignPlan | None = None,
        customer_ids: Collection[UUID] | None = None,
    ) -> CampaignRow:
        """Draw the members of a draft and let it begin.

        Whoever may not be a member by now is left out. Two who publish at the same moment do it
        one after the other, so that nobody is in two campaigns.

        Args:
            campaign_id: Which.
            plan: What it is to be; it is stored with these customers and published at once, or
                not at all. None publishes the draft as it is stored.
            customer_ids: See ``save``.

        Raises:
            ForbiddenError: The user plans no campaigns.
            BadInputError: Nobody would be in it, or its days are over.
            ConflictError: As for ``save``.
        """
        self._check()
        if plan is not None:
            plan.check()
        with self.database.write() as unit:
            if plan is not None:
                unit.campaigns.save(plan, customer_ids, user=self.user, at=self._now)
            unit.campaigns.lock(campaign_id)
            row = self._row(unit, campaign_id)
            if row.state is not CampaignState.DRAFT:
                raise ConflictError("campaign_published_already")
            if row.plan.ends_on < self._today:
                raise BadInputError("campaign_is_past")
            chosen = [one.customer_id for one in unit.campaigns.members(campaign_id)]
            preview = preview_of(row.plan, self._candidates(unit, row.plan, chosen))
            if not preview.members:
                raise BadInputError("campaign_has_nobody")
            unit.campaigns.publish(campaign_id, preview.members, at=self._now)
            self._record(
                unit, AuditAction.CAMPAIGN_PUBLISHED, campaign_id,
                members=len(preview.members), held_out=len(preview.held_out),
                hold_out_bp=row.plan.hold_out_bp,
            )  # fmt: skip
            self._tell(unit, [one.customer_id for one in preview.members])
            return self._row(unit, campaign_id)

    def end(self, campaign_id: UUID) -> CampaignRow:
        """End a campaign before its last day: the queue is open to all of its members again.

        Raises:
            ForbiddenError: The user plans no campaigns.
            ConflictError: It is not under way any more.
        """
        self._check()
        with self.database.write() as unit:
            unit.campaigns.lock(campaign_id)
            if self._row(unit, campaign_id).state not in _GOING:
                raise ConflictError("campaign_not_under_way")
            unit.campaigns.end(campaign_id, at=self._now)
            members = [one.customer_id for one in unit.campaigns.members(campaign_id)]
            self._record(unit, AuditAction.CAMPAIGN_ENDED, campaign_id, members=len(members))
            self._tell(unit, members)
            return self._row(unit, campaign_id)

    def archive(self, campaign_id: UUID, *, is_archived: bool = True) -> None:
        """Put a campaign that is over away, or bring it back.

        Raises:
            ForbiddenError: The user plans no campaigns.
            ConflictError: It is under way.
        """
        self._check()
        with self.database.write() as unit:
            if is_archived and self._row(unit, campaign_id).state not in _DONE:
                raise ConflictError("campaign_under_way")
            unit.campaigns.set_archived(campaign_id, is_archived=is_archived, at=self._now)
            unit.changed(Topic.SETTINGS, customer_ids=())

    def delete(self, campaign_id: UUID) -> None:
        """Remove a draft; a published campaign stays.

        Raises:
            ForbiddenError: The user plans no campaigns.
        """
        self._check()
        with self.database.write() as unit:
            unit.campaigns.delete(campaign_id)
            unit.changed(Topic.SETTINGS, customer_ids=())

    # --- parts ---------------------------------------------------------------------------------

    def _candidates(
        self, unit: ReadUnit, plan: CampaignPlan, customer_ids: Collection[UUID]
    ) -> list[Candidate]:
        """Return who was chosen, judged for the clock's day."""
        candidates = unit.campaigns.chosen(plan, customer_ids)
        if not candidates or self.states.is_judged(unit):
            return candidates
        state = self.states.some(unit, [one.customer_id for one in candidates])
        verdicts = self.states.verdicts(state)
        judged = {
            key: (status, cents)
            for key, status, cents in zip(
                state.statistics.customer_id, verdicts.status, verdicts.value_12m_cents, strict=True
            )
        }
        return [
            replace(one, status=judged[one.customer_id][0], yearly_cents=judged[one.customer_id][1])
            for one in candidates
        ]

    def _period(self, row: CampaignRow, *, after_days: int = 0) -> Period | None:
        """Return the days of a campaign up to today; None before it begins."""
        if row.published_at is None:
            return None
        first = max(row.plan.starts_on, row.published_at.astimezone(self.states.clock.zone).date())
        last = min(self._last(row, after_days), self._today)
        return Period(first, last) if first <= last else None

    def _last(self, row: CampaignRow, after_days: int) -> date:
        """Return the last day of a campaign, or that of its early end, and so many days more."""
        last = row.plan.ends_on
        if row.ended_at is not None:
            last = min(last, row.ended_at.astimezone(self.states.clock.zone).date())
        more = timedelta(days=after_days)
        # One without an end lasts as long as the calendar does.
        return last + more if last <= date.max - more else date.max

    def _credited(
        self,
        unit: ReadUnit,
        row: CampaignRow,
        period: Period | None,
        seen: Collection[UUID] | None,
    ) -> Credited:
        if period is None:
            return Credited()
        days = _of_seen(self.reader.credited(unit, period), seen)
        own = [one for one in days if one.campaign_id == row.campaign_id]
        returned = dict.fromkeys(one.customer_id for one in own if one.returns)
        return Credited(tuple(returned), sum(one.cents for one in own))

    def _names(self, unit: ReadUnit, user_ids: Collection[UUID]) -> dict[UUID, str]:
        """Return those whose own figures the user may see."""
        names = unit.campaigns.names(user_ids)
        if not self.user.may(Task.TAKE_OVER):
            return {key: name for key, name in names.items() if key == self.user.user_id}
        answered = {one.user_id for one in unit.wall.colleagues(viewer=self.user)}
        return {key: name for key, name in names.items() if key in answered}

    def _row(self, unit: ReadUnit, campaign_id: UUID) -> CampaignRow:
        row = unit.campaigns.row(campaign_id, today=self._today)
        if row is None:
            raise ConflictError("campaign_gone")
        return row

    def _record(
        self, unit: WriteUnit, action: AuditAction, campaign_id: UUID, **detail: int
    ) -> None:
        unit.audit.record(
            Deed(action, "campaigns", campaign_id, detail), user=self.user, at=self._now
        )

    def _tell(self, unit: WriteUnit, customer_ids: Sequence[UUID]) -> None:
        is_many = len(customer_ids) > _MOST_TOLD
        unit.changed(Topic.CUSTOMERS, customer_ids=None if is_many else customer_ids)

    def _check(self) -> None:
        if not self.may_edit:
            raise ForbiddenError("campaigns_not_allowed")

    @property
    def states(self) -> CycleStates:
        """Return who judges whom nobody judged for the day."""
        return self.reader.states

    @property
    def _today(self) -> date:
        return self.states.clock.today()

    @property
    def _now(self) -> datetime:
        return self.states.clock.now()


class _OfCustomer(Protocol):
    @property
    def customer_id(self) -> UUID: ...


_Of = TypeVar("_Of", bound=_OfCustomer)


def _of_seen(found: Iterable[_Of], seen: Collection[UUID] | None) -> list[_Of]:
    """Return what is about customers whom the user sees."""
    return [one for one in found if seen is None or one.customer_id in seen]


def _cells(line: str) -> list[str]:
    return [cell.strip().strip('"') for cell in _CELLS.split(line) if cell.strip().strip('"')]
