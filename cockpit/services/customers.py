"""One customer, as the panel shows it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from cockpit.domain.columns import BlockColumns, VerdictColumns
from cockpit.domain.customer import CustomerPanel, CustomerProfile
from cockpit.domain.cycle_reports import CyclePicture
from cockpit.domain.explanation import explain
from cockpit.services.column_rows import statistics_at, verdict_at
from cockpit.services.cycle_state import CycleState, CycleStates


@dataclass(frozen=True, slots=True)
class CustomerService:
    """Reads the client panel."""

    states: CycleStates

    def panel(self, customer_id: UUID) -> CustomerPanel | None:
        """Return the panel for the clock's day, or None where the customer is gone.

        The customer is judged from their own documents, which are few, so that the panel is right
        whenever it is opened.
        """
        clock = self.states.clock
        with self.states.database.read() as unit:
            profile = unit.customers.profile(
                customer_id, today=clock.today(), known_at=clock.known_at
            )
            if profile is None:
                return None
            state = self.states.some(unit, [customer_id])
        return self._judged(profile, state)

    def _judged(self, profile: CustomerProfile, state: CycleState) -> CustomerPanel:
        statistics = statistics_at(state.statistics, 0)
        verdicts = self.states.verdicts(state)
        verdict = verdict_at(
            verdicts,
            0,
            order_count=statistics.order_count,
            is_prior_published=state.is_prior_published,
        )
        explanation = explain(
            statistics,
            verdict,
            state.as_of,
            policy=state.policies.deciding(*_scope(state)),
            blocked_from_on=_blocked_from(state.standing.blocks, state.as_of),
        )
        return CustomerPanel(
            profile=replace(profile, statistics=statistics),
            verdict=verdict,
            explanation=explanation,
            picture=self._picture(state, verdicts),
        )

    def _picture(self, state: CycleState, verdicts: VerdictColumns) -> CyclePicture:
        return self.states.engine.picture(
            state.statistics,
            verdicts,
            state.standing,
            state.policies,
            state.fit,
            as_of=state.as_of,
        )


def _scope(state: CycleState) -> tuple[UUID | None, UUID | None]:
    """Return the company and the segment of the one customer of a state."""
    return state.standing.company_id[0], state.standing.segment_id[0]


def _blocked_from(blocks: BlockColumns, today: date) -> date | None:
    """Return the first day of the period that lasts on a day; None without one."""
    day = today.toordinal()
    begun = [
        first
        for first, end in zip(blocks.from_day, blocks.until_day, strict=True)
        if first <= day and (end is None or day < end)
    ]
    return date.fromordinal(min(begun)) if begun else None
