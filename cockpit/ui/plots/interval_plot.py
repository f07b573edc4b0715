"""Where figures lie: a mark for the estimate and a line for its interval, beside nothing at all."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.plots.plot import Plot, Show
from cockpit.ui.plots.spots import Box, Spot

_HALF, _NAMES_SHARE, _MOST_WIDE = 0.3, 0.34, 260


@dataclass(frozen=True, slots=True)
class Range:
    """One figure with its interval.

    Attributes:
        name: Stands before it.
        low: The least that it may be.
        middle: The estimate.
        high: The most.
        reading: In words.
        key: What opens its customers.
        is_clear: Whether the interval leaves nothing (0) out; drawn filled then.
    """

    name: str
    low: float
    middle: float
    high: float
    reading: str
    key: object = None
    is_clear: bool = False


class IntervalPlot(Plot):
    """One figure below the other, in the order in which they are given."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._ranges: tuple[Range, ...] = ()
        self._show_value: Show = lambda value, _: str(value)
        self.item.getViewBox().invertY(b=True)

    def show_ranges(self, title: str, summary: str, ranges: Sequence[Range], show: Show) -> None:
        """Show these figures.

        Args:
            title: The heading.
            summary: What a glance tells.
            ranges: From above.
            show: Writes a value for the axis.
        """
        self._ranges, self._show_value = tuple(ranges), show
        self._show(title, summary)

    @override
    def _draw(self) -> Sequence[Spot]:
        rows = self._ranges
        low = min((one.low for one in rows), default=0)
        high = max((one.high for one in rows), default=0)
        low, high = min(low, 0.0), max(high, 0.0)
        span = (high - low) or 1
        self.set_range((low - span * 0.05, high + span * 0.05), (-0.6, max(len(rows), 3) - 0.4))
        self.value_ticks("bottom", low, high, self._show_value)
        most = min(int(self.width() * _NAMES_SHARE), _MOST_WIDE)
        self.ticks("left", [(n, self.shortened(one.name, most)) for n, one in enumerate(rows)])
        self.line(0, is_upright=True, ink="ink_quiet")
        for number, one in enumerate(rows):
            self._draw_range(number, one)
        return [
            Spot(Box(one.low, n - _HALF, one.high, n + _HALF), one.reading, one.key, 0, n)
            for n, one in enumerate(rows)
        ]

    def _draw_range(self, number: int, one: Range) -> None:
        token = "plot_1" if one.is_clear else "plot_5"
        pen = pg.mkPen(self.colour(token), width=3)
        self.item.addItem(pg.PlotCurveItem([one.low, one.high], [number, number], pen=pen))
        for end in (one.low, one.high):
            ends = [end, end], [number - 0.12, number + 0.12]
            self.item.addItem(pg.PlotCurveItem(*ends, pen=pen))
        brush = self.colour(token if one.is_clear else "surface")
        self.item.addItem(
            pg.ScatterPlotItem([one.middle], [number], size=11, pen=pen, brush=brush, symbol="o")
        )
