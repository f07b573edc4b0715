"""One customer's orders in time with what is expected: all that a plot needs."""

from datetime import date

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.next_order import FARTHEST_DAYS, days_to_survival
from cockpit.analytics.own_record import past_gaps, raw_target, surpluses
from cockpit.analytics.own_time import own_time
from cockpit.analytics.policy_columns import PolicyColumns, policy_columns
from cockpit.analytics.portfolio_clock import clock_of
from cockpit.analytics.scoring import grid_tables, posterior, value_standing
from cockpit.analytics.segments import Floats
from cockpit.analytics.sufficient import gaps_of
from cockpit.analytics.value import is_outlier
from cockpit.domain.columns import BlockColumns, StandingColumns, VerdictColumns
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.cycle_reports import GAP_EDGES, CyclePicture, GapBin


def picture_of(
    book: CycleBook,
    verdicts: VerdictColumns,
    standing: StandingColumns,
    policies: PolicyBook,
    parameters: KGridParameters,
) -> CyclePicture:
    """Return the picture of a book's only customer on its day.

    Args:
        book: The order book of one customer.
        verdicts: Their judgement on the book's day, by the same policies and parameters.
        standing: Company, segment and blocked periods.
        policies: The rules in force.
        parameters: What was learned of the portfolio.
    """
    today = date.fromordinal(book.today)
    blocked = _periods(standing.blocks)
    if not book.has_orders[0]:
        return CyclePicture(today, blocked=blocked)
    silence = verdicts.silence_days[0] or 0
    return CyclePicture(
        today=today,
        order_on=tuple(map(date.fromordinal, book.events.day.tolist())),
        value_cents=tuple(book.events.value_cents.tolist()),
        is_outlier=tuple(is_outlier(book.events, book.capped).tolist()),
        expected_from_on=_day(verdicts.next_order_p20_day[0]),
        expected_on=_day(verdicts.next_order_p50_day[0]),
        expected_until_on=_day(verdicts.next_order_p80_day[0]),
        at_risk_on=_at_risk_on(
            book, silence, policy_columns(policies, standing, parameters), parameters
        ),
        gap_bins=_gap_bins(book),
        silence_days=silence,
        blocked=blocked,
    )


def _at_risk_on(
    book: CycleBook, silence: int, policy: PolicyColumns, parameters: KGridParameters
) -> date | None:
    """Return the day on which the silence is unusual by the rule that decides; None if never."""
    if policy.is_fixed[0]:
        wait = float(policy.fixed_at_risk_days[0])
    else:
        wait = _unusual_from(book, policy.cut, parameters)
    if wait >= FARTHEST_DAYS:
        return None
    blocked = book.today - int(book.events.last_day[0]) - silence
    day = int(book.events.last_day[0]) + int(np.ceil(wait)) + max(blocked, 0)
    return date.fromordinal(day) if day <= date.max.toordinal() else None


def _unusual_from(book: CycleBook, cut: Floats, parameters: KGridParameters) -> float:
    """Return the silence in days at which the adjusted gap quantile reaches the cut."""
    tables, own = grid_tables(parameters), own_time(book, clock_of(parameters))
    worth = value_standing(parameters, book.mean_value_cents)
    target = 1.0 - raw_target(cut, surpluses(past_gaps(own), tables, worth))
    known = posterior(tables, own.gaps, worth)
    time = days_to_survival(known, np.zeros(1), target)
    return float(own.days_since_last(time)[0])


def _gap_bins(book: CycleBook) -> tuple[GapBin, ...]:
    """Return the histogram of the own completed intervals; empty without any."""
    days = gaps_of(book.events, book.blocked).days
    if not len(days):
        return ()
    edges = np.array(GAP_EDGES)
    counts = np.bincount(np.searchsorted(edges, days, side="right") - 1, minlength=len(edges))
    highs = (*GAP_EDGES[1:], None)
    return tuple(
        GapBin(low, high, count / len(days), count)
        for low, high, count in zip(GAP_EDGES, highs, counts.tolist(), strict=True)
    )


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _periods(blocks: BlockColumns) -> tuple[tuple[date, date | None], ...]:
    """Return the blocked periods, ascending; an open end is None."""
    ends = [None if day is None else date.fromordinal(day) for day in blocks.until_day]
    periods = zip(map(date.fromordinal, blocks.from_day), ends, strict=True)
    return tuple(sorted(periods, key=lambda period: period[0]))
