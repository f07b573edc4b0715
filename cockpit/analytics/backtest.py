"""The program's own past predictions against what happened, beside simpler scores.

From each past day is predicted with what was known then, the parameters included. Compared are
customers whom a rule of 120 days calls active: three orders or more, the last at most 120 days ago.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

import numpy as np

from cockpit.analytics.accuracy import auc, calibration, calibration_error, value_caught
from cockpit.analytics.cut_curve import LEAST_BEFORE, chronic_share
from cockpit.analytics.judgement import Judgement, judge
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.learning import Check, learn
from cockpit.analytics.lost_factor import bought_cents, expected_revenue_cents
from cockpit.analytics.own_record import gap_quantiles
from cockpit.analytics.past import HORIZON_DAYS, PastDay, days_to_try, mean_intervals, past_day
from cockpit.analytics.portfolio import Portfolio
from cockpit.analytics.scoring import grid_tables, value_standing
from cockpit.analytics.segments import Flags, Floats
from cockpit.analytics.status import code_of
from cockpit.analytics.sufficient import gaps_of
from cockpit.analytics.value import capped_half_cents, mean_cents, year_cents
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.cycle_reports import Backtest, BacktestRow, ReturnRow
from cockpit.domain.vocabulary import LifecycleStatus

OWN_CYCLE, RECENCY, RATIO, FIXED_DAYS = "own_cycle", "recency", "ratio", "fixed_days"
#: Days of silence among which the best fixed alert is looked for.
FIXED_CHOICES = (20, 30, 45, 60, 75, 90, 105)
#: What a fixed alert has until an earlier past day tells better.
FIRST_CHOICE = 60
_MOST_DAYS = 8
_RETURN_DAYS = 180


@dataclass(frozen=True, slots=True)
class Trial:
    """A past day, what was said of whom, and what came.

    Attributes:
        past: The day.
        parameters: As they would have been learned on it.
        judgement: Of every customer.
        is_compared: Who is compared, n customers; shape (customers,).
        scores: By code, what each score says; the higher, the sooner the customer counts as gone.
            Shape (n,) each.
        stayed_away: Whether no order came within the horizon; shape (n,).
        value: Revenue of the year before, in cents; shape (n,).
    """

    past: PastDay
    parameters: KGridParameters
    judgement: Judgement
    is_compared: Flags
    scores: Mapping[str, Floats]
    stayed_away: Flags
    value: Floats


def backtest(known: Portfolio, policies: PolicyBook, check: Check) -> Backtest:
    """Return how predictions from past days did.

    Args:
        known: The portfolio, or a sample of it.
        policies: The rules in force; for the past days too.
        check: Called now and then; may raise to give up.
    """
    return told(known, trials_of(known, policies, check), policies)


def told(known: Portfolio, trials: Sequence[Trial], policies: PolicyBook) -> Backtest:
    """Return what past days that were tried say together; arguments as of ``backtest``."""
    if not trials:
        return Backtest(date.fromordinal(known.today), HORIZON_DAYS)
    budget = policies.deciding(None, None).false_alarm_budget
    chronic = chronic_shares(known, trials[-1].parameters, budget)
    predicted = np.concatenate([one.scores[OWN_CYCLE] for one in trials])
    came = np.concatenate([one.stayed_away for one in trials])
    return Backtest(
        as_of=date.fromordinal(known.today),
        horizon_days=HORIZON_DAYS,
        cutoffs=tuple(date.fromordinal(one.past.book.today) for one in trials),
        rows=tuple(_row(code, trials, chronic[code]) for code in chronic),
        calibration=calibration(predicted, came),
        returns=_returns(trials, known.today),
        lost_factor=_lost_factor(trials),
    )


def trials_of(known: Portfolio, policies: PolicyBook, check: Check) -> list[Trial]:
    """Return the newest past days that can be tried, ascending; arguments as of ``backtest``."""
    days = days_to_try(known.events, known.today, most=_MOST_DAYS)
    trials: list[Trial] = []
    for day in reversed(days):
        fixed = best_fixed_days(trials)
        trials.append(trial(known, policies, day, fixed, check))
    return trials


def trial(known: Portfolio, policies: PolicyBook, day: int, fixed: int, check: Check) -> Trial:
    """Predict from a past day with what was known then.

    Args:
        known: The portfolio, or a sample of it.
        policies: The rules.
        day: Ordinal of the past day.
        fixed: Days of silence of the fixed alert.
        check: Called now and then; may raise to give up.
    """
    parameters = learn(known.events, known.blocked, day, check).parameters
    past = past_day(known.events, known.blocked, day)
    check()
    judgement = judge(past.book, known.standing, policies, parameters)
    rows = past.is_compared()
    silence = judgement.silence[rows]
    return Trial(
        past=past,
        parameters=parameters,
        judgement=judgement,
        is_compared=rows,
        scores={
            OWN_CYCLE: judgement.none_90[rows],
            RECENCY: silence,
            RATIO: silence / mean_intervals(past.book)[rows],
            FIXED_DAYS: (silence > fixed).astype(np.float64),
        },
        stayed_away=past.stayed_away(HORIZON_DAYS)[rows],
        value=year_cents(past.book.events, day)[rows].astype(np.float64),
    )


def best_fixed_days(trials: Sequence[Trial]) -> int:
    """Return the fixed alert that would have told best on some past days, 60 without any."""

    def worth(days: int) -> float:
        found = [auc(one.scores[RECENCY] > days, one.stayed_away) for one in trials]
        return fmean([one for one in found if one is not None] or [0.0])

    return max(FIXED_CHOICES, key=worth) if trials else FIRST_CHOICE


def chronic_shares(
    known: Portfolio, parameters: KGridParameters, budget: float
) -> dict[str, float | None]:
    """Return by score the share of customers whom it flags in more than half of their intervals.

    Args:
        known: The portfolio, or a sample of it.
        parameters: What judges the intervals.
        budget: Share of all intervals that each score may flag.
    """
    gaps = gaps_of(known.events, known.blocked)
    rows = gaps.number >= LEAST_BEFORE
    customer, days = gaps.customer[rows], gaps.days[rows].astype(np.float64)
    capped = capped_half_cents(known.events)
    worth = value_standing(parameters, mean_cents(capped, known.events).astype(np.float64))
    own = gap_quantiles(gaps, grid_tables(parameters), worth)[rows]
    until = np.cumsum(gaps.days) - gaps.days
    before = until - until[np.arange(len(until)) - gaps.number]
    mean_before = (before / np.maximum(gaps.number, 1))[rows]
    by_days = chronic_share(days, customer, budget)
    return {
        OWN_CYCLE: chronic_share(own, customer, budget),
        RECENCY: by_days,
        RATIO: chronic_share(days / mean_before, customer, budget),
        FIXED_DAYS: by_days,
    }


def _row(code: str, trials: Sequence[Trial], chronic: float | None) -> BacktestRow:
    """Return one score's means over the past days."""
    aucs = [auc(one.scores[code], one.stayed_away) for one in trials]
    caught = [
        value_caught(one.scores[code] * one.value, one.stayed_away, one.value) for one in trials
    ]
    errors = [
        calibration_error(calibration(one.scores[code], one.stayed_away))
        for one in trials
        if code == OWN_CYCLE
    ]
    return BacktestRow(code, _mean(aucs), _mean(caught), _mean(errors), chronic)


