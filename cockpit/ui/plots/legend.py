"""Which colour and shape of a plot is what."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cockpit.ui.theme import FontRole, Space, Theme

_SWATCH = 18
_LINE = 16


class Shape(Enum):
    """How a series is drawn, apart from its colour."""

    BOX = "box"
    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    TICK = "tick"


#: The pens of lines, in the order of series: nobody needs to tell colours apart.
DASHES = {
    Shape.SOLID: Qt.PenStyle.SolidLine,
    Shape.DASHED: Qt.PenStyle.DashLine,
    Shape.DOTTED: Qt.PenStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One series.

    Attributes:
        name: Its words.
        token: Its colour's token.
        shape: How it is drawn.
    """

    name: str
    token: str
    shape: Shape = Shape.BOX


class Legend(QWidget):
    """One line of swatches with names, above the plot; long names are shortened for all to fit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[LegendEntry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(FontRole.CAPTION))
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        """Return what is shown."""
        return self._entries

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these series; none hides the line."""
        self._entries = tuple(entries)
        self.setVisible(bool(entries))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _LINE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, x = QFontMetrics(self.font()), 0
        for entry, name in zip(self._entries, self._names(metrics), strict=True):
            width = metrics.horizontalAdvance(name)
            self._paint_swatch(painter, entry, x)
            painter.setPen(self._theme.colour("ink_muted"))
            room = QRectF(x + _SWATCH, 0, width + 2, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
            x += _SWATCH + width + Space.L
        painter.end()

    def _names(self, metrics: QFontMetrics) -> list[str]:
        """Return the names, the longest ones shortened as far as all need it to have room."""
        names = [entry.name for entry in self._entries]
        room = self.width() - len(names) * _SWATCH - max(len(names) - 1, 0) * Space.L
        widths = sorted(metrics.horizontalAdvance(name) for name in names)
        most, left = room, len(widths)
        for width in widths:
            if width * left <= most:
                most -= width
                left -= 1
        each = most // left if left else room
        return [metrics.elidedText(one, Qt.TextElideMode.ElideRight, max(each, 0)) for one in names]

    def _paint_swatch(self, painter: QPainter, entry: LegendEntry, x: int) -> None:
        colour, middle = self._theme.colour(entry.token), self.height() / 2
        if entry.shape is Shape.BOX:
            painter.fillRect(QRectF(x + 1, middle - 5, 11, 10), colour)
        elif entry.shape is Shape.TICK:
            painter.fillRect(QRectF(x + 5, middle - 6, 3, 12), colour)
        else:
            painter.setPen(QPen(colour, 2, DASHES[entry.shape]))
            painter.drawLine(QPointF(x, middle), QPointF(x + 13, middle))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
