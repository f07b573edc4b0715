"""Qt's application object."""

from PySide6.QtWidgets import QApplication


def make_application() -> QApplication:
    """Return the application object, under the program's name."""
    app = QApplication(["giro"])
    app.setApplicationName("Giro")
    app.setDesktopFileName("giro")
    return app
