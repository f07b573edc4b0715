"""Opens the dialogs of calendar files; each is made when it is first wanted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cockpit.domain.agenda_view import AgendaOwner
from cockpit.ui.calendar_files.places import FOLDER_KEY, folder
from cockpit.ui.context import UiContext


class CalendarDialogs(QObject):
    """Writes the agenda into a calendar file, and takes one in."""

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, window: QWidget, name_of: Callable[[AgendaOwner], str]
    ) -> None:
        """Prepare the dialogs.

        Args:
            ctx: The context.
            window: Whom they stand before.
            name_of: Says whose agenda one is.
        """
        super().__init__(window)
        self._name_of = name_of
        self._ctx = ctx
        self._window = window

    @Slot()
    def show_export(self, owner: AgendaOwner | None = None) -> None:
        """Ask what goes out, and where to; ``owner`` is whose agenda is chosen at first."""
        from cockpit.ui.calendar_files.export_dialog import (  # noqa: PLC0415 - see above
            CalendarExportDialog,
        )

        dialog = CalendarExportDialog(self._ctx, self._name_of, self._window)
        dialog.message_raised.connect(self.message_raised)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open_for(owner)

    @Slot()
    def show_import(self) -> None:
        """Ask for a file, and show what it would change."""
        from cockpit.ui.widgets.file_dialog import FileDialog  # noqa: PLC0415 - see above

        dialog = FileDialog(self._window, self.tr("Take a calendar file in"), folder(self._ctx))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Calendars (*.ics)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    @Slot(str)
    def take_in(self, name: str) -> None:
        """Show what a file would change."""
        from cockpit.ui.calendar_files.import_dialog import (  # noqa: PLC0415 - see above
            CalendarImportDialog,
        )

        path = Path(name)
        self._ctx.preferences.set_value(FOLDER_KEY, str(path.parent))
        dialog = CalendarImportDialog(self._ctx, self._window)
        dialog.message_raised.connect(self.message_raised)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open_for(path)
