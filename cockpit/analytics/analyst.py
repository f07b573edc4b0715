"""The analyst: what is learned of a whole portfolio, and how well it holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from time import perf_counter

import numpy as np

from cockpit.analytics.accuracy import auc, calibration, calibration_error, log_loss
from cockpit.analytics.backtest import backtest
from cockpit.analytics.histogram import Silences, gap_histogram
from cockpit.analytics.judgement import judge
from cockpit.analytics.k_grid import ENGINE, KGridParameters, from_json
from cockpit.analytics.learning import Check, Learned, learn
from cockpit.analytics.past import HORIZON_DAYS, PastDay, days_to_try, past_day
from cockpit.analytics.portfolio import Portfolio, portfolio
from cockpit.analytics.segment_intervals import segment_intervals
from cockpit.analytics.segments import Flags, Floats
from cockpit.analytics.sufficient import gaps_of
from cockpit.domain.columns import StandingColumns, StatisticsColumns, VerdictColumns
from cockpit.domain.cycle_fit import CycleFit, FitFigures
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.cycle_reports import Backtest, GapHistogram
from cockpit.domain.errors import CancelledError
from cockpit.domain.vocabulary import LifecycleStatus

#: Customers that a fit looks at, an even sample; more change parameters by less than their error.
FIT_CUSTOMERS = 10_000
BACKTEST_CUSTOMERS = 10_000
_UNWATCHED = (LifecycleStatus.BLOCKED, LifecycleStatus.LOST, LifecycleStatus.PROSPECT)


class KGridAnalyst:
    """Implements ``cockpit.services.ports.CycleAnalyst`` with the k-grid."""

    def fit(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        *,
        as_of: date,
        at: datetime,
        is_cancelled: Callable[[], bool],
    ) -> CycleFit:
        """Fit the population to the orders up to a day; see the port.

        Its figures come from the newest day whose next 90 days are known, predicted with what would
        have been learned on that day.
        """
        started = perf_counter()
        check = _check(is_cancelled)
        known = portfolio(statistics, standing, as_of=as_of, most=FIT_CUSTOMERS)
        learned = learn(known.events, known.blocked, known.today, check)
        parameters = learned.parameters
        if not parameters.is_published:
            segments = segment_intervals(statistics, standing, parameters)
            parameters = replace(parameters, segment_cycles=segments)
        figures = _figures(known, learned, check)
        return CycleFit(
            fit_id=None,
            fitted_at=at,
            data_from_on=date.fromordinal(known.first_day) if known.first_day else None,
            data_until_on=as_of,
            customer_count=known.whole_customers,
            is_published=parameters.is_published,
            engine=ENGINE,
            parameters=parameters.as_json(),
            figures=replace(figures, seconds=perf_counter() - started),
        )

    def log_loss(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        fit: CycleFit,
        *,
        as_of: date,
    ) -> float | None:
        """Return how badly a fit predicts the last 90 days, as a mean logarithmic loss."""
        known = portfolio(statistics, standing, as_of=as_of, most=FIT_CUSTOMERS)
        past = _newest(known)
        if past is None:
            return None
        return log_loss(*_predicted(known, past, from_json(fit.parameters)))

    def histogram(
        self,
        statistics: StatisticsColumns,
        verdicts: VerdictColumns,
        standing: StandingColumns,
        *,
        as_of: date,
        is_per_customer: bool = True,
    ) -> GapHistogram:
        """Return where the portfolio's purchases concentrate; see ``gap_histogram``."""
        known = portfolio(statistics, standing, as_of=as_of)
        gaps = gaps_of(known.events, known.blocked)
        silent = [verdicts.silence_days[row] for row in known.rows]
        alive = [verdicts.alive_bp[row] or 0 for row in known.rows]
        silences = Silences(
            days=np.array([-1 if days is None else days for days in silent], dtype=np.int64),
            alive=np.array(alive, dtype=np.float64) / 10_000,
            is_watched=np.array(
                [verdicts.status[row] not in _UNWATCHED for row in known.rows], dtype=np.bool_
            ),
        )
        return gap_histogram(gaps.customer, gaps.days, silences, is_per_customer=is_per_customer)

    def backtest(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        policies: PolicyBook,
        *,
        as_of: date,
        is_cancelled: Callable[[], bool],
    ) -> Backtest:
        """Predict from past days, each with what was known then; see ``backtest.backtest``."""
        known = portfolio(statistics, standing, as_of=as_of, most=BACKTEST_CUSTOMERS)
        return backtest(known, policies, _check(is_cancelled))


def _check(is_cancelled: Callable[[], bool]) -> Check:
    """Return what gives up as soon as somebody asks for it."""

    def check() -> None:
        if is_cancelled():
            raise CancelledError

    return check


def _newest(known: Portfolio) -> PastDay | None:
    """Return the newest past day whose next 90 days are known; None with too short a history."""
    days = days_to_try(known.events, known.today, most=1)
    return past_day(known.events, known.blocked, days[0]) if days else None


def _predicted(
    known: Portfolio, past: PastDay, parameters: KGridParameters
) -> tuple[Floats, Flags]:
    """Return what was predicted of those who are compared, and what came; shape (n,) each."""
    rows = past.is_compared()
    judgement = judge(past.book, known.standing, PolicyBook(), parameters)
    return judgement.none_90[rows], past.stayed_away(HORIZON_DAYS)[rows]


def _figures(known: Portfolio, learned: Learned, check: Check) -> FitFigures:
    """Return how good a fit is, measured on the newest past day."""
    scale = known.whole_customers / max(known.customer_count, 1)
    likely = None if learned.log_likelihood is None else learned.log_likelihood * scale
    figures = FitFigures(log_likelihood=likely, event_count=known.whole_events)
    past = _newest(known)
    if past is None:
        return figures
    earlier = learn(known.events, known.blocked, past.book.today, check).parameters
    predicted, came = _predicted(known, past, earlier)
    return replace(
        figures,
        auc=auc(predicted, came),
        calibration_error=calibration_error(calibration(predicted, came)),
        log_loss=log_loss(predicted, came),
        tested_on=date.fromordinal(past.book.today),
    )
