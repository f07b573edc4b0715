"""The k-grid's judgement of every customer on a day, as arrays."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from cockpit.analytics.correction import corrected
from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.lost_revenue import SAVING_DAYS, YEAR_DAYS, lost_cents
from cockpit.analytics.next_order import days_to_orders
from cockpit.analytics.own_record import adjusted, past_gaps, surpluses
from cockpit.analytics.own_time import OwnTime, own_time
from cockpit.analytics.policy_columns import PolicyColumns, policy_columns, segment_cycles
from cockpit.analytics.portfolio_clock import clock_of
from cockpit.analytics.scoring import (
    GRID,
    GridTables,
    Posterior,
    grid_tables,
    in_chunks,
    posterior,
    value_standing,
)
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.analytics.status import Model, Signs, Standing, code_of, standing_of
from cockpit.analytics.sufficient import GapStatistics
from cockpit.analytics.trend import trends
from cockpit.analytics.value import expected_value_cents, pace_cents
from cockpit.domain.columns import StandingColumns
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.vocabulary import LifecycleStatus

NEXT_ORDER_SHARES = (0.2, 0.5, 0.8)
#: Orders from which the own interval stands alone.
FIRM_ORDERS = 3
_SEGMENT_WEIGHT = 3.0
#: How many beliefs there are besides the days until the next order.
_BELIEFS = 7


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What the pure model says of each customer; every attribute has shape (customers,).

    Attributes:
        cycle_days: Usual interval in days, the segment's or the population's for a single order.
        rate: Orders per day as of the last order.
        irregularity: Mean of 1 / regularity.
        raw_quantile: Gap quantile before the own record corrects it.
        alive: Probability that the customer still buys.
        none_90: Probability of no order in the next 90 days.
        return_share: Probability of an order within the policy's horizon.
        next_p20: Days until the next order has come with probability 20%, if they still buy.
        next_p50: The median.
        next_p80: By 80%.
    """

    cycle_days: Floats
    rate: Floats
    irregularity: Floats
    raw_quantile: Floats
    alive: Floats
    none_90: Floats
    return_share: Floats
    next_p20: Floats
    next_p50: Floats
    next_p80: Floats


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts as arrays; see ``columns.VerdictColumns`` for the meanings.

    Attributes:
        standing: Statuses.
        silence: Days, 0 without orders; shape (customers,), as all that follow.
        gap_quantile: Between 0 and 1.
        beliefs: Probabilities, rates and days to the next order.
        none_90: Probability of no order in 90 days, corrected by what the portfolio taught.
        trend: 1 up, 0 flat, -1 down.
        value_cents: Expected value of an order.
        at_risk_cents: What 90 days of the last year of buying brought, times the probabilities that
            the next 90 bring nothing and that somebody is left to be won back.
        lost_so_far_cents: What the silence has cost.
        lost_12m_cents: What it will cost.
        is_seasonal: Whether the silence is measured in the customer's own seasons.
    """

    standing: Standing
    silence: Floats
    gap_quantile: Floats
    beliefs: Beliefs
    none_90: Floats
    trend: Integers
    value_cents: Floats
    at_risk_cents: Floats
    lost_so_far_cents: Floats
    lost_12m_cents: Floats
    is_seasonal: Flags


def judge(
    book: CycleBook,
    standing: StandingColumns,
    policies: PolicyBook,
    parameters: KGridParameters,
) -> Judgement:
    """Judge every customer of an order book on its day.

    Args:
        book: The order book.
        standing: Companies and segments, parallel to the customers.
        policies: The rules in force.
        parameters: What was learned of the portfolio.
    """
    tables = grid_tables(parameters)
    policy = policy_columns(policies, standing, parameters)
    segment = segment_cycles(parameters, standing)
    worth = value_standing(parameters, book.mean_value_cents)
    silence, own = book.silence(), own_time(book, clock_of(parameters))
    beliefs = beliefs_of(own, Case(tables, policy, segment, worth))
    past = past_gaps(own)
    quantile = adjusted(beliefs.raw_quantile, surpluses(past, tables, worth))
    signs = Signs(silence, beliefs.cycle_days, quantile, beliefs.return_share)
    status = standing_of(book, signs, policy, Model(tables, worth, past))
    value = expected_value_cents(book.events, book.capped, parameters)
    lost = partial(
        lost_cents, beliefs.alive, beliefs.rate, value * book.has_orders, parameters.lost_factor
    )
    is_sellable = book.has_orders & (status.deciding != code_of(LifecycleStatus.BLOCKED))
    none_90 = corrected(book, parameters, tables, worth, beliefs.none_90)
    none_90 = np.maximum(none_90, 1.0 - beliefs.alive)  # Who left orders nothing, for certain.
    none_90 = np.where(own.seasons.has_clock, beliefs.none_90, none_90)
    at_risk = none_90 * beliefs.alive * SAVING_DAYS * pace_cents(book.events)
    return Judgement(
        standing=status,
        silence=silence,
        gap_quantile=quantile,
        beliefs=beliefs,
        none_90=none_90,
        trend=trends(book, 1.0 / beliefs.rate, beliefs.irregularity),
        value_cents=value,
        at_risk_cents=np.where(is_sellable, at_risk, 0.0),
        lost_so_far_cents=lost(np.maximum(silence - beliefs.cycle_days, 0.0)),
        lost_12m_cents=lost(YEAR_DAYS),
        is_seasonal=own.seasons.has_clock,
    )


@dataclass(frozen=True, slots=True)
class Case:
    """What besides the orders enters the model; the arrays have shape (customers,)."""

    tables: GridTables
    policy: PolicyColumns
    segment: Floats
    worth: Floats


def beliefs_of(own: OwnTime, case: Case, shares: tuple[float, ...] = NEXT_ORDER_SHARES) -> Beliefs:
    """Return what the pure model says, slice by slice.

    Args:
        own: Silences and intervals.
        case: What else enters the model.
        shares: Of the days until the next order; without them these days, a third of the work,
            are not a number.
    """
    counts, soon = own.book.counts, np.full(len(own.silence), SAVING_DAYS)
    unknown = np.full(len(own.silence), np.nan)

    def rows(part: slice) -> tuple[Floats, ...]:
        gaps, silence, first = own.gaps.at(part), own.silence[part], part.start
        known = posterior(case.tables, gaps, case.worth[part])
        cycle = used_cycle(
            counts[part],
            gaps,
            known.mean_interval(),
            case.segment[part],
            is_published=case.tables.parameters.is_published,
        )
        horizon = own.ahead(case.policy.horizon(cycle, part), first)
        days = days_to_orders(known, silence, shares) if shares else ()
        return (
            cycle,
            known.rate(),
            known.mixed(1.0 / GRID),
            *_chances(known, silence, own.ahead(soon[part], first), horizon),
            *(own.whole_days(one, first) for one in days),
        )

    found = in_chunks(rows, len(counts), _BELIEFS + len(shares))
    return Beliefs(*found[:_BELIEFS], *(found[_BELIEFS:] or (unknown, unknown, unknown)))


def _chances(
    known: Posterior, silence: Floats, soon: Floats, horizon: Floats
) -> tuple[Floats, ...]:
    """Return gap quantile, P(alive), P(none in 90 days) and P(order within the horizon)."""
    now = known.lasting(silence)
    still = now + known.dropped
    none_soon = (known.lasting(silence + soon) + known.dropped) / still
    some_within_horizon = (now - known.lasting(silence + horizon)) / still
    return 1.0 - now, now / still, none_soon, some_within_horizon


def used_cycle(
    counts: Integers, gaps: GapStatistics, interval: Floats, segment: Floats, *, is_published: bool
) -> Floats:
    """Return the usual interval in days; shown from two orders on, firm from three.

    Source: "cycle" in the purchase-cycle definitions (docs/purchase-cycle.md). Published parameters
    bend no displayed interval: the own discounted mean is used then.

    Args:
        counts: Order events; shape (n,).
        gaps: Statistics of the intervals; shape (n,).
        interval: The model's mean interval; shape (n,).
        segment: The segment's usual interval, NaN without; shape (n,).
        is_published: Whether the parameters were fitted elsewhere.

    Returns:
        Shape (n,).
    """
    firm = gaps.days / np.maximum(gaps.weight, 1.0) if is_published else interval
    has_segment = ~np.isnan(segment)
    leaning = (gaps.days + _SEGMENT_WEIGHT * segment) / (1.0 + _SEGMENT_WEIGHT)
    two = np.where(has_segment, leaning, gaps.days)
    one = np.where(has_segment, segment, interval)
    return np.select([counts >= FIRM_ORDERS, counts == FIRM_ORDERS - 1], [firm, two], one)
