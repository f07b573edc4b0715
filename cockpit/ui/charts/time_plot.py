"""One customer's orders in time: what they bought, how long they are silent, what is expected.

A bar per order, as high as its value; one far beyond the usual is cut and wears a diamond. The
silence since the last order is shaded, periods of blocked sales are hatched, the next order's
window is a framed box with its median, and marks say where the risk began and where today is.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cockpit.domain.cycle_reports import CyclePicture
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.charts.canvas import NOWHERE, Chart
from cockpit.ui.charts.figures import axis_day, short_money
from cockpit.ui.charts.painting import (
    Caption,
    hatching,
    paint_captions,
    paint_mark,
    paint_spread_captions,
    paint_value_axis,
)
from cockpit.ui.charts.scale import Scale, date_ticks, nice_ticks, padded
from cockpit.ui.charts.time_words import Part, TimeWords
from cockpit.ui.context import UiContext

_NOTHING_EXPECTED = (LifecycleStatus.LOST, LifecycleStatus.BLOCKED)
_LATE = (LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE)
_BAR = (1.0, 4.0)
_DIAMOND = 3.5
_HEADROOM = 10.0
_LEAST_BAR = 2.0
_NEAR = 5.0
_FAR = 16.0
_TICK_ROOM = 70.0
_TICK_HEIGHT = 22.0
_AHEAD_SHARE = 0.5
_AHEAD_DAYS = 60


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where everything lies, in pixels.

    Attributes:
        days: The scale of proleptic ordinals.
        cents: The scale of values.
        ticks: The values that the axis names.
        places: Per order shown its horizontal place, ascending.
        tops: Per order shown its bar's upper end.
        bars: The bars, one per pixel column at most.
        parts: What lies between and behind the bars, for the cursor after the orders.
    """

    days: Scale
    cents: Scale
    ticks: tuple[float, ...]
    places: tuple[float, ...]
    tops: tuple[float, ...]
    bars: tuple[QLineF, ...]
    parts: tuple[tuple[Part, QRectF], ...]


