"""What a supervisor asks of the purchase cycles as a whole."""

from collections.abc import Callable
from dataclasses import dataclass

from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_reports import Backtest, GapHistogram
from cockpit.services.cycle_state import CycleStates


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class CycleReportService:
    """Looks at the whole portfolio on the clock's day; each report may take seconds."""

    states: CycleStates

    def histogram(self, *, is_per_customer: bool = True) -> GapHistogram:
        """Return where the portfolio's purchases concentrate."""
        with self.states.database.report() as unit:
            state = self.states.everyone(unit)
        return self.states.analyst.histogram(
            state.statistics,
            self.states.verdicts(state),
            state.standing,
            as_of=state.as_of,
            is_per_customer=is_per_customer,
        )

    def backtest(self, is_cancelled: Callable[[], bool] = _never) -> Backtest:
        """Predict from past days, each with what was known then, and compare.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        with self.states.database.report() as unit:
            state = self.states.everyone(unit)
        return self.states.analyst.backtest(
            state.statistics,
            state.standing,
            state.policies,
            as_of=state.as_of,
            is_cancelled=is_cancelled,
        )

    def fit(self) -> CycleFit | None:
        """Return the parameters in force on the clock's day; None where there are none yet."""
        with self.states.database.read() as unit:
            return self.states.fit(unit)

    def fits(self, limit: int) -> list[CycleFit]:
        """Return the newest fits made up to the clock's day, the newest first."""
        known_at = self.states.clock.known_at
        with self.states.database.read() as unit:
            return unit.fits.history(limit, at=known_at)
