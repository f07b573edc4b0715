"""Where calendar files are looked for and put."""

from PySide6.QtCore import QStandardPaths

from cockpit.ui.context import UiContext

#: The preference that holds where the last calendar file was.
FOLDER_KEY = "calendar.folder"


def folder(ctx: UiContext) -> str:
    """Return where calendar files were last."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return ctx.preferences.value(FOLDER_KEY, home)
