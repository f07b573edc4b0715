"""Draws the status lights: one glyph each, whose level shows by colour and by shape.

Nothing is a small dot, good a plain glyph, attention a glyph over a bar, trouble a glyph on a
filled ground.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from cockpit.domain.vocabulary import Light
from cockpit.ui.theme import Theme
from cockpit.ui.work_list.lights import ICONS

#: The room of one light, and the glyph within it.
PITCH = 12
CELL = 14
_GLYPH = 10
_DOT = 2
_BAR = 2
_INKS = {Light.GOOD: "success", Light.ATTENTION: "warning", Light.TROUBLE: "on_accent"}


class LightGlyphs:
    """The pictures of all lights in all levels, drawn once per scheme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[tuple[str, Light], QPixmap] = {}

    def forget(self) -> None:
        """Drop what was drawn in the colours of another scheme."""
        self._known.clear()

    def pixmap(self, name: str, light: Light, ratio: float) -> QPixmap:
        """Return a light's picture, ``PITCH`` wide and ``CELL`` high."""
        found = self._known.get((name, light))
        if found is None:
            found = self._known[name, light] = self._draw(name, light, ratio)
        return found

    def _draw(self, name: str, light: Light, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(PITCH * ratio), round(CELL * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if light is Light.NONE:
            painter.setBrush(self._theme.colour("border"))
            painter.drawEllipse(QRectF((PITCH - _DOT) / 2, (CELL - _DOT) / 2, _DOT, _DOT))
            painter.end()
            return pixmap
        top = (CELL - _GLYPH) / 2
        if light is Light.TROUBLE:
            painter.setBrush(self._theme.colour("danger"))
            painter.drawRoundedRect(QRectF(0, 0.5, PITCH - 1, CELL - 1), 3, 3)
        elif light is Light.ATTENTION:
            top = 0
            painter.setBrush(self._theme.colour("warning"))
            painter.drawRect(QRectF(1, CELL - _BAR, PITCH - 3, _BAR))
        glyph = self._theme.pixmap(ICONS[name], _GLYPH, _INKS[light], ratio)
        painter.drawPixmap(round((PITCH - 1 - _GLYPH) / 2), round(top), glyph)
        painter.end()
        return pixmap
