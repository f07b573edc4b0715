"""What is done to all marked customers at once: campaign, portfolio, e-mail, copy, file."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

import resources
from cockpit.domain import formats
from cockpit.domain.errors import GiroError
from cockpit.domain.work_list import CustomerRow
from cockpit.runtime.task_runner import Lane
from cockpit.services.work_list import WorkListService
from cockpit.ui.context import UiContext
from cockpit.ui.work_list import sheet
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.columns import ColumnKey
from cockpit.ui.work_list.pick_dialog import PickDialog

Reader = Callable[[], list[CustomerRow]]
Choices = Sequence[tuple[UUID | None, str]]
#: Whose the customers were before they were moved: per owner their keys.
Former = tuple[tuple[UUID | None, tuple[UUID, ...]], ...]
#: So many rows go to the clipboard at once.
MOST_COPIED = 20_000


class BulkActions(QObject):
    """Reads the marked customers in the background, asks once, and says what came of it."""

    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: E-mail by a template is to go to these customers: list of UUID.
    mail_requested = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._widget = ctx, parent
        self._reader: Reader | None = None
        self._count = 0
        self._former: Former = ()

    @property
    def can_undo(self) -> bool:
        """Return whether the last change of portfolios can be taken back."""
        return bool(self._former)

    @Slot()
    def undo(self) -> None:
        """Give the customers back to the portfolios that they came from."""
        former, self._former = self._former, ()
        self._say_busy()
        self._run(partial(_give_back, self._ctx.work_list, former), self._on_undone, Lane.WRITE)

    # --- campaign and portfolio --------------------------------------------------------------

    def ask_campaign(self, reader: Reader, count: int) -> None:
        """Ask into which campaign the customers go."""
        self._reader, self._count = reader, count
        self._run(self._ctx.work_list.campaigns, self._on_campaigns_read)

    def ask_owner(self, reader: Reader, count: int) -> None:
        """Ask into whose portfolio the customers go."""
        self._reader, self._count = reader, count
        self._run(self._ctx.work_list.owners, self._on_owners_read)

    def request_mail(self, reader: Reader) -> None:
        """Hand the customers over to whoever writes e-mail."""
        self._run(partial(_ids, reader), self._on_mail_ids_read)

    def _on_campaigns_read(self, choices: Choices) -> None:
        question = self.tr("Add %n customer(s) to a campaign", "", self._count)
        self._ask(question, choices, self.tr("Add"), self._on_campaign_picked)

    def _on_owners_read(self, choices: Choices) -> None:
        question = self.tr("Put %n customer(s) into a portfolio", "", self._count)
        nobody: list[tuple[UUID | None, str]] = [(None, self.tr("Nobody's portfolio"))]
        self._ask(question, [*choices, *nobody], self.tr("Move"), self._on_owner_picked)

    def _ask(
        self,
        question: str,
        choices: Choices,
        button: str,
        slot: Callable[..., None],
    ) -> None:
        count = formats.integer(self._count, self._ctx.language)
        dialog = PickDialog(
            question.replace(str(self._count), count), choices, button, self._widget.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(slot)
        dialog.open()

    @Slot(object, str)
    def _on_campaign_picked(self, campaign_id: UUID, name: str) -> None:
        if self._reader is not None:
            work = partial(_add_to_campaign, self._ctx.work_list, self._reader, campaign_id)
            self._say_busy()
            self._run(work, partial(self._on_added, name), Lane.WRITE)

    @Slot(object, str)
    def _on_owner_picked(self, owner_id: UUID | None, name: str) -> None:
        if self._reader is not None:
            work = partial(_set_owner, self._ctx.work_list, self._reader, owner_id)
            self._say_busy()
            self._run(work, partial(self._on_moved, name), Lane.WRITE)

    def _on_added(self, name: str, count: int) -> None:
        number = formats.integer(count, self._ctx.language)
        self.message_raised.emit(
            self.tr("{count} added to “{name}”; the others were in it already.").format(
                count=number, name=name
            )
        )

    def _on_moved(self, name: str, answer: tuple[int, Former]) -> None:
        count, self._former = answer
        number = formats.integer(count, self._ctx.language)
        self.message_raised.emit(self.tr("{count} moved: {name}").format(count=number, name=name))

    def _on_undone(self, count: int) -> None:
        number = formats.integer(count, self._ctx.language)
        self.message_raised.emit(
            self.tr("{count} are in their former portfolios again.").format(count=number)
        )

    def _on_mail_ids_read(self, ids: list[UUID]) -> None:
        self.mail_requested.emit(ids)

    # --- clipboard and files -----------------------------------------------------------------

    def copy(self, reader: Reader, count: int, shown: Sequence[ColumnKey], style: Style) -> None:
        """Put the rows on the clipboard as a spreadsheet's range."""
        if count > MOST_COPIED:
            most = formats.integer(MOST_COPIED, self._ctx.language)
            self.message_raised.emit(
                self.tr("At most {most} rows can be copied: export a file.").format(most=most)
            )
            return
        self._count = count
        self._run(partial(_as_text, reader, tuple(shown), style), self._on_text_made)

    def _on_text_made(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        count = formats.integer(text.count("\n") - 1, self._ctx.language)
        self.message_raised.emit(self.tr("{count} rows copied").format(count=count))

    def export(self, reader: Reader, shown: Sequence[ColumnKey], style: Style) -> None:
        """Ask for a file, and write the rows into it."""
        day = f"{style.today:%Y-%m-%d}"
        dialog = QFileDialog(self._widget.window(), self.tr("Export the list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("customers-{day}").format(day=day))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._write, reader, tuple(shown), style, dialog))
        dialog.open()

    def write(self, path: Path, reader: Reader, shown: Sequence[ColumnKey], style: Style) -> None:
        """Write the rows into a file whose name says of which kind it is."""
        self._say_busy()
        work = partial(_export, self._ctx, path, reader, tuple(shown), style)
        self._run(work, partial(self._on_exported, path), Lane.LONG)

    def _write(
        self,
        reader: Reader,
        shown: Sequence[ColumnKey],
        style: Style,
        dialog: QFileDialog,
        name: str,
    ) -> None:
        path = Path(name)
        if path.suffix.lower() not in {".csv", ".xlsx"}:
            is_csv = "csv" in dialog.selectedNameFilter()
            path = path.with_name(path.name + (".csv" if is_csv else ".xlsx"))
        self.write(path, reader, shown, style)

    def _on_exported(self, path: Path, count: int) -> None:
        number = formats.integer(count, self._ctx.language)
        self.message_raised.emit(
            self.tr("{count} rows written to {file}").format(count=number, file=path.name)
        )

    # --- the background ------------------------------------------------------------------------

    def _say_busy(self) -> None:
        self.message_raised.emit(self.tr("Working…"))

    def _run(
        self,
        work: Callable[[], object],
        on_result: Callable[..., None],
        lane: Lane = Lane.READ,
    ) -> None:
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key=f"work_list.bulk.{lane}",
            on_result=on_result,
            on_error=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self.message_raised.emit(resources.text(error.message, self._ctx.language))


def _ids(reader: Reader) -> list[UUID]:
    return [row.customer_id for row in reader()]


def _add_to_campaign(service: WorkListService, reader: Reader, campaign_id: UUID) -> int:
    return service.add_to_campaign(_ids(reader), campaign_id)


def _set_owner(
    service: WorkListService, reader: Reader, owner_id: UUID | None
) -> tuple[int, Former]:
    """Move customers, and return whose they were, as far as the names tell it for certain."""
    rows, owners = reader(), service.owners()
    names = [name for _, name in owners]
    known: dict[str, UUID | None] = {name: key for key, name in owners if names.count(name) == 1}
    known[""] = None
    former: dict[UUID | None, list[UUID]] = {}
    for row in rows:
        if row.owner in known:
            former.setdefault(known[row.owner], []).append(row.customer_id)
    count = service.set_owner([row.customer_id for row in rows], owner_id)
    return count, tuple((key, tuple(ids)) for key, ids in former.items() if key != owner_id)


def _give_back(service: WorkListService, former: Former) -> int:
    return sum(service.set_owner(ids, owner_id) for owner_id, ids in former)


def _as_text(reader: Reader, shown: Sequence[ColumnKey], style: Style) -> str:
    return sheet.as_text(reader(), shown, style)


def _export(
    ctx: UiContext,
    path: Path,
    reader: Reader,
    shown: Sequence[ColumnKey],
    style: Style,
) -> int:
    """Write the rows; runs in the background."""
    rows = sheet.sheet_rows(reader(), shown, style)
    return ctx.exports().list(path, sheet.sheet_columns(shown), rows)
