"""The engine of the purchase cycle: each customer judged by their own rhythm.

What judges needs scipy, whose loading takes as long as all else of a start. A list that is already
judged is only put in order, so that code is imported where it is first used.
"""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from cockpit.analytics.k_grid import KGridParameters, from_json, published
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import (
    BlockColumns,
    OrderColumns,
    StandingColumns,
    StatisticsColumns,
    VerdictColumns,
)
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.cycle_reports import CyclePicture


@dataclass(frozen=True, slots=True)
class KGridEngine:
    """Implements ``cockpit.services.ports.CycleEngine`` with the k-grid.

    Attributes:
        zone: Where "today" is meant: next contacts without a time are due on that day.
    """

    zone: ZoneInfo = DEFAULT_ZONE

    def statistics(
        self, orders: OrderColumns, blocks: BlockColumns, *, as_of: date
    ) -> StatisticsColumns:
        """Return what the documents up to a day say of each customer of ``orders``."""
        from cockpit.analytics.statistics import (  # noqa: PLC0415 - see above
            statistics_columns,
        )

        return statistics_columns(orders, blocks, as_of=as_of)

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

        Raises:
            ValueError: The fit's parameters are not those of a k-grid.
        """
        from cockpit.analytics.judging import judged_parts  # noqa: PLC0415 - see above
        from cockpit.analytics.verdicts import joined, verdict_columns  # noqa: PLC0415 - see above

        parameters = parameters_of(fit)
        parts = judged_parts(statistics, standing, policies, parameters, as_of=as_of)
        return joined([verdict_columns(book, judgement) for book, judgement in parts])

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
        from cockpit.analytics.cycle_book import stored_book  # noqa: PLC0415 - see above
        from cockpit.analytics.picture import picture_of  # noqa: PLC0415 - see above

        book = stored_book(statistics, standing.blocks, as_of=as_of)
        return picture_of(book, verdicts, standing, policies, parameters_of(fit))


def parameters_of(fit: CycleFit | None) -> KGridParameters:
    """Return a fit's parameters, the published ones without a fit.

    Raises:
        ValueError: The fit's parameters are not those of a k-grid.
    """
    return from_json(fit.parameters) if fit else published()
