"""The stored statistics of the purchase cycles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, case, func, select

from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.upsert import upsert
from cockpit.domain.cycle import CycleStatistics, CycleVerdict
from models import Customer, CustomerMetric

_ENGINE = "mean-interval/1"


class SqlMetricsRepository:
    """Reads and replaces the projection ``customer_metrics``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def computed_for(self) -> date | None:
        """Return the oldest day for which stored statistics hold; None if a customer has none."""
        customers = select(func.count()).select_from(Customer).scalar_subquery()
        metrics = select(func.count(), func.min(CustomerMetric.computed_for_on))
        row = self._connection.execute(metrics.add_columns(customers)).one()
        oldest: date | None = row[1]
        return oldest if row[0] == row[2] else None

    def computed_at(
        self, customer_ids: Iterable[UUID] | None = None, *, is_locking: bool = False
    ) -> dict[UUID, datetime]:
        """Return when the stored statistics of some or all customers were computed."""
        if customer_ids is None:
            return self._computed_at(None, is_locking)
        found: dict[UUID, datetime] = {}
        for chunk in in_chunks(sorted(customer_ids)):
            found |= self._computed_at(chunk, is_locking)
        return found

    def _computed_at(self, chunk: Sequence[UUID] | None, is_locking: bool) -> dict[UUID, datetime]:
        statement = select(CustomerMetric.customer_id, CustomerMetric.computed_at)
        if chunk is not None:
            statement = statement.where(CustomerMetric.customer_id.in_(chunk))
        if is_locking:
            # In one order, so that two programs wait for each other instead of locking up. SQLite
            # has one writer anyway and leaves this out.
            statement = statement.order_by(CustomerMetric.customer_id).with_for_update()
        return {key: at for key, at in self._connection.execute(statement)}  # noqa: C416

    def store(
        self,
        statistics: Mapping[UUID, CycleStatistics],
        verdicts: Mapping[UUID, CycleVerdict],
        *,
        computed_for: date,
        at: datetime,
    ) -> None:
        """Replace the statistics and the day's verdicts of these customers."""
        statement = upsert(self._connection, CustomerMetric)
        new = statement.excluded
        replaced: dict[str, Any] = {name: new[name] for name in _REPLACED}
        replaced["status_since_on"] = case(
            (CustomerMetric.status == new.status, CustomerMetric.status_since_on),
            else_=new.status_since_on,
        )
        statement = statement.on_conflict_do_update(
            index_elements=[CustomerMetric.customer_id], set_=replaced
        )
        common = {"computed_for_on": computed_for, "computed_at": at, "engine": _ENGINE}
        for rows in in_chunks(_rows(statistics, verdicts, common), 10_000):
            self._connection.execute(statement, rows)


def _rows(
    statistics: Mapping[UUID, CycleStatistics],
    verdicts: Mapping[UUID, CycleVerdict],
    common: dict[str, Any],
) -> Iterator[dict[str, Any]]:
    for customer_id, known in statistics.items():
        verdict = verdicts[customer_id]
        yield {
            "customer_id": customer_id,
            "order_count": known.order_count,
            "first_order_on": known.first_order_on,
            "last_order_on": known.last_order_on,
            "interval_count": max(known.order_count - 1, 0),
            "interval_sum_days": _span(known),
            "frequency_days_milli": _milli(known.frequency_days),
            "mean_value_cents": known.mean_value_cents,
            "value_12m_cents": known.value_12m_cents,
            "trend": known.trend,
            "statistics": {
                "gap_low_days": known.gap_low_days,
                "gap_high_days": known.gap_high_days,
            },
            "status": verdict.status,
            "status_since_on": common["computed_for_on"],
            "at_risk_cents": verdict.at_risk_cents,
            **common,
        }


_REPLACED = (
    "order_count", "first_order_on", "last_order_on", "interval_count", "interval_sum_days",
    "frequency_days_milli", "mean_value_cents", "value_12m_cents", "trend", "statistics", "status",
    "at_risk_cents", "computed_for_on", "computed_at", "engine",
)  # fmt: skip


def _span(known: CycleStatistics) -> int:
    if known.first_order_on is None or known.last_order_on is None:
        return 0
    return (known.last_order_on - known.first_order_on).days


def _milli(days: float | None) -> int | None:
    return None if days is None else round(days * 1000)
