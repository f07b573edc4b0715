"""One contact as it is read: what happened, its note, what was thought of it, and what to say."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.note_search import NoteSearch
from cockpit.domain.review import MARKS, Mark, Review, ReviewRow
from cockpit.ui.collision_words import also_talked_lines
from cockpit.ui.context import UiContext
from cockpit.ui.review.note_text import NoteText
from cockpit.ui.review.words import mark_word, review_text, what_happened, whose, worth
from cockpit.ui.theme import Space
from cockpit.ui.widgets.keys import bind_own_keys
from cockpit.ui.widgets.labels import divider, ranked_label

_HISTORY_HEIGHT = 150
_COMMENT_HEIGHT = 74


class ReadingPane(QWidget):
    """Keys in the comment: Ctrl+Enter stores the chosen mark, Ctrl+1 to Ctrl+5 store theirs.

    Attributes:
        note: The note.
        comment: What is about to be said.
    """

    #: A mark is to be stored with what the comment says (Mark).
    mark_requested = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._row: ReviewRow | None = None
        self._reviews: Sequence[Review] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._customer = ranked_label("heading", parent=self)
        self._lines = [
            ranked_label(rank, parent=self) for rank in ("small", "", "muted", "warning")
        ]
        self.note = NoteText(ctx.theme, self)
        self.history = ranked_label("muted", parent=self)
        self._history_room = QScrollArea(self)
        self.comment = QPlainTextEdit(self)
        self._buttons = {mark: QPushButton(self) for mark in MARKS}
        self._group = QButtonGroup(self)
        self._foot = QWidget(self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.show_row(None, NoteSearch())

    @property
    def row(self) -> ReviewRow | None:
        """Return the contact in view."""
        return self._row

    @property
    def chosen_mark(self) -> Mark:
        """Return the mark that a comment is stored with."""
        return next((one for one, button in self._buttons.items() if button.isChecked()), MARKS[0])

    def show_row(self, row: ReviewRow | None, search: NoteSearch) -> None:
        """Show a contact; what was typed about another one is let go."""
        is_other = row is None or self._row is None or row.contact_id != self._row.contact_id
        self._row = row
        if is_other:
            self.comment.clear()
            self.show_reviews(())
            self.choose_mark(Mark.COACH)
        self._write()
        self.note.show_note("" if row is None else row.note or self.tr("No note."), search)
        for one in (self.comment, *self._buttons.values()):
            one.setEnabled(row is not None)

    def show_reviews(self, reviews: Sequence[Review]) -> None:
        """Show what was thought of the contact so far."""
        self._reviews = reviews
        clock = self._ctx.clock
        self.history.setText("\n\n".join(review_text(one, clock) for one in reviews))
        self._history_room.setVisible(bool(reviews))

    def choose_mark(self, mark: Mark) -> None:
        """Choose what a comment is stored with."""
        if mark in self._buttons:
            self._buttons[mark].setChecked(True)

    def let_write(self, mark: Mark | None = None) -> None:
        """Take the keyboard into the comment, for a mark that needs one."""
        if mark is not None:
            self.choose_mark(mark)
        self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_marking(self, *, may_mark: bool) -> None:
        """Let somebody judge, or only read."""
        self._foot.setVisible(may_mark)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._write()
            self.show_reviews(self._reviews)

    def _write(self) -> None:
        row = self._row
        self._customer.setText("" if row is None else f"{row.customer}   {row.code}".strip())
        texts = ("", "", "", "")
        if row is not None:
            clock, language = self._ctx.clock, self._ctx.language
            met = also_talked_lines(row.colleagues, row.occurred_at, clock)
            texts = (whose(row, clock), what_happened(row), worth(row, language), met)
        for label, text in zip(self._lines, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))

    def _lay_out(self) -> None:
        for label in (self._customer, *self._lines, self.history):
            label.setWordWrap(True)
        self.history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._history_room.setFrameShape(QFrame.Shape.NoFrame)
        self._history_room.setWidgetResizable(True)
        self._history_room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._history_room.setMaximumHeight(_HISTORY_HEIGHT)
        self._history_room.setWidget(self.history)
        self.comment.setFixedHeight(_COMMENT_HEIGHT)
        self.comment.setTabChangesFocus(True)
        foot = QGridLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(Space.XS)
        foot.addWidget(self.comment, 0, 0, 1, 6)
        for number, button in enumerate(self._buttons.values()):
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            self._group.addButton(button)
            # Three in the first line, two in the second: the words need the room.
            line, place = divmod(number, 3)
            foot.addWidget(button, line + 1, place * 2, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        for widget in (self._customer, *self._lines):
            layout.addWidget(widget)
        layout.addWidget(divider(self))
        layout.addWidget(self.note, 1)
        layout.addWidget(self._history_room)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        for mark, button in self._buttons.items():
            button.clicked.connect(partial(self._on_mark_clicked, mark))
        store = self._on_store_wanted
        bind_own_keys(self.comment, {"Ctrl+Return": store, "Ctrl+Enter": store})
        for number, mark in enumerate(MARKS, start=1):
            bind_own_keys(self.comment, {f"Ctrl+{number}": partial(self.mark_requested.emit, mark)})

    def _retranslate(self) -> None:
        self.note.setAccessibleName(self.tr("Note"))
        self.history.setAccessibleName(self.tr("What was thought of it"))
        self.comment.setAccessibleName(self.tr("Comment to the operator"))
        self.comment.setPlaceholderText(
            self.tr("Comment to the operator (Enter); Ctrl+Enter stores it with the mark")
        )
        for number, (mark, button) in enumerate(self._buttons.items(), start=1):
            button.setText(f"{mark_word(mark)}  {number}")

    @Slot()
    def _on_store_wanted(self) -> None:
        self.mark_requested.emit(self.chosen_mark)

    def _on_mark_clicked(self, mark: Mark) -> None:
        self.mark_requested.emit(mark)
