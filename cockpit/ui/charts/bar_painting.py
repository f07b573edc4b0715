"""How bars are drawn: by the charts on screen and by the pictures that leave in a letter.

Nothing here is a widget, so that a picture can be painted on any thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cockpit.ui.charts.painting import Caption, paint_captions, paint_mark, paint_spread_captions

_BAR_SHARE = 0.78
_LEAST_BAR = 1.5
_RADIUS = 2.0
_BRACKET = 5.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bin.

    Attributes:
        value: Its height, 0 or more, in any unit.
        label: Words under the bar.
        reading: The bar in words, for the cursor.
        figure: Words above the bar, where there is room; may be empty.
        is_strong: Whether it is drawn as one that stands out.
    """

    value: float
    label: str
    reading: str
    figure: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class BarMark:
    """A mark across the plot, for example today's silence.

    Attributes:
        place: In bars from the left: 2.5 lies in the middle of the third bar.
        text: Its words, above the plot.
        tint: The theme's colour, by its token.
    """

    place: float
    text: str
    tint: str = "accent"


@dataclass(frozen=True, slots=True)
class BarSpan:
    """A bracket over some bars, for example where purchases concentrate.

    Attributes:
        start: Where it begins, in bars from the left.
        end: Where it ends.
        text: Its words.
    """

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class BarPainting:
    """Bars of one width in a room.

    Attributes:
        bars: From the left.
        plot: Where they stand, without heading and labels.
        line: The height of a line of words, in pixels.
        below: The room under the plot, for the labels.
        colour: Returns a colour by its token.
    """

    bars: Sequence[Bar]
    plot: QRectF
    line: float
    below: QRectF
    colour: Callable[[str], QColor]

    @property
    def step(self) -> float:
        """Return the room of one bar, with its gap."""
        return self.plot.width() / max(len(self.bars), 1)

    def centre(self, number: int) -> float:
        """Return the horizontal middle of a bar."""
        return self.plot.left() + (number + 0.5) * self.step

    def bar_rect(self, number: int) -> QRectF:
        """Return where a bar is drawn."""
        most = max((bar.value for bar in self.bars), default=0) or 1
        room = self.plot.height() - self.line - _BRACKET - 2
        height = max(self.bars[number].value / most * room, _LEAST_BAR)
        width = self.step * _BAR_SHARE
        return QRectF(self.centre(number) - width / 2, self.plot.bottom() - height, width, height)

    def paint_bars(self, painter: QPainter) -> None:
        """Draw the bars on their ground line."""
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self.bars):
            painter.setBrush(self.colour("accent" if bar.is_strong else "icon_neutral"))
            if bar.value > 0:
                painter.drawRoundedRect(self.bar_rect(number), _RADIUS, _RADIUS)
        painter.setPen(QPen(self.colour("border"), 1))
        painter.drawLine(self.plot.bottomLeft(), self.plot.bottomRight())

    def paint_words(self, painter: QPainter) -> None:
        """Write the labels below and the figures above the bars."""
        labels = [
            Caption(self.centre(number), bar.label, bar.is_strong)
            for number, bar in enumerate(self.bars)
        ]
        quiet, strong = self.colour("ink_quiet"), self.colour("ink")
        paint_captions(painter, sorted(labels, key=_is_quiet), self.below, quiet, strong)
        metrics = painter.fontMetrics()
        for number, bar in enumerate(self.bars):
            if bar.figure and metrics.horizontalAdvance(bar.figure) <= self.step:
                top = self.bar_rect(number).top()
                width, height = metrics.horizontalAdvance(bar.figure) + 2, metrics.height()
                room = QRectF(self.centre(number) - width / 2, top - height - 1, width, height)
                painter.fillRect(room, self.colour("surface"))  # a mark may run behind it
                painter.setPen(strong if bar.is_strong else quiet)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, bar.figure)

    def paint_marks(
        self, painter: QPainter, marks: Sequence[BarMark], span: BarSpan | None, above: QRectF
    ) -> None:
        """Draw bracket and marks over the plot, and their words in the room above it."""
        captions = list[Caption]()
        for mark in marks:
            x = self.plot.left() + mark.place * self.step
            paint_mark(painter, self.plot, x, QPen(self.colour(mark.tint), 2, Qt.PenStyle.DashLine))
            captions.append(Caption(x, mark.text, is_strong=True))
        if span is not None:
            start = self.plot.left() + span.start * self.step + 1
            end = self.plot.left() + span.end * self.step - 1
            painter.setPen(QPen(self.colour("accent"), 1.5))
            top, foot = self.plot.top() + 0.5, self.plot.top() + _BRACKET
            painter.drawPolyline(
                [QPointF(x, y) for x, y in ((start, foot), (start, top), (end, top), (end, foot))]
            )
            captions.append(Caption((start + end) / 2, span.text))
        inks = self.colour("accent"), self.colour("ink")
        paint_spread_captions(painter, captions, above, *inks)


def _is_quiet(caption: Caption) -> bool:
    return not caption.is_strong
