"""P(no order in the next 90 days) alone, for looking back over many days."""

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.past import HORIZON_DAYS
from cockpit.analytics.scoring import grid_tables, score, value_standing
from cockpit.analytics.segments import Floats


def none_90(book: CycleBook, parameters: KGridParameters) -> Floats:
    """Return the probability of no order within 90 days, as a judgement has it.

    Args:
        book: The order book on some day.
        parameters: What was learned of the portfolio.

    Returns:
        Shape (customers,).
    """
    worth = value_standing(parameters, book.mean_value_cents.astype(np.float64))
    return score(grid_tables(parameters), book.gaps, worth, book.silence(), HORIZON_DAYS).none
