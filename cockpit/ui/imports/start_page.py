"""Where an import begins: the place to drop files, the history, the watched folder."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.imports.drop import DropZone
from cockpit.ui.imports.history import ImportHistory
from cockpit.ui.imports.watch_line import WatchLine
from cockpit.ui.theme import Space
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.widgets.labels import divider, ranked_label

FOLDER_KEY = "imports.last_folder"
_ENDINGS = "*.csv *.txt *.tsv *.xlsx *.xlsm *.xls *.ods *.xml *.zip"


class StartPage(QWidget):
    """Drop zone, history, watched folder.

    Attributes:
        drop_zone: Invites to drop files.
        history: What was imported so far.
        watch_line: The folder that is watched.
    """

    #: Files or a folder (list of Path) were chosen.
    chosen = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._trouble = ranked_label("alert", parent=self)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self.drop_zone = DropZone(ctx.theme, self)
        self.history = ImportHistory(ctx, self)
        self.watch_line = WatchLine(ctx.preferences, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.M)
        layout.setSpacing(Space.M)
        layout.addWidget(self._trouble)
        layout.addWidget(self.drop_zone)
        layout.addWidget(self.history, 1)
        layout.addWidget(divider(self))
        layout.addWidget(self.watch_line)
        self.drop_zone.files_wanted.connect(self.choose_files)
        self.drop_zone.folder_wanted.connect(self.choose_folder)

    def open(self) -> None:
        """Come into sight: read the history anew."""
        self.history.reload()
        self.drop_zone.files_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str) -> None:
        """Say why something was not done; an empty sentence says nothing."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def trouble(self) -> str:
        """Return what is said of it."""
        return self._trouble.text() if self._trouble.isVisibleTo(self) else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_trouble("")

    @Slot()
    def choose_files(self) -> None:
        """Let the user choose files."""
        known = self.tr("Tables and invoices ({endings})").format(endings=_ENDINGS)
        dialog = FileDialog(self, self.tr("Files to import"), self._last_folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([known, self.tr("All files (*)")])
        self._open(dialog)

    @Slot()
    def choose_folder(self) -> None:
        """Let the user choose a folder of NF-e."""
        dialog = FileDialog(self, self.tr("Folder of NF-e XML"), self._last_folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def _last_folder(self) -> str:
        return self._ctx.preferences.value(FOLDER_KEY, str(Path.home()))

    @Slot(list)
    def _on_files_selected(self, files: list[str]) -> None:
        paths = [Path(one) for one in files]
        if paths:
            self._ctx.preferences.set_value(FOLDER_KEY, str(paths[0].parent))
            self.chosen.emit(paths)
