"""Past days: what the database keeps of them, who judges them, and what the screens ask."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from cockpit.domain.bridge import (
    Bridge,
    BridgeClient,
    BridgeQuestion,
    BridgeState,
    Cells,
)
from cockpit.domain.cycle_reports import GapHistogram, GapSpan
from cockpit.domain.indicators import Cut, CutKey, Narrowing
from cockpit.domain.past_columns import (
    CutColumns,
    DayRules,
    FoundClient,
    JudgedColumns,
    PastMaterial,
    ReturnColumns,
)
from cockpit.domain.periods import Period
from cockpit.domain.portfolio_figures import (
    DayStates,
    Knowledge,
    PortfolioClient,
    PortfolioFigure,
    PortfolioFigures,
    PortfolioQuestion,
    PortfolioReport,
)
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.ports.past_days import IsCancelled

#: Told how much of the whole is done; both count the same steps.
OnProgress = Callable[[int, int], None]


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
        self,
        on: date,
        knowledge: Knowledge = Knowledge.NOW,
        is_cancelled: IsCancelled = ...,
        *,
        is_per_customer: bool = True,
    ) -> GapHistogram:
        """Return where the portfolio's purchases concentrated, as of a day.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        ...

    def histogram_clients(
        self, on: date, span: GapSpan, knowledge: Knowledge = Knowledge.NOW
    ) -> list[UUID]:
        """Return the customers behind a figure of the histogram, in no order."""
        ...


class JudgedDay(Protocol):
    """Everybody's state on a day, parallel to a material.

    A narrowing by cuts that customers do not have is not looked at.
    """

    @property
    def is_prior_published(self) -> bool:
        """Return whether published parameters judged."""
        ...

    def states(self) -> DayStates:
        """Return the columns."""
        ...

    def figures(self, narrowing: Narrowing, cut: Cut | None) -> Mapping[int, PortfolioFigures]:
        """Return the figures by position in the cut's names; under 0 of all without a cut."""
        ...

    def clients(
        self,
        narrowing: Narrowing,
        figure: PortfolioFigure,
        *,
        status: LifecycleStatus | None,
        cut: Cut | None,
        place: int,
    ) -> list[FoundClient]:
        """Return who is behind a figure, the most money first.

        Args:
            narrowing: Whom it is about.
            figure: Which.
            status: Only those of it.
            cut: None for everybody.
            place: Of the value in the cut's names.
        """
        ...

    def status_at(self, places: Sequence[int]) -> list[LifecycleStatus]:
        """Return the statuses of some customers."""
        ...


class JudgedMonths(Protocol):
    """Everybody's status and yearly money on consecutive days, parallel to a material."""

    @property
    def is_prior_published(self) -> bool:
        """Return whether published parameters judged one of the days."""
        ...

    def cells(self, narrowing: Narrowing) -> list[Cells]:
        """Return the moves from each day to the next."""
        ...

    def moved(
        self, narrowing: Narrowing, month: int, source: BridgeState, target: BridgeState
    ) -> list[FoundClient]:
        """Return who moved from the day of this number to the next, the most money first."""
        ...


class JudgedGaps(Protocol):
    """The intervals between everybody's purchases as of a day, parallel to a material."""

    def histogram(self, *, is_per_customer: bool) -> GapHistogram:
        """Return where purchases concentrated."""
        ...

    def places_within(self, span: GapSpan) -> Sequence[int]:
        """Return the positions of those behind a figure of the histogram, ascending."""
        ...


class PastDesk(Protocol):
    """Judges the customers of one material on past days."""

    def day(self, returns: ReturnColumns, rules: DayRules, is_cancelled: IsCancelled) -> JudgedDay:
        """Judge everybody on a day; events of later days are not looked at.

        Args:
            returns: What later returns changed.
            rules: What judges.
            is_cancelled: Asked now and then.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        ...

    def stored_day(
        self, stored: JudgedColumns, rules: DayRules, is_cancelled: IsCancelled
    ) -> JudgedDay:
        """Return a day that was judged already.

        Args:
            stored: Everybody's judgements.
            rules: What made them.
            is_cancelled: Asked now and then.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        ...

    def months(
        self,
        returns: ReturnColumns,
        rules: Sequence[DayRules],
        on_progress: OnProgress,
        is_cancelled: IsCancelled,
    ) -> JudgedMonths:
        """Judge everybody on some days, ascending; arguments and errors as of ``day``."""
        ...

    def gaps(
        self, returns: ReturnColumns, rules: DayRules, is_cancelled: IsCancelled
    ) -> JudgedGaps:
        """Return the intervals between purchases, as of a day; arguments as of ``day``."""
        ...


class PastJudge(Protocol):
    """Judges past days; its code is slow to load."""

    def desk(self, material: PastMaterial, cuts: CutColumns) -> PastDesk:
        """Return who judges some customers.

        Args:
            material: Their events, and what else decides.
            cuts: What divides them, parallel.
        """
        ...