def _mean(values: Sequence[float | None]) -> float | None:
    """Return the mean of what is known, None where nothing is."""
    known = [one for one in values if one is not None]
    return fmean(known) if known else None


def _returns(trials: Sequence[Trial], today: int) -> tuple[ReturnRow, ...]:
    """Return who came back of those who were inactive 180 days ago, by both rules."""
    inactive = code_of(LifecycleStatus.INACTIVE)
    rows = []
    for one in trials:
        day = one.past.book.today
        if day != today - _RETURN_DAYS:
            continue
        standing = one.judgement.standing
        for rule, status in ((OWN_CYCLE, standing.own), (FIXED_DAYS, standing.fixed)):
            marked = status == inactive
            returned = marked & ~one.past.stayed_away(_RETURN_DAYS)
            rows.append(
                ReturnRow(
                    rule=rule,
                    marked_on=date.fromordinal(day),
                    marked_count=int(np.count_nonzero(marked)),
                    returned_count=int(np.count_nonzero(returned)),
                )
            )
    return tuple(rows)


def _lost_factor(trials: Sequence[Trial]) -> float | None:
    """Return predicted over observed revenue of the 90 days after each past day, added up."""
    predicted = sum(
        float(expected_revenue_cents(one.past, grid_tables(one.parameters)).sum())
        * one.parameters.lost_factor
        for one in trials
    )
    observed = sum(bought_cents(one.past) for one in trials)
    return predicted / observed if observed else None
