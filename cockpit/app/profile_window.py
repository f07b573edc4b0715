"""Asks in a window who is at the program, before there is another one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from cockpit.app.application import make_application
from cockpit.app.options import Options
from cockpit.domain.profiles import Profile
from cockpit.runtime.task_runner import TaskRunner
from cockpit.runtime.translation import install_language
from cockpit.ui.profiles.dialog import ProfileDialog
from cockpit.ui.theme import Theme


def ask_in_window(
    profiles: Sequence[Profile], check: Callable[[Profile, str], bool], options: Options
) -> tuple[Profile, str] | None:
    """Return who it is and the passphrase that was typed; None where they closed the window.

    Args:
        profiles: Who may be.
        check: Whether a passphrase is somebody's.
        options: The language and the look.

    Raises:
        GiroError: The passphrase could not be looked up.
    """
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else make_application()
    Theme(app).apply(options.theme)
    install_language(app, options.language)
    runner = TaskRunner()
    dialog = ProfileDialog(profiles, check, runner)
    chosen = dialog.chosen if dialog.exec() else None
    runner.shutdown()
    dialog.deleteLater()
    if dialog.error is not None:
        raise dialog.error
    return chosen
