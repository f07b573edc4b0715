"""Where the window stands: as the user left it, else in a laptop's size."""

import base64

from PySide6.QtCore import QByteArray
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
