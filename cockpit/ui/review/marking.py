"""Marks contacts that were read: shown at once, stored in the background, taken back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from cockpit.domain.ids import new_id
from cockpit.domain.review import NEEDS_COMMENT, Mark, ReviewDraft, ReviewRow
from cockpit.runtime.task_runner import Lane
from cockpit.services.review import as_marked
from cockpit.ui.context import UiContext
from cockpit.ui.review.reading_list import ReadingList
from cockpit.ui.review.reading_pane import ReadingPane

if TYPE_CHECKING:
    from uuid import UUID


class Marking(QObject):
    """What a reader thinks of the chosen contacts."""

    #: Marks were stored: what is shown may be another's by now.
    stored = Signal()
    #: They could not be stored (Exception).
    failed = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, table: ReadingList, pane: ReadingPane, parent: QObject
    ) -> None:
        """Mark the contacts of a list with what is typed in its pane.

        Args:
            ctx: What every screen is given.
            table: The contacts.
            pane: The chosen one, with the comment.
            parent: Whose part it is.
        """
        super().__init__(parent)
        self._ctx, self._table, self._pane = ctx, table, pane
        self._undo: list[tuple[UUID, ...]] = []

    def forget(self) -> None:
        """Undo nothing any more: another list is shown."""
        self._undo.clear()

    @Slot(object)
    def mark(self, mark: Mark) -> None:
        """Mark the chosen contacts with what the comment says, and go on to the next unread one."""
        rows, comment = self._table.chosen_rows(), self._pane.comment.toPlainText()
        if not rows:
            return
        if mark in NEEDS_COMMENT and not comment.strip():
            self._pane.let_write(mark)
            self.message_raised.emit(self.tr("Write what the operator should do, then Ctrl+Enter"))
            return
        self._store(rows, mark, comment)
        self.message_raised.emit("")  # what was asked for is done
        self._pane.comment.clear()
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._go_on()

    @Slot()
    def take_back(self) -> None:
        """Take back what was thought of the chosen contacts."""
        rows = [one for one in self._table.chosen_rows() if one.mark is not None]
        if rows:
            self._store(rows, Mark.TAKEN_BACK, "")

    @Slot()
    def undo(self) -> None:
        """Take back the last marks."""
        if self._undo:
            keys = self._undo.pop()
            rows = [one for one in self._table.records.rows if one.contact_id in keys]
            if rows:
                self._store(rows, Mark.TAKEN_BACK, "")
                self._undo.pop()
                self._table.go_to_contact(rows[0].contact_id)

    def _store(self, rows: Sequence[ReviewRow], mark: Mark, comment: str) -> None:
        """Show the marks at once and store them; where that fails, show what holds."""
        draft = ReviewDraft({one.contact_id: new_id() for one in rows}, mark, comment)
        now, name = self._ctx.clock.now(), self._ctx.user.name
        self._table.put([as_marked(one, draft, name, now) for one in rows])
        self._undo.append(tuple(draft.review_ids))
        self._ctx.runner.submit(
            partial(_mark, self._ctx, draft),
            lane=Lane.WRITE,
            owner=self,
            key=f"mark.{next(iter(draft.review_ids.values()))}",
            on_result=self._on_marked,
            on_error=self.failed.emit,
        )

    def _on_marked(self, nothing: object) -> None:
        self.stored.emit()

    def _go_on(self) -> None:
        """Choose the next contact of which nothing is thought yet; else stay."""
        rows, here = self._table.records.rows, self._table.currentIndex().row()
        for place in range(here + 1, len(rows)):
            if rows[place].is_unread:
                self._table.go_to(place)
                return
        self._table.go_to(min(here + 1, len(rows) - 1))


def _mark(ctx: UiContext, draft: ReviewDraft) -> None:
    ctx.review().mark(draft)
