"""Notifications through the system tray, for desktops without a better way."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from cockpit.services.ports import Popup
from cockpit.ui.theme import Theme

SHOWN_MS = 15_000


class TrayNotifier(QObject):
    """Implements ``ports.Notifier``; where there is no tray it says so by returning False."""

    #: The notification or the tray's icon was clicked: bring the window to the front.
    opened = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(theme.app_icon(), self)
        self._tray.setToolTip("Giro")
        self._tray.messageClicked.connect(self.opened)
        self._tray.activated.connect(self.opened)
        if self.is_available():
            self._tray.show()

    @staticmethod
    def is_available() -> bool:
        """Return whether the desktop has a tray that shows messages."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def notify(self, popup: Popup) -> bool:
        """Show one notification; return False where the desktop has no tray."""
        if not self.is_available():
            return False
        self._tray.show()
        self._tray.showMessage(popup.title, popup.body, self._tray.icon(), SHOWN_MS)
        return True
