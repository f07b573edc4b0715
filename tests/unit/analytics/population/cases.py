"""Customers written down by hand, and those of CDNOW."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from cockpit.analytics.order_files import read_orders
from cockpit.analytics.population.summary import (
    PurchaseSummary,
    TimeUnit,
    summary_from_documents,
)

CDNOW = Path(__file__).parents[3] / "data" / "cdnow" / "orders.csv"
CDNOW_UNTIL = date(1997, 9, 30)


def customers(
    x: Sequence[float],
    t_x: Sequence[float],
    observed: Sequence[float] | float,
    litt: Sequence[float] | float = 0.0,
) -> PurchaseSummary:
    """Return customers by what the field calls x, t_x, T and litt."""
    size = len(x)
    return PurchaseSummary(
        customer=np.arange(size),
        repeat_count=np.array(x, dtype=np.float64),
        last_at=np.array(t_x, dtype=np.float64),
        observed=np.broadcast_to(np.asarray(observed, dtype=np.float64), (size,)),
        log_gaps=np.broadcast_to(np.asarray(litt, dtype=np.float64), (size,)),
    )


@cache
def cdnow() -> PurchaseSummary:
    """Return CDNOW's tenth over its first 39 weeks."""
    book = read_orders(CDNOW).documents
    return summary_from_documents(book, until=CDNOW_UNTIL, unit=TimeUnit.WEEKS)
