"""Small icons as pixmaps, drawn from their SVG once per colour."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QPixmap

from cockpit.ui.theme import Theme


class Pixmaps(QObject):
    """What a painted widget takes its icons from."""

    def __init__(self, theme: Theme, size: int, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._made: dict[tuple[str, str, float], QPixmap] = {}
        theme.changed.connect(self._on_theme_changed)

    def get(self, name: str, tint: str, ratio: float) -> QPixmap:
        """Return an icon in a colour of the scheme."""
        key = (name, tint, ratio)
        if key not in self._made:
            self._made[key] = self._theme.pixmap(name, self._size, tint, ratio)
        return self._made[key]

    @Slot()
    def _on_theme_changed(self) -> None:
        self._made.clear()
