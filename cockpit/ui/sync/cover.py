"""Hides everything from who sits before a laptop that an administrator blocked."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override

from cockpit.ui.theme import Theme
from cockpit.ui.widgets.state_view import StateView


class BlockedCover(StateView):
    """Lies over all of a window, which takes neither keys nor clicks any more; dialogs vanish."""

    def __init__(self, theme: Theme, window: QMainWindow, sentence: str) -> None:
        """Cover the window at once.

        Args:
            theme: Its colours.
            window: Of whom nothing is to be seen.
            sentence: Why, and what to do.
        """
        super().__init__(theme, window)
        self.show_state("lock", sentence)
        for other in QApplication.topLevelWidgets():
            if other is not window:
                other.hide()
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        window.setEnabled(False)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and window is not None:
            self.setGeometry(window.rect())
        return super().eventFilter(watched, event)
