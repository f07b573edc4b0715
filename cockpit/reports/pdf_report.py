"""Reports on paper: a head, the key figures, a chart, the tables, and what every figure means."""

from pathlib import Path

from cockpit.domain.formats import Language
from cockpit.domain.reports import CellKind, KeyFigure, ReportDocument
from cockpit.reports.pdf_chart import PaperChart
from cockpit.reports.pdf_page import (
    ACCENT,
    INK,
    LINE,
    MUTED,
    QUIET,
    REGULAR,
    SOFT,
    STRONG,
    Paper,
    shown,
    width_of,
    wrapped,
)
from cockpit.reports.pdf_table import PaperTable
from cockpit.reports.words import ReportWords
from cockpit.services.ports import OnRow, nobody_counts

#: With more columns the pages lie on their long side.
_MOST_UPRIGHT = 7
_TITLE, _COMPANY, _HEAD = 20.0, 10.0, 9.0
_CARD_HEIGHT, _CARD_GAP = 50.0, 8.0
#: Cards stand in one line, or in lines of so many.
_MOST_CARDS, _CARDS_A_LINE = 4, 3
_MOST_CARDS_WIDE = 6


class PdfReport:
    """Writes reports as PDF."""

    def write_report(
        self,
        path: Path,
        document: ReportDocument,
        language: Language,
        on_row: OnRow = nobody_counts,
    ) -> None:
        """Write a report to a new file; see ``ReportWriter``."""
        words = ReportWords(language)
        title = words.say(document.title)
        is_wide = any(len(one.columns) > _MOST_UPRIGHT for one in document.tables)
        paper = Paper(path, is_wide=is_wide, title=title, author=document.company or "Giro")
        _head(paper, document, words)
        _cards(paper, document.figures, words, _a_line(len(document.figures), is_wide=is_wide))
        if document.chart is not None:
            PaperChart(paper, document.chart, words).draw()
        for table in document.tables:
            PaperTable(paper, table, words).draw(on_row)
        _notes(paper, document, words)
        _definitions(paper, document, words)
        left = " · ".join(filter(None, (document.company, title, words.head(document)[0])))

        def foot(page: int, pages: int) -> tuple[str, str]:
            return shown(left), words("page", page=page, pages=pages)

        paper.finish(foot)


def _head(paper: Paper, document: ReportDocument, words: ReportWords) -> None:
    """Write whose report this is, about what, and who had it made."""
    canvas = paper.canvas
    top = paper.y
    paper.y -= _COMPANY
    company = wrapped(shown(document.company or "Giro"), STRONG, _COMPANY, paper.width)[0]
    paper.text(paper.left, company, size=_COMPANY, font=STRONG, colour=ACCENT)
    paper.y -= _TITLE * 1.25
    paper.text(paper.left, shown(words.say(document.title)), size=_TITLE, font=STRONG)
    paper.y -= 4
    for line in words.head(document):
        paper.paragraph(line, size=_HEAD, colour=MUTED)
    paper.paragraph(words.made(document), size=_HEAD, colour=QUIET)
    paper.y -= 8
    canvas.setFillColor(ACCENT)
    canvas.rect(paper.left - 10, paper.y + 4, 3, top - paper.y - 4, stroke=0, fill=1)


def _cards(paper: Paper, figures: tuple[KeyFigure, ...], words: ReportWords, a_line: int) -> None:
    """Write the key figures, each in a box of its own."""
    if not figures:
        return
    for first in range(0, len(figures), a_line):
        line = figures[first : first + a_line]
        width = (paper.width - _CARD_GAP * (a_line - 1)) / a_line
        paper.need(_CARD_HEIGHT + _CARD_GAP)
        paper.y -= _CARD_HEIGHT + _CARD_GAP
        base = paper.y
        for place, one in enumerate(line):
            _card(paper, paper.left + place * (width + _CARD_GAP), width, words, one)
            paper.y = base


def _a_line(count: int, *, is_wide: bool) -> int:
    """Return how many cards stand in a line."""
    most = _MOST_CARDS_WIDE if is_wide else _MOST_CARDS
    return max(count, 1) if count <= most else _CARDS_A_LINE


def _card(paper: Paper, x: float, width: float, words: ReportWords, one: KeyFigure) -> None:
    canvas, base = paper.canvas, paper.y
    title, value, before = words.figure(one)
    canvas.setFillColor(SOFT)
    canvas.roundRect(x, base, width, _CARD_HEIGHT, 4, stroke=0, fill=1)
    room = width - 16
    paper.y = base + _CARD_HEIGHT - 13
    heading = wrapped(shown(title), REGULAR, 8, room)[0]
    paper.text(x + 8, heading, size=8, colour=MUTED)
    size = 15.0
    while width_of(value, STRONG, size) > room and size > 6:
        size -= 0.5
    paper.y = base + _CARD_HEIGHT - 30
    paper.text(x + 8, shown(value), size=size, font=STRONG, colour=INK)
    if before:
        paper.y = base + 7
        change = one.change
        more = "" if change is None else f" ({_signed(change, one.kind, words)})"
        line = shown(words("before", value=before) + more)
        paper.text(x + 8, wrapped(line, REGULAR, 7.5, room)[0], size=7.5, colour=QUIET)


def _signed(change: float, kind: CellKind, words: ReportWords) -> str:
    sign = "+" if change > 0 else ""
    if kind is CellKind.SHARE:
        return words("points", value=sign + words.cell(CellKind.NUMBER, 100 * change))
    return sign + words.cell(CellKind.SHARE, change)


def _notes(paper: Paper, document: ReportDocument, words: ReportWords) -> None:
    if not document.notes:
        return
    paper.need(40)
    paper.y -= 10
    for note in document.notes:
        paper.paragraph(words.say(note), size=8, colour=MUTED)


def _definitions(paper: Paper, document: ReportDocument, words: ReportWords) -> None:
    """Write what the figures mean, in two columns of name and meaning."""
    if not document.definitions:
        return
    paper.need(90)
    paper.y -= 24
    paper.text(paper.left, words("definitions"), size=12, font=STRONG)
    paper.y -= 4
    names = paper.width * 0.24
    for one in document.definitions:
        title, meaning = words.definition(one)
        left = wrapped(shown(title), STRONG, 8, names - 10)
        right = wrapped(shown(meaning), REGULAR, 8, paper.width - names)
        height = max(len(left), len(right)) * 10.5 + 5
        paper.need(height)
        paper.canvas.setStrokeColor(LINE)
        paper.canvas.setLineWidth(0.4)
        paper.canvas.line(paper.left, paper.y - 2, paper.left + paper.width, paper.y - 2)
        top = paper.y - 2
        for lines, x, font in ((left, 0.0, STRONG), (right, names, REGULAR)):
            paper.y = top
            for text in lines:
                paper.y -= 10.5
                paper.text(paper.left + x, text, size=8, font=font, colour=INK)
        paper.y = top - height + 2
