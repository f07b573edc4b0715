"""Fitting the engine's parameters to the order book: when it is due, and doing it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from cockpit.domain.cycle_fit import CycleFit
from cockpit.services.cycle_state import CycleStates
from cockpit.services.metrics import MetricsService
from cockpit.services.ports import ReadUnit

LONGEST = timedelta(days=7)

#: The logarithmic loss of the last 90 days calls for a new fit when it is worse than the fit's own
#: by more than a tenth and by more than what chance brings about.
WORSE_BY_FACTOR = 1.10
WORSE_BY = 0.01

#: A portfolio that has grown so much since is another one.
GROWN_BY_FACTOR = 2


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class FitService:
    """Keeps parameters that fit the order book; each fit is stored beside the former ones."""

    states: CycleStates
    metrics: MetricsService

    def is_due(self) -> bool:
        """Return whether the parameters want to be fitted again; may take a second.

        They do when there are none, when they are older than a week, when the portfolio has
        doubled, and when they predict the last 90 days worse than they used to. Those of a day to
        come, left by a clock that went wrong, are not there. A past day that is asked for needs
        none.
        """
        clock = self.states.clock
        if clock.known_at is not None:
            return False
        with self.states.database.read() as unit:
            fit = unit.fits.in_force(at=clock.now())
            if fit is None or self._is_outgrown(unit, fit):
                return True
            if clock.now() - fit.fitted_at > LONGEST:
                return True
            before = fit.figures.log_loss
            if before is None:
                return False
            state = self.states.everyone(unit)
        now = self.states.analyst.log_loss(state.statistics, state.standing, fit, as_of=state.as_of)
        return now is not None and now > before * WORSE_BY_FACTOR and now > before + WORSE_BY

    def fit_first(self) -> bool:
        """Fit where there are no parameters yet, or those of half as many customers.

        Returns:
            Whether that was so.
        """
        with self.states.database.read() as unit:
            fit = unit.fits.in_force(at=self.states.clock.now())
            is_needed = fit is None or self._is_outgrown(unit, fit)
        if is_needed:
            self.refit()
        return is_needed

    def refit(self, is_cancelled: Callable[[], bool] = _never) -> CycleFit:
        """Fit the parameters to everything known, store them and judge everybody by them.

        Raises:
            CancelledError: ``is_cancelled`` said so; nothing was stored.
        """
        clock = self.states.clock
        with self.states.database.read() as unit:
            statistics, standing = self.states.material(unit)
        fit = self.states.analyst.fit(
            statistics,
            standing,
            as_of=clock.today(),
            at=clock.now(),
            is_cancelled=is_cancelled,
        )
        return self.metrics.adopt(fit)

    def _is_outgrown(self, unit: ReadUnit, fit: CycleFit) -> bool:
        return unit.metrics.buyer_count() > max(fit.customer_count, 1) * GROWN_BY_FACTOR
