"""Judging many customers from their stored statistics, some at a time.

No judgement looks at another customer, so that arrays need not outgrow the processor's cache.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import numpy as np

from cockpit.analytics.cycle_book import CycleBook, stored_book
from cockpit.analytics.judgement import Judgement, judge
from cockpit.analytics.k_grid import KGridParameters
from cockpit.domain.columns import StandingColumns, StatisticsColumns
from cockpit.domain.cycle_policy import PolicyBook

_CUSTOMERS_AT_A_TIME = 8_192


def judged_parts(
    statistics: StatisticsColumns,
    standing: StandingColumns,
    policies: PolicyBook,
    parameters: KGridParameters,
    *,
    as_of: date,
) -> Iterator[tuple[CycleBook, Judgement]]:
    """Yield the books and judgements of consecutive customers; at least one pair.

    Args:
        statistics: What their orders say.
        standing: Parallel to the statistics.
        policies: The rules in force.
        parameters: What was learned of the portfolio.
        as_of: The day of the judgement, not before the statistics' own.
    """
    for start in range(0, max(len(statistics.customer_id), 1), _CUSTOMERS_AT_A_TIME):
        part = slice(start, start + _CUSTOMERS_AT_A_TIME)
        book = stored_book(_rows(statistics, part), standing.blocks, as_of=as_of)
        yield book, judge(book, _placed(standing, part), policies, parameters)


def joined(parts: Sequence[Judgement]) -> Judgement:
    """Return the judgements of several groups of customers, one after the other."""
    whole: Judgement = _joined(parts)
    return whole


def _joined(parts: Sequence[Any]) -> Any:
    """Return arrays, or what is made of arrays, one after the other."""
    if isinstance(parts[0], np.ndarray):
        return np.concatenate(parts)
    names = [one.name for one in fields(parts[0])]
    columns = {name: _joined([getattr(one, name) for one in parts]) for name in names}
    return type(parts[0])(**columns)


def _rows(statistics: StatisticsColumns, part: slice) -> StatisticsColumns:
    """Return the statistics of consecutive customers."""
    names = StatisticsColumns.__dataclass_fields__
    return StatisticsColumns(**{name: getattr(statistics, name)[part] for name in names})


def _placed(standing: StandingColumns, part: slice) -> StandingColumns:
    """Return the companies and segments of consecutive customers."""
    return StandingColumns(standing.company_id[part], standing.segment_id[part], standing.blocks)
