"""A button that shows an icon of the theme and repaints it when the theme changes."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from cockpit.ui.theme import Theme


class IconButton(QToolButton):
    """An icon with a name for those who hear the window instead of seeing it."""

    def __init__(self, theme: Theme, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._tint = "ink_muted"
        self.setIconSize(QSize(18, 18))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_title(self, title: str, shortcut: str = "") -> None:
        """Set what the button is called, and the key that does the same."""
        self.setAccessibleName(title)
        self.setToolTip(f"{title} ({shortcut})" if shortcut else title)

    def set_icon_name(self, icon_name: str, tint: str = "ink_muted") -> None:
        """Show another icon, or the same one in another colour."""
        self._icon_name, self._tint = icon_name, tint
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setIcon(self._theme.icon(self._icon_name, self._tint))
