"""Looks for odd lines of an import, a page at a time; runs in the background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from cockpit.domain.formats import Language
from cockpit.domain.import_records import RowProblem
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import RowVerdict
from cockpit.ui.imports.words import reasons_of

PAGE = 300
_STRIDE = 3_000


class ProblemSource(Protocol):
    """Where the odd lines are kept."""

    def problems(
        self, import_id: UUID, *, verdict: RowVerdict | None = None, reason: str | None = None,
        offset: int = 0, limit: int | None = None,
    ) -> list[RowProblem]:  # fmt: skip
        """Return flagged and rejected lines by line, with their cells."""
        ...


@dataclass(frozen=True, slots=True)
class ProblemQuery:
    """Which lines are looked for.

    Attributes:
        reason: A reason's key; None for all.
        text: Part of a cell or of a reason, in any letters.
    """

    import_id: UUID
    language: Language
    verdict: RowVerdict | None = None
    reason: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """Some lines, and where to go on; ``next_offset`` is None after the last."""

    query: ProblemQuery
    lines: Sequence[RowProblem]
    next_offset: int | None


def find_problems(
    source: Callable[[], ProblemSource], query: ProblemQuery, offset: int = 0
) -> ProblemPage:
    """Return the next page of lines that fit, reading as many as it takes."""
    wanted, imports = plain(query.text), source()
    stride = _STRIDE if wanted else PAGE
    found: list[RowProblem] = []
    while True:
        lines = imports.problems(
            query.import_id,
            verdict=query.verdict,
            reason=query.reason,
            offset=offset,
            limit=stride,
        )
        offset += len(lines)
        found += [one for one in lines if wanted in _text_of(one, query.language)]
        if len(lines) < stride:
            return ProblemPage(query, found, None)
        if len(found) >= PAGE:
            return ProblemPage(query, found, offset)


def _text_of(problem: RowProblem, language: Language) -> str:
    return plain(" ".join((*problem.cells, reasons_of(problem, language))))
