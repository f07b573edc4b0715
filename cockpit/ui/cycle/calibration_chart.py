"""The calibration plot: what was predicted against what came, one dot per group of customers."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.cycle_reports import CalibrationBin
from cockpit.ui.charts.canvas import NOWHERE, Chart
from cockpit.ui.charts.painting import Caption, paint_captions, paint_value_axis
from cockpit.ui.charts.scale import Scale
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.words import percent

_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_LEAST_DOT, _MOST_DOT = 3.5, 11.0
_REACH = 24.0


class CalibrationChart(Chart):
    """Dots on the diagonal are honest predictions; a dot's area is its number of customers."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._bins: tuple[CalibrationBin, ...] = ()
        self._horizon_days = 0
        line = self.fontMetrics().height()
        self.margins = (44, line + 8, 12, 2 * line + 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bins(self, bins: Sequence[CalibrationBin], horizon_days: int) -> None:
        """Show these groups; those without customers are left out."""
        self._horizon_days = horizon_days
        self._bins = tuple(one for one in bins if one.count)
        self.refresh()

    @property
    def bins(self) -> tuple[CalibrationBin, ...]:
        """Return the groups shown."""
        return self._bins

    @override
    def title(self) -> str:
        return self.tr("Predicted and observed: no order within {days} days").format(
            days=self._horizon_days
        )

    @override
    def summary(self) -> str:
        return "; ".join(self.reading(point) for point in range(len(self._bins)))

    @override
    def point_count(self) -> int:
        return len(self._bins)

    @override
    def point_at(self, place: QPointF) -> int:
        near = [
            (QLineF(place, self._place(one)).length(), number)
            for number, one in enumerate(self._bins)
        ]
        distance, number = min(near, default=(_REACH, NOWHERE))
        return number if distance < _REACH else NOWHERE

    @override
    def point_rect(self, point: int) -> QRectF:
        size = self._radius(self._bins[point]) + 2
        centre = self._place(self._bins[point])
        return QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size)

    @override
    def reading(self, point: int) -> str:
        one, language = self._bins[point], self.ctx.language
        return self.tr("predicted {predicted}, observed {observed} ({count} predictions)").format(
            predicted=percent(one.predicted, language),
            observed=percent(one.observed, language),
            count=formats.integer(one.count, language),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(220, 160)

    @override
    def paint_plot(self, painter: QPainter) -> None:
        plot, language = self.plot_rect(), self.ctx.language
        across, up = self._scales()
        ink = self.colour("ink_quiet")
        paint_value_axis(
            painter,
            plot,
            scale=up,
            ticks=_TICKS,
            show=lambda tick: percent(tick, language),
            line=self.colour("hairline"),
            ink=ink,
        )
        line = self.fontMetrics().height()
        ticks = [Caption(across.at(tick), percent(tick, language)) for tick in _TICKS]
        below = QRectF(0, plot.bottom() + 4, self.width(), line)
        paint_captions(painter, ticks, below, ink, ink)
        axis = [Caption(plot.center().x(), self.tr("predicted →  (↑ observed)"))]
        paint_captions(painter, axis, below.translated(0, line), ink, ink)
        painter.setPen(QPen(self.colour("icon_neutral"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), plot.bottom()), QPointF(plot.right(), plot.top()))
        if len(self._bins) > 1:
            painter.setPen(QPen(self.colour("accent", 0.6), 1.5))
            painter.drawPolyline([self._place(one) for one in self._bins])
        painter.setPen(QPen(self.colour("surface"), 1))
        painter.setBrush(self.colour("accent"))
        for one in self._bins:
            radius = self._radius(one)
            painter.drawEllipse(self._place(one), radius, radius)

    def _scales(self) -> tuple[Scale, Scale]:
        plot = self.plot_rect()
        return Scale(0, 1, plot.left(), plot.right()), Scale(0, 1, plot.bottom(), plot.top())

    def _place(self, one: CalibrationBin) -> QPointF:
        across, up = self._scales()
        return QPointF(across.at(one.predicted), up.at(one.observed))

    def _radius(self, one: CalibrationBin) -> float:
        most = max(other.count for other in self._bins)
        return _LEAST_DOT + (_MOST_DOT - _LEAST_DOT) * float((one.count / most) ** 0.5)
