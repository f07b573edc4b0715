"""Asks for which days the record is wanted, and writes it as CSV or XLSX."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.runtime.task_runner import Lane
from cockpit.ui.call.choices import Choices
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.working_time.sheet import sheet_columns, sheet_rows

#: The preference that holds where the last file was written.
FOLDER_KEY = "working_day.export_folder"
_DAY = timedelta(days=1)


class _Periods(Choices):
    """The day in sight, its week, its month, the month before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, is_sure=True)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        choices = (
            self.tr("This day"),
            self.tr("Its week"),
            self.tr("Its month"),
            self.tr("The month before"),
        )
        self.set_texts(self.tr("Export which days?"), self.tr("number, and Enter"), choices, "")


class RecordFile(QObject):
    """Writes the record of a period into one file, which appears when it is whole."""

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._widget = ctx, parent
        self._day = ctx.clock.today()
        self.periods = _Periods(parent)
        self.periods.number_chosen.connect(self._on_periods_number_chosen)

    def ask(self, day: date) -> None:
        """Ask which days around one are wanted."""
        self._day = day
        self.periods.open()
        foot = self._widget.height() - Space.XL * 2 - self.periods.height()
        self.periods.move(QPoint(Space.L, max(0, foot)))

    def write(self, path: Path, first: date, last: date) -> None:
        """Write the record of some days."""
        self._ctx.runner.submit(
            partial(self._export, path, first, last),
            lane=Lane.LONG,
            owner=self,
            key="file",
            on_result=partial(self._on_written, path),
            on_error=self._on_failed,
        )

    def _export(self, path: Path, first: date, last: date) -> int:
        """Read and write; runs in the background."""
        records = self._ctx.day_keeper.service().record(first, last)
        rows = sheet_rows(records, self._ctx.clock.zone)
        return self._ctx.exports().list(path, sheet_columns(), rows, what="working_time")

    @Slot(int)
    def _on_periods_number_chosen(self, number: int) -> None:
        self.periods.close_popover()
        first, last = _period(number, self._day)
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._ctx.preferences.value(FOLDER_KEY, home)
        dialog = FileDialog(self._widget.window(), self.tr("Export my working time"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        name = self.tr("working-time-{first}-{last}")
        dialog.selectFile(name.format(first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._on_file_selected, dialog, first, last))
        dialog.open()

    def _on_file_selected(self, dialog: QFileDialog, first: date, last: date, name: str) -> None:
        path = Path(name)
        if path.suffix.lower() not in {".csv", ".xlsx"}:
            is_csv = "csv" in dialog.selectedNameFilter()
            path = path.with_name(path.name + (".csv" if is_csv else ".xlsx"))
        self._ctx.preferences.set_value(FOLDER_KEY, str(path.parent))
        self.write(path, first, last)

    def _on_written(self, path: Path, count: int) -> None:
        number = formats.integer(count, self._ctx.language)
        sentence = self.tr("{count} rows written to {file}")
        self.message_raised.emit(sentence.format(count=number, file=path.name))

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _period(number: int, day: date) -> tuple[date, date]:
    """Return the first and the last day of a period around a day."""
    month = day.replace(day=1)
    if number == 0:
        return day, day
    if number == 1:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + 6 * _DAY
    if number == 2:
        return month, (month + 31 * _DAY).replace(day=1) - _DAY
    before = month - _DAY
    return before.replace(day=1), before
