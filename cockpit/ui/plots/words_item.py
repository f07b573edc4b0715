"""All words within one plot as one item: hundreds of items of their own cost a frame each."""

from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from typing_extensions import override

#: Keeps words off what they stand beside, in pixels.
_MARGIN = 4.0


class Words(NamedTuple):
    """Words at a place.

    Attributes:
        text: The words.
        x: The place, in the plot's coordinates.
        y: Likewise.
        anchor: Which part of the words stands there: (0, 0) is their upper left corner.
        ink: Their colour.
    """

    text: str
    x: float
    y: float
    anchor: tuple[float, float]
    ink: QColor


class WordsItem(pg.GraphicsObject):  # type: ignore[misc]  # it has no types
    """Draws words upright and in their size, whatever the plot's coordinates are.

    Attributes:
        words: What is drawn.
    """

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._font, self._metrics = font, QFontMetricsF(font)
        self.words: list[Words] = []
        self.setZValue(20)

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:  # noqa: N802 - pyqtgraph's name
        """Take note that the coordinates are others."""
        self.prepareGeometryChange()

    @override
    def paint(self, painter: QPainter, *_options: object) -> None:
        """Draw all words."""
        transform = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setFont(self._font)
        for one in self.words:
            at = transform.map(QPointF(one.x, one.y))
            width = self._metrics.horizontalAdvance(one.text) + 2 * _MARGIN
            height = self._metrics.height() + _MARGIN
            left, top = at.x() - one.anchor[0] * width, at.y() - one.anchor[1] * height
            painter.setPen(one.ink)
            room = QRectF(round(left), round(top), width, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, one.text)
        painter.restore()
