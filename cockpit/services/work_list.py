"""The work list of a day."""

from dataclasses import dataclass, replace
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.cycle import CycleStatistics
from cockpit.domain.work_list import WorkList
from cockpit.services.ports import CycleEngine, Database


@dataclass(frozen=True, slots=True)
class WorkListService:
    """Reads the work list in the order of calling."""

    database: Database
    engine: CycleEngine
    clock: Clock

    def load(self) -> WorkList:
        """Return the list for the clock's day.

        Where the stored statistics hold for another day they are computed afresh from the orders
        known on the clock's day, and not stored.
        """
        today = self.clock.today()
        with self.database.read() as unit:
            columns = unit.work_list.columns()
            policy = unit.reference.cycle_policy()
            is_fresh = unit.metrics.computed_for() == today
            orders = None if is_fresh else unit.order_book.columns(until=today)
        if orders is not None:
            statistics = self.engine.statistics(orders, as_of=today)
            columns = _with_statistics(columns, statistics)
        return self.engine.rank(columns, policy, as_of=today, now=self.clock.now())


def _with_statistics(
    columns: WorkListColumns, statistics: dict[UUID, CycleStatistics]
) -> WorkListColumns:
    """Return the columns with other statistics in place of the stored ones."""
    nothing = CycleStatistics()
    found = [statistics.get(customer_id, nothing) for customer_id in columns.customer_id]
    return replace(
        columns,
        order_count=[one.order_count for one in found],
        last_order_day=[
            one.last_order_on.toordinal() if one.last_order_on else None for one in found
        ],
        frequency_days=[one.frequency_days for one in found],
        mean_value_cents=[one.mean_value_cents for one in found],
        trend=[one.trend for one in found],
    )
