"""The foundation's engine: recency against the customer's own mean interval."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import itemgetter
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np

from cockpit.analytics.order_events import documents, order_events
from cockpit.analytics.ranking import calling_order, due_instants, name_ranks
from cockpit.analytics.segments import Flags, Floats
from cockpit.analytics.statistics import as_objects, statistics_columns
from cockpit.analytics.status import Standing, as_verdicts, cycles, judge, recencies, statuses
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import OrderColumns, WorkListColumns
from cockpit.domain.cycle import CyclePolicy, CycleStatistics, CycleVerdict
from cockpit.domain.vocabulary import CustomerCategory
from cockpit.domain.work_list import ROW_FIELDS, WorkList

T = TypeVar("T")

_STORED_FIELDS = frozenset(field.name for field in fields(WorkListColumns))


@dataclass(frozen=True, slots=True)
class PlainCycleEngine:
    """Implements ``cockpit.services.ports.CycleEngine`` with the plain rule.

    Attributes:
        zone: Where "today" is meant: next contacts without a time are due on that day.
    """

    zone: ZoneInfo = DEFAULT_ZONE

    def statistics(self, orders: OrderColumns, *, as_of: date) -> dict[UUID, CycleStatistics]:
        """Return what the orders up to a day say of each customer, those without orders too."""
        events = order_events(documents(orders), as_of=as_of)
        columns = statistics_columns(events, as_of=as_of)
        return dict(zip(orders.customer_ids, as_objects(columns), strict=True))

    def verdicts(
        self,
        statistics: Mapping[UUID, CycleStatistics],
        blocked: frozenset[UUID],
        prospects: frozenset[UUID],
        policy: CyclePolicy,
        *,
        as_of: date,
    ) -> dict[UUID, CycleVerdict]:
        """Judge customers on a day."""
        known = statistics.values()
        standing = Standing(
            order_count=np.array([one.order_count for one in known], dtype=np.int64),
            last_day=np.array(
                [one.last_order_on.toordinal() if one.last_order_on else 0 for one in known],
                dtype=np.int64,
            ),
            frequency_days=_floats(one.frequency_days for one in known),
            mean_value_cents=np.array([one.mean_value_cents for one in known], dtype=np.int64),
            is_prospect=_flags(key in prospects for key in statistics),
            is_blocked=_flags(key in blocked for key in statistics),
        )
        verdicts = as_verdicts(judge(standing, policy, as_of=as_of))
        return dict(zip(statistics, verdicts, strict=True))

    def rank(
        self, columns: WorkListColumns, policy: CyclePolicy, *, as_of: date, now: datetime
    ) -> WorkList:
        """Judge every customer on a day and put them in the order of calling."""
        standing = _standing(columns)
        judgement = judge(standing, policy, as_of=as_of)
        due_at = due_instants(
            columns.next_contact_at,
            columns.next_contact_has_time,
            as_of=as_of,
            now=now,
            zone=self.zone,
        )
        ranks = name_ranks(columns.name, columns.customer_id)
        order = calling_order(judgement, standing.mean_value_cents, due_at, ranks).tolist()
        judged: dict[str, Sequence[object]] = {
            "status": statuses(judgement),
            "last_order_on": [
                date.fromordinal(day) if day else None for day in columns.last_order_day
            ],
            "recency_days": recencies(judgement),
            "cycles_late": cycles(judgement),
            "value_cents": columns.mean_value_cents,
            "at_risk_cents": judgement.at_risk_cents.tolist(),
        }
        unsorted = {
            name: getattr(columns, name) if name in _STORED_FIELDS else judged[name]
            for name in ROW_FIELDS
        }
        return WorkList(
            as_of=as_of,
            columns={name: _picked(values, order) for name, values in unsorted.items()},
            search_text=_picked(columns.search_text, order),
        )


def _standing(columns: WorkListColumns) -> Standing:
    """Return the stored columns as arrays."""
    return Standing(
        order_count=np.asarray(columns.order_count, dtype=np.int64),
        last_day=np.array([day or 0 for day in columns.last_order_day], dtype=np.int64),
        frequency_days=_floats(columns.frequency_days),
        mean_value_cents=np.asarray(columns.mean_value_cents, dtype=np.int64),
        is_prospect=_flags(map(CustomerCategory.PROSPECT.__eq__, columns.category)),
        is_blocked=_flags(columns.is_blocked),
    )


def _floats(values: Iterable[float | None]) -> Floats:
    """Return numbers as an array, with NaN for None."""
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _flags(values: Iterable[bool]) -> Flags:
    return np.fromiter(values, dtype=np.bool_)


def _picked(values: Sequence[T], order: list[int]) -> Sequence[T]:
    """Return the values at some positions, in that order."""
    if len(order) < 2:
        return [values[position] for position in order]
    picked: Sequence[T] = itemgetter(*order)(values)
    return picked
