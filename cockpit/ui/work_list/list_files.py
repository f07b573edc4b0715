"""The rows on their way out of the list: onto the clipboard, and into files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cockpit.domain import formats
from cockpit.domain.errors import CancelledError
from cockpit.domain.export_columns import ExportCell
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.work_list import sheet
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.columns import ColumnKey
from cockpit.ui.work_list.marked_rows import MarkedRows

#: So many rows go to the clipboard at once.
MOST_COPIED = 20_000
#: The preference that holds where the last file was written.
FOLDER_KEY = "work_list.export_folder"
_AT_ONCE = 1_000
_LOOK_MS = 100


@dataclass(slots=True)
class _Progress:
    """How far a file is: counted by the worker, looked at by the window.

    Attributes:
        stopped: Set where the user wants no more of it.
    """

    count: int
    done: int = 0
    stopped: Event = field(default_factory=Event)


class ListFiles(QObject):
    """Copies rows, and writes one file at a time, which appears when it is whole.

    Attributes:
        line: Shows how far the file is, and stops it.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._widget = ctx, parent
        self._progress: _Progress | None = None
        self.line = BusyLine(parent, is_over_list=True)
        self.line.stop_requested.connect(self.stop)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look_timeout)

    def copy(self, rows: MarkedRows, shown: Sequence[ColumnKey], style: Style) -> None:
        """Put the rows on the clipboard as a spreadsheet's range."""
        if len(rows) > MOST_COPIED:
            most = formats.integer(MOST_COPIED, self._ctx.language)
            self.message_raised.emit(
                self.tr("At most {most} rows can be copied: export a file.").format(most=most)
            )
            return
        self._run(
            partial(_as_text, self._ctx, rows, tuple(shown), style), self._on_text_made, Lane.READ
        )

    def export(
        self, rows: MarkedRows, shown: Sequence[ColumnKey], style: Style, chosen: str = ""
    ) -> None:
        """Ask for a file, and write the rows into it.

        Args:
            rows: The rows.
            shown: Their columns.
            style: How values are written.
            chosen: How the rows were chosen, for the audit trail.
        """
        day = f"{style.today:%Y-%m-%d}"
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._ctx.preferences.value(FOLDER_KEY, home)
        dialog = FileDialog(self._widget.window(), self.tr("Export the list"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("customers-{day}").format(day=day))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        write = partial(self.write, rows=rows, shown=tuple(shown), style=style, chosen=chosen)
        dialog.fileSelected.connect(partial(self._write, dialog, write))
        dialog.open()

    def write(
        self,
        path: Path,
        rows: MarkedRows,
        shown: Sequence[ColumnKey],
        style: Style,
        chosen: str = "",
    ) -> None:
        """Write the rows into a file whose name says of which kind it is."""
        if self._progress is not None:
            self.message_raised.emit(self.tr("One file at a time: stop the other one first."))
            return
        self._progress = _Progress(len(rows))
        self.line.begin("")
        self._on_look_timeout()
        self._look.start()
        cells = _cells(rows, tuple(shown), style, self._progress)
        work = partial(_export, self._ctx, path, tuple(shown), cells, chosen)
        self._run(work, partial(self._on_exported, path), Lane.LONG)

    @Slot()
    def stop(self) -> None:
        """Write no further; nothing of the file is left."""
        if self._progress is not None:
            self._look.stop()
            self.line.wind_down(self.tr("Stopping…"))
            self._progress.stopped.set()

    def _write(self, dialog: QFileDialog, write: Callable[[Path], None], name: str) -> None:
        path = Path(name)
        if path.suffix.lower() not in {".csv", ".xlsx"}:
            is_csv = "csv" in dialog.selectedNameFilter()
            path = path.with_name(path.name + (".csv" if is_csv else ".xlsx"))
        self._ctx.preferences.set_value(FOLDER_KEY, str(path.parent))
        write(path)

    def _on_text_made(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        count = formats.integer(text.count("\n") - 1, self._ctx.language)
        self.message_raised.emit(self.tr("{count} rows copied").format(count=count))

    def _on_exported(self, path: Path, count: int) -> None:
        self._end()
        number = formats.integer(count, self._ctx.language)
        self.message_raised.emit(
            self.tr("{count} rows written to {file}").format(count=number, file=path.name)
        )

    def _end(self) -> None:
        self._look.stop()
        self._progress = None
        self.line.hide()

    @Slot()
    def _on_look_timeout(self) -> None:
        if self._progress is not None:
            done, count = self._progress.done, self._progress.count
            sentence = self.tr("{done} of {count} rows written").format(
                done=formats.integer(done, self._ctx.language),
                count=formats.integer(count, self._ctx.language),
            )
            self.line.show_progress(sentence, done, count)

    def _run(self, work: Callable[[], object], on_result: Callable[..., None], lane: Lane) -> None:
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key=f"work_list.files.{lane}",
            on_result=on_result,
            on_error=self._on_failed if lane is Lane.READ else self._on_not_written,
        )

    def _on_not_written(self, error: Exception) -> None:
        self._end()
        if isinstance(error, CancelledError):
            self.message_raised.emit(self.tr("Stopped: no file was written."))
        else:
            self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _as_text(ctx: UiContext, rows: MarkedRows, shown: Sequence[ColumnKey], style: Style) -> str:
    """Return the rows as text, which is an export as well; runs in the background."""
    ctx.exports().note("clipboard", len(rows))
    return sheet.as_text(rows.rows(), shown, style)


def _export(
    ctx: UiContext,
    path: Path,
    shown: Sequence[ColumnKey],
    cells: Iterator[tuple[ExportCell, ...]],
    chosen: str,
) -> int:
    """Write the rows; runs in the background."""
    return ctx.exports().list(path, sheet.sheet_columns(shown), cells, chosen=chosen)


def _cells(
    rows: MarkedRows, shown: Sequence[ColumnKey], style: Style, progress: _Progress
) -> Iterator[tuple[ExportCell, ...]]:
    for part in rows.parts(_AT_ONCE):
        if progress.stopped.is_set():
            raise CancelledError
        yield from sheet.sheet_rows(part.rows(), shown, style)
        progress.done += len(part)
