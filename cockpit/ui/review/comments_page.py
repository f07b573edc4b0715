"""The comments: what others say of the user's contacts, and what the user said of others'.

Enter reads one (which its author sees) and goes on; R answers it; E corrects the contact.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.review import COMMENT_LIMIT, Comment
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.review.words import INKS, comment_state, mark_word, short_moment
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.keys import bind_own_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable
from cockpit.ui.widgets.state_view import StateView

T = TypeVar("T")
_COMMENT = 3
_WIDTHS = {0: 138, 1: 132, 2: 160, 4: 106, 5: 156}


class CommentsPage(QWidget):
    """A list of comments, and the chosen one in full.

    Attributes:
        table: The comments.
        reply: What is about to be answered.
    """

    #: The contact of a comment is to be corrected (Comment).
    amend_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget, *, is_said: bool) -> None:
        """Build the page.

        Args:
            ctx: Services and look.
            parent: Whose it is.
            is_said: Whether the comments are the user's own, to others.
        """
        super().__init__(parent)
        self._ctx, self._is_said = ctx, is_said
        self.table: RecordTable[Comment] = RecordTable(
            ctx,
            self._columns(),
            is_strong=lambda one: one.is_unread and not is_said,
            wide=_COMMENT,
            key=lambda one: one.review_id,
            parent=self,
        )
        header = self.table.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        self._state = StateView(ctx.theme, self)
        self._lines = [
            ranked_label(rank, parent=self) for rank in ("heading", "small", "", "muted")
        ]
        self.answer = ranked_label("muted", parent=self)
        self.reply = QLineEdit(self)
        self.read_button, self.amend_button = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show(None)

    @Slot()
    def reload(self) -> None:
        """Read the comments again."""
        self._submit(partial(_read, self._ctx, self._is_said), "comments", self._on_read, Lane.READ)

    def take_focus(self) -> None:
        """Let the keys go through the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show(self.table.current())

    def _columns(self) -> tuple[Column[Comment], ...]:
        clock = self._ctx.clock

        return (
            Column(
                lambda: self.tr("Mark"), lambda one, _: mark_word(one.mark),
                ink=lambda one: INKS.get(one.mark, "ink"),
            ),
            Column(
                lambda: self.tr("To") if self._is_said else self.tr("From"),
                lambda one, _: one.operator if self._is_said else one.reviewer,
            ),
            Column(lambda: self.tr("Customer"), lambda one, _: one.customer),
            Column(
                lambda: self.tr("Comment"),
                lambda one, _: one.comment.replace("\n", " "),
                tip=lambda one, _: one.comment,
            ),
            Column(lambda: self.tr("When"), lambda one, _: short_moment(one.reviewed_at, clock)),
            Column(lambda: self.tr("State"), lambda one, _: comment_state(one, clock)),
        )  # fmt: skip

    def _lay_out(self) -> None:
        detail = QWidget(self)
        room = QVBoxLayout(detail)
        room.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        room.setSpacing(Space.S)
        for label in (*self._lines, self.answer):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            room.addWidget(label)
        room.addStretch()
        room.addWidget(self.reply)
        buttons = QHBoxLayout()
        buttons.addWidget(self.read_button)
        buttons.addWidget(self.amend_button)
        buttons.addStretch()
        room.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 5)
        layout.addWidget(self._state, 5)
        layout.addWidget(divider(self, vertical=True))
        layout.addWidget(detail, 2)

    def _connect(self) -> None:
        self.reply.setMaxLength(COMMENT_LIMIT)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._on_table_opened)
        self.reply.returnPressed.connect(self._on_reply_return_pressed)
        self.read_button.clicked.connect(self._on_read_clicked)
        self.amend_button.clicked.connect(self._on_amend_clicked)
        bind_own_keys(self.table, {"R": self.begin_reply, "E": self._on_amend_clicked})

    def _retranslate(self) -> None:
        name = self.tr("What I said") if self._is_said else self.tr("Comments to me")
        self.table.setAccessibleName(name)
        self.reply.setPlaceholderText(self.tr("Answer (R), Enter sends it"))
        self.reply.setAccessibleName(self.tr("Answer"))
        self.read_button.setText(self.tr("I have read it  Enter"))
        self.amend_button.setText(self.tr("Correct the contact  E"))

    # --- what is shown -------------------------------------------------------------------------

    def _on_read(self, found: Sequence[Comment]) -> None:
        had_current = self.table.current() is not None
        self.table.set_rows(found)
        self.table.setVisible(bool(found))
        self._state.setVisible(not found)
        nothing = self.tr("You said nothing of others' contacts yet.")
        self._state.show_state(
            "message", nothing if self._is_said else self.tr("Nobody commented on your contacts.")
        )
        if found and not had_current:
            first = next((place for place, one in enumerate(found) if one.is_unread), 0)
            self.table.setCurrentIndex(self.table.records.index(first, 0))
        self._show(self.table.current())

    @Slot(object)
    def _show(self, one: Comment | None) -> None:
        texts = ("", "", "", "")
        if one is not None:
            clock = self._ctx.clock
            moment = formats.moment(one.occurred_at, clock.zone)
            said = formats.moment(one.reviewed_at, clock.zone)
            texts = (
                f"{mark_word(one.mark)}  ·  {one.customer}",
                f"{one.reviewer} → {one.operator}, {said}",
                one.comment,
                self.tr("Contact of {moment}, {outcome}").format(moment=moment, outcome=one.outcome)
                + (f"\n{one.note}" if one.note else ""),
            )
        for label, text in zip(self._lines, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        reply = "" if one is None or not one.reply else f"→ {one.reply}"
        self.answer.setText(reply)
        self.answer.setVisible(bool(reply))
        is_mine = one is not None and not self._is_said
        self.reply.setVisible(is_mine)
        self.read_button.setVisible(is_mine and one is not None and one.is_unread)
        self.amend_button.setVisible(is_mine and one is not None and not one.is_corrected)

    # --- what the user does --------------------------------------------------------------------

    @Slot()
    def begin_reply(self) -> None:
        """Let the user answer the chosen comment."""
        if self.reply.isVisible():
            self.reply.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _on_table_opened(self, one: Comment) -> None:
        if not self._is_said and one.is_unread:
            self._on_read_clicked()

    @Slot()
    def _on_read_clicked(self) -> None:
        one = self.table.current()
        self.take_focus()
        if one is not None:
            self._answer(one, "")

    @Slot()
    def _on_reply_return_pressed(self) -> None:
        one, text = self.table.current(), self.reply.text().strip()
        if one is not None and text:
            self.reply.clear()
            self.take_focus()
            self._answer(one, text)

    @Slot()
    def _on_amend_clicked(self) -> None:
        one = self.table.current()
        if one is not None and not self._is_said and not one.is_corrected:
            if one.is_unread:
                self._answer(one, "")
            self.amend_requested.emit(one)

    def _answer(self, one: Comment, text: str) -> None:
        work = partial(_answer, self._ctx, one, text)
        self._submit(work, f"answer.{one.review_id}", self._on_answered, Lane.WRITE)

    def _on_answered(self, nothing: object) -> None:
        self.reload()

    def _submit(
        self, work: Callable[[], T], key: str, on_result: Callable[[T], None], lane: Lane
    ) -> None:
        self._ctx.runner.submit(
            work, lane=lane, owner=self, key=key, on_result=on_result, on_error=self._on_error
        )

    def _on_error(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _read(ctx: UiContext, is_said: bool) -> Sequence[Comment]:
    return ctx.review().said() if is_said else ctx.review().comments()


def _answer(ctx: UiContext, one: Comment, text: str) -> None:
    ctx.review().answer({one.review_id: text})
