"""Keeping the stored statistics and judgements of the purchase cycles up to date."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias, TypeVar
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.columns import StatisticsColumns, VerdictColumns
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import CyclePolicy, PolicyBook, PolicyScope
from cockpit.services.column_rows import picked
from cockpit.services.cycle_state import CycleState, CycleStates
from cockpit.services.ports import ReadUnit, WriteUnit

Stored = TypeVar("Stored")

#: When each customer's stored statistics were computed.
Instants: TypeAlias = dict[UUID, datetime]


@dataclass(frozen=True, slots=True)
class MetricsService:
    """Recomputes the projections ``customer_statistics`` and ``customer_metrics``.

    What is stored always comes from everything that is known, whatever day the clock says: so any
    later day can go on from it.
    """

    states: CycleStates

    def refresh(self, customer_ids: Iterable[UUID] | None = None) -> int:
        """Recompute some or all customers for today from their documents; return how many.

        Where somebody stored a customer's statistics meanwhile, perhaps from newer orders, that
        customer is computed once more; and everybody, where new rules or parameters came.
        """
        wanted = None if customer_ids is None else frozenset(customer_ids)
        count = 0
        while wanted is None or wanted:
            done, wanted = self._refresh_once(wanted)
            count += done
        return count

    def roll_over(self) -> int:
        """Judge everybody for today by the stored statistics; return how many.

        Documents are read only of customers whose statistics are missing or wait for documents of
        days to come, and of everybody where the clock went back. A past day that is asked for
        stores nothing about days that others have lived since.
        """
        with self.states.database.read() as unit:
            holds = self.states.holds(unit)
            if holds:
                before, judges = unit.metrics.computed_at(), _judges(unit)
                state = self.states.everyone(unit)
        if not holds:
            return 0 if self.states.clock.known_at is not None else self.refresh()
        verdicts = self.states.verdicts(state)
        with self.states.database.write() as unit:
            is_current = _judges(unit) == judges
            count = self._store_day(unit, state, verdicts, before) if is_current else 0
        return count if is_current else self.roll_over()

    def adopt(self, fit: CycleFit) -> CycleFit:
        """Store parameters and everybody's judgements by them; return the stored fit."""
        return self.judge_by(lambda unit: unit.fits.add(fit), fit=fit)

    def judge_by(
        self,
        store: Callable[[WriteUnit], Stored],
        *,
        fit: CycleFit | None = None,
        rules: Mapping[PolicyScope, CyclePolicy] | None = None,
    ) -> Stored:
        """Store what judges everybody, and the judgements by it, in one step.

        So nobody reads judgements of two kinds, and a list is read again once, not twice.

        Args:
            store: Stores what is new.
            fit: The new parameters, if it is them.
            rules: The new rules, if it is them.

        Returns:
            What ``store`` returned.
        """
        with self.states.database.read() as unit:
            before, judges = unit.metrics.computed_at(), _judges(unit)
            holds = self.states.holds(unit)
            state = self.states.everyone(unit, fit=fit) if holds else None
        if state is not None:
            policies = PolicyBook({**state.policies.rules, **(rules or {})})
            state = replace(state, policies=policies)
        verdicts = None if state is None else self.states.verdicts(state)
        with self.states.database.write() as unit:
            is_current = _judges(unit) == judges
            stored = store(unit)
            unit.metrics.expire()
            unit.changed(Topic.METRICS)
            if state is not None and verdicts is not None and is_current:
                self._store_day(unit, state, verdicts, before)
        self.refresh_if_stale()  # whose statistics were stored meanwhile, and all without a day
        return stored

    def refresh_if_stale(self) -> bool:
        """Judge everybody anew when the stored judgements are of another day, or lack somebody.

        A past day that is asked for is computed where it is shown, and not stored.
        """
        if self.states.clock.known_at is not None:
            return False
        with self.states.database.read() as unit:
            missing = unit.metrics.missing()
        if missing:
            self.refresh(missing)
        with self.states.database.read() as unit:
            is_judged = self.states.is_judged(unit)
        if not is_judged:
            self.roll_over()
        return bool(missing) or not is_judged

    def _refresh_once(self, wanted: frozenset[UUID] | None) -> tuple[int, frozenset[UUID]]:
        """Return how many were stored, and whose statistics were overtaken."""
        today = self.states.clock.today()
        with self.states.database.read() as unit:
            before, judges = unit.metrics.computed_at(wanted), _judges(unit)
            orders = unit.order_book.columns(customer_ids=wanted)
            blocks = unit.customers.blocks(wanted)
            standing = unit.customers.standing(orders.customer_ids)
            policies = unit.policies.book()
            fit = unit.fits.in_force(at=self.states.clock.now())
        statistics = self.states.engine.statistics(orders, blocks, as_of=today)
        verdicts = self.states.engine.verdicts(statistics, standing, policies, fit, as_of=today)
        with self.states.database.write() as unit:
            is_current = _judges(unit) == judges
            places = _untouched(statistics, before, _now(unit, wanted)) if is_current else []
            self._store(unit, picked(statistics, places), picked(verdicts, places))
            unit.changed(Topic.METRICS, customer_ids=wanted)
        stored = frozenset(statistics.customer_id[place] for place in places)
        return len(places), frozenset(statistics.customer_id) - stored

    def _store_day(
        self,
        unit: WriteUnit,
        state: CycleState,
        verdicts: VerdictColumns,
        before: Instants,
    ) -> int:
        """Store the judgements of those whom nobody touched since; return how many."""
        places = _untouched(state.statistics, before, _now(unit, None))
        keys = state.statistics.customer_id
        again = [place for place in places if keys[place] in state.recomputed]
        rest = [place for place in places if keys[place] not in state.recomputed]
        self._store(unit, picked(state.statistics, again), picked(verdicts, again))
        unit.metrics.store_verdicts(
            [keys[place] for place in rest],
            picked(verdicts, rest),
            computed_for=state.as_of,
        )
        unit.changed(Topic.METRICS)
        return len(places)

    def _store(
        self, unit: WriteUnit, statistics: StatisticsColumns, verdicts: VerdictColumns
    ) -> None:
        unit.metrics.store(
            statistics, verdicts, computed_for=self.states.clock.today(), at=self.states.clock.now()
        )


def _judges(unit: ReadUnit) -> tuple[PolicyBook, CycleFit | None]:
    """Return what judges everybody, to see whether it was replaced meanwhile."""
    return unit.policies.book(), unit.fits.in_force()


def _now(unit: WriteUnit, wanted: frozenset[UUID] | None) -> Instants:
    return unit.metrics.computed_at(wanted, is_locking=True)


def _untouched(statistics: StatisticsColumns, before: Instants, now: Instants) -> list[int]:
    """Return the places of those whose stored statistics nobody replaced meanwhile."""
    return [
        place for place, key in enumerate(statistics.customer_id) if now.get(key) == before.get(key)
    ]
