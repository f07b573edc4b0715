"""A4 pages with a place to write on, and lines at their foot that know how many pages there are."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import resources

REGULAR, STRONG = "InterPaper", "InterPaper-SemiBold"
#: Colours of the screens' light theme, on white.
INK, MUTED, QUIET = "#211e1a", "#544e46", "#6d665c"
LINE, BAND, ACCENT, SOFT = "#d2cbbf", "#f5f3ee", "#0e5e5a", "#dcebe8"
WARM, COOL = "#8a4b00", "#285a9c"
MILLIMETRE = 72 / 25.4
_MARGIN = 15 * MILLIMETRE
_FOOT = 12 * MILLIMETRE
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def load_fonts() -> None:
    """Make the typeface known to the library; again costs nothing."""
    for name, file in ((REGULAR, "InterPaper-Regular.ttf"), (STRONG, "InterPaper-SemiBold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", file))))


def shown(text: str) -> str:
    """Return a text as the typeface can show it: other signs become a replacement character."""
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    return "".join(one if ord(one) in known else _UNKNOWN for one in " ".join(text.split()))


def width_of(text: str, font: str, size: float) -> float:
    """Return how wide a text is, in points."""
    width: float = pdfmetrics.stringWidth(text, font, size)
    return width


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """Return a text as lines that fit; a word that is too long is broken."""
    lines: list[str] = []
    for line in simpleSplit(text, font, size, width):
        begin = 0
        while begin < len(line):
            end = begin + _fitting(line, begin, partial(width_of, font=font, size=size), width)
            lines.append(line[begin:end])
            begin = end
    return lines or [""]


def _fitting(line: str, begin: int, measured: Callable[[str], float], width: float) -> int:
    """Return how many signs of a line fit from one on, at least one.

    A line of many thousand signs is never measured as a whole.
    """
    low, high = 1, 2
    while begin + high <= len(line) and measured(line[begin : begin + high]) <= width:
        low, high = high, 2 * high
    high = min(high, len(line) - begin + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if measured(line[begin : begin + middle]) <= width:
            low = middle
        else:
            high = middle
    return low


class Paper:
    """Pages that are written on from the top down, in points.

    Attributes:
        canvas: The library's canvas; its zero is at the bottom on the left.
        left: Where writing begins.
        width: How wide it may be.
        y: Where the next line begins, counted from the bottom.
        page: Number of the page.
    """

    def __init__(self, path: Path, *, is_wide: bool, title: str, author: str) -> None:
        """Begin a file.

        Args:
            path: Where it is written when it is finished.
            is_wide: Whether its pages lie on their long side.
            title: What readers show as its title.
            author: Whose it is.
        """
        load_fonts()
        self._size = landscape(A4) if is_wide else A4
        # Compressed, and without the instant of its making, which stands on the page.
        self.canvas: Any = Canvas(str(path), pagesize=self._size, pageCompression=1, invariant=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("Giro")
        self.left: float = _MARGIN
        self.width: float = self._size[0] - 2 * _MARGIN
        self.page = 1
        self.y = self._top
        self._states: list[dict[str, Any]] = []

    @property
    def _top(self) -> float:
        return float(self._size[1] - _MARGIN)

    @property
    def bottom(self) -> float:
        """Return how far down may be written."""
        return float(_MARGIN + _FOOT)

    @property
    def room(self) -> float:
        """Return how much room is left on the page."""
        return self.y - self.bottom

    @property
    def is_fresh(self) -> bool:
        """Return whether nothing stands on the page yet."""
        return self.y == self._top

    def turn(self) -> None:
        """Begin the next page."""
        # The page is kept and written at the end, when it is known how many there are.
        self._states.append(dict(self.canvas.__dict__))
        self.canvas._startPage()
        self.page += 1
        self.y = self._top

    def need(self, height: float) -> None:
        """Begin the next page where so much does not fit any more."""
        if self.room < height and not self.is_fresh:
            self.turn()

    def text(
        self,
        x: float,
        text: str,
        *,
        size: float = 9,
        font: str = REGULAR,
        colour: str = INK,
        is_right: bool = False,
    ) -> None:
        """Write a line at the present height; ``x`` is its end where it stands on the right."""
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(colour)
        draw = self.canvas.drawRightString if is_right else self.canvas.drawString
        draw(x, self.y, text)

    def paragraph(
        self, text: str, *, size: float = 9, font: str = REGULAR, colour: str = INK
    ) -> None:
        """Write a text in as many lines as it takes."""
        for line in wrapped(shown(text), font, size, self.width):
            self.need(size * 1.4)
            self.y -= size * 1.4
            self.text(self.left, line, size=size, font=font, colour=colour)

    def finish(self, foot: Callable[[int, int], tuple[str, str]]) -> None:
        """Write the file.

        Args:
            foot: Returns what stands on the left and on the right of a page's foot.
        """
        self._states.append(dict(self.canvas.__dict__))
        for number, state in enumerate(self._states, start=1):
            self.canvas.__dict__.update(state)
            self._foot(*foot(number, len(self._states)))
            self.canvas.showPage()
        self.canvas.save()

    def _foot(self, left: str, right: str) -> None:
        self.canvas.setStrokeColor(LINE)
        self.canvas.setLineWidth(0.5)
        height = _MARGIN + _FOOT / 2
        self.canvas.line(self.left, height, self.left + self.width, height)
        self.y = _MARGIN
        end = self.left + self.width
        room = self.width - width_of(right, REGULAR, 7.5) - 12
        first = wrapped(left, REGULAR, 7.5, room)[0]
        self.text(self.left, first, size=7.5, colour=QUIET)
        self.text(end, right, size=7.5, colour=QUIET, is_right=True)
