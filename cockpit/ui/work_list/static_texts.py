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
        self._elided: dict[tuple[str, int], str] = {}

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
        if text not in self._known and len(text) * self._usual_width > width * _SURE:
            return self.laid_out(self._shortened(text, int(width)))
        found = self.laid_out(text)
        return found if found[1] <= width else self.laid_out(self._shortened(text, int(width)))

    def _shortened(self, text: str, width: int) -> str:
        found = self._elided.get((text, width))
        if found is None:
            if len(self._elided) > _LIMIT:
                self._elided.clear()
            found = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[text, width] = found
        return found