class TimePlot(Chart):
    """Orders in time over an axis of values."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._picture: CyclePicture | None = None
        self._status = LifecycleStatus.ACTIVE
        self._words = TimeWords(ctx, self)
        self._layout: _Layout | None = None
        line = self.fontMetrics().height()
        self.margins = (52, 2 * line + 8, 6, line + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: CyclePicture, status: LifecycleStatus) -> None:
        """Show a customer's orders; without any order there is nothing to draw.

        Of who is lost no order is expected; of who is blocked, neither an order nor a risk.
        """
        if status in _NOTHING_EXPECTED:
            picture = replace(
                picture, expected_from_on=None, expected_on=None, expected_until_on=None
            )
        if status is LifecycleStatus.BLOCKED:
            picture = replace(picture, at_risk_on=None)
        self._picture, self._status = picture, status
        self._words.is_late = status in _LATE
        self.refresh()

    @override
    def refresh(self) -> None:
        self._layout = None  # an axis is as wide as its words
        super().refresh()

    # --- for the cursor and the screen reader ----------------------------------------------------

    @override
    def title(self) -> str:
        return self._words.title()

    @override
    def summary(self) -> str:
        return "" if self._picture is None else self._words.summary(self._picture)

    @override
    def point_count(self) -> int:
        layout = self._placed()
        return 0 if layout is None else len(layout.places) + len(layout.parts)

    @override
    def point_at(self, place: QPointF) -> int:
        layout = self._placed()
        if layout is None:
            return NOWHERE
        order = _nearest(layout.places, place.x())
        distance = abs(layout.places[order] - place.x())
        if distance > _NEAR:
            for number, (_, rect) in enumerate(layout.parts):
                if rect.left() - 2 <= place.x() <= rect.right() + 2:
                    return len(layout.places) + number
        return order if distance <= _FAR else NOWHERE

    @override
    def point_rect(self, point: int) -> QRectF:
        layout = self._placed()
        if layout is None:
            return QRectF()
        if point >= len(layout.places):
            return layout.parts[point - len(layout.places)][1].adjusted(-2, 0, 2, 0)
        place, top = layout.places[point], layout.tops[point]
        return QRectF(place - 4, top - 3, 8, self.plot_rect().bottom() - top + 3)

    @override
    def reading(self, point: int) -> str:
        layout, picture = self._placed(), self._picture
        if layout is None or picture is None:
            return ""
        if point < len(layout.places):
            return self._words.order(picture, point)
        return self._words.part(picture, layout.parts[point - len(layout.places)][0])

    @override
    def heading_rect(self) -> QRectF:
        line = self.fontMetrics().height()
        return QRectF(6, 2, self.width() - 12, line + 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, 150)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 110)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout = None

    # --- painting --------------------------------------------------------------------------------

    @override
    def paint_plot(self, painter: QPainter) -> None:
        layout, picture = self._placed(), self._picture
        if layout is None or picture is None:
            return
        plot = self.plot_rect()
        self._paint_axes(painter, plot, layout)
        self._paint_grounds(painter, layout)
        painter.setPen(QPen(self.colour("border"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        self._paint_bars(painter, plot, layout, picture)
        self._paint_marks(painter, plot, layout, picture)
        self._paint_captions(painter, plot, layout, picture)

    def _paint_axes(self, painter: QPainter, plot: QRectF, layout: _Layout) -> None:
        language = self.ctx.language
        paint_value_axis(
            painter,
            plot,
            scale=layout.cents,
            ticks=layout.ticks,
            show=lambda cents: short_money(cents, language),
            line=self.colour("hairline"),
            ink=self.colour("ink_quiet"),
        )
        first, last = round(layout.days.low), round(layout.days.high)
        wanted = max(int(plot.width() / _TICK_ROOM), 2)
        ticks = date_ticks(date.fromordinal(first), date.fromordinal(last), wanted)
        captions = [
            Caption(layout.days.at(day.toordinal()), axis_day(day, ticks.unit, language))
            for day in ticks.days
        ]
        room = QRectF(plot.left(), plot.bottom() + 3, plot.width(), self.margins[3] - 3)
        paint_captions(painter, captions, room, *self.inks())

    def _paint_grounds(self, painter: QPainter, layout: _Layout) -> None:
        status = self.ctx.theme.status_colour(self._status)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, rect in layout.parts:
            if part.kind == "silence":
                status.setAlphaF(0.14)
                painter.fillRect(rect, status)
            elif part.kind == "blocked":
                painter.fillRect(rect, hatching(self.colour("blocked", 0.6)))
            elif part.kind == "expected":
                painter.setPen(QPen(self.colour("accent"), 1))
                painter.setBrush(self.colour("accent_soft"))
                painter.drawRoundedRect(rect.adjusted(0, 2, 0, 0), 3, 3)

    def _paint_bars(
        self, painter: QPainter, plot: QRectF, layout: _Layout, picture: CyclePicture
    ) -> None:
        least, most = _BAR
        width = min(max(plot.width() / max(len(layout.places), 1) * 0.5, least), most)
        pen = QPen(self.colour("ink_muted"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(list(layout.bars))
        painter.setPen(QPen(self.colour("ink_muted"), 1.2))
        painter.setBrush(self.colour("surface"))
        former = -_FAR
        for place, top, is_far in zip(layout.places, layout.tops, picture.is_outlier, strict=False):
            if is_far and place - former >= _DIAMOND:
                former = place
                painter.drawPolygon(_diamond(place, top - _DIAMOND))

    def _paint_marks(
        self, painter: QPainter, plot: QRectF, layout: _Layout, picture: CyclePicture
    ) -> None:
        if picture.expected_on is not None:
            place = layout.days.at(picture.expected_on.toordinal())
            if place <= plot.right():
                pen = QPen(self.colour("accent"), 1, Qt.PenStyle.DashLine)
                paint_mark(painter, plot.adjusted(0, 2, 0, 0), place, pen)
        if picture.at_risk_on is not None:
            place = layout.days.at(picture.at_risk_on.toordinal())
            if plot.left() <= place <= plot.right():
                warning = self.colour("warning")
                paint_mark(painter, plot, place, QPen(warning, 1.2, Qt.PenStyle.DotLine))
                painter.setBrush(warning)
                painter.setPen(Qt.PenStyle.NoPen)
                flag = (QPointF(place, plot.top()), QPointF(place + 7, plot.top() + 3.5))
                painter.drawPolygon(QPolygonF([*flag, QPointF(place, plot.top() + 7)]))
        today = layout.days.at(picture.today.toordinal())
        pen = QPen(self.ctx.theme.status_colour(self._status), 2.5)
        paint_mark(painter, plot, today, pen)

    def _paint_captions(
        self, painter: QPainter, plot: QRectF, layout: _Layout, picture: CyclePicture
    ) -> None:
        """Name the marks, above the plot."""
        line = self.fontMetrics().height()
        room = QRectF(plot.left(), line + 4, plot.width(), line)
        captions = []
        for day, text in self._words.captions(picture):
            place = layout.days.at(day.toordinal())
            if place <= plot.right() + 1:
                captions.append(Caption(place, text))
        paint_spread_captions(painter, captions, room, *self.inks())

    # --- geometry --------------------------------------------------------------------------------

    def _placed(self) -> _Layout | None:
        """Return where everything lies in the present size, or None without any order."""
        if self._layout is None and self._picture is not None and self._picture.order_on:
            self._layout = self._place(self._picture)
        return self._layout

    def _place(self, picture: CyclePicture) -> _Layout:
        shown = picture.order_on
        values = picture.value_cents
        is_far = picture.is_outlier
        usual = [value for value, far in zip(values, is_far, strict=True) if not far]
        most = max(usual or values, default=0) or 1
        ticks = self._make_room_for_ticks(most)
        plot = self.plot_rect()
        first, last = padded(shown[0], _last_day(picture, shown[0]), 0.01)
        days = Scale(first.toordinal(), last.toordinal(), plot.left(), plot.right())
        cents = Scale(0, most, plot.bottom(), plot.top() + _HEADROOM)
        floor, roof = plot.bottom() - _LEAST_BAR, cents.end
        places = days.at_all(day.toordinal() for day in shown)
        tops = tuple(min(max(top, roof), floor) for top in cents.at_all(values))
        columns: dict[int, float] = {}
        for place, top in zip(places, tops, strict=True):
            column = int(place * 2)  # two to a pixel are told apart on a fine screen
            if top < columns.get(column, plot.bottom()):
                columns[column] = top
        bars = tuple(QLineF(x / 2, plot.bottom(), x / 2, top) for x, top in columns.items())
        return _Layout(days, cents, ticks, places, tops, bars, tuple(_parts(picture, days, plot)))

    def _make_room_for_ticks(self, most: int) -> tuple[float, ...]:
        """Return the values that the axis names, and give it the room that their words take."""
        wanted = max(int(self.plot_rect().height() / _TICK_HEIGHT), 2)
        ticks = nice_ticks(0, most, wanted)[1:]
        metrics, language = self.fontMetrics(), self.ctx.language
        widths = [metrics.horizontalAdvance(short_money(tick, language)) for tick in ticks]
        _, top, right, bottom = self.margins
        self.margins = (max(widths, default=0) + 12, top, right, bottom)
        return ticks


def _last_day(picture: CyclePicture, first: date) -> date:
    """Return the last day to show: the expected order's, if it is not too far to come."""
    latest = max(picture.today, picture.order_on[-1])
    ahead = max(round((latest - first).days * _AHEAD_SHARE), _AHEAD_DAYS)
    limit = min(latest.toordinal() + ahead, date.max.toordinal() - 1)
    wanted = max(latest, picture.expected_until_on or latest)
    return min(wanted, date.fromordinal(limit))


