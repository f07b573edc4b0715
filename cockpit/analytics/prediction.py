"""P(no order in the next 90 days) by the pure model alone, for looking back over many days."""

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.past import HORIZON_DAYS
from cockpit.analytics.portfolio_clock import PortfolioClock
from cockpit.analytics.scoring import GridTables, score, value_standing
from cockpit.analytics.segments import Floats


def pure_none_90(book: CycleBook, tables: GridTables, clock: PortfolioClock) -> Floats:
    """Return the probability of no order within 90 days, before the correction.

    Args:
        book: The order book on some day.
        tables: Of the parameters.
        clock: The portfolio's clock, in whose time the 90 days are measured.

    Returns:
        Shape (customers,).
    """
    ahead = float(clock.ahead(book.today, np.array([float(HORIZON_DAYS)]))[0])
    standing = value_standing(tables.parameters, book.mean_value_cents)
    return score(tables, book.gaps, standing, book.silence(), ahead).none
