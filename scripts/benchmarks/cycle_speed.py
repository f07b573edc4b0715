"""What judging a large portfolio costs, against sorting and counting the same orders in numpy."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np

from cockpit.analytics.analyst import FIT_CUSTOMERS
from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.k_grid import ENGINE
from cockpit.analytics.learning import learn
from cockpit.analytics.portfolio import portfolio
from cockpit.domain.columns import (
    BlockColumns,
    OrderColumns,
    StandingColumns,
    StatisticsColumns,
    VerdictColumns,
)
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import PolicyBook
from scripts.benchmarks.cycle_table import Figure, timed
from tests.support.synthetic_orders import World

_ONE_CUSTOMER_TIMES = 50


@dataclass(frozen=True, slots=True)
class Bench:
    """A large order book, ready to be judged."""

    world: World
    orders: OrderColumns
    standing: StandingColumns
    engine: KGridEngine

    @property
    def as_of(self) -> date:
        """Return the day of the judgement."""
        return self.world.last_day

    def statistics(self) -> StatisticsColumns:
        """Return everybody's statistics."""
        return self.engine.statistics(self.orders, BlockColumns(), as_of=self.as_of)

    def fit(self, statistics: StatisticsColumns) -> CycleFit:
        """Return parameters learned of the portfolio, without a test of how good they are."""
        known = portfolio(statistics, self.standing, as_of=self.as_of, most=FIT_CUSTOMERS)
        learned = learn(known.events, known.blocked, known.today, lambda: None)
        return CycleFit(
            fit_id=None,
            fitted_at=datetime.now(UTC),
            data_from_on=None,
            data_until_on=self.as_of,
            customer_count=known.whole_customers,
            is_published=False,
            engine=ENGINE,
            parameters=learned.parameters.as_json(),
        )

    def verdicts(
        self, statistics: StatisticsColumns, fit: CycleFit, as_of: date | None = None
    ) -> VerdictColumns:
        """Return everybody's judgement."""
        return self.engine.verdicts(
            statistics, self.standing, PolicyBook(), fit, as_of=as_of or self.as_of
        )


def speed_figures(world: World) -> list[Figure]:
    """Return the processor time of a refresh, a cold start, a new day and one customer."""
    orders = world.orders()
    nobody = [None] * len(orders.customer_ids)
    bench = Bench(world, orders, StandingColumns(nobody, nobody, BlockColumns()), KGridEngine())
    statistics, counting = timed(bench.statistics)
    fit, learning = timed(lambda: bench.fit(statistics))
    _, judging = timed(lambda: bench.verdicts(statistics, fit))
    tomorrow = bench.as_of + timedelta(days=1)
    _, rolling = timed(lambda: bench.verdicts(statistics, fit, tomorrow))
    reference = _reference(world)
    refresh = counting + judging
    ratio = refresh / max(reference, 1e-9)
    one = _milliseconds(_one_customer(bench, fit))
    return [
        Figure("bare numpy: sort the orders, count and sum them", f"{reference:.2f} s"),
        Figure("statistics of all customers", f"{counting:.2f} s"),
        Figure("judgements with stored parameters", f"{judging:.2f} s"),
        Figure(
            "refresh: both",
            f"{counting + judging:.2f} s, x {ratio:.1f} the bare",
            "2.9 s",
            "<= 2 s",
        ),
        Figure("midnight: judgements from stored statistics", f"{rolling:.2f} s"),
        Figure("learning the parameters", f"{learning:.2f} s"),
        Figure("cold: all three", f"{refresh + learning:.2f} s", "13 s", "<= 8 s"),
        Figure("one order, for its customer", f"{one:.1f} ms", "", "<= 5 ms"),
    ]


def _reference(world: World) -> float:
    """Return the least that any program does with these orders, in seconds."""
    book = world.book
    shuffled = np.random.default_rng(0).permutation(len(book.day))
    customer, day, cents = book.customer[shuffled], book.day[shuffled], book.net_cents[shuffled]

    def work() -> None:
        order = np.argsort((customer << 22) | day, kind="stable")
        owner = customer[order]
        np.bincount(owner, minlength=book.customer_count)
        np.bincount(owner, cents[order], minlength=book.customer_count)
        np.bincount(owner[1:], np.diff(day[order]), minlength=book.customer_count)

    return timed(work)[1]


def _one_customer(bench: Bench, fit: CycleFit) -> Callable[[], object]:
    """Return what brings one customer up to date after an order."""
    orders = bench.orders
    busiest = int(np.bincount(bench.world.book.customer).argmax())
    rows = np.flatnonzero(bench.world.book.customer == busiest).tolist()
    own = OrderColumns(
        customer_ids=[orders.customer_ids[busiest]],
        customer=[0] * len(rows),
        day=[orders.day[row] for row in rows],
        net_cents=[orders.net_cents[row] for row in rows],
        kind=[orders.kind[row] for row in rows],
    )
    standing = StandingColumns([None], [None], BlockColumns())

    def work() -> object:
        statistics = bench.engine.statistics(own, BlockColumns(), as_of=bench.as_of)
        return bench.engine.verdicts(statistics, standing, PolicyBook(), fit, as_of=bench.as_of)

    return work


def _milliseconds(work: Callable[[], object]) -> float:
    """Return the processor time of one run among many, in milliseconds."""
    work()
    _, seconds = timed(lambda: [work() for _ in range(_ONE_CUSTOMER_TIMES)])
    return seconds * 1_000 / _ONE_CUSTOMER_TIMES
