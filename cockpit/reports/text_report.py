"""Reports for the terminal: columns under each other, figures on the right."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cockpit.domain.formats import Language
from cockpit.domain.reports import ReportCell, ReportDocument, ReportTable
from cockpit.reports.words import ReportWords
from cockpit.services.ports import OnRow, nobody_counts

_GAP = "  "
_WIDEST = 44


class TextReport:
    """Writes reports as text."""

    def write_report(
        self,
        path: Path,
        document: ReportDocument,
        language: Language,
        on_row: OnRow = nobody_counts,
    ) -> None:
        """Write a report to a new file; see ``ReportWriter``."""
        path.write_text("\n".join(lines_of(document, language, on_row)) + "\n", encoding="utf-8")


def lines_of(
    document: ReportDocument, language: Language, on_row: OnRow = nobody_counts
) -> Iterator[str]:
    """Yield a report's lines; none holds what would break it."""
    words = ReportWords(language)
    title = words.say(document.title)
    yield _plain(f"{document.company} · {title}" if document.company else title)
    yield from map(_plain, words.head(document))
    yield _plain(words.made(document))
    if document.figures:
        yield ""
    figures = [words.figure(one) for one in document.figures]
    width = max((len(name) for name, _, _ in figures), default=0)
    for name, value, before in figures:
        line = f"{name.ljust(width)}{_GAP}{value}"
        yield line + (f"{_GAP}({words('before', value=before)})" if before else "")
    for table in document.tables:
        yield ""
        yield words.say(table.title)
        yield from _table(table, words, on_row)
    if document.notes:
        yield ""
        yield from (words.say(note) for note in document.notes)


def _table(table: ReportTable, words: ReportWords, on_row: OnRow) -> Iterator[str]:
    if not table.rows and not table.total:
        yield words("empty")
        return
    titles = [words.say(column.title) for column in table.columns]
    body = [_cells(row, table, words) for row in table.rows]
    total = [_cells(table.total, table, words)] if table.total else []
    every = [titles, *body, *total]
    widths = [max(len(row[place]) for row in every) for place in range(len(titles))]

    def line(cells: Sequence[str]) -> str:
        parts = (
            cell.rjust(width) if column.kind.is_figure else cell.ljust(width)
            for cell, width, column in zip(cells, widths, table.columns, strict=True)
        )
        return _GAP.join(parts).rstrip()

    yield line(titles)
    rule = "-" * len(_GAP.join("-" * width for width in widths))
    yield rule
    for row in body:
        yield line(row)
        on_row()
    if total:
        yield rule
        yield line(total[0])


def _cells(row: Sequence[ReportCell], table: ReportTable, words: ReportWords) -> list[str]:
    return [
        _short(_plain(words.cell(column.kind, cell)))
        for column, cell in zip(table.columns, row, strict=True)
    ]


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _plain(text: str) -> str:
    """Return a text without what would break its line or command the terminal."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)
