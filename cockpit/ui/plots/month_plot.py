"""Lines and stacked areas over months (or other steps from the left to the right)."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.plots.legend import DASHES, LegendEntry, Shape
from cockpit.ui.plots.plot import Plot, Show
from cockpit.ui.plots.spots import Box, Spot

#: Colours and pens of the series, in their order.
TOKENS = ("plot_1", "plot_2", "plot_3", "plot_4", "plot_5")
SHAPES = (Shape.SOLID, Shape.DASHED, Shape.DOTTED, Shape.SOLID, Shape.DASHED)
SYMBOLS = ("o", "s", "t", "d", "x")

#: From the highest value to its axis's end, so that nothing touches the edge.
_AIR = 1.08
_LABEL_GAP = 14


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of a series.

    Attributes:
        amount: How much; None leaves a gap.
        reading: The figure in words.
        key: What opens its customers.
    """

    amount: float | None
    reading: str
    key: object = None


@dataclass(frozen=True, slots=True)
class Series:
    """One line or layer.

    Attributes:
        name: Its words.
        values: One per step.
    """

    name: str
    values: tuple[Value, ...]


class _StepPlot(Plot):
    """Series over the same steps."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._labels: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self._show_value: Show = lambda value, _: str(value)

    def show_series(
        self, title: str, summary: str, labels: Sequence[str], series: Sequence[Series], show: Show
    ) -> None:
        """Show these series, at most five.

        Args:
            title: The heading.
            summary: What a glance tells.
            labels: The steps' words, for example months.
            series: Each with as many values as there are steps.
            show: Writes a value for the axis.
        """
        self._labels, self._series, self._show_value = tuple(labels), tuple(series), show
        self._show(title, summary)

    def _frame(self, most: float) -> None:
        """Set the axes for values up to this one."""
        count = max(len(self._labels), 1)
        self.set_range((-0.5, count - 0.5), (0, (most or 1) * _AIR))
        self.value_ticks("left", 0, most or 1, self._show_value)
        room = max(self.width() - self.item.getAxis("left").width() - 20, 1) / count
        widest = max((self.text_width(one) for one in self._labels), default=0) + _LABEL_GAP
        every = max(1, -int(-widest // room))
        last = len(self._labels) - 1
        self.ticks(
            "bottom",
            [(n, one) for n, one in enumerate(self._labels) if (last - n) % every == 0],
        )


class LinePlot(_StepPlot):
    """A line per series; each has a colour, a pen and a mark of its own."""

    @override
    def _draw(self) -> Sequence[Spot]:
        known = [v.amount for one in self._series for v in one.values if v.amount is not None]
        self._frame(max(known, default=0))
        unit, spots = max(known, default=0) or 1, list[Spot]()
        for number, one in enumerate(self._series):
            self._draw_line(number, one)
            for step, value in enumerate(one.values):
                if value.amount is not None:
                    at = value.amount
                    box = Box(step - 0.2, at - unit * 0.03, step + 0.2, at + unit * 0.03)
                    spots.append(Spot(box, value.reading, value.key, step, number))
        if len(self._series) > 1:
            self.legend.show_entries(
                [LegendEntry(one.name, TOKENS[n], SHAPES[n]) for n, one in enumerate(self._series)]
            )
        return spots

    def _draw_line(self, number: int, one: Series) -> None:
        colour = self.colour(TOKENS[number])
        steps = [step for step, value in enumerate(one.values) if value.amount is not None]
        amounts = [value.amount for value in one.values if value.amount is not None]
        pen = pg.mkPen(colour, width=2, style=DASHES[SHAPES[number]])
        line = pg.PlotDataItem(
            steps, amounts, pen=pen, symbol=SYMBOLS[number], symbolSize=7,
            symbolBrush=colour, symbolPen=pg.mkPen(self.colour("surface")),
        )  # fmt: skip
        self.item.addItem(line)


class StackPlot(_StepPlot):
    """Layers that add up, the first one at the foot; a line of the ground keeps them apart."""

    @override
    def _draw(self) -> Sequence[Spot]:
        steps = range(len(self._labels))
        feet, spots = [0.0 for _ in steps], list[Spot]()
        whole = [sum(one.values[n].amount or 0 for one in self._series) for n in steps]
        self._frame(max(whole, default=0))
        layers = len(self._series)
        for number, one in enumerate(self._series):
            tops = [feet[n] + (one.values[n].amount or 0) for n in steps]
            self._draw_layer(TOKENS[number], feet, tops)
            for step, value in enumerate(one.values):
                box = Box(step - 0.3, feet[step], step + 0.3, tops[step])
                spots.append(Spot(box, value.reading, value.key, step, layers - number))
            feet = tops
        self.legend.show_entries(
            [LegendEntry(one.name, TOKENS[n]) for n, one in enumerate(self._series)]
        )
        return spots

    def _draw_layer(self, token: str, feet: Sequence[float], tops: Sequence[float]) -> None:
        if len(tops) == 1:  # an area needs two ends
            self.bar(Box(-0.3, feet[0], 0.3, tops[0]), token)
            return
        steps = list(range(len(tops)))
        edge = pg.mkPen(self.colour("surface"), width=1.5)
        lower = pg.PlotCurveItem(steps, list(feet), pen=edge)
        upper = pg.PlotCurveItem(steps, list(tops), pen=edge)
        self.item.addItem(pg.FillBetweenItem(lower, upper, brush=self.colour(token, 0.9)))
        self.item.addItem(upper)
