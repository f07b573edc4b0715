"""The order events of some customers, from the stored statistics where those hold."""

from collections.abc import Collection, Mapping
from datetime import date
from struct import calcsize, unpack
from uuid import UUID

from cockpit.domain.campaign_progress import Purchases
from cockpit.domain.columns import StatisticsColumns
from cockpit.services.cycle_state import CycleStates
from cockpit.services.ports import ReadUnit


def purchases(
    unit: ReadUnit, states: CycleStates, customer_ids: Collection[UUID]
) -> Mapping[UUID, Purchases]:
    """Return the order events of those who have any, netted as the purchase cycle does.

    Args:
        unit: What to read.
        states: Knows whether the stored statistics hold on the clock's day.
        customer_ids: Whose.
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
        found |= _of(stored)
    if doubtful:
        found |= _of(states.some(unit, doubtful).statistics)
    return {key: events for key, events in found.items() if events}


def _of(statistics: StatisticsColumns) -> dict[UUID, Purchases]:
    columns = zip(
        statistics.customer_id, statistics.event_days, statistics.event_cents, strict=True
    )
    return {
        key: [
            (date.fromordinal(day), value)
            for day, value in zip(_numbers("i", days), _numbers("q", cents), strict=True)
        ]
        for key, days, cents in columns
    }


def _numbers(code: str, packed: bytes) -> tuple[int, ...]:
    """Return packed little-endian numbers: ``i`` of four bytes, ``q`` of eight."""
    return unpack(f"<{len(packed) // calcsize(code)}{code}", packed)
