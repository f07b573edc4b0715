"""Everybody's state and money on one day: what the whole judgement says, and no more of it.

The days until the next order and the trend are left out, and the own record is looked at only where
it decides a status.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from cockpit.analytics.correction import corrected
from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.judgement import Beliefs, Case, beliefs_of
from cockpit.analytics.k_grid import DISCOUNT, KGridParameters
from cockpit.analytics.lost_revenue import SAVING_DAYS, YEAR_DAYS, lost_cents
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.own_record import (
    LEARNING,
    MEMORY,
    RECORD_BUDGET,
    PastGap,
    adjusted,
    past_gaps,
    surpluses,
)
from cockpit.analytics.own_time import OwnTime, own_time
from cockpit.analytics.past_days.material import whole_cents
from cockpit.analytics.policy_columns import PolicyColumns, policy_columns, segment_cycles
from cockpit.analytics.portfolio_clock import clock_of
from cockpit.analytics.scoring import GridTables, grid_tables, value_standing
from cockpit.analytics.segments import Flags, Floats, Integers, sums
from cockpit.analytics.status import STATUSES, Model, Signs, Standing, code_of, standing_of
from cockpit.analytics.value import DAYS_OF_A_YEAR, expected_value_cents, yearly_cents
from cockpit.domain.columns import StandingColumns
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.past_columns import JudgedColumns
from cockpit.domain.vocabulary import LifecycleStatus

_WHOLE_MEMORY = sum(DISCOUNT**back for back in range(MEMORY))
#: The most and the least that the own record takes off the logit of a quantile.
MOST_SHIFT = LEARNING * _WHOLE_MEMORY * (1.0 - RECORD_BUDGET)
LEAST_SHIFT = -LEARNING * _WHOLE_MEMORY * RECORD_BUDGET
#: Wider than any rounding.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Rules:
    """What judges some customers on a day.

    Attributes:
        parameters: What was learned of the portfolio.
        tables: Of the same parameters.
        policy: Each customer's policy.
        segment: The usual interval of each customer's segment; shape (customers,).
    """

    parameters: KGridParameters
    tables: GridTables
    policy: PolicyColumns
    segment: Floats


@dataclass(frozen=True, slots=True)
class States:
    """Some customers on a day, as ``DayStates`` tells it; every attribute has shape (customers,).

    Attributes:
        status: Positions in ``STATUSES``.
    """

    status: Integers
    yearly_cents: Integers
    order_count: Integers
    orders_12m: Integers
    value_12m_cents: Integers
    at_risk_cents: Integers
    lost_so_far_cents: Integers
    lost_12m_cents: Integers


@dataclass(frozen=True, slots=True)
class Bought:
    """What some customers bought by a day, as ``States`` has it; shape (customers,)."""

    yearly_cents: Integers
    order_count: Integers
    orders_12m: Integers
    value_12m_cents: Integers


def bought_by(events: OrderEvents, day: int) -> Bought:
    """Return what customers bought by a day.

    Args:
        events: Of these customers, none of them later.
        day: Ordinal.
    """
    is_of_year = events.day > day - DAYS_OF_A_YEAR
    return Bought(
        yearly_cents(events),
        events.counts,
        sums(is_of_year.astype(np.int64), events.bounds),
        sums(np.where(is_of_year, events.value_cents, 0), events.bounds),
    )


def stored_states(judged: JudgedColumns, bought: Sequence[Bought]) -> States:
    """Return the states that were stored of the day.

    Args:
        judged: Everybody's judgements.
        bought: What they bought, one group of customers after the other.
    """
    code = {one: at for at, one in enumerate(STATUSES)}
    place = np.asarray(judged.place, dtype=np.int64)

    def column(values: Iterable[int]) -> Integers:
        found = np.empty(len(place), dtype=np.int64)
        found[place] = np.fromiter(values, np.int64, len(place))
        return found

    return States(
        status=column(map(code.__getitem__, judged.status)),
        at_risk_cents=column(judged.at_risk_cents),
        lost_so_far_cents=column(judged.lost_so_far_cents),
        lost_12m_cents=column(judged.lost_12m_cents),
        **{
            name: np.concatenate([getattr(one, name) for one in bought])
            for name in Bought.__dataclass_fields__
        },
    )


def joined(parts: Sequence[States]) -> States:
    """Return the states of several groups of customers, one after the other."""
    names = States.__dataclass_fields__
    return States(*(np.concatenate([getattr(one, name) for one in parts]) for name in names))


def rules_of(
    policies: PolicyBook,
    standing: StandingColumns,
    parameters: KGridParameters,
    tables: GridTables | None = None,
) -> Rules:
    """Return the rules of some customers."""
    return Rules(
        parameters,
        tables or grid_tables(parameters),
        policy_columns(policies, standing, parameters),
        segment_cycles(parameters, standing),
    )


def of_rows(rules: Rules, rows: Integers | slice) -> Rules:
    """Return the rules of some of the customers."""
    names = PolicyColumns.__dataclass_fields__
    policy = PolicyColumns(**{name: getattr(rules.policy, name)[rows] for name in names})
    return Rules(rules.parameters, rules.tables, policy, rules.segment[rows])


def states_of(book: CycleBook, rules: Rules) -> States:
    """Return the states of a book's customers on its day."""
    found = judged(book, rules)
    events, beliefs, parameters = book.events, found.beliefs, rules.parameters
    value = expected_value_cents(events, book.capped, parameters)
    lost = partial(
        lost_cents, beliefs.alive, beliefs.rate, value * book.has_orders, parameters.lost_factor
    )
    late_days = np.maximum(found.silence - beliefs.cycle_days, 0.0)
    bought = bought_by(events, book.today)
    pace = bought.yearly_cents / DAYS_OF_A_YEAR
    return States(
        status=found.standing.deciding,
        yearly_cents=bought.yearly_cents,
        order_count=bought.order_count,
        orders_12m=bought.orders_12m,
        value_12m_cents=bought.value_12m_cents,
        at_risk_cents=whole_cents(_at_risk_cents(book, rules, found, pace)),
        lost_so_far_cents=whole_cents(lost(late_days)),
        lost_12m_cents=whole_cents(lost(YEAR_DAYS)),
    )


