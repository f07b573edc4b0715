"""The contacts of a list on their way into a file."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from cockpit.domain import formats
from cockpit.domain.errors import CancelledError
from cockpit.domain.export_columns import CellKind, ExportCell, SheetColumn
from cockpit.domain.review import ReviewFilter, ReviewRow
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.review.words import state_word
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.words import channel_word, status_word

#: The preference that holds where the last file was written, as the work list keeps it.
FOLDER_KEY = "work_list.export_folder"


class ReviewFile(QObject):
    """Writes one file at a time, which appears when it is whole.

    Attributes:
        line: Says that it is being written, and stops it.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._widget = ctx, parent
        self._stopped: Event | None = None
        self.line = BusyLine(parent)
        self.line.stop_requested.connect(self.stop)

    def ask(self, chosen: ReviewFilter) -> None:
        """Ask for a file, and write the contacts of a filter into it."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._ctx.preferences.value(FOLDER_KEY, home)
        dialog = FileDialog(self._widget.window(), self.tr("Export the contacts"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        day = f"{self._ctx.clock.today():%Y-%m-%d}"
        dialog.selectFile(self.tr("contacts-{day}").format(day=day))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._on_file_selected, dialog, chosen))
        dialog.open()

    def write(self, path: Path, chosen: ReviewFilter) -> None:
        """Write the contacts of a filter into a file whose name says of which kind it is."""
        if self._stopped is not None:
            self.message_raised.emit(self.tr("One file at a time: stop the other one first."))
            return
        stopped = self._stopped = Event()
        self.line.begin(self.tr("Writing the contacts…"))
        self._ctx.runner.submit(
            partial(_export, self._ctx, path, chosen, self._columns(), stopped),
            lane=Lane.LONG,
            owner=self,
            key="review.file",
            on_result=partial(self._on_written, path),
            on_error=self._on_not_written,
        )

    @Slot()
    def stop(self) -> None:
        """Write no further; nothing of the file is left."""
        if self._stopped is not None:
            self.line.wind_down(self.tr("Stopping…"))
            self._stopped.set()

    def _columns(self) -> list[SheetColumn]:
        text, cents = CellKind.TEXT, CellKind.CENTS
        return [
            SheetColumn(self.tr("Date and time"), CellKind.MOMENT),
            SheetColumn(self.tr("Operator"), text),
            SheetColumn(self.tr("Code"), text),
            SheetColumn(self.tr("Customer"), text),
            SheetColumn(self.tr("Channel"), text),
            SheetColumn(self.tr("Outcome"), text),
            SheetColumn(self.tr("Reason"), text),
            SheetColumn(self.tr("Objections"), text),
            SheetColumn(self.tr("Campaign"), text),
            SheetColumn(self.tr("Status then"), text),
            SheetColumn(self.tr("Bought in 12 months"), cents),
            SheetColumn(self.tr("At risk"), cents),
            SheetColumn(self.tr("Note"), text),
            SheetColumn(self.tr("Review"), text),
            SheetColumn(self.tr("Comment"), text),
            SheetColumn(self.tr("Reviewer"), text),
            SheetColumn(self.tr("Answer"), text),
        ]

    def _on_file_selected(self, dialog: QFileDialog, chosen: ReviewFilter, name: str) -> None:
        path = Path(name)
        if path.suffix.lower() not in {".csv", ".xlsx"}:
            is_csv = "csv" in dialog.selectedNameFilter()
            path = path.with_name(path.name + (".csv" if is_csv else ".xlsx"))
        self._ctx.preferences.set_value(FOLDER_KEY, str(path.parent))
        self.write(path, chosen)

    def _on_written(self, path: Path, count: int) -> None:
        self._end()
        number = formats.integer(count, self._ctx.language)
        self.message_raised.emit(
            self.tr("{count} contacts written to {file}").format(count=number, file=path.name)
        )

    def _on_not_written(self, error: Exception) -> None:
        self._end()
        if isinstance(error, CancelledError):
            self.message_raised.emit(self.tr("Stopped: no file was written."))
        else:
            self.message_raised.emit(sentence_of(error, self._ctx.language))

    def _end(self) -> None:
        self._stopped = None
        self.line.hide()


def _export(
    ctx: UiContext, path: Path, chosen: ReviewFilter, columns: list[SheetColumn], stopped: Event
) -> int:
    """Write the contacts; runs in the background."""
    cells = _cells(ctx, chosen, stopped)
    return ctx.exports().list(path, columns, cells, what="contacts", chosen=_codes(chosen))


def _cells(
    ctx: UiContext, chosen: ReviewFilter, stopped: Event
) -> Iterator[tuple[ExportCell, ...]]:
    for row in ctx.review().all_rows(chosen):
        if stopped.is_set():
            raise CancelledError
        yield _line(ctx, row)


def _line(ctx: UiContext, row: ReviewRow) -> tuple[ExportCell, ...]:
    status = "" if row.status_at_contact is None else status_word(row.status_at_contact)
    return (
        row.occurred_at.astimezone(ctx.clock.zone).replace(tzinfo=None), row.operator, row.code,
        row.customer, channel_word(row.channel), row.outcome, row.reason,
        ", ".join(row.objections), row.campaign, status, row.yearly_cents, row.at_risk_cents,
        row.note, state_word(row), row.comment, row.reviewer, row.reply,
    )  # fmt: skip


def _codes(chosen: ReviewFilter) -> str:
    """Return a filter for the audit trail, without what was looked for in the notes."""
    stored = chosen.to_json()
    stored["text"] = bool(stored["text"])
    usual = ReviewFilter().to_json() | {"text": False}
    return "; ".join(f"{name}={value}" for name, value in stored.items() if value != usual[name])
