"""Where the window stands: as the user left it, else in a laptop's size."""

import base64
import os

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QWidget

DEFAULT_SIZE = (1366, 768)


def kept_place(window: QWidget) -> str:
    """Return where a window stands, to be remembered."""
    return base64.b64encode(window.saveGeometry().data()).decode()


def put_back(window: QWidget, place: str) -> None:
    """Put a window where one stood before; an unusable place leaves it in its first size."""
    window.resize(*DEFAULT_SIZE)
    if place:
        window.restoreGeometry(QByteArray(base64.b64decode(place)))


def come_to_front(window: QWidget, token: str = "") -> None:
    """Show a window over all others.

    Args:
        window: Whichever.
        token: The desktop's leave to do so, where it asks for one: Wayland does, and X11's window
            managers fetch the window from another virtual desktop by it.
    """
    if token:
        # Qt takes it from here, once, when it asks the desktop for the window's activation.
        os.environ["XDG_ACTIVATION_TOKEN"] = os.environ["DESKTOP_STARTUP_ID"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def keep_on_screen(window: QWidget) -> None:
    """Let a window fill the screen where with its frame it has no room beside the task bar."""
    size, room = window.size(), window.screen().availableSize()
    if size.width() >= room.width() or size.height() >= room.height():
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
