"""The purchase cycle's part of the benchmark: targets beside baselines, in one run."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.benchmarks.cycle_accuracy import (
    ANY,
    RETAIL,
    RETAIL_CUSTOMERS,
    accuracy_figures,
    file_portfolio,
    invented_portfolio,
    past_line,
)
from scripts.benchmarks.cycle_published import published_figures
from scripts.benchmarks.cycle_speed import speed_figures
from scripts.benchmarks.cycle_table import figures_table
from tests.support.synthetic_orders import WorldPlan, invent_world

#: Where the path of an order file is looked for, in the environment.
ORDERS_VARIABLE = "GIRO_BENCH_ORDERS"
#: Buyers of a month and a half, of whom nearly half have left at the end.
_TRIED = WorldPlan(customers=4_000, days=900, rate_scale=60.0, seed=11)
#: About thirty orders each.
_LARGE = WorldPlan(
    customers=100_000,
    days=900,
    arrival_days=400,
    rate_shape=3.0,
    rate_scale=50.0,
    leave_b=25.0,
    seed=12,
)


@dataclass(frozen=True, slots=True)
class CyclePlan:
    """How much of the purchase cycle is measured.

    Attributes:
        customers: Of the large portfolio.
        trial_customers: Of the invented portfolio that predictions are tried on.
        orders_file: Orders that predictions are tried on; None where there are none.
    """

    customers: int
    trial_customers: int
    orders_file: Path | None


def orders_file() -> Path | None:
    """Return the order file that the environment names; None where it names none."""
    named = os.environ.get(ORDERS_VARIABLE)
    return Path(named) if named else None


def print_cycle(plan: CyclePlan) -> None:
    """Measure and print; times are the processor's."""
    print("\nPurchase cycle; seconds of processor time")
    print("Discount, correction, own record, value and trend were chosen on invented books, CDNOW")
    print("and Online Retail II's days 2010-06-01 to 2011-01-31; the days tried below are later.")
    print(f"\nPublished numbers\n{figures_table(published_figures())}")
    print_file(plan.orders_file)
    world = invent_world(replace(_TRIED, customers=plan.trial_customers))
    known = invented_portfolio(world.orders(), world.last_day)
    print(f"\nInvented portfolio: {past_line(known)}")
    print(figures_table(accuracy_figures(known, ANY)))
    large = invent_world(replace(_LARGE, customers=plan.customers))
    print(f"\nSpeed: {plan.customers:,} customers, {len(large.book.day):,} orders")
    print(figures_table(speed_figures(large)))


def print_file(path: Path | None) -> None:
    """Try predictions on an order file, if there is one."""
    if path is None or not path.exists():
        print(f"\nReal orders: none; {ORDERS_VARIABLE} names no CSV or Parquet file (customer,")
        print("date, value), for example of Online Retail II (UCI, CC BY 4.0)")
        return
    known = file_portfolio(path)
    is_retail = known.whole_customers == RETAIL_CUSTOMERS
    print(f"\n{'Online Retail II' if is_retail else path.name}: {past_line(known)}")
    print(figures_table(accuracy_figures(known, RETAIL if is_retail else ANY)))
