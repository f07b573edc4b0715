"""By what expected revenue must be multiplied so that a portfolio's total is right, and how sure.

Source: "lost revenue" in the purchase-cycle definitions (docs/purchase-cycle.md): the revenue of 90
days is predicted from past days and compared with what came.
"""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.lost_revenue import SAVING_DAYS, expected_orders
from cockpit.analytics.past import PastDay
from cockpit.analytics.scoring import GridTables, in_chunks, posterior, value_standing
from cockpit.analytics.segments import Floats
from cockpit.analytics.value import expected_value_cents

#: Past days further back than a year and the horizon weigh less.
_RECENT_DAYS = 365 + SAVING_DAYS
_OLD_WEIGHT = 0.3
#: The normal quantile that leaves 20% on each side.
_BAND = 0.84
_LEAST_SPREAD = 0.08
_SPREAD_OF_FEW = 0.30
_FEW = 3
_FACTOR_RANGE = (0.2, 5.0)


@dataclass(frozen=True, slots=True)
class LostFactor:
    """What past predictions of revenue say about the next.

    Attributes:
        factor: Observed over predicted revenue, the geometric mean of the past days.
        low: Low end (20%) of what is left of the error after the factor.
        high: High end (80%).
    """

    factor: float = 1.0
    low: float = 0.5
    high: float = 1.6


def expected_revenue_cents(day: PastDay, tables: GridTables) -> Floats:
    """Return what was expected of each customer in the next 90 days, before the factor.

    Args:
        day: A past day.
        tables: Of the parameters.

    Returns:
        In cents, 0 for who had not ordered yet; shape (customers,).
    """
    book, parameters = day.book, tables.parameters
    silence = book.silence()
    worth = value_standing(parameters, book.mean_value_cents)

    def rows(part: slice) -> tuple[Floats, ...]:
        known = posterior(tables, book.gaps.at(part), worth[part])
        return (expected_orders(known, silence[part], SAVING_DAYS),)

    (orders,) = in_chunks(rows, len(silence), 1)
    value = expected_value_cents(book.events, book.capped, parameters)
    return np.where(book.has_orders, orders * value, 0.0)


def bought_cents(day: PastDay) -> float:
    """Return what the customers who were known on a past day bought in the next 90 days."""
    return float(day.value_90[day.book.has_orders].sum())


def lost_factor(expected: Floats, observed: Floats, age_days: Floats) -> LostFactor:
    """Return the factor and its band.

    Args:
        expected: Total revenue that was predicted from each past day; shape (days,).
        observed: What came; shape (days,).
        age_days: How long ago each past day is; shape (days,).
    """
    tells = (expected > 0) & (observed > 0)
    if not tells.any():
        return LostFactor()
    log_ratio = np.log(observed[tells] / expected[tells])
    weight = np.where(age_days[tells] <= _RECENT_DAYS, 1.0, _OLD_WEIGHT)
    factor = float(np.clip(np.exp(np.average(log_ratio, weights=weight)), *_FACTOR_RANGE))
    spread = float(log_ratio.std()) if len(log_ratio) >= _FEW else _SPREAD_OF_FEW
    reach = float(np.exp(_BAND * max(spread, _LEAST_SPREAD)))
    return LostFactor(factor, 1.0 / reach, reach)
