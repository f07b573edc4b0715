"""A field of figures by row and column, for example weekdays and hours; more is darker."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.plots.plot import Plot
from cockpit.ui.plots.spots import Box, Spot

_HALF = 0.48
#: The lightest cell differs from the ground, and on the darkest one words are still read (4.5 : 1).
_LEAST_TINT, _MOST_TINT = 0.06, 0.46


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure.

    Attributes:
        row: From above.
        column: From the left.
        share: How dark, 0 to 1.
        figure: Stands on it; empty for nothing.
        reading: In words.
        key: What opens its customers.
    """

    row: int
    column: int
    share: float
    figure: str
    reading: str
    key: object = None


class HeatPlot(Plot):
    """Cells that differ by lightness alone, which every eye sees, and have their figure on them."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._cells: tuple[Cell, ...] = ()
        self._names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.item.getViewBox().invertY(b=True)

    def show_cells(
        self,
        title: str,
        summary: str,
        rows: Sequence[str],
        columns: Sequence[str],
        cells: Sequence[Cell],
    ) -> None:
        """Show these cells; places without one stay empty.

        Args:
            title: The heading.
            summary: What a glance tells.
            rows: Names from above.
            columns: Names from the left.
            cells: The figures.
        """
        self._names = tuple(rows), tuple(columns)
        self._cells = tuple(sorted(cells, key=lambda one: (one.row, one.column)))
        self._show(title, summary)

    @override
    def _draw(self) -> Sequence[Spot]:
        rows, columns = self._names
        self.set_range((-0.5, max(len(columns), 1) - 0.5), (-0.5, max(len(rows), 1) - 0.5))
        self.ticks("left", list(enumerate(rows)))
        self.ticks("bottom", list(enumerate(columns)))
        room = max(self.width() - 80, 1) / max(len(columns), 1) - 4
        spots = []
        for one in self._cells:
            box = Box(one.column - _HALF, one.row - _HALF, one.column + _HALF, one.row + _HALF)
            self.bar(box, "plot_1", _tint(one.share))
            if one.figure and self.text_width(one.figure) <= room:
                self.write(one.figure, one.column, one.row, (0.5, 0.5), "ink")
            spots.append(Spot(box, one.reading, one.key, one.column, one.row))
        return spots

    def ground_of(self, share: float) -> QColor:
        """Return the colour of a cell as it is seen on the surface."""
        part, ground, tint = _tint(share), self.colour("surface"), self.colour("plot_1")
        pairs = (
            (ground.redF(), tint.redF()),
            (ground.greenF(), tint.greenF()),
            (ground.blueF(), tint.blueF()),
        )
        return QColor.fromRgbF(*(low + (high - low) * part for low, high in pairs))


def _tint(share: float) -> float:
    return _LEAST_TINT + (_MOST_TINT - _LEAST_TINT) * max(0.0, min(share, 1.0))
