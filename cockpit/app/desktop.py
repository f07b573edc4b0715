"""The Qt application: one window, its event loop, its end."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.window import open_desk
from cockpit.runtime.quit_signals import QuitSignals
from cockpit.runtime.single_instance import SingleInstance


def make_application() -> QApplication:
    """Return the application object, under the program's name."""
    app = QApplication(["giro"])
    app.setApplicationName("Giro")
    app.setDesktopFileName("giro")
    return app


def run_window(session: Session, options: Options, identity: str, paths: Paths) -> int:
    """Show the cockpit until it is closed; a second start brings the first to the front."""
    app = make_application()
    instance = SingleInstance(identity, paths.home)
    if not instance.acquire():
        sys.stdout.write(resources.text("cli.already_running", options.language) + "\n")
        return 0
    signals = QuitSignals()
    try:
        with open_desk(session, app, options) as desk:
            if options.is_language_chosen:
                desk.ctx.preferences.language = options.language
            instance.front_requested.connect(desk.window.come_to_front)
            desk.window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
            desk.window.show()
            desk.window.start()
            return app.exec()
    finally:
        signals.close()
        instance.release()
