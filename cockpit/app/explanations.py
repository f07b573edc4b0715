"""The sentence that explains each of many customers."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from uuid import UUID

import resources
from cockpit.domain.columns import StandingColumns, StatisticsColumns, VerdictColumns
from cockpit.domain.cycle_policy import CyclePolicy, PolicyBook
from cockpit.domain.explanation import explain
from cockpit.domain.formats import Language
from cockpit.services.column_rows import statistics_at, verdict_at


def explanations(
    statistics: StatisticsColumns,
    standing: StandingColumns,
    policies: PolicyBook,
    verdicts: VerdictColumns,
    *,
    is_prior_published: bool,
    as_of: date,
    language: Language,
) -> Iterator[str]:
    """Yield a sentence per customer, parallel to the statistics."""
    blocked = dict(_open_blocks(standing, as_of))

    @cache
    def deciding(company: UUID | None, segment: UUID | None) -> CyclePolicy:
        return policies.deciding(company, segment)

    for place, key in enumerate(statistics.customer_id):
        verdict = verdict_at(
            verdicts,
            place,
            order_count=statistics.order_count[place],
            is_prior_published=is_prior_published,
        )
        sentence = explain(
            statistics_at(statistics, place),
            verdict,
            as_of,
            policy=deciding(standing.company_id[place], standing.segment_id[place]),
            blocked_from_on=blocked.get(key),
        )
        yield resources.text(sentence, language)


def _open_blocks(standing: StandingColumns, as_of: date) -> Iterator[tuple[UUID, date]]:
    """Yield whose sales are blocked on a day, and since when."""
    day, blocks = as_of.toordinal(), standing.blocks
    for key, start, end in zip(blocks.customer_id, blocks.from_day, blocks.until_day, strict=True):
        if start <= day and (end is None or end > day):
            yield key, date.fromordinal(start)
