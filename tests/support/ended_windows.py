"""The end of a true window: whatever is tested next must not meet it again."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def end_window(window: QWidget) -> None:
    """Delete a closed window now; it would live, and hear of languages, until Python looks."""
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
