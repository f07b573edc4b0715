"""Where the window stands: as the user left it, else in a laptop's size."""

import base64

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


def keep_on_screen(window: QWidget) -> None:
    """Let a window fill the screen where with its frame it has no room beside the task bar."""
    size, room = window.size(), window.screen().availableSize()
    if size.width() >= room.width() or size.height() >= room.height():
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
