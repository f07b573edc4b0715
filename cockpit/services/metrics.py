"""Keeping the stored statistics of the purchase cycles up to date."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.services.ports import CycleEngine, Database


@dataclass(frozen=True, slots=True)
class MetricsService:
    """Recomputes the projection ``customer_metrics`` from the order book."""

    database: Database
    engine: CycleEngine
    clock: Clock

    def refresh(self, customer_ids: Iterable[UUID] | None = None) -> int:
        """Recompute some or all customers for today; return how many.

        Where somebody stored a customer's statistics meanwhile, perhaps from newer orders, that
        customer is computed once more.
        """
        wanted = None if customer_ids is None else frozenset(customer_ids)
        count = 0
        while wanted is None or wanted:
            done, wanted = self._refresh_once(wanted)
            count += done
        return count

    def _refresh_once(self, wanted: frozenset[UUID] | None) -> tuple[int, frozenset[UUID]]:
        """Return how many were stored, and whose statistics were overtaken."""
        today = self.clock.today()
        with self.database.read() as unit:
            policy = unit.reference.cycle_policy()
            exempt = unit.customers.exempt()
            before = unit.metrics.computed_at(wanted)
            orders = unit.order_book.columns(until=today, customer_ids=wanted)
        statistics = self.engine.statistics(orders, as_of=today)
        with self.database.write() as unit:
            now = unit.metrics.computed_at(wanted, is_locking=True)
            overtaken = frozenset(key for key in statistics if now.get(key) != before.get(key))
            for key in overtaken:
                del statistics[key]
            verdicts = self.engine.verdicts(
                statistics, exempt.blocked, exempt.prospects, policy, as_of=today
            )
            unit.metrics.store(statistics, verdicts, computed_for=today, at=self.clock.now())
            unit.changed(Topic.METRICS, customer_ids=wanted)
        return len(statistics), overtaken

    def refresh_if_stale(self) -> bool:
        """Recompute everybody when the stored statistics hold for another day."""
        with self.database.read() as unit:
            is_fresh = unit.metrics.computed_for() == self.clock.today()
        if not is_fresh:
            self.refresh()
        return not is_fresh
