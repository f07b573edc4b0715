"""P(no order in the next 90 days) alone, for looking back over many days."""

import numpy as np

from cockpit.analytics.correction import corrected
from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.past import HORIZON_DAYS
from cockpit.analytics.portfolio_clock import PortfolioClock, clock_of
from cockpit.analytics.scoring import GridTables, grid_tables, score, value_standing
from cockpit.analytics.segments import Floats


def none_90(book: CycleBook, parameters: KGridParameters) -> Floats:
    """Return the probability of no order within 90 days, as a judgement has it.

    Args:
        book: The order book on some day.
        parameters: What was learned of the portfolio.

    Returns:
        Shape (customers,).
    """
    tables = grid_tables(parameters)
    pure = pure_none_90(book, tables, clock_of(parameters))
    return corrected(book, parameters, tables, _standing(book, parameters), pure)


def pure_none_90(book: CycleBook, tables: GridTables, clock: PortfolioClock) -> Floats:
    """Return the same without the correction.

    Args:
        book: The order book on some day.
        tables: Of the parameters.
        clock: The portfolio's clock, in whose time the 90 days are measured.
    """
    ahead = float(clock.ahead(book.today, np.array([float(HORIZON_DAYS)]))[0])
    standing = _standing(book, tables.parameters)
    return score(tables, book.gaps, standing, book.silence(), ahead).none


def _standing(book: CycleBook, parameters: KGridParameters) -> Floats:
    """Return the customers' standing by value; shape (customers,)."""
    return value_standing(parameters, book.mean_value_cents.astype(np.float64))
