"""The Qt application: one window, its event loop, its end."""

import sys

from PySide6.QtCore import Qt

import resources
from cockpit.app.early_start import Start
from cockpit.app.page_keeping import keep_page
from cockpit.app.session import Session
from cockpit.app.window import open_desk
from cockpit.runtime.quit_signals import QuitSignals
from cockpit.runtime.single_instance import SingleInstance
from cockpit.ui.early_window import Succession
from cockpit.ui.window_place import keep_on_screen


def run_window(start: Start, session: Session, identity: str) -> int:
    """Show the cockpit until it is closed; a second start brings the first to the front."""
    app, options, paths = start.app, start.options, start.paths
    instance = SingleInstance(identity, paths.home)
    if not instance.acquire():
        sys.stdout.write(resources.text("cli.already_running", options.language) + "\n")
        return 0
    signals = QuitSignals()
    try:
        with open_desk(session, app, options, start.theme) as desk:
            if options.is_language_chosen:
                desk.ctx.preferences.language = options.language
            instance.front_requested.connect(desk.window.come_to_front)
            desk.window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
            if start.early is None:
                keep_on_screen(desk.window)
                desk.window.show()
            else:
                Succession(start.early, desk.window, desk.window.work_list.view)
                start.early.keys.left_out.connect(desk.window.show_message)
            desk.window.start()
            code = app.exec()
            keep_page(desk, session, start)
            return code
    finally:
        signals.close()
        instance.release()
