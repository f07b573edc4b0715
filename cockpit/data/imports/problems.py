"""The flagged and rejected lines of an import, with their reasons and cells."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from cockpit.data.imports.documents import reason as sentence
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import RowProblem
from cockpit.domain.vocabulary import RowVerdict
from models import ImportRow


def problems(
    connection: Connection,
    import_id: UUID,
    *,
    verdict: RowVerdict | None = None,
    reason: str | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> list[RowProblem]:
    """Return flagged and rejected lines by line, with all of their reasons and their cells.

    Args:
        connection: Where.
        import_id: The import.
        verdict: Only lines that came to this end.
        reason: Only lines that have this reason, by its key.
        offset: How many lines to leave out before the first.
        limit: At most so many lines.
    """
    lines = _with_reason(select(ImportRow.line).distinct(), import_id).order_by(ImportRow.line)
    if verdict is not None:
        lines = lines.where(ImportRow.verdict == verdict)
    if reason is not None:
        lines = lines.where(ImportRow.reason_code == reason)
    lines = lines.offset(offset)
    if limit is not None:
        lines = lines.limit(limit)
    found: list[RowProblem] = []
    for chunk in in_chunks(connection.execute(lines).scalars()):
        found += _of_lines(connection, import_id, chunk)
    return found


def reasons(connection: Connection, import_id: UUID) -> list[tuple[str, RowVerdict, int]]:
    """Return how many lines have which reason, the most frequent first."""
    count = func.count(ImportRow.line.distinct())
    statement = (
        _with_reason(select(ImportRow.reason_code, ImportRow.verdict, count), import_id)
        .group_by(ImportRow.reason_code, ImportRow.verdict)
        .order_by(count.desc(), ImportRow.reason_code, ImportRow.verdict)
    )
    return [(key or "", verdict, number) for key, verdict, number in connection.execute(statement)]


def _of_lines(connection: Connection, import_id: UUID, lines: list[int]) -> list[RowProblem]:
    statement = _with_reason(
        select(
            ImportRow.line,
            ImportRow.verdict,
            ImportRow.reason_code,
            ImportRow.reason_values,
            ImportRow.raw,
        ),
        import_id,
    ).order_by(ImportRow.line, ImportRow.id)
    said: defaultdict[int, list[Any]] = defaultdict(list)
    verdicts: dict[int, RowVerdict] = {}
    cells: dict[int, tuple[str, ...]] = {}
    for line, verdict, key, values, raw in connection.execute(
        statement.where(ImportRow.line.in_(lines))
    ):
        message = sentence(key or "", values)
        kept = said[line]
        if message not in kept:
            kept.append(message)
        verdicts[line] = verdict
        if raw:
            cells[line] = tuple(raw)
    return [
        RowProblem(line, verdicts[line], tuple(messages), cells.get(line, ()))
        for line, messages in said.items()
    ]


def _with_reason(statement: Select[*tuple[Any, ...]], import_id: UUID) -> Select[*tuple[Any, ...]]:
    return statement.where(
        ImportRow.import_id == import_id,
        ImportRow.verdict.in_((RowVerdict.FLAGGED, RowVerdict.REJECTED)),
        ImportRow.reason_code.is_not(None),
    )
