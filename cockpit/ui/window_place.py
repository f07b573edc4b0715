"""Where the window stands: as the user left it, else in a laptop's size or the screen's."""

import base64

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QWidget

DEFAULT_SIZE = QSize(1366, 768)


def kept_place(window: QWidget) -> str:
    """Return where a window stands, to be remembered."""
    return base64.b64encode(window.saveGeometry().data()).decode()


def put_back(window: QWidget, place: str) -> None:
    """Put a window where one stood before; an unusable place leaves it in its first size.

    With its frame, that size has no room on a laptop's screen beside the task bar: there it is as
    large as the screen allows.
    """
    window.resize(DEFAULT_SIZE)
    if place:
        window.restoreGeometry(QByteArray(base64.b64decode(place)))
    elif not _has_room(window.screen().availableSize()):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _has_room(screen: QSize) -> bool:
    return screen.width() > DEFAULT_SIZE.width() and screen.height() > DEFAULT_SIZE.height()
