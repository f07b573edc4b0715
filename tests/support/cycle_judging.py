"""Judging small order books through the engine's own door."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.k_grid import ENGINE, CorrectionTerm, KGridParameters, Population
from cockpit.domain.columns import (
    BlockColumns,
    StandingColumns,
    StatisticsColumns,
    VerdictColumns,
)
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import EVERYBODY, CyclePolicy, PolicyBook, PolicyScope
from tests.support.order_books import TODAY, Document, order_book

KGRID = KGridEngine()
WEIGHTS = (0.3, 0.25, 0.15, 0.1, 0.1, 0.06, 0.04)
#: As a fit of a portfolio leaves them: nothing is switched off.
FITTED = KGridParameters(
    shape=1.1,
    days=45.0,
    drop_a=0.4,
    drop_b=5.0,
    weights=WEIGHTS,
    value_centre=9.2,
    value_scale=0.8,
    rate_by_value=0.2,
    drop_by_value=0.6,
    cut_curve=((0.1, 0.88), (0.2, 0.78), (0.4, 0.6)),
    value_order_centre=9.1,
    value_pull=0.4,
    value_factor=1.1,
    lost_factor=0.95,
    portfolio_cycle=48.0,
    clock_first_day=TODAY.toordinal() - 7 * 104,
    clock_knots=tuple(1.0 + 0.3 * ((week % 13) - 6) / 6 for week in range(105)),
    clock_level=0.9,
    clock_model=Population(1.2, 44.0, 0.4, 5.0, WEIGHTS, 0.2, 0.6),
    correction=(
        CorrectionTerm("value", 0.0, 1.0, -0.2),
        CorrectionTerm("value_of_year", 1.0, 1.2, -0.15),
        CorrectionTerm("months", 2.0, 0.8, -0.1),
        CorrectionTerm("season", 1.0, 0.9, -0.1),
        CorrectionTerm("clock", 0.0, 0.5, 0.2),
        CorrectionTerm("recent", 0.0, 0.4, 0.1),
    ),
)


def fit_of(parameters: KGridParameters) -> CycleFit:
    """Return parameters as a stored fit."""
    return CycleFit(
        fit_id=None,
        fitted_at=datetime(2022, 3, 1, tzinfo=UTC),
        data_from_on=None,
        data_until_on=TODAY,
        customer_count=1_000,
        is_published=False,
        engine=ENGINE,
        parameters=parameters.as_json(),
    )


def standing_of(
    customer_ids: Iterable[UUID],
    blocks: BlockColumns | None = None,
    segment_id: UUID | None = None,
) -> StandingColumns:
    """Return customers of one segment, without a company."""
    size = len(list(customer_ids))
    return StandingColumns([None] * size, [segment_id] * size, blocks or BlockColumns())


def book_of(policy: CyclePolicy, scope: PolicyScope = EVERYBODY) -> PolicyBook:
    """Return a policy as the only rule."""
    return PolicyBook({scope: policy})


def statistics_of(
    customers: Mapping[UUID, Iterable[Document]],
    *,
    today: date = TODAY,
    as_of: date | None = None,
    blocks: BlockColumns | None = None,
) -> StatisticsColumns:
    """Return what documents, so many days before ``today``, say on a day."""
    orders = order_book(customers, today=today)
    return KGRID.statistics(orders, blocks or BlockColumns(), as_of=as_of or today)


def verdicts_of(
    statistics: StatisticsColumns,
    *,
    as_of: date = TODAY,
    parameters: KGridParameters | None = FITTED,
    policies: PolicyBook | None = None,
    blocks: BlockColumns | None = None,
) -> VerdictColumns:
    """Judge customers on a day; without parameters by the published ones."""
    return KGRID.verdicts(
        statistics,
        standing_of(statistics.customer_id, blocks),
        policies or PolicyBook(),
        fit_of(parameters) if parameters else None,
        as_of=as_of,
    )


def row_of(columns: StatisticsColumns | VerdictColumns, row: int) -> dict[str, object]:
    """Return one customer's entries by name."""
    return {name: getattr(columns, name)[row] for name in columns.__dataclass_fields__}


def later(parameters: KGridParameters, days: int) -> KGridParameters:
    """Return parameters of a portfolio that did everything so many days later."""
    return replace(parameters, clock_first_day=parameters.clock_first_day + days)
