"""Past days: what the database keeps of them, who judges them, and what the screens ask."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from cockpit.domain.bridge import Bridge, BridgeClient, BridgeQuestion, BridgeState
from cockpit.domain.cycle_reports import GapHistogram
from cockpit.domain.indicators import CutKey
from cockpit.domain.periods import Period
from cockpit.domain.portfolio_figures import (
    DayStates,
    Knowledge,
    PortfolioClient,
    PortfolioFigure,
    PortfolioQuestion,
    PortfolioReport,
)
from cockpit.domain.vocabulary import LifecycleStatus

#: Told how much of the whole is done; both count the same steps.
OnProgress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


class PastStates(Protocol):
    """What screens and reports ask of past days; ``services.past_states`` answers."""

    def states(self, on: date, knowledge: Knowledge = Knowledge.NOW) -> DayStates:
        """Return everybody on a day."""
        ...

    def portfolio(
        self, question: PortfolioQuestion, is_cancelled: IsCancelled = ...
    ) -> PortfolioReport:
        """Return the figures of the portfolio.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        ...

    def portfolio_clients(
        self,
        question: PortfolioQuestion,
        figure: PortfolioFigure,
        *,
        status: LifecycleStatus | None = None,
        key: CutKey | None = None,
        is_part: bool = False,
    ) -> list[PortfolioClient]:
        """Return the customers behind a figure on the question's day, the most money first.

        Args:
            question: As it was asked.
            figure: Which figure.
            status: Only those of this status.
            key: Of which row of the cut, where ``is_part``; None is the row without a key.
            is_part: Whether a row of the cut is meant, not the whole.
        """
        ...

    def bridge(
        self,
        question: BridgeQuestion,
        on_progress: OnProgress = ...,
        is_cancelled: IsCancelled = ...,
    ) -> Bridge:
        """Return the months of the bridge.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        ...

    def bridge_clients(
        self, question: BridgeQuestion, period: Period, source: BridgeState, target: BridgeState
    ) -> list[BridgeClient]:
        """Return the customers behind a cell of the bridge, the most money first."""
        ...

    def histogram(
        self, on: date, knowledge: Knowledge = Knowledge.NOW, *, is_per_customer: bool = True
    ) -> GapHistogram:
        """Return where the portfolio's purchases concentrated, as of a day."""
        ...