def _parts(picture: CyclePicture, days: Scale, plot: QRectF) -> Iterator[tuple[Part, QRectF]]:
    """Yield what can be pointed at beside the orders, the narrowest first where they overlap."""
    risk = picture.at_risk_on
    if risk is not None and days.low <= risk.toordinal() <= days.high:
        place = days.at(risk.toordinal())
        yield Part("risk", risk, risk), QRectF(place - 2, plot.top(), 4, plot.height())
    for start, end in picture.blocked:
        rect = _between(start, end or picture.today, days, plot)
        if rect.width() > 0:
            yield Part("blocked", start, end), rect
    if picture.expected_from_on is not None and picture.expected_until_on is not None:
        rect = _between(picture.expected_from_on, picture.expected_until_on, days, plot)
        if picture.expected_from_on.toordinal() <= days.high:
            rect.setWidth(max(rect.width(), 4.0))
            yield Part("expected", picture.expected_from_on, picture.expected_until_on), rect
    last = picture.order_on[-1]
    if last < picture.today:
        silence = _between(last, picture.today, days, plot)
        yield Part("silence", last, picture.today), silence


def _between(start: date, end: date, days: Scale, plot: QRectF) -> QRectF:
    """Return the plot's strip between two days, cut at its edges."""
    left = max(days.at(start.toordinal()), plot.left())
    right = min(days.at(end.toordinal()), plot.right())
    return QRectF(left, plot.top(), max(right - left, 0.0), plot.height())


def _nearest(places: tuple[float, ...], x: float) -> int:
    """Return the number of the place nearest to one, of at least one place, ascending."""
    after = min(bisect_left(places, x), len(places) - 1)
    before = max(after - 1, 0)
    return before if x - places[before] < places[after] - x else after


def _diamond(x: float, y: float) -> QPolygonF:
    half = _DIAMOND
    return QPolygonF(
        [QPointF(x - half, y), QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half)]
    )
