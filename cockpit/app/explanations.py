"""The sentence that explains each of many customers."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from uuid import UUID

import resources
from cockpit.domain.columns import StandingColumns, StatisticsColumns, VerdictColumns
from cockpit.domain.cycle_policy import CyclePolicy, PolicyBook
from cockpit.domain.explanation import Case, clauses
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message, MessageValue
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
    """Yield a sentence per customer, parallel to the statistics.

    They are those of ``domain.explanation.explain``, each clause put into words only once.
    """
    blocked = dict(_open_blocks(standing, as_of))

    @cache
    def deciding(company: UUID | None, segment: UUID | None) -> CyclePolicy:
        return policies.deciding(company, segment)

    @cache
    def say(key: str, **values: MessageValue) -> str:
        return resources.text(Message.of(key, **values), language)

    sentence = resources.catalogue("cycle", language)["sentence"]
    for place, key in enumerate(statistics.customer_id):
        verdict = verdict_at(
            verdicts,
            place,
            order_count=statistics.order_count[place],
            is_prior_published=is_prior_published,
        )
        case = Case(
            statistics_at(statistics, place),
            verdict,
            as_of,
            deciding(standing.company_id[place], standing.segment_id[place]),
            blocked.get(key),
        )
        yield sentence.format(clauses=resources.CLAUSE_SEPARATOR.join(clauses(case, say)))


def _open_blocks(standing: StandingColumns, as_of: date) -> Iterator[tuple[UUID, date]]:
    """Yield whose sales are blocked on a day, and since when."""
    day, blocks = as_of.toordinal(), standing.blocks
    for key, start, end in zip(blocks.customer_id, blocks.from_day, blocks.until_day, strict=True):
        if start <= day and (end is None or end > day):
            yield key, date.fromordinal(start)