def statuses_of(book: CycleBook, rules: Rules) -> Integers:
    """Return the statuses of a book's customers alone; positions in ``STATUSES``."""
    return judged(book, rules).standing.deciding


@dataclass(frozen=True, slots=True)
class Judged:
    """What a day's states are made from; n customers."""

    own: OwnTime
    worth: Floats
    silence: Floats
    beliefs: Beliefs
    standing: Standing


def judged(book: CycleBook, rules: Rules) -> Judged:
    """Return what the model says of a book's customers on its day."""
    worth = value_standing(rules.parameters, book.mean_value_cents)
    silence, own = book.silence(), own_time(book, clock_of(rules.parameters))
    beliefs = beliefs_of(own, Case(rules.tables, rules.policy, rules.segment, worth), ())
    past = past_gaps(own)
    quantile = deciding_quantiles(beliefs.raw_quantile, rules.policy.cut, past, rules, worth)
    signs = Signs(silence, beliefs.cycle_days, quantile, beliefs.return_share)
    standing = standing_of(book, signs, rules.policy, Model(rules.tables, worth, past))
    return Judged(own, worth, silence, beliefs, standing)


def _at_risk_cents(book: CycleBook, rules: Rules, found: Judged, pace: Floats) -> Floats:
    """Return the money that a call can still save, as ``judgement.judge`` does.

    Args:
        book: The day's.
        rules: What judges.
        found: What was judged.
        pace: As ``value.pace_cents`` gives it; shape (customers,).
    """
    beliefs = found.beliefs
    is_sellable = book.has_orders & (found.standing.deciding != code_of(LifecycleStatus.BLOCKED))
    none_90 = corrected(book, rules.parameters, rules.tables, found.worth, beliefs.none_90)
    none_90 = np.maximum(none_90, 1.0 - beliefs.alive)
    none_90 = np.where(found.own.seasons.has_clock, beliefs.none_90, none_90)
    at_risk = none_90 * beliefs.alive * SAVING_DAYS * pace
    return np.where(is_sellable, at_risk, 0.0)


def deciding_quantiles(
    raw: Floats, cut: Floats, past: list[PastGap], rules: Rules, worth: Floats
) -> Floats:
    """Return gap quantiles that lie on the right side of the cut; shape (customers,).

    They are the adjusted ones where the own record can matter, 0 or 1 where it cannot.

    Args:
        raw: Quantiles before the own record; shape (customers,).
        cut: From where on a silence is flagged; shape (customers,).
        past: The newest intervals of all customers.
        rules: What judges them.
        worth: As ``scoring.value_standing`` gives it; shape (customers,).
    """
    least, most = reach_of(cut)
    is_open: Flags = (raw >= least) & (raw <= most)
    quantile = np.where(raw > most, 1.0, 0.0)
    if is_open.any():
        some = [_of_some(gap, is_open) for gap in past]
        surplus = surpluses([gap for gap in some if len(gap.rows)], rules.tables, worth)
        quantile[is_open] = adjusted(raw, surplus)[is_open]
    return quantile


def reach_of(cut: Floats) -> tuple[Floats, Floats]:
    """Return between which raw quantiles the own record can decide; shape as given."""
    log_odds = np.log(cut) - np.log1p(-cut)
    least, most = log_odds + LEAST_SHIFT - _ROUNDING, log_odds + MOST_SHIFT + _ROUNDING
    return 1.0 / (1.0 + np.exp(-least)), 1.0 / (1.0 + np.exp(-most))


def _of_some(gap: PastGap, chosen: Flags) -> PastGap:
    """Return the intervals of some customers."""
    rows = chosen[gap.rows]
    return PastGap(
        gap.back,
        gap.rows[rows],
        gap.days[rows],
        gap.time[rows],
        gap.before.at(rows),
        gap.ended[rows],
    )
