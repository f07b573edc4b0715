"""The line over the pages: which page, how far the reading is, saved filters, a file."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import SavedView
from cockpit.domain.ids import new_id
from cockpit.domain.review import Progress, ReviewFilter
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.review.list_file import ReviewFile
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.chips import chips
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.work_list.view_dialogs import SaveViewDialog, ViewsDialog

T = TypeVar("T")


class ContactsHead(QWidget):
    """Chips for the pages, and what is done with the list as a whole.

    Attributes:
        file: Writes the list into a file.
        filter_of: Returns the filter that is shown; set by the screen.
    """

    #: A page is to be shown (int).
    page_requested = Signal(int)
    #: A saved filter is to be read (ReviewFilter).
    filter_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget, *, may_mark: bool) -> None:
        super().__init__(parent)
        self._ctx, self._may_mark = ctx, may_mark
        self._progress = Progress()
        self.filter_of: Callable[[], ReviewFilter] = ReviewFilter
        self.chips = chips(3, self)
        self.progress = ranked_label("muted", parent=self)
        self.file = ReviewFile(ctx, self)
        self.buttons = [QPushButton(self) for _ in range(3)]
        self._lay_out()
        self._connect()
        self._retranslate()

    def choose(self, number: int) -> None:
        """Show which page is in sight."""
        self.chips[number].setChecked(True)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the reading is."""
        self._progress = progress
        self.progress.setText(self._progress_text(progress))
        self.progress.setVisible(self._may_mark)

    @Slot()
    def export(self) -> None:
        """Ask for a file, and write the list into it."""
        if self._may_mark:
            self.file.ask(self.filter_of())

    @Slot()
    def open_filters(self) -> None:
        """Let the user choose one of the saved filters."""
        self._submit(partial(_filters, self._ctx), "filters", self._on_filters_read, Lane.READ)

    @Slot()
    def save_filter(self) -> None:
        """Ask for a name, and keep the filter under it."""
        may_share = self._ctx.user.may(Task.SHARE_VIEWS)
        dialog = SaveViewDialog(may_share=may_share, parent=self.window(), is_filter=True)
        dialog.confirmed.connect(self._on_name_confirmed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.XS)
        layout.setSpacing(Space.S)
        for chip in self.chips:
            layout.addWidget(chip)
        self.chips[2].setVisible(self._may_mark)
        layout.addSpacing(Space.L)
        layout.addWidget(self.progress)
        layout.addWidget(self.file.line)
        layout.addStretch()
        for button in self.buttons:
            layout.addWidget(button)
        self.buttons[2].setVisible(self._may_mark)

    def _connect(self) -> None:
        for number, chip in enumerate(self.chips):
            chip.clicked.connect(partial(self.page_requested.emit, number))
        for button, does in zip(
            self.buttons, (self.open_filters, self.save_filter, self.export), strict=True
        ):
            button.clicked.connect(does)
        self.file.message_raised.connect(self.message_raised)

    def _retranslate(self) -> None:
        self.chips[0].setText(self.tr("Contacts  Alt+1"))
        self.chips[1].setText(self.tr("Comments to me  Alt+2"))
        self.chips[2].setText(self.tr("What I said  Alt+3"))
        self.buttons[0].setText(self.tr("Saved filters  V"))
        self.buttons[1].setText(self.tr("Save filter  S"))
        self.buttons[2].setText(self.tr("Export  Ctrl+E"))
        self.show_progress(self._progress)

    def _progress_text(self, progress: Progress) -> str:
        """Return how far the reading is."""
        if progress.of is not None:
            said = self.tr("{count} of {total} read")
            return said.format(count=progress.read, total=progress.of)
        if not progress.read:
            return self.tr("None read today")
        return self.tr("%n read today", "", progress.read)

    def _on_filters_read(self, found: Sequence[SavedView]) -> None:
        dialog = ViewsDialog(found, self.window())
        dialog.chosen.connect(self._on_filter_chosen)
        dialog.renamed.connect(self._on_filter_renamed)
        dialog.deleted.connect(self._on_filter_deleted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_filter_chosen(self, view: SavedView) -> None:
        try:
            chosen = ReviewFilter.from_json(view.definition)
        except BadInputError as error:
            self._on_error(error)
        else:
            self.filter_requested.emit(chosen)

    @Slot(object)
    def _on_filter_renamed(self, view: SavedView) -> None:
        self._write(partial(_save, self._ctx, view), self.tr("Filter renamed"))

    @Slot(object)
    def _on_filter_deleted(self, view: SavedView) -> None:
        self._write(partial(_delete, self._ctx, view), self.tr("Filter deleted"))

    @Slot(str, bool)
    def _on_name_confirmed(self, name: str, is_shared: bool) -> None:
        view = SavedView(
            new_id(), name, is_shared, is_own=True, definition=self.filter_of().to_json()
        )
        self._write(partial(_save, self._ctx, view), self.tr("Filter saved"))

    def _write(self, work: Callable[[], object], sentence: str) -> None:
        self._submit(work, "filter", partial(self._on_written, sentence), Lane.WRITE)

    def _on_written(self, sentence: str, nothing: object) -> None:
        self.message_raised.emit(sentence)

    def _submit(
        self, work: Callable[[], T], key: str, on_result: Callable[[T], None], lane: Lane
    ) -> None:
        self._ctx.runner.submit(
            work, lane=lane, owner=self, key=key, on_result=on_result, on_error=self._on_error
        )

    def _on_error(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _filters(ctx: UiContext) -> list[SavedView]:
    return ctx.review().filters()


def _save(ctx: UiContext, view: SavedView) -> None:
    ctx.review().save_filter(view)


def _delete(ctx: UiContext, view: SavedView) -> None:
    ctx.review().delete_filter(view.view_id)
