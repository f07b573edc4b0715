"""What a silence has cost, what it will cost, and what is expected of a portfolio."""

import numpy as np

from cockpit.analytics.scoring import Posterior, gap_survival
from cockpit.analytics.segments import Floats

SAVING_DAYS = 90.0
YEAR_DAYS = 365.0


def expected_orders(known: Posterior, silence: Floats, days: float) -> Floats:
    """Return the expected orders of the coming days.

    Silence slows the rate that is believed: at each regularity it is shape / days times the ratio
    of the survivals with one more and with as many orders, which is exact. Who drops out after one
    of these orders places no more.

    Args:
        known: What the completed intervals say; n customers.
        silence: Days since the last order; shape (n,).
        days: How many days.

    Returns:
        Shape (n,).
    """
    chance_to_leave = known.dropped / (1.0 + known.dropped)
    survival = np.maximum(known.survival(silence), 1e-300)
    with_one_more = gap_survival(known.shape + 1.0, known.days, silence)
    expected = days * known.shape / known.days * np.minimum(with_one_more / survival, 1.0)
    leaving = expected * chance_to_leave
    is_small = leaving < 1e-6
    expected *= np.where(is_small, 1.0, -np.expm1(-leaving) / np.where(is_small, 1.0, leaving))
    return known.mixed(expected * survival) / (known.mixed(survival) + known.dropped)


def lost_cents(
    alive: Floats, rate: Floats, value_cents: Floats, factor: float, days: Floats | float
) -> Floats:
    """Return the revenue that is lost over some days because a customer may have left.

    Source: "lost revenue" in the purchase-cycle definitions (docs/purchase-cycle.md).

    Args:
        alive: Probability that the customer still buys; shape (n,).
        rate: Orders per day as of the last order; shape (n,).
        value_cents: Expected value of an order; shape (n,).
        factor: By what the portfolio's backtests correct the total.
        days: For how many days; shape (n,) or a number.

    Returns:
        In cents; shape (n,).
    """
    return (1.0 - alive) * rate * value_cents * factor * days
