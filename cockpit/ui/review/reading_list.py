"""The list of contacts: rows come in pages as the reader nears the end."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from cockpit.domain.note_search import NoteSearch
from cockpit.domain.review import ReviewRow
from cockpit.ui.context import UiContext
from cockpit.ui.review.note_text import LinesDelegate, row_height
from cockpit.ui.review.words import (
    INKS,
    short_moment,
    sign_of,
    state_word,
    what_and_why,
    whose_note,
)
from cockpit.ui.widgets.record_table import Column, RecordTable

#: So many rows before the last one the next page is asked for.
_AHEAD = 20
_STATE, _WHEN, _CUSTOMER, _OUTCOME = range(4)
_WIDTHS = {_STATE: 54, _WHEN: 132, _OUTCOME: 190}
_FLAG = QItemSelectionModel.SelectionFlag
_ROW = _FLAG.ClearAndSelect | _FLAG.Rows


class ReadingList(RecordTable[ReviewRow]):
    """Two lines a contact: when and by whom, whose and the note, what came of it and why.

    J and K walk as the arrows do; Shift and an arrow choose several.
    """

    #: The reader nears the last row.
    more_wanted = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(
            ctx,
            self._columns_of(),
            wide=_CUSTOMER,
            key=lambda one: one.contact_id,
            parent=parent,
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._ctx = ctx
        self._notes = LinesDelegate(ctx.theme, whose_note, self, is_note=True)
        self.setItemDelegateForColumn(_CUSTOMER, self._notes)
        for column, lines in ((_WHEN, self._when), (_OUTCOME, what_and_why)):
            quiet = LinesDelegate(ctx.theme, lines, self, is_note=False)
            self.setItemDelegateForColumn(column, quiet)
        self.verticalHeader().setDefaultSectionSize(row_height(ctx.theme))
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        self.chosen.connect(self._on_chosen)

    def show_rows(self, rows: Sequence[ReviewRow], search: NoteSearch) -> None:
        """Show a list from its beginning."""
        self._notes.search = search
        self.choose_none()
        self.records.set_rows(rows)
        self.go_to(0)

    def add_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Show the next rows below the others."""
        known = {one.contact_id for one in self.records.rows}
        self.records.add_rows([one for one in rows if one.contact_id not in known])

    def put(self, rows: Sequence[ReviewRow]) -> None:
        """Show rows as they stand now; those that are not in the list are left out."""
        now = {one.contact_id: one for one in rows}
        for place, one in enumerate(self.records.rows):
            fresh = now.get(one.contact_id)
            if fresh is not None and fresh != one:
                self.records.replace_row(place, fresh)

    def go_to(self, place: int) -> None:
        """Make a row the current and only chosen one, and come to it."""
        if 0 <= place < self.records.rowCount():
            index = self.records.index(place, _WHEN)
            self.selectionModel().setCurrentIndex(index, _ROW)
            self.scrollTo(index)

    def go_to_contact(self, contact_id: UUID) -> None:
        """Come to a contact, where it is in the list."""
        keys = [one.contact_id for one in self.records.rows]
        if contact_id in keys:
            self.go_to(keys.index(contact_id))

    def step(self, distance: int) -> None:
        """Go so many rows further."""
        last = self.records.rowCount() - 1
        self.go_to(min(max(self.currentIndex().row() + distance, 0), last))

    def chosen_rows(self) -> list[ReviewRow]:
        """Return the chosen rows in their order."""
        places = sorted({one.row() for one in self.selectionModel().selectedRows()})
        return [self.records.rows[place] for place in places]

    def following(self, count: int) -> list[UUID]:
        """Return the customers of the rows after the current one."""
        here = self.currentIndex().row() + 1
        return [one.customer_id for one in self.records.rows[here : here + count]]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        }  # fmt: skip
        if is_plain and event.key() in {Qt.Key.Key_J, Qt.Key.Key_K}:
            self.step(1 if event.key() == Qt.Key.Key_J else -1)
            return
        if is_plain and event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self.records.rowCount() - 1)
            return
        super().keyPressEvent(event)

    def _when(self, one: ReviewRow) -> tuple[str, str]:
        return short_moment(one.occurred_at, self._ctx.clock), one.operator

    def _columns_of(self) -> tuple[Column[ReviewRow], ...]:
        return (
            Column(
                lambda: "",
                lambda one, _: sign_of(one),
                explain=lambda: self.tr("Review"),
                ink=_ink,
                tip=lambda one, _: state_word(one),
                is_strong=_is_unread,
            ),
            Column(lambda: self.tr("When, operator"), lambda one, _: "\n".join(self._when(one))),
            Column(
                lambda: self.tr("Customer, note"),
                lambda one, _: "\n".join(whose_note(one)),
                tip=lambda one, _: f"{one.customer}\n{one.note}",
            ),
            Column(lambda: self.tr("Outcome"), lambda one, _: "\n".join(what_and_why(one))),
        )

    def _on_chosen(self, row: ReviewRow | None) -> None:
        if row is not None and self.currentIndex().row() >= self.records.rowCount() - _AHEAD:
            self.more_wanted.emit()


def _is_unread(row: ReviewRow) -> bool:
    return row.is_unread


def _ink(row: ReviewRow) -> str:
    return "accent" if row.mark is None else INKS[row.mark]
