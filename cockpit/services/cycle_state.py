"""What is known of the customers on the clock's day, and what judges them: decided in one place.

A judgement on a day is a matter of the documents known then, the policies in force then and the
parameters fitted by then. The stored statistics hold for any later day as long as nothing was
learned in between; where they do not, the documents are read.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.columns import (
    StandingColumns,
    StatisticsColumns,
    VerdictColumns,
)
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.services.column_rows import joined, picked
from cockpit.services.ports import CycleAnalyst, CycleEngine, Database, ReadUnit


@dataclass(frozen=True, slots=True)
class CycleState:
    """Customers' statistics with all that judges them.

    Attributes:
        as_of: The day.
        statistics: What the documents known then say.
        standing: Parallel to the statistics.
        policies: The rules in force then.
        fit: The parameters in force then; None for published ones.
        recomputed: Whose statistics were read from documents instead of the store.
    """

    as_of: date
    statistics: StatisticsColumns
    standing: StandingColumns
    policies: PolicyBook
    fit: CycleFit | None
    recomputed: frozenset[UUID]

    @property
    def is_prior_published(self) -> bool:
        """Return whether published parameters judge, because the portfolio is small."""
        return self.fit is None or self.fit.is_published


@dataclass(slots=True)
class _PastFits:
    """Parameters of past days that none were stored for, made once per run.

    Attributes:
        lock: Lets one thread at a time make them.
    """

    lock: Lock = field(default_factory=Lock)
    by_day: dict[date, CycleFit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CycleStates:
    """Reads the state of some or all customers on the clock's day.

    Attributes:
        make_analyst: Returns who fits populations; asked for late, because that code is slow to
            load and few runs need it.
    """

    database: Database
    engine: CycleEngine
    make_analyst: Callable[[], CycleAnalyst]
    clock: Clock
    _past_fits: _PastFits = field(default_factory=_PastFits)

    @property
    def analyst(self) -> CycleAnalyst:
        """Who looks at the whole portfolio."""
        return self.make_analyst()

    def is_judged(self, unit: ReadUnit, customer_ids: Collection[UUID] | None = None) -> bool:
        """Return whether the stored judgements of all or some are those of the clock's day."""
        today, known_at = self.clock.today(), self.clock.known_at
        if unit.metrics.computed_for(customer_ids) != (today, today):
            return False
        if known_at is None:
            return True
        has_fit = unit.fits.in_force(at=known_at) is not None
        return has_fit and not unit.metrics.is_overtaken(known_at)

    def holds(self, unit: ReadUnit) -> bool:
        """Return whether the stored statistics hold on the clock's day."""
        known_at = self.clock.known_at
        days = unit.metrics.computed_for()
        if days is None or days[1] > self.clock.today():
            return False
        return known_at is None or not unit.metrics.is_overtaken(known_at)

    def material(self, unit: ReadUnit) -> tuple[StatisticsColumns, StandingColumns]:
        """Return what all customers' documents say and how they stand: all that a fit needs."""
        statistics, _ = self._everyones(unit)
        return statistics, self._standing(unit, statistics)

    def everyone(self, unit: ReadUnit, *, fit: CycleFit | None = None) -> CycleState:
        """Return the state of all customers, with other parameters than those in force if given."""
        statistics, recomputed = self._everyones(unit)
        return self._state(unit, statistics, recomputed, fit or self.fit(unit))

    def some(self, unit: ReadUnit, customer_ids: Iterable[UUID]) -> CycleState:
        """Return the state of some customers, from their documents."""
        statistics = self._from_documents(unit, customer_ids)
        everyone = frozenset(statistics.customer_id)
        return self._state(unit, statistics, everyone, self.fit(unit))

    def verdicts(self, state: CycleState) -> VerdictColumns:
        """Judge the customers of a state, in its order."""
        return self.engine.verdicts(
            state.statistics, state.standing, state.policies, state.fit, as_of=state.as_of
        )

    def _state(
        self,
        unit: ReadUnit,
        statistics: StatisticsColumns,
        recomputed: frozenset[UUID],
        fit: CycleFit | None,
    ) -> CycleState:
        return CycleState(
            as_of=self.clock.today(),
            statistics=statistics,
            standing=self._standing(unit, statistics),
            policies=unit.policies.book(at=self.clock.known_at),
            fit=fit,
            recomputed=recomputed,
        )

    def _standing(self, unit: ReadUnit, statistics: StatisticsColumns) -> StandingColumns:
        standing = unit.customers.standing(statistics.customer_id, known_at=self.clock.known_at)
        return replace(standing, blocks=standing.blocks.known_on(self.clock.today()))

    def _everyones(self, unit: ReadUnit) -> tuple[StatisticsColumns, frozenset[UUID]]:
        """Return everybody's statistics, and whose were read from documents."""
        if not self.holds(unit):
            statistics = self._from_documents(unit, None)
            return statistics, frozenset(statistics.customer_id)
        stored = unit.metrics.statistics()
        doubtful = frozenset(unit.metrics.missing()) | frozenset(unit.metrics.waiting())
        if not doubtful:
            return stored, doubtful
        fresh = self._from_documents(unit, doubtful)
        certain = [place for place, key in enumerate(stored.customer_id) if key not in doubtful]
        return joined(picked(stored, certain), fresh), doubtful

    def _from_documents(
        self, unit: ReadUnit, customer_ids: Iterable[UUID] | None
    ) -> StatisticsColumns:
        wanted = None if customer_ids is None else frozenset(customer_ids)
        orders = unit.order_book.columns(customer_ids=wanted, known_at=self.clock.known_at)
        blocks = unit.customers.blocks(wanted).known_on(self.clock.today())
        return self.engine.statistics(orders, blocks, as_of=self.clock.today())

    def fit(self, unit: ReadUnit) -> CycleFit | None:
        """Return the parameters in force on the clock's day.

        Where none were stored by a past day they are made from the orders known then, kept for
        this run and not stored.
        """
        known_at = self.clock.known_at
        stored = unit.fits.in_force(at=known_at or self.clock.now())
        if stored is not None or known_at is None:
            return stored
        with self._past_fits.lock:
            day = self.clock.today()
            if day not in self._past_fits.by_day:
                self._past_fits.by_day[day] = self._fitted(unit)
            return self._past_fits.by_day[day]

    def _fitted(self, unit: ReadUnit) -> CycleFit:
        statistics, standing = self.material(unit)
        return self.analyst.fit(
            statistics,
            standing,
            as_of=self.clock.today(),
            at=self.clock.now(),
            is_cancelled=lambda: False,
        )
