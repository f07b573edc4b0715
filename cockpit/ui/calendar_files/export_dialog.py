"""Asks whose next contacts of which days go into a calendar file, and writes it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import resources
from cockpit.domain.agenda_view import AgendaOwner
from cockpit.domain.calendar_files import CalendarFilter
from cockpit.runtime.task_runner import Lane
from cockpit.ui.calendar_files.places import FOLDER_KEY, folder
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.widgets.labels import ranked_label

_SIZE = (460, 270)
_DAY = timedelta(days=1)
Days = tuple[date | None, date | None]


class CalendarExportDialog(QDialog):
    """Whose, which days, and whether names go out; then a file is asked for.

    Attributes:
        owner_box: Whose.
        days_box: Which days.
        private_box: Whether names and notes stay here.
        cancelled_box: Whether cancelled ones go out as such.
        save_button: Asks for the file.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, name_of: Callable[[AgendaOwner], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._name_of = name_of
        self._wanted: AgendaOwner | None = None
        self._owners: tuple[AgendaOwner, ...] = ()
        self.setWindowTitle(self.tr("Agenda into a calendar file"))
        self.resize(*_SIZE)
        self.owner_box, self.days_box = QComboBox(self), QComboBox(self)
        for words, days in self._spans():
            self.days_box.addItem(words, days)
        self.private_box = QCheckBox(self.tr("Without customers' names and notes"), self)
        self.cancelled_box = QCheckBox(self.tr("With the cancelled ones, as cancelled"), self)
        self.notice = ranked_label("small", parent=self)
        self.notice.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Save…"), self)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()

    def open_for(self, owner: AgendaOwner | None) -> None:
        """Read whose agendas may go out; ``owner`` is chosen at first, else the user."""
        self._wanted = owner
        self.open()
        self._submit(partial(_owners, self._ctx), Lane.READ, self._on_owners)

    def write(self, path: Path) -> None:
        """Write what is chosen into a file."""
        owner = self._owners[self.owner_box.currentIndex()]
        first, last = self.days_box.currentData()
        chosen = CalendarFilter(
            owner.users,
            first=first,
            last=last,
            with_cancelled=self.cancelled_box.isChecked(),
            is_private=self.private_box.isChecked(),
        )
        self.save_button.setEnabled(False)
        work = partial(_export, self._ctx, path, chosen)
        self._submit(work, Lane.LONG, partial(self._on_written, path))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        form.addRow(self.tr("Whose"), self.owner_box)
        form.addRow(self.tr("Days"), self.days_box)
        form.addRow("", self.private_box)
        form.addRow("", self.cancelled_box)
        words = self.tr("Phone numbers and e-mail addresses never go into the file.")
        hint = ranked_label("muted", words, self)
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.notice, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", self.windowTitle(), self))
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addStretch()
        layout.addLayout(foot)

    def _spans(self) -> tuple[tuple[str, Days], ...]:
        today = self._ctx.clock.today()
        sunday = today + (6 - today.weekday()) * _DAY
        return (
            (self.tr("From today on"), (today, None)),
            (self.tr("Today"), (today, today)),
            (self.tr("Until the end of this week"), (today, sunday)),
            (self.tr("Next week"), (sunday + _DAY, sunday + 7 * _DAY)),
            (self.tr("The next 30 days"), (today, today + 30 * _DAY)),
            (self.tr("All, the overdue ones too"), (None, None)),
        )

    def _on_owners(self, owners: Sequence[AgendaOwner]) -> None:
        self._owners = tuple(owners)
        self.owner_box.addItems([self._name_of(one) for one in self._owners])
        if self._wanted in self._owners:
            self.owner_box.setCurrentIndex(self._owners.index(self._wanted))
        self.save_button.setEnabled(bool(self._owners))

    @Slot()
    def _on_save_clicked(self) -> None:
        title = self.tr("Agenda into a calendar file")
        dialog = FileDialog(self, title, folder(self._ctx))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Calendars (*.ics)")])
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(f"{self.tr('agenda')}-{self._ctx.clock.today():%Y-%m-%d}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        path = Path(name)
        if path.suffix.lower() != ".ics":
            path = path.with_name(f"{path.name}.ics")
        self._ctx.preferences.set_value(FOLDER_KEY, str(path.parent))
        self.write(path)

    def _on_written(self, path: Path, count: int) -> None:
        words = self.tr("%n next contact(s) written to {file}", "", count)
        self.message_raised.emit(words.format(file=path.name))
        self.accept()

    def _submit(
        self, work: Callable[[], object], lane: Lane, on_result: Callable[..., None]
    ) -> None:
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key="calendar",
            on_result=on_result,
            on_error=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        self.save_button.setEnabled(bool(self._owners))
        self.notice.setText(sentence)


def _owners(ctx: UiContext) -> tuple[AgendaOwner, ...]:
    return ctx.agenda().owners()


def _export(ctx: UiContext, path: Path, chosen: CalendarFilter) -> int:
    say = partial(resources.text, language=ctx.language)
    return ctx.calendars().export(path, chosen, say=say)
