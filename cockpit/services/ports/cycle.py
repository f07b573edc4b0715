"""The purchase cycle: what is stored of it, who judges it, and who looks at it as a whole."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.columns import (
    BlockColumns,
    OrderColumns,
    StandingColumns,
    StatisticsColumns,
    VerdictColumns,
)
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import CyclePolicy, PolicyBook, PolicyScope, PublishedPolicy
from cockpit.domain.cycle_reports import Backtest, CyclePicture, GapHistogram
from cockpit.services.ports.identity import CurrentUser


class MetricsRepository(Protocol):
    """Stored statistics and judgements per customer: a projection of the order book."""

    def computed_for(
        self, customer_ids: Collection[UUID] | None = None
    ) -> tuple[date, date] | None:
        """Return the oldest and the newest day for which judgements of all or some hold.

        None where a customer has no judgement, or one of another version of the engine.
        """
        ...

    def is_overtaken(self, known_at: datetime) -> bool:
        """Return whether anything was imported, published or fitted after an instant."""
        ...

    def missing(self) -> list[UUID]:
        """Return the customers without stored statistics."""
        ...

    def waiting(self) -> list[UUID]:
        """Return the customers whose stored statistics left out documents of days to come."""
        ...

    def buyer_count(self) -> int:
        """Return how many customers have bought, as stored."""
        ...

    def computed_at(
        self, customer_ids: Iterable[UUID] | None = None, *, is_locking: bool = False
    ) -> dict[UUID, datetime]:
        """Return when the stored statistics of some or all customers were computed.

        With ``is_locking`` nobody else stores these until the transaction ends.
        """
        ...

    def statistics(self, customer_ids: Iterable[UUID] | None = None) -> StatisticsColumns:
        """Return the stored statistics of some or all customers that have any."""
        ...

    def expire(self) -> None:
        """Mark all stored judgements as old: what judges them changes in this transaction."""
        ...

    def forget(self, customer_ids: Iterable[UUID]) -> None:
        """Remove the statistics of customers whose documents change in this transaction."""
        ...

    def store(
        self,
        statistics: StatisticsColumns,
        verdicts: VerdictColumns,
        *,
        computed_for: date,
        at: datetime,
    ) -> None:
        """Replace the statistics and the day's judgements of these customers."""
        ...

    def store_verdicts(
        self, customer_ids: Sequence[UUID], verdicts: VerdictColumns, *, computed_for: date
    ) -> None:
        """Replace the day's judgements alone; the statistics stay as they are."""
        ...


@dataclass(frozen=True, slots=True)
class ScopeName:
    """A scope that a policy can have, with the words for it; empty names mean "all"."""

    scope: PolicyScope
    company: str
    segment: str


class PolicyRepository(Protocol):
    """Versions of the purchase-cycle policies."""

    def book(self, *, at: datetime | None = None) -> PolicyBook:
        """Return the rules in force at an instant; by default the newest ones."""
        ...

    def history(self) -> list[PublishedPolicy]:
        """Return every version, the newest first."""
        ...

    def scopes(self) -> list[ScopeName]:
        """Return everybody, then each company, then each segment."""
        ...

    def publish(
        self, scope: PolicyScope, policy: CyclePolicy, *, user: CurrentUser, note: str, at: datetime
    ) -> PublishedPolicy:
        """Store a policy as the version that follows ``policy.version``; only in a writing unit.

        Raises:
            ConflictError: Somebody published another version of this scope meanwhile.
        """
        ...


class FitRepository(Protocol):
    """Fitted parameters."""

    def in_force(self, *, at: datetime | None = None) -> CycleFit | None:
        """Return the newest fit made up to an instant, by default of all; None without one."""
        ...

    def history(self, limit: int, *, at: datetime | None = None) -> list[CycleFit]:
        """Return the newest fits, the newest first; with ``at`` those made up to then."""
        ...

    def add(self, fit: CycleFit) -> CycleFit:
        """Store a fit and return it with its key; only in a writing unit."""
        ...


class CycleEngine(Protocol):
    """Judges purchase cycles, by columns."""

    def statistics(
        self, orders: OrderColumns, blocks: BlockColumns, *, as_of: date
    ) -> StatisticsColumns:
        """Return what the documents up to a day say of each customer of ``orders``."""
        ...

    def verdicts(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        policies: PolicyBook,
        fit: CycleFit | None,
        *,
        as_of: date,
    ) -> VerdictColumns:
        """Judge customers on a day that is not before the statistics' own.

        Without a fit published parameters are used.
        """
        ...

    def picture(
        self,
        statistics: StatisticsColumns,
        verdicts: VerdictColumns,
        standing: StandingColumns,
        policies: PolicyBook,
        fit: CycleFit | None,
        *,
        as_of: date,
    ) -> CyclePicture:
        """Return what a plot of one customer shows; the columns hold that customer alone.

        Args:
            statistics: What their orders say.
            verdicts: As ``verdicts`` judged them on the same day by the same rules.
            standing: Their company, segment and blocked periods.
            policies: The rules in force.
            fit: The parameters; None for published ones.
            as_of: The day.
        """
        ...


class CycleAnalyst(Protocol):
    """Looks at the whole portfolio; each call may take seconds.

    ``is_cancelled`` is asked now and then; where it says yes, ``CancelledError`` is raised.
    """

    def fit(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        *,
        as_of: date,
        at: datetime,
        is_cancelled: Callable[[], bool],
    ) -> CycleFit:
        """Fit the population; a portfolio too small for it gets published parameters."""
        ...

    def log_loss(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        fit: CycleFit,
        *,
        as_of: date,
    ) -> float | None:
        """Return how badly a fit predicts the last 90 days; None where that cannot be told."""
        ...

    def histogram(
        self,
        statistics: StatisticsColumns,
        verdicts: VerdictColumns,
        standing: StandingColumns,
        *,
        as_of: date,
        is_per_customer: bool = True,
    ) -> GapHistogram:
        """Return where the portfolio's purchases concentrate."""
        ...

    def backtest(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        policies: PolicyBook,
        *,
        as_of: date,
        is_cancelled: Callable[[], bool],
    ) -> Backtest:
        """Predict from past days, each with what was known then, and compare."""
        ...
