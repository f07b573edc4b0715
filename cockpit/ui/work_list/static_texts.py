"""Texts of one font that are laid out the first time they are drawn, and kept."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

_LIMIT = 20_000
#: A text so much longer than its room by its count of letters is cut before it is laid out.
_SURE = 1.3


class StaticTexts:
    """Texts of one font, ready to draw.

    Attributes:
        font: The font; the painter must have it.
        metrics: Its measures.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self._usual_width = self.metrics.averageCharWidth()
        self._known: dict[str, tuple[QStaticText, float]] = {}
        self._cut: dict[tuple[str, int], tuple[QStaticText, float]] = {}

    def laid_out(self, text: str) -> tuple[QStaticText, float]:
        """Return a text ready to draw, and its width."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _LIMIT:
                self._known.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(QTransform(), self.font)
            found = self._known[text] = static, static.size().width()
        return found

    def fitted(self, text: str, width: float) -> tuple[QStaticText, float]:
        """Return as much of a text as fits, ready to draw, and its width."""
        found = self._known.get(text)
        if found is not None and found[1] <= width:
            return found
        if found is None and len(text) * self._usual_width <= width * _SURE:
            found = self.laid_out(text)
            if found[1] <= width:
                return found
        return self._shortened(text, int(width))

    def _shortened(self, text: str, width: int) -> tuple[QStaticText, float]:
        found = self._cut.get((text, width))
        if found is None:
            if len(self._cut) > _LIMIT:
                self._cut.clear()
            shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            found = self._cut[text, width] = self.laid_out(shown)
        return found
