"""Keeping the stored statistics of the purchase cycles up to date."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.vocabulary import CustomerCategory
from cockpit.services.ports import CycleEngine, Database


@dataclass(frozen=True, slots=True)
class MetricsService:
    """Recomputes the projection ``customer_metrics`` from the order book."""

    database: Database
    engine: CycleEngine
    clock: Clock

    def refresh(self, customer_ids: Iterable[UUID] | None = None) -> int:
        """Recompute some or all customers for today; return how many."""
        today = self.clock.today()
        wanted = None if customer_ids is None else frozenset(customer_ids)
        with self.database.read() as unit:
            policy = unit.reference.cycle_policy()
            columns = unit.work_list.columns()
            orders = unit.order_book.columns(until=today, customer_ids=wanted)
        statistics = self.engine.statistics(orders, as_of=today)
        blocked = frozenset(
            key for key, flag in zip(columns.customer_id, columns.is_blocked, strict=True) if flag
        )
        prospects = frozenset(
            key
            for key, category in zip(columns.customer_id, columns.category, strict=True)
            if category is CustomerCategory.PROSPECT
        )
        verdicts = self.engine.verdicts(statistics, blocked, prospects, policy, as_of=today)
        with self.database.write() as unit:
            unit.metrics.store(statistics, verdicts, computed_for=today, at=self.clock.now())
            unit.changed(Topic.METRICS, customer_ids=wanted)
        return len(statistics)

    def refresh_if_stale(self) -> bool:
        """Recompute everybody when the stored statistics hold for another day."""
        with self.database.read() as unit:
            is_fresh = unit.metrics.computed_for() == self.clock.today()
        if not is_fresh:
            self.refresh()
        return not is_fresh
