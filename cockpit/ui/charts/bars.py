"""A bar chart: shares or counts in bins, a span that stands out, and marks between the bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cockpit.ui.charts.canvas import NOWHERE, Chart
from cockpit.ui.charts.painting import Caption, paint_captions, paint_mark, paint_spread_captions
from cockpit.ui.context import UiContext

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


class BarChart(Chart):
    """Bars from the left to the right, all of one width."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._title = self._summary = ""
        self._bars: tuple[Bar, ...] = ()
        self._marks: tuple[BarMark, ...] = ()
        self._span: BarSpan | None = None
        line = self.fontMetrics().height()
        self.margins = (4, 2 * line + 8, 4, line + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(
        self,
        title: str,
        summary: str,
        bars: Sequence[Bar],
        *,
        marks: Sequence[BarMark] = (),
        span: BarSpan | None = None,
    ) -> None:
        """Show these bars.

        Args:
            title: The heading, and the name for a screen reader.
            summary: What a glance tells.
            bars: From the left.
            marks: Upright lines over them.
            span: A bracket over some of them.
        """
        self._title, self._summary = title, summary
        self._bars, self._marks, self._span = tuple(bars), tuple(marks), span
        self.refresh()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Return what is shown."""
        return self._bars

    @property
    def span(self) -> BarSpan | None:
        """Return the bracket that is shown, if there is one."""
        return self._span

    @property
    def marks(self) -> tuple[BarMark, ...]:
        """Return the marks that are shown."""
        return self._marks

    @override
    def title(self) -> str:
        return self._title

    @override
    def summary(self) -> str:
        return self._summary

    @override
    def point_count(self) -> int:
        return len(self._bars)

    @override
    def point_at(self, place: QPointF) -> int:
        plot = self.plot_rect()
        if not self._bars or not plot.left() <= place.x() <= plot.right():
            return NOWHERE
        number = int((place.x() - plot.left()) / self._step())
        return min(number, len(self._bars) - 1)

    @override
    def point_rect(self, point: int) -> QRectF:
        bar = self._bar_rect(point)
        return bar.adjusted(-2, -2, 2, 2)

    @override
    def reading(self, point: int) -> str:
        return self._bars[point].reading

    @override
    def heading_rect(self) -> QRectF:
        line = self.fontMetrics().height()
        return QRectF(self.margins[0], 2, self.plot_rect().width(), line + 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, 130)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 96)

    @override
    def paint_plot(self, painter: QPainter) -> None:
        plot = self.plot_rect()
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self._bars):
            painter.setBrush(self.colour("accent" if bar.is_strong else "icon_neutral"))
            if bar.value > 0:
                painter.drawRoundedRect(self._bar_rect(number), _RADIUS, _RADIUS)
        painter.setPen(QPen(self.colour("border"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        self._paint_marks(painter, plot)
        self._paint_words(painter, plot)

    def _paint_words(self, painter: QPainter, plot: QRectF) -> None:
        labels = [
            Caption(self._centre(number), bar.label, bar.is_strong)
            for number, bar in enumerate(self._bars)
        ]
        below = QRectF(0, plot.bottom() + 2, self.width(), self.margins[3] - 2)
        paint_captions(painter, sorted(labels, key=_is_quiet), below, *self.inks())
        metrics = painter.fontMetrics()
        for number, bar in enumerate(self._bars):
            if bar.figure and metrics.horizontalAdvance(bar.figure) <= self._step():
                top = self._bar_rect(number).top()
                width, height = metrics.horizontalAdvance(bar.figure) + 2, metrics.height()
                room = QRectF(self._centre(number) - width / 2, top - height - 1, width, height)
                painter.fillRect(room, self.colour("surface"))  # a mark may run behind it
                painter.setPen(self.colour("ink" if bar.is_strong else "ink_quiet"))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, bar.figure)

    def _paint_marks(self, painter: QPainter, plot: QRectF) -> None:
        """Draw bracket and marks, and their words in the line between heading and plot."""
        line, captions = self.fontMetrics().height(), list[Caption]()
        above = QRectF(plot.left(), line + 4, plot.width(), line)
        for mark in self._marks:
            x = plot.left() + mark.place * self._step()
            pen = QPen(self.colour(mark.tint), 2, Qt.PenStyle.DashLine)
            paint_mark(painter, plot, x, pen)
            captions.append(Caption(x, mark.text, is_strong=True))
        if self._span is not None:
            start = plot.left() + self._span.start * self._step() + 1
            end = plot.left() + self._span.end * self._step() - 1
            painter.setPen(QPen(self.colour("accent"), 1.5))
            top, foot = plot.top() + 0.5, plot.top() + _BRACKET
            painter.drawPolyline(
                [QPointF(x, y) for x, y in ((start, foot), (start, top), (end, top), (end, foot))]
            )
            captions.append(Caption((start + end) / 2, self._span.text))
        paint_spread_captions(painter, captions, above, *self.inks("accent"))

    def _bar_rect(self, number: int) -> QRectF:
        plot = self.plot_rect()
        most = max((bar.value for bar in self._bars), default=0) or 1
        room = plot.height() - self.fontMetrics().height() - _BRACKET - 2
        height = max(self._bars[number].value / most * room, _LEAST_BAR)
        width = self._step() * _BAR_SHARE
        return QRectF(self._centre(number) - width / 2, plot.bottom() - height, width, height)

    def _step(self) -> float:
        return self.plot_rect().width() / max(len(self._bars), 1)

    def _centre(self, number: int) -> float:
        return self.plot_rect().left() + (number + 0.5) * self._step()


def _is_quiet(caption: Caption) -> bool:
    return not caption.is_strong
