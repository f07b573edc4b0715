"""Paints what is on an X display, with nothing but Qt."""

import sys
from pathlib import Path

from tests.support.desktop_session import DesktopSession

_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication(["screen"])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1], "PNG"))
"""


def paint_screen(session: DesktopSession, file: Path) -> None:
    """Write a desktop's whole screen into a PNG file."""
    session.run(sys.executable, "-c", _PAINT, str(file))
