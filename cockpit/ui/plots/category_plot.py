"""Bars from the left with their names before them: by cut, against another period, as a Pareto."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.plots.legend import LegendEntry, Shape
from cockpit.ui.plots.plot import Plot
from cockpit.ui.plots.spots import Box, Spot

_HALF, _NAMES_SHARE, _MOST_WIDE = 0.34, 0.34, 260
_FIGURE_GAP = 8
_DOT = 7


@dataclass(frozen=True, slots=True)
class Category:
    """One bar.

    Attributes:
        name: Stands before it.
        value: Its length, 0 or more.
        figure: Stands behind it.
        reading: The bar in words.
        key: What opens its customers.
        before: The same of the period that is compared with; None without one.
    """

    name: str
    value: float
    figure: str
    reading: str
    key: object = None
    before: float | None = None


class CategoryPlot(Plot):
    """One bar below the other, in the order in which they are given."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._categories: tuple[Category, ...] = ()
        self._words = ("", "", "")
        self._is_pareto = False
        self.item.getViewBox().invertY(b=True)
        self.item.hideAxis("bottom")

    def show_categories(
        self,
        title: str,
        summary: str,
        categories: Sequence[Category],
        *,
        now: str = "",
        before: str = "",
        share: str = "",
    ) -> None:
        """Show these bars.

        Args:
            title: The heading.
            summary: What a glance tells.
            categories: From above.
            now: The name of the period; needed with ``before``.
            before: The name of the one that is compared with; empty without one.
            share: The name of the line that adds the bars up, from nothing to all of them; empty
                draws none.
        """
        self._categories, self._words = tuple(categories), (now, before, share)
        self._is_pareto = bool(share)
        self._show(title, summary)

    @override
    def _draw(self) -> Sequence[Spot]:
        bars = self._categories
        most = max((max(one.value, one.before or 0) for one in bars), default=0) or 1
        room = max((self.text_width(one.figure) for one in bars), default=0) + _FIGURE_GAP
        names = self._write_names()
        width = max(self.width() - names - 44, 80)
        span = most / max(1 - room / width, 0.3)
        self.set_range((0, span), (-0.6, max(len(bars), 3) - 0.4))
        for number, one in enumerate(bars):
            self._draw_bar(number, one, span / width)
        if self._is_pareto and bars:
            self._draw_share(most)
        now, before, share = self._words
        entries = [LegendEntry(now, "plot_1"), LegendEntry(before, "plot_2", Shape.TICK)]
        told = entries if before else []
        if share:
            told = [*told, LegendEntry(share, "plot_2", Shape.DASHED)]
        self.legend.show_entries(told)
        return [
            Spot(self._box(n, one.value, most), one.reading, one.key, 0, n)
            for n, one in enumerate(bars)
        ]

    def _box(self, number: int, value: float, most: float) -> Box:
        """Return where a bar is, wide enough to be pointed at."""
        return Box(0, number - _HALF, max(value, most / 100), number + _HALF)

    def _write_names(self) -> int:
        """Write the names along the axis; return how wide it is."""
        most = min(int(self.width() * _NAMES_SHARE), _MOST_WIDE)
        texts = [(n, self.shortened(one.name, most)) for n, one in enumerate(self._categories)]
        self.ticks("left", texts)
        return max((self.text_width(text) for _, text in texts), default=0)

    def _draw_bar(self, number: int, one: Category, unit: float) -> None:
        """Draw a bar, its figure at its end, and the tick; a tick there moves the figure aside."""
        self.bar(Box(0, number - _HALF, one.value, number + _HALF), "plot_1")
        if one.before is not None:
            mark = [one.before, one.before], [number - _HALF - 0.08, number + _HALF + 0.08]
            self.item.addItem(pg.PlotCurveItem(*mark, pen=pg.mkPen(self.colour("plot_2"), width=3)))
        end, reach = one.value, (self.text_width(one.figure) + 2 * _FIGURE_GAP) * unit
        if one.before is not None and end < one.before < end + reach:
            end = one.before
        self.write(one.figure, end, number, (0, 0.5), "ink_muted")

    def _draw_share(self, most: float) -> None:
        """Draw how the bars add up, on the same room: its right end is all of them."""
        total, so_far, places = sum(one.value for one in self._categories), 0.0, list[float]()
        for one in self._categories:
            so_far += one.value
            places.append(most * so_far / total if total else 0)
        pen = pg.mkPen(self.colour("plot_2"), width=2, style=pg.QtCore.Qt.PenStyle.DashLine)
        rows = list(range(len(places)))
        line = pg.PlotDataItem(
            places, rows, pen=pen, symbol="o", symbolSize=_DOT,
            symbolBrush=self.colour("plot_2"), symbolPen=pg.mkPen(self.colour("surface")),
        )  # fmt: skip
        self.item.addItem(line)
