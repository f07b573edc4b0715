"""The order events of some customers, from the stored statistics where those hold."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from struct import calcsize, unpack
from uuid import UUID

from cockpit.domain.campaign_progress import Purchases
from cockpit.domain.columns import StatisticsColumns
from cockpit.domain.periods import Period
from cockpit.services.cycle_state import CycleStates
from cockpit.services.ports import ReadUnit


def purchases(
    unit: ReadUnit, states: CycleStates, customer_ids: Collection[UUID], period: Period
) -> Mapping[UUID, Purchases]:
    """Return a period's order events of those who have any, netted as the purchase cycle does.

    Args:
        unit: What to read.
        states: Knows whether the stored statistics hold on the clock's day.
        customer_ids: Whose.
        period: Whose days count.
    """
    wanted = frozenset(customer_ids)
    if not wanted:
        return {}
    found: dict[UUID, Purchases] = {}
    doubtful = wanted
    if states.holds(unit):
        stored = unit.metrics.statistics(wanted)
        waiting = frozenset(unit.metrics.waiting())
        doubtful = (wanted - frozenset(stored.customer_id)) | (wanted & waiting)
        found.update(_of(stored, period))
    if doubtful:
        found.update(_of(states.some(unit, doubtful).statistics, period))
    return found


def _of(statistics: StatisticsColumns, period: Period) -> Iterator[tuple[UUID, Purchases]]:
    """Yield the events of a period, of which each customer's stand in the days' order."""
    first, last = period.first.toordinal(), period.last.toordinal()
    columns = zip(
        statistics.customer_id, statistics.event_days, statistics.event_cents, strict=True
    )
    for key, packed, cents in columns:
        days = _numbers("i", packed)
        begin, end = bisect_left(days, first), bisect_right(days, last)
        if begin < end:
            values = _numbers("q", cents)[begin:end]
            yield key, list(zip(map(date.fromordinal, days[begin:end]), values, strict=True))


def _numbers(code: str, packed: bytes) -> tuple[int, ...]:
    """Return packed little-endian numbers: ``i`` of four bytes, ``q`` of eight."""
    return unpack(f"<{len(packed) // calcsize(code)}{code}", packed)
