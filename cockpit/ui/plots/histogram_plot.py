"""Upright bars from the left: a histogram with marks, or conversion by number of tries."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.plots.legend import LegendEntry, Shape
from cockpit.ui.plots.plot import Plot, Show
from cockpit.ui.plots.spots import Box, Spot

_HALF = 0.4


@dataclass(frozen=True, slots=True)
class Column:
    """One bar.

    Attributes:
        label: Stands below it.
        value: Its height, 0 or more.
        figure: Stands above it; empty for nothing.
        reading: The bar in words.
        key: What opens its customers.
        before: The same of the period that is compared with; None without one.
        is_strong: Whether it stands out.
    """

    label: str
    value: float
    figure: str
    reading: str
    key: object = None
    before: float | None = None
    is_strong: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """An upright line with words.

    Attributes:
        place: In bars from the left edge: 2.5 is the middle of the third bar.
        text: Its words.
    """

    place: float
    text: str


class HistogramPlot(Plot):
    """Bars of one width, with a tick for what they are compared with."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._columns: tuple[Column, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._words = ("", "")
        self._show_value: Show = lambda value, _: str(value)

    def show_columns(
        self,
        title: str,
        summary: str,
        columns: Sequence[Column],
        show: Show,
        *,
        marks: Sequence[Mark] = (),
        now: str = "",
        before: str = "",
    ) -> None:
        """Show these bars.

        Args:
            title: The heading.
            summary: What a glance tells.
            columns: From the left.
            show: Writes a value for the axis.
            marks: Lines across.
            now: The name of the period; needed with ``before``.
            before: The name of the one that is compared with.
        """
        self._columns, self._marks, self._show_value = tuple(columns), tuple(marks), show
        self._words = (now, before)
        self._show(title, summary)

    @override
    def _draw(self) -> Sequence[Spot]:
        bars = self._columns
        most = max((max(one.value, one.before or 0) for one in bars), default=0) or 1
        top = self.room_above(most, 2 if self._marks else 1)
        self.set_range((-0.6, max(len(bars), 1) - 0.4), (0, top))
        self.value_ticks("left", 0, most, self._show_value)
        self.ticks("bottom", self._labels())
        for number, one in enumerate(bars):
            self._draw_bar(number, one)
        for mark in self._marks:
            self.line(mark.place - 0.5, is_upright=True, ink="plot_2")
            self.write(f" {mark.text}", mark.place - 0.5, top, (0, 0), "ink")
        now, before = self._words
        if before:
            self.legend.show_entries(
                [LegendEntry(now, "plot_1"), LegendEntry(before, "plot_2", Shape.TICK)]
            )
        least = most / 100
        return [
            Spot(Box(n - _HALF, 0, n + _HALF, max(one.value, least)), one.reading, one.key, n)
            for n, one in enumerate(bars)
        ]

    def _labels(self) -> list[tuple[float, str]]:
        room = max(self.width() - 60, 1) / max(len(self._columns), 1)
        widest = max((self.text_width(one.label) for one in self._columns), default=0) + 8
        every = max(1, -int(-widest // room))
        return [(n, one.label) for n, one in enumerate(self._columns) if n % every == 0]

    def _draw_bar(self, number: int, one: Column) -> None:
        left, right = number - _HALF, number + _HALF
        self.bar(Box(left, 0, right, one.value), "plot_1" if one.is_strong else "plot_5")
        if one.before is not None:
            pen = pg.mkPen(self.colour("plot_2"), width=3)
            ends = [left - 0.06, right + 0.06], [one.before, one.before]
            self.item.addItem(pg.PlotCurveItem(*ends, pen=pen))
        if one.figure:
            self.write(one.figure, number, max(one.value, one.before or 0), (0.5, 1.0), "ink_muted")
