"""The stored statistics and judgements of the purchase cycles."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, delete, exists, func, or_, select, update
from sqlalchemy import Table as SqlTable

from cockpit.data.repositories.bulk_write import (
    raw_codes,
    raw_days,
    raw_guids,
    raw_instant,
    replace_rows,
)
from cockpit.data.repositories.raw import (
    day_numbers,
    fetch_columns,
    guids,
    in_chunks,
    instants,
)
from cockpit.domain.columns import StatisticsColumns, VerdictColumns
from models import Customer, CustomerMetric, CustomerStatistic, CycleFit, CyclePolicy, Import

#: Judgements of another engine are as good as none.
ENGINE = "k-grid/1"

#: A large import touches the same customers again and again, whose statistics are mostly gone:
#: beyond so many it is asked first whose are there.
_MANY = 5_000

_STATISTICS: SqlTable = CustomerStatistic.__table__  # type: ignore[assignment]
_METRICS: SqlTable = CustomerMetric.__table__  # type: ignore[assignment]


class SqlMetricsRepository:
    """Reads and replaces the projections ``customer_statistics`` and ``customer_metrics``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def computed_for(
        self, customer_ids: Collection[UUID] | None = None
    ) -> tuple[date, date] | None:
        """Return the oldest and the newest day for which judgements of all or some hold."""
        customers = select(func.count()).select_from(Customer)
        days = CustomerMetric.computed_for_on
        judged = select(func.count(), func.min(days), func.max(days)).where(
            CustomerMetric.engine == ENGINE
        )
        if customer_ids is not None:
            wanted = sorted(customer_ids)
            customers = customers.where(Customer.id.in_(wanted))
            judged = judged.where(CustomerMetric.customer_id.in_(wanted))
        statement = judged.add_columns(customers.scalar_subquery())
        row = self._connection.execute(statement).one()
        return (row[1], row[2]) if row[0] == row[3] and row[0] else None

    def is_overtaken(self, known_at: datetime) -> bool:
        """Return whether anything was imported, published or fitted after an instant."""
        later = (
            exists().where(Import.started_at > known_at),
            exists().where(CyclePolicy.published_at > known_at),
            exists().where(CycleFit.fitted_at > known_at),
        )
        return bool(self._connection.execute(select(or_(*later))).scalar())

    def missing(self) -> list[UUID]:
        """Return the customers without stored statistics."""
        there = exists().where(CustomerStatistic.customer_id == Customer.id)
        return list(self._connection.execute(select(Customer.id).where(~there)).scalars())

    def waiting(self) -> list[UUID]:
        """Return the customers whose stored statistics left out documents of days to come."""
        statement = select(CustomerStatistic.customer_id).where(CustomerStatistic.future_count > 0)
        return list(self._connection.execute(statement).scalars())

    def buyer_count(self) -> int:
        """Return how many customers have bought, as stored."""
        statement = select(func.count()).where(CustomerMetric.last_order_on.is_not(None))
        return self._connection.execute(statement).scalar_one()

    def computed_at(
        self, customer_ids: Iterable[UUID] | None = None, *, is_locking: bool = False
    ) -> dict[UUID, datetime]:
        """Return when the stored statistics of some or all customers were computed."""
        statement = select(CustomerStatistic.customer_id, CustomerStatistic.computed_at)
        if is_locking:
            # In one order, so that two programs wait for each other instead of locking up. SQLite
            # has one writer anyway and leaves this out.
            statement = statement.order_by(CustomerStatistic.customer_id).with_for_update()
        keys, at = self._fetched(statement, customer_ids)
        found = zip(guids(keys), instants(at), strict=True)
        return {key: instant for key, instant in found if instant is not None}

    def statistics(self, customer_ids: Iterable[UUID] | None = None) -> StatisticsColumns:
        """Return the stored statistics of some or all customers that have any."""
        statement = select(*(_STATISTICS.columns[name] for name in _READ))
        found = dict(zip(_READ, self._fetched(statement, customer_ids), strict=True))
        return StatisticsColumns(
            customer_id=guids(found["customer_id"]),
            first_order_day=[day or 0 for day in day_numbers(found["first_order_on"])],
            last_order_day=[day or 0 for day in day_numbers(found["last_order_on"])],
            **{name: found[name] for name in _PLAIN},
        )

    def expire(self) -> None:
        """Mark all stored judgements as old: what judges them changes in this transaction."""
        self._connection.execute(update(CustomerMetric).values(computed_for_on=date.min))

    def forget(self, customer_ids: Iterable[UUID]) -> None:
        """Remove the statistics of customers whose documents change in this transaction."""
        wanted = set(customer_ids)
        if len(wanted) > _MANY:
            wanted &= set(self._connection.execute(select(CustomerStatistic.customer_id)).scalars())
        for chunk in in_chunks(sorted(wanted)):
            self._connection.execute(
                delete(CustomerStatistic).where(CustomerStatistic.customer_id.in_(chunk))
            )

    def store(
        self,
        statistics: StatisticsColumns,
        verdicts: VerdictColumns,
        *,
        computed_for: date,
        at: datetime,
    ) -> None:
        """Replace the statistics and the day's judgements of these customers."""
        keys = raw_guids(self._connection, statistics.customer_id)
        last = raw_days(self._connection, statistics.last_order_day)
        replace_rows(
            self._connection,
            _STATISTICS,
            {
                "customer_id": keys,
                "first_order_on": raw_days(self._connection, statistics.first_order_day),
                "last_order_on": last,
                "computed_at": [raw_instant(self._connection, at)] * len(keys),
                **{name: getattr(statistics, name) for name in _PLAIN},
            },
        )
        self._store_verdicts(keys, verdicts, computed_for, {"last_order_on": last})

    def store_verdicts(
        self, customer_ids: Sequence[UUID], verdicts: VerdictColumns, *, computed_for: date
    ) -> None:
        """Replace the day's judgements alone; the statistics stay as they are."""
        keys = raw_guids(self._connection, customer_ids)
        self._store_verdicts(keys, verdicts, computed_for, {})

    def _store_verdicts(
        self,
        keys: list[Any],
        verdicts: VerdictColumns,
        computed_for: date,
        more: dict[str, list[Any]],
    ) -> None:
        (day,) = raw_days(self._connection, [computed_for.toordinal()])
        count = len(keys)
        columns: dict[str, Sequence[Any]] = {
            "customer_id": keys,
            **{name: raw_codes(getattr(verdicts, name)) for name in _CODES},
            **{
                column: raw_days(self._connection, getattr(verdicts, name))
                for column, name in _DAYS.items()
            },
            **{name: getattr(verdicts, name) for name in _NUMBERS},
            "status_since_on": [day] * count,
            "computed_for_on": [day] * count,
            "engine": [ENGINE] * count,
        }
        replace_rows(self._connection, _METRICS, columns | more, held={"status_since_on": "status"})

    def _fetched(
        self, statement: Select[*tuple[Any, ...]], customer_ids: Iterable[UUID] | None
    ) -> list[list[Any]]:
        """Return the columns of a query on the statistics, for some or all customers."""
        if customer_ids is None:
            return fetch_columns(self._connection, statement)
        columns: list[list[Any]] = [[] for _ in statement.selected_columns]
        for chunk in in_chunks(sorted(set(customer_ids))):
            some = statement.where(CustomerStatistic.customer_id.in_(chunk))
            for whole, part in zip(columns, fetch_columns(self._connection, some), strict=True):
                whole.extend(part)
        return columns


#: Columns of the statistics that the driver and the analytics have alike.
_PLAIN = (
    "order_count", "gap_weight", "gap_days", "gap_log_days", "gap_low_days", "gap_high_days",
    "mean_value_cents", "future_count", "event_days", "event_cents",
)  # fmt: skip
_READ = ("customer_id", "first_order_on", "last_order_on", *_PLAIN)

_CODES = ("status", "own_status", "fixed_status", "trend")
_DAYS = {
    "next_order_p20_on": "next_order_p20_day",
    "next_order_p50_on": "next_order_p50_day",
    "next_order_p80_on": "next_order_p80_day",
    "recovered_on": "recovered_on_day",
}
_NUMBERS = (
    "silence_days", "frequency_days", "cycles_late", "gap_quantile_bp", "alive_bp", "none_90_bp",
    "value_cents", "value_12m_cents", "at_risk_cents", "lost_so_far_cents", "lost_12m_cents",
)  # fmt: skip
