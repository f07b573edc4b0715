"""The bar that says how full a day is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from cockpit.domain.day_load import DayLoad
from cockpit.ui.theme import Theme

HEIGHT = 4
_NEARLY = 0.9


def load_token(load: DayLoad) -> str:
    """Return the colour's token: over the capacity, nearly there or a day off, or room left."""
    if load.count > load.capacity > 0:
        return "danger"
    return "warning" if load.count >= _NEARLY * load.capacity else "accent"


def paint_load(painter: QPainter, room: QRectF, load: DayLoad, theme: Theme) -> None:
    """Paint the bar into a room, from its left; a full day fills it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    bar = QRectF(room.left(), room.top(), room.width(), HEIGHT)
    painter.setBrush(theme.colour("sunken"))
    painter.drawRoundedRect(bar, HEIGHT / 2, HEIGHT / 2)
    share = 1.0 if load.count > load.capacity else load.count / max(load.capacity, 1)
    if load.count:
        filled = QRectF(bar.left(), bar.top(), max(bar.width() * share, HEIGHT), HEIGHT)
        painter.setBrush(theme.colour(load_token(load)))
        painter.drawRoundedRect(filled, HEIGHT / 2, HEIGHT / 2)
    painter.restore()
