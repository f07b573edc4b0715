"""A bridge from a start to an end: what came in, what went out, each step on the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.plots.plot import Plot, Show
from cockpit.ui.plots.spots import Box, Spot

_HALF = 0.36


class StepKind(Enum):
    """What a step is."""

    LEVEL = "level"
    IN = "in"
    OUT = "out"


_TOKENS = {StepKind.LEVEL: "plot_5", StepKind.IN: "plot_1", StepKind.OUT: "plot_2"}


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """One step.

    Attributes:
        label: Stands below it; a line break is kept.
        amount: How much: of a level itself, else by how much it rises or falls, 0 or more.
        figure: Stands above it, with its sign.
        reading: The step in words.
        kind: What it is.
        key: What opens its customers.
    """

    label: str
    amount: float
    figure: str
    reading: str
    kind: StepKind
    key: object = None


class BridgePlot(Plot):
    """Levels as full bars, and between them what rises and what falls."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._steps: tuple[BridgeStep, ...] = ()
        self._show_value: Show = lambda value, _: str(value)

    def show_steps(self, title: str, summary: str, steps: Sequence[BridgeStep], show: Show) -> None:
        """Show these steps.

        Args:
            title: The heading.
            summary: What a glance tells.
            steps: From the left; the first one is a level.
            show: Writes a value for the axis.
        """
        self._steps, self._show_value = tuple(steps), show
        self._show(title, summary)

    @override
    def _draw(self) -> Sequence[Spot]:
        boxes = self._boxes()
        # The axis always has its zero: bars are lengths.
        low = min((one.bottom for one in boxes), default=0.0)
        high = max((one.top for one in boxes), default=0.0) or 1
        self.set_range((-0.6, max(len(boxes), 1) - 0.4), (min(low, 0), self.room_above(high)))
        self.value_ticks("left", min(low, 0), high, self._show_value)
        room = max(int(self.width() / max(len(boxes), 1)) - 16, 20)
        self.ticks(
            "bottom", [(n, self._label(one.label, room)) for n, one in enumerate(self._steps)]
        )
        lines = 1 + max((one.label.count("\n") for one in self._steps), default=0)
        self.item.getAxis("bottom").setHeight(lines * 15 + 6)
        for number, (box, one) in enumerate(zip(boxes, self._steps, strict=True)):
            self.bar(box, _TOKENS[one.kind])
            self.write(one.figure, number, box.top, (0.5, 1.0), "ink_muted")
            if number + 1 < len(boxes):
                self._join(number, self._level(number, box))
        return [
            Spot(box, one.reading, one.key, number)
            for number, (box, one) in enumerate(zip(boxes, self._steps, strict=True))
        ]

    def _boxes(self) -> list[Box]:
        boxes, level = list[Box](), 0.0
        for number, one in enumerate(self._steps):
            left, right = number - _HALF, number + _HALF
            if one.kind is StepKind.LEVEL:
                level = one.amount
                boxes.append(Box(left, min(0.0, level), right, max(level, 0.0)))
                continue
            after = level + (one.amount if one.kind is StepKind.IN else -one.amount)
            boxes.append(Box(left, min(level, after), right, max(level, after)))
            level = after
        return boxes

    def _level(self, number: int, box: Box) -> float:
        return box.bottom if self._steps[number].kind is StepKind.OUT else box.top

    def _join(self, number: int, level: float) -> None:
        ends = [number + _HALF, number + 1 - _HALF], [level, level]
        self.item.addItem(pg.PlotCurveItem(*ends, pen=pg.mkPen(self.colour("ink_quiet"))))

    def _label(self, label: str, room: int) -> str:
        return "\n".join(self.shortened(line, room) for line in label.split("\n"))
