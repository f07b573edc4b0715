"""A button that says how something stands, by an icon and a few words."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from cockpit.ui.theme import Theme


class StateChip(QPushButton):
    """Shown anew in another language or scheme; the keyboard has a key of its own for it."""

    def __init__(self, theme: Theme, parent: QWidget, *, kind: str, icon: int) -> None:
        """Make an empty chip.

        Args:
            theme: Told when the scheme changes.
            parent: What it stands in.
            kind: By which the style sheet knows it.
            icon: The icon's edge in pixels.
        """
        super().__init__(parent)
        self._key = ""
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has its key
        self.setIconSize(QSize(icon, icon))
        theme.changed.connect(self.refresh)

    def name(self, key: str) -> None:
        """Set the key that does the same."""
        self._key = key
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say how it stands at present."""
        raise NotImplementedError

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
