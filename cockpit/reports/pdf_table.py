"""Tables on paper: heads on each page, figures on the right, long names in several lines."""

from collections.abc import Sequence

from cockpit.domain.reports import ReportCell, ReportColumn, ReportTable
from cockpit.reports.pdf_page import (
    BAND,
    INK,
    LINE,
    MUTED,
    QUIET,
    REGULAR,
    STRONG,
    Paper,
    shown,
    width_of,
    wrapped,
)
from cockpit.reports.words import ReportWords
from cockpit.services.ports import OnRow, nobody_counts

_SIZE, _HEAD_SIZE = 8.0, 7.5
_LEADING = 1.3
_PAD = 4.0
_TITLE = 12.0
#: No name takes more lines.
_MOST_LINES = 4
#: A column exactly as wide as its widest figure would break it where sums of floats are rounded.
_HAIR = 0.01
#: Texts are narrowed to this share of what they want before figures are.
_NARROWEST = 0.5
_Lines = list[list[str]]


class PaperTable:
    """Draws one table."""

    def __init__(self, paper: Paper, table: ReportTable, words: ReportWords) -> None:
        self._paper = paper
        self._table = table
        self._words = words
        self._widths = self._shares()
        self._head = [
            wrapped(shown(words.say(column.title)), STRONG, _HEAD_SIZE, width - 2 * _PAD)
            for column, width in zip(table.columns, self._widths, strict=True)
        ]

    def draw(self, on_row: OnRow = nobody_counts) -> None:
        """Draw it, on as many pages as it takes."""
        paper, table = self._paper, self._table
        title = self._words.say(table.title)
        head = self._height(self._head, _HEAD_SIZE)
        paper.need(_TITLE * 2 + head + 3 * self._height([[""]], _SIZE))
        self._titled(title)
        if not table.rows and not table.total:
            paper.paragraph(self._words("empty"), colour=MUTED)
            return
        self._draw_head()
        for number, row in enumerate(table.rows):
            self._row(row, title, is_shaded=number % 2 == 1)
            on_row()
        if not table.rows:
            paper.paragraph(self._words("empty"), size=_SIZE, colour=MUTED)
            paper.y -= _PAD
        if table.total:
            self._total(title)

    def _titled(self, title: str) -> None:
        paper = self._paper
        paper.y -= _TITLE * (1.0 if paper.is_fresh else 2.0)
        paper.text(paper.left, shown(title), size=_TITLE, font=STRONG)
        paper.y -= _TITLE * 0.6

    def _shares(self) -> list[float]:
        """Return the columns' widths: what their cells need, the text taking what is left."""
        columns, room = self._table.columns, self._paper.width
        least = [self._least(place, column) for place, column in enumerate(columns)]
        spare = room - sum(least)
        if spare <= 0:
            return self._narrowed(least)
        texts = [0.0 if one.kind.is_figure else one.weight for one in columns]
        weights = texts if any(texts) else [one.weight for one in columns]
        whole = sum(weights)
        return [one + spare * weight / whole for one, weight in zip(least, weights, strict=True)]

    def _narrowed(self, least: list[float]) -> list[float]:
        """Return widths that fit: texts are narrowed as long as they can be, figures after them."""
        columns = self._table.columns
        texts = sum(
            one for one, column in zip(least, columns, strict=True) if not column.kind.is_figure
        )
        left = texts - (sum(least) - self._paper.width)
        if left < texts * _NARROWEST:
            return [one * self._paper.width / sum(least) for one in least]
        return [
            one if column.kind.is_figure else one * left / texts
            for one, column in zip(least, columns, strict=True)
        ]

    def _least(self, place: int, column: ReportColumn) -> float:
        """Return what a column needs at least: its figures whole, its text's longest word."""
        words = self._words
        title = shown(words.say(column.title)).split()
        longest = max((width_of(one, STRONG, _HEAD_SIZE) for one in title), default=0.0)
        cells = [row[place] for row in self._table.rows]
        if self._table.total:
            cells.append(self._table.total[place])
        if column.kind.is_figure:
            # The longest text is about the widest: measuring thousands of figures takes long.
            texts = sorted({words.cell(column.kind, one) for one in cells}, key=len)[-20:]
            widest = max((width_of(one, STRONG, _SIZE) for one in texts), default=0.0)
        else:
            widest = 42.0 * column.weight / 1.2
        return max(longest, widest) + 2 * _PAD + _HAIR

    def _height(self, cells: _Lines, size: float) -> float:
        return max(len(lines) for lines in cells) * size * _LEADING + _PAD

    def _draw_head(self) -> None:
        paper, height = self._paper, self._height(self._head, _HEAD_SIZE)
        self._lines(self._head, STRONG, _HEAD_SIZE, MUTED)
        paper.y -= height
        paper.canvas.setStrokeColor(INK)
        paper.canvas.setLineWidth(0.8)
        paper.canvas.line(paper.left, paper.y, paper.left + paper.width, paper.y)

    def _row(self, row: Sequence[ReportCell], title: str, *, is_shaded: bool) -> None:
        paper, cells = self._paper, self._wrapped(row, REGULAR)
        height = self._height(cells, _SIZE)
        if paper.room < height:
            self._continue(title)
        if is_shaded:
            paper.canvas.setFillColor(BAND)
            paper.canvas.rect(paper.left, paper.y - height, paper.width, height, stroke=0, fill=1)
        self._lines(cells, REGULAR, _SIZE, INK)
        paper.y -= height

    def _total(self, title: str) -> None:
        paper, cells = self._paper, self._wrapped(self._table.total, STRONG)
        height = self._height(cells, _SIZE)
        if paper.room < height:
            self._continue(title)
        paper.canvas.setStrokeColor(INK)
        paper.canvas.setLineWidth(0.8)
        paper.canvas.line(paper.left, paper.y, paper.left + paper.width, paper.y)
        self._lines(cells, STRONG, _SIZE, INK)
        paper.y -= height
        paper.canvas.setStrokeColor(LINE)
        paper.canvas.line(paper.left, paper.y, paper.left + paper.width, paper.y)

    def _continue(self, title: str) -> None:
        paper = self._paper
        paper.turn()
        paper.y -= _SIZE
        words = self._words("continued", title=title)
        paper.text(paper.left, shown(words), size=_SIZE, colour=QUIET)
        paper.y -= _SIZE
        self._draw_head()

    def _wrapped(self, row: Sequence[ReportCell], font: str) -> _Lines:
        found = []
        for column, cell, width in zip(self._table.columns, row, self._widths, strict=True):
            text = self._words.cell(column.kind, cell)
            room = width - 2 * _PAD
            if column.kind.is_figure and not width_of(text, font, _SIZE) > room:
                found.append([text])
                continue
            lines = wrapped(shown(text), font, _SIZE, room)
            if len(lines) > _MOST_LINES:
                lines = [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1][:-1] + "…"]
            found.append(lines)
        return found

    def _lines(self, cells: _Lines, font: str, size: float, colour: str) -> None:
        """Write cells from the present height down; the height stays."""
        paper, top = self._paper, self._paper.y
        paper.canvas.setFont(font, size)
        paper.canvas.setFillColor(colour)
        x = paper.left
        for column, lines, width in zip(self._table.columns, cells, self._widths, strict=True):
            y = top - _PAD / 2 - size
            for line in lines:
                if column.kind.is_figure:
                    paper.canvas.drawRightString(x + width - _PAD, y, line)
                else:
                    paper.canvas.drawString(x + _PAD, y, line)
                y -= size * _LEADING
            x += width
