"""Writes a report into a file, beside the window's work, and opens the folder."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain import formats
from cockpit.domain.errors import CancelledError
from cockpit.domain.reports import ReportFormat, ReportRequest
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.reports.names import title_of
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.work_watch import WorkWatch

#: The preferences that hold where the last report went, and as what.
FOLDER_KEY, FORMAT_KEY = "report.folder", "report.format"
_LOOK_MS = 100
#: What a window writes; a terminal has more.
FORMATS = (ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.CSV)


class FilePart(QWidget):
    """What kind of file, and where.

    Attributes:
        format_buttons: By format.
        save_button: Asks for the file.
        busy: Says that a report is being made, and stops it.
        notice: What came of it.
        folder_button: Opens the folder of the last file.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._watch = WorkWatch()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look_timeout)
        self._written: Path | None = None
        self.is_busy = False
        self._group = QButtonGroup(self)
        self.format_buttons = {one: QRadioButton(words, self) for one, words in self._formats()}
        for button in self.format_buttons.values():
            self._group.addButton(button)
        self.format_buttons[self._last_format()].setChecked(True)
        self.save_button = QPushButton(self.tr("&Save…"), self)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.folder_button = QPushButton(self.tr("&Open folder"), self)
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.folder_button.hide()
        self.busy = BusyLine(self)
        self.busy.stop_requested.connect(self.cancel)
        self.notice = ranked_label("small", parent=self)
        self.notice.setWordWrap(True)
        self._lay_out()

    @property
    def file_format(self) -> ReportFormat:
        """Return what kind of file is chosen."""
        return next(one for one, button in self.format_buttons.items() if button.isChecked())

    def ask(self, request: ReportRequest) -> None:
        """Ask for a file, and write a report into it."""
        file_format = self.file_format
        title, period = title_of(request.name, self._ctx.language), request.question.period
        dialog = FileDialog(self, self.tr("Save report"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{file_format.value.upper()} (*{file_format.suffix})"])
        dialog.setDefaultSuffix(file_format.suffix.removeprefix("."))
        dialog.selectFile(f"{title} {period.first} a {period.last}{file_format.suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._on_file_selected, request))
        dialog.open()

    def write(self, request: ReportRequest, path: Path) -> None:
        """Write a report into a file, off the GUI thread."""
        self._watch = WorkWatch()
        self._set_busy(is_busy=True)
        self.busy.begin(self.tr("Making the report…"))
        self._ctx.runner.submit(
            _write(self._ctx, request, self.file_format, path, self._watch),
            lane=Lane.LONG,
            owner=self,
            key="report",
            on_result=partial(self._on_written, path),
            on_error=self._on_failed,
        )

    @Slot()
    def cancel(self) -> None:
        """Stop what is being made; no file is left."""
        if self.is_busy:
            self._watch.stopped.set()
            self.busy.wind_down(self.tr("Stopping…"))

    def _formats(self) -> tuple[tuple[ReportFormat, str], ...]:
        return (
            (ReportFormat.PDF, self.tr("&PDF, to print and to hand on")),
            (ReportFormat.XLSX, self.tr("&XLSX, a workbook to go on counting with")),
            (ReportFormat.CSV, self.tr("CS&V, for other programs")),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        layout.setSpacing(Space.S)
        for button in self.format_buttons.values():
            layout.addWidget(button)
        layout.addStretch()
        layout.addWidget(self.busy)
        layout.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.folder_button)
        foot.addWidget(self.save_button)
        layout.addLayout(foot)

    def _last_format(self) -> ReportFormat:
        stored = self._ctx.preferences.value(FORMAT_KEY, ReportFormat.PDF.value)
        return next((one for one in FORMATS if one.value == stored), ReportFormat.PDF)

    def _folder(self) -> str:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self._ctx.preferences.value(FOLDER_KEY, home)

    def _on_file_selected(self, request: ReportRequest, name: str) -> None:
        path = Path(name)
        suffix = self.file_format.suffix
        if path.suffix.lower() != suffix:
            path = path.with_name(f"{path.name}{suffix}")
        self._ctx.preferences.set_value(FOLDER_KEY, str(path.parent))
        self._ctx.preferences.set_value(FORMAT_KEY, self.file_format.value)
        self.write(request, path)

    def _on_written(self, path: Path, count: int) -> None:
        self._set_busy(is_busy=False)
        self._written = path
        words = self.tr("%n row(s) written to {file}.", "", count).format(file=path.name)
        self.notice.setText(words)
        self.folder_button.show()
        self.folder_button.setFocus()
        self.message_raised.emit(words)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        if isinstance(error, CancelledError):
            self.notice.setText(self.tr("Stopped; no file was written."))
            return
        self.notice.setText(sentence_of(error, self._ctx.language))

    def _set_busy(self, *, is_busy: bool) -> None:
        self.is_busy = is_busy
        (self._look.start if is_busy else self._look.stop)()
        self.save_button.setEnabled(not is_busy)
        self.busy.setVisible(is_busy)
        self.notice.clear()
        self.folder_button.hide()

    @Slot()
    def _on_look_timeout(self) -> None:
        done, rows = self._watch.steps
        if rows and not self._watch.stopped.is_set():
            words = self.tr("Writing row {done} of {count}…").format(
                done=formats.integer(done, self._ctx.language),
                count=formats.integer(rows, self._ctx.language),
            )
            self.busy.show_progress(words, done, rows)

    @Slot()
    def _on_folder_clicked(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def _write(
    ctx: UiContext, request: ReportRequest, file_format: ReportFormat, path: Path, watch: WorkWatch
) -> Callable[[], int]:
    def work() -> int:
        files = ctx.report_files()
        return files.write(
            request.possible,
            file_format,
            path,
            ctx.language,
            is_cancelled=watch.stopped.is_set,
            on_progress=watch.tell,
        )

    return work
