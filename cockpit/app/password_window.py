"""Asks for the server's password in a window, before there is another one."""

from PySide6.QtWidgets import QApplication

from cockpit.app.application import make_application
from cockpit.app.options import Options
from cockpit.runtime.translation import install_language
from cockpit.ui.team.password_dialog import PasswordDialog
from cockpit.ui.theme import Theme


def ask_in_window(server: str, options: Options, *, is_again: bool) -> str | None:
    """Return what somebody typed; None where they closed the window.

    Args:
        server: The server's name.
        options: The language.
        is_again: Whether the last password was not the right one.
    """
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else make_application()
    Theme(app).apply(options.theme)
    install_language(app, options.language)
    dialog = PasswordDialog(server, is_again=is_again)
    password = dialog.password if dialog.exec() else None
    dialog.deleteLater()
    return password
