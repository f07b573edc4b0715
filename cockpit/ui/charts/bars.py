"""A bar chart: shares or counts in bins, a span that stands out, and marks between the bars."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cockpit.ui.charts.bar_painting import Bar, BarMark, BarPainting, BarSpan
from cockpit.ui.charts.canvas import NOWHERE, Chart
from cockpit.ui.context import UiContext


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
        number = int((place.x() - plot.left()) / self._painting().step)
        return min(number, len(self._bars) - 1)

    @override
    def point_rect(self, point: int) -> QRectF:
        bar = self._painting().bar_rect(point)
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
        painting, line = self._painting(), self.fontMetrics().height()
        above = QRectF(painting.plot.left(), line + 4, painting.plot.width(), line)
        painting.paint_bars(painter)
        painting.paint_marks(painter, self._marks, self._span, above)
        painting.paint_words(painter)

    def _painting(self) -> BarPainting:
        plot = self.plot_rect()
        below = QRectF(0, plot.bottom() + 2, self.width(), self.margins[3] - 2)
        return BarPainting(self._bars, plot, self.fontMetrics().height(), below, self.colour)
