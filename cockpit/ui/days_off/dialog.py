"""The days without calls: what is kept, one more, one less, or a whole list."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.domain import formats
from cockpit.domain.days_off import DayOff, DayOffDraft
from cockpit.runtime.task_runner import Lane
from cockpit.services.days_off import ListTaken
from cockpit.ui.context import UiContext
from cockpit.ui.days_off.day_fields import DayFields
from cockpit.ui.days_off.words import columns
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RecordTable

_SIZE = (760, 520)
_LINES_NAMED = 5
#: A list of days is text; a larger file is something else.
_LARGEST = 4_000_000


class DaysOffDialog(QDialog):
    """Public holidays are not among them: Giro knows those."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWindowTitle(self.tr("Days without calls"))
        self.resize(*_SIZE)
        self.fields = DayFields(self)
        self.table: RecordTable[DayOff] = RecordTable(
            ctx, columns(), wide=1, key=lambda one: one.day_id, parent=self
        )
        self._build()
        self.fields.written.connect(self.add)
        self.fields.misread.connect(self._on_fields_misread)
        self.table.chosen.connect(self._on_table_chosen)

    def start(self) -> None:
        """Show the dialog and read the days."""
        self.open()
        self.fields.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    @Slot(object)
    def add(self, draft: DayOffDraft) -> None:
        """Keep a day."""
        self._write(partial(_add, self._ctx, draft), partial(self._on_added, draft))

    @Slot()
    def remove(self) -> None:
        """Keep the chosen day no more."""
        day = self.table.current()
        if day is not None:
            self._write(partial(_remove, self._ctx, day), partial(self._on_removed, day))

    @Slot()
    def choose_list(self) -> None:
        """Ask for a file with a list of days."""
        dialog = FileDialog(self, self.tr("Take a list of days in"), "")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Lists (*.csv *.txt)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_list)
        dialog.open()

    @Slot(str)
    def take_list(self, name: str) -> None:
        """Keep the days of a file."""
        self._write(partial(_take_list, self._ctx, Path(name)), self._on_list_taken)

    def said(self) -> str:
        """Return what came of the last step."""
        return self._notice.text()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        hint = self.tr(
            "Municipal holidays and the company's own days. National and state holidays are known."
        )
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self.table.setAccessibleName(self.windowTitle())
        self._remove = QPushButton(self.tr("Remove"), self)
        self._remove.setEnabled(False)
        self._remove.clicked.connect(self.remove)
        import_list = QPushButton(self.tr("Take a list in…"), self)
        import_list.clicked.connect(self.choose_list)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        for button in (self._remove, import_list, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("muted", hint, self))
        layout.addWidget(self.fields)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    # --- reading and writing -------------------------------------------------------------------

    def _read(self) -> None:
        self._ctx.runner.submit(
            partial(_days, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="days",
            on_result=self._on_read,
            on_error=self._on_error,
        )

    def _write(self, work: Callable[[], object], on_result: Callable[..., None]) -> None:
        self._ctx.runner.submit(
            work,
            lane=Lane.WRITE,
            owner=self,
            key="change",
            on_result=on_result,
            on_error=self._on_error,
        )

    def _on_read(self, days: tuple[DayOff, ...]) -> None:
        self.table.set_rows(days)

    def _on_added(self, draft: DayOffDraft, is_new: bool) -> None:
        day = formats.day(draft.day)
        words = self.tr("%1 is kept.") if is_new else self.tr("%1 was kept already.")
        self._say(words.replace("%1", f"{day} {draft.name}"))
        self.fields.clear()
        self._read()

    def _on_removed(self, day: DayOff, count: int) -> None:
        words = self.tr("%1 is kept no more.").replace("%1", f"{formats.day(day.day)} {day.name}")
        self._say(words)
        self._read()

    def _on_list_taken(self, taken: ListTaken) -> None:
        words = self.tr("%1 new, %2 known already.")
        sentence = words.replace("%1", str(taken.new)).replace("%2", str(taken.known))
        if taken.bad_lines:
            named = ", ".join(str(one) for one in taken.bad_lines[:_LINES_NAMED])
            more = "…" if len(taken.bad_lines) > _LINES_NAMED else ""
            bad = self.tr("Not understood: line %1.").replace("%1", f"{named}{more}")
            sentence = f"{sentence} {bad}"
        self._say(sentence)
        self._read()

    @Slot(object)
    def _on_table_chosen(self, day: DayOff | None) -> None:
        self._remove.setEnabled(day is not None)

    @Slot()
    def _on_fields_misread(self) -> None:
        self._say(self.tr("Write the day as 24/06/2026."), is_trouble=True)

    def _on_error(self, error: Exception) -> None:
        self._say(sentence_of(error, self._ctx.language), is_trouble=True)

    def _say(self, sentence: str, *, is_trouble: bool = False) -> None:
        self._notice.setProperty("role", "danger" if is_trouble else "small")
        self._notice.style().polish(self._notice)
        self._notice.setText(sentence)


def _days(ctx: UiContext) -> tuple[DayOff, ...]:
    return ctx.days_off().days()


def _add(ctx: UiContext, draft: DayOffDraft) -> bool:
    return ctx.days_off().add(draft)


def _remove(ctx: UiContext, day: DayOff) -> int:
    return ctx.days_off().remove([day.day_id])


def _take_list(ctx: UiContext, path: Path) -> ListTaken:
    return ctx.days_off().take_list(_text_of(path))


def _text_of(path: Path) -> str:
    """Return a file's text, as UTF-8 or as Windows writes it; of no text file nothing."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST)
    except OSError:
        return ""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
