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
_LIMIT = 2_000
_INKS = {Light.GOOD: "success", Light.ATTENTION: "warning", Light.TROUBLE: "on_accent"}


class LightGlyphs:
    """The pictures of lights side by side, each combination drawn once per scheme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[tuple[tuple[str, Light], ...], QPixmap] = {}

    def forget(self) -> None:
        """Drop what was drawn in the colours of another scheme."""
        self._known.clear()

    def pixmap(self, lights: tuple[tuple[str, Light], ...], ratio: float) -> QPixmap:
        """Return lights side by side, each ``PITCH`` wide and ``CELL`` high."""
        found = self._known.get(lights)
        if found is None:
            if len(self._known) > _LIMIT:
                self._known.clear()
            found = self._known[lights] = self._draw(lights, ratio)
        return found

    def _draw(self, lights: tuple[tuple[str, Light], ...], ratio: float) -> QPixmap:
        pixmap = QPixmap(round(PITCH * len(lights) * ratio), round(CELL * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, light in lights:
            if len(lights) > 1:
                single = self.pixmap(((name, light),), ratio)
                painter.drawPixmap(0, 0, single)
            else:
                self._draw_one(painter, name, light, ratio)
            painter.translate(PITCH, 0)
        painter.end()
        return pixmap

    def _draw_one(self, painter: QPainter, name: str, light: Light, ratio: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if light is Light.NONE:
            painter.setBrush(self._theme.colour("border"))
            painter.drawEllipse(QRectF((PITCH - _DOT) / 2, (CELL - _DOT) / 2, _DOT, _DOT))
            return
        top = (CELL - _GLYPH) / 2
        if light is Light.TROUBLE:
            painter.setBrush(self._theme.colour("danger"))
            painter.drawRoundedRect(QRectF(0, 1, PITCH - 1, CELL - 2), 3, 3)
        elif light is Light.ATTENTION:
            top = 0
            painter.setBrush(self._theme.colour("warning"))
            painter.drawRect(QRectF(1, CELL - _BAR, PITCH - 3, _BAR))
        glyph = self._theme.pixmap(ICONS[name], _GLYPH, _INKS[light], ratio)
        painter.drawPixmap(round((PITCH - 1 - _GLYPH) / 2), round(top), glyph)
