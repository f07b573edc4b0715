"""Says why the cockpit does not open to whoever started it by its icon, where no terminal is."""

import sys
from contextlib import suppress

import resources
from cockpit.app.display import missing_display_requirements
from cockpit.app.options import Options

#: Qt's platforms on which nobody sees a window.
_UNSEEN = frozenset({"offscreen", "minimal"})


def show_trouble(sentence: str, options: Options) -> None:
    """Show a sentence in a window and wait until it is closed.

    Nothing is shown where a terminal has said it, where there is no display, and for commands.
    """
    if options.command or _has_terminal() or missing_display_requirements() is not None:
        return
    from PySide6.QtWidgets import QApplication, QMessageBox  # noqa: PLC0415 - Qt only where it can

    from cockpit.app.application import make_application  # noqa: PLC0415 - see above

    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else make_application()
    if app.platformName() in _UNSEEN:
        return
    for window in app.topLevelWidgets():
        window.hide()  # the page of the last run would stand there and answer nothing
    box = QMessageBox(QMessageBox.Icon.Critical, "Giro", sentence)
    box.addButton(resources.text("cli.close", options.language), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _has_terminal() -> bool:
    with suppress(AttributeError, ValueError):  # no stream, or a closed one
        return sys.stderr.isatty()
    return False
