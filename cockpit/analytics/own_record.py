"""A customer's own record: how often a silence looked unusual and ended by itself all the same.

Who was wrongly flagged more often than the budget allows gets a higher bar, who was flagged less
often a lower one; so hardly anybody is flagged in most of their own intervals. Each past interval
is judged by what was known when it began. The record depends on completed intervals alone, so that
more silence can only raise the adjusted quantile.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit

from cockpit.analytics.k_grid import DISCOUNT
from cockpit.analytics.own_time import OwnTime
from cockpit.analytics.scoring import GridTables, in_chunks, posterior
from cockpit.analytics.segments import Flags, Floats, Integers, totals
from cockpit.analytics.sufficient import (
    Gaps,
    GapStatistics,
    before_last_gap,
    joined,
    prefix_statistics,
)

#: How far back the record reaches, in intervals.
MEMORY = 16
#: Share of intervals that may have looked unusual; beyond it the bar is raised.
RECORD_BUDGET = 0.20
#: How much of the surplus is taken off the logit of the quantile. Chosen on the days 2010-06-01 to
#: 2011-01-31 of Online Retail II: 0.8 has fewer chronic false alarms still, but misses leavers.
LEARNING = 0.4
_LEAST = 1e-9
_POWERS = DISCOUNT ** np.arange(float(MEMORY))


@dataclass(frozen=True, slots=True)
class PastGap:
    """The interval that lies so many intervals back, of those customers who have one.

    Attributes:
        back: 0 for the newest completed interval.
        rows: Positions of the customers; shape (n,).
        days: The interval without blocked days; shape (n,).
        time: The same in the customers' own time; shape (n,).
        before: What was known when it began; shape (n,).
        ended: Ordinal of the day of the order that ended it; shape (n,).
    """

    back: int
    rows: Integers
    days: Floats
    time: Floats
    before: GapStatistics
    ended: Integers


def past_gaps(own: OwnTime) -> list[PastGap]:
    """Return the newest completed interval of every customer, then the one before, and so on."""
    past: list[PastGap] = []
    book, known, rows = own.book, own.gaps, np.arange(len(own.silence))
    for back in range(MEMORY):
        has_one = known.repeats > 0
        rows, known = rows[has_one], known.at(has_one)
        if not len(rows):
            break
        event = book.events.bounds[1:][rows] - 1 - back
        ended, began = book.events.day[event], book.events.day[event - 1]
        length = book.own_day(rows, ended) - book.own_day(rows, began)
        time = own.between(rows, began, ended)
        known = before_last_gap(known, time)
        days = np.maximum(length, 1).astype(np.float64)
        past.append(PastGap(back, rows, days, time, known, ended))
    return past


def raw_quantiles(
    tables: GridTables, known: GapStatistics, standing: Floats, silence: Floats
) -> Floats:
    """Return the share of the predicted intervals that are shorter than a silence; shape (n,).

    Args:
        tables: Of the parameters.
        known: What was known when the silence began; shape (n,).
        standing: As ``scoring.value_standing`` gives it; shape (n,).
        silence: In days; shape (n,).
    """

    def rows(part: slice) -> tuple[Floats]:
        belief = posterior(tables, known.at(part), standing[part])
        return (1.0 - np.minimum(belief.mixed(belief.survival(silence[part])), 1.0),)

    return in_chunks(rows, len(silence), 1)[0]


def surpluses(past: Sequence[PastGap], tables: GridTables, standing: Floats) -> Floats:
    """Return by how much each customer's wrong alarms exceeded the budget, recent ones first.

    Args:
        past: The newest intervals of all customers, as ``past_gaps`` gives them.
        tables: Of the parameters.
        standing: As ``scoring.value_standing`` gives it; shape (customers,).

    Returns:
        Sum over the last 16 intervals of 0.9^j (1 if it looked unusual, less the budget); shape
        (customers,).
    """
    if not past:
        return np.zeros(len(standing))
    rows = np.concatenate([gap.rows for gap in past])
    before = joined([gap.before for gap in past])
    time = np.concatenate([gap.time for gap in past])
    power = np.repeat(_POWERS[: len(past)], [len(gap.rows) for gap in past])
    raw = raw_quantiles(tables, before, standing[rows], time)
    return totals(rows, power * _excess(raw), len(standing))


def adjusted(quantile: Floats, surplus: Floats) -> Floats:
    """Return quantiles as the own record corrects them; both of shape (n,)."""
    shifted = logit(np.clip(quantile, _LEAST, 1.0 - _LEAST)) - LEARNING * surplus
    return np.asarray(expit(shifted), dtype=np.float64)


def raw_target(cut: Floats, surplus: Floats) -> Floats:
    """Return the raw quantile whose adjusted one is the cut; both of shape (n,)."""
    return np.asarray(expit(logit(cut) + LEARNING * surplus), dtype=np.float64)


def gap_quantiles(gaps: Gaps, tables: GridTables, standing: Floats) -> Floats:
    """Return the adjusted quantile that every completed interval of a portfolio reached.

    For looking back: each interval is judged by what was known when it began, the record included.

    Args:
        gaps: Completed intervals, ascending by customer and day.
        tables: Of the parameters.
        standing: As ``scoring.value_standing`` gives it; shape (customers,).

    Returns:
        Shape (gaps,).
    """
    known = prefix_statistics(gaps)
    silence = gaps.days.astype(np.float64)
    raw = raw_quantiles(tables, known, standing[gaps.customer], silence)
    excess, surplus = _excess(raw), np.zeros(len(raw))
    for back in range(MEMORY):
        late = np.flatnonzero(gaps.number > back)
        surplus[late] += _POWERS[back] * excess[late - 1 - back]
    return adjusted(raw, surplus)


def _excess(raw: Floats) -> Floats:
    """Return 1 where an interval looked unusual, 0 elsewhere, less the budget; shape (n,)."""
    unusual: Flags = raw > 1.0 - RECORD_BUDGET
    return unusual.astype(np.float64) - RECORD_BUDGET
