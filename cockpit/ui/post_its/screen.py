"""All post-its of the user: received and sent, the text in full beside them, and who read it.

Enter acknowledges an unread one and goes on to the next; C lists its customers; N writes a new one.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.post_its import PostIt, one_line
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.post_its.detail import PostItDetail
from cockpit.ui.post_its.words import reading_text, receivers_text, state_text
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.chips import chip_row, chips
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable
from cockpit.ui.widgets.state_view import StateView

T = TypeVar("T")
_TEXT = 1


class PostItScreen(QWidget):
    """A list and the post-it that is chosen in it.

    Attributes:
        table: The post-its.
        detail: The chosen one in full.
    """

    #: Back to the list.
    close_requested = Signal()
    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)
    #: A new post-it is to be written.
    writing_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self._scopes = chips(2, self)
        self.table: RecordTable[PostIt] = RecordTable(
            ctx,
            self._columns(),
            is_strong=_is_unread,
            wide=_TEXT,
            key=lambda one: one.post_it_id,
            parent=self,
        )
        self.detail = PostItDetail(ctx, self)
        self._state = StateView(ctx.theme, self)
        self.read_button, self.customers_button = QPushButton(self), QPushButton(self)
        self.withdraw_button, self.write_button = QPushButton(self), QPushButton(self)
        self.read_button.setProperty("kind", "primary")
        self._lay_out()
        self._connect()
        self._retranslate()

    def open(self) -> None:
        """Come into sight with what holds now."""
        self.reload()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def reload(self) -> None:
        """Read the post-its again."""
        ctx, is_sent = self._ctx, self._is_sent
        self._submit(partial(_read, ctx, is_sent), "read", self._on_read)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_current(self.table.current())

    @property
    def _is_sent(self) -> bool:
        return self._scopes[1].isChecked()

    # --- building ------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[PostIt], ...]:
        clock = self._ctx.clock
        return (
            Column(
                lambda: self.tr("To") if self._is_sent else self.tr("From"),
                lambda one, _: receivers_text(one) if one.is_own else one.author,
            ),
            Column(
                lambda: self.tr("Post-it"),
                lambda one, _: one_line(one.body),
                tip=lambda one, _: one.body,
            ),
            Column(lambda: self.tr("Customers"), lambda one, _: str(len(one.customer_ids) or "")),
            Column(lambda: self.tr("Holds"), lambda one, _: state_text(one, clock)),
            Column(lambda: self.tr("Read"), lambda one, _: reading_text(one, clock)),
        )

    def _lay_out(self) -> None:
        top, foot = chip_row(self._scopes), QHBoxLayout()
        for chip in self._scopes:
            chip.setVisible(self._ctx.user.may(Task.WRITE_POST_ITS))
        foot.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        foot.setSpacing(Space.S)
        for button in (self.read_button, self.customers_button, self.withdraw_button):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.write_button)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.table, 3)
        middle.addWidget(self._state, 3)
        middle.addWidget(divider(self, vertical=True))
        middle.addWidget(self.detail, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(top)
        layout.addLayout(middle, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        for chip in self._scopes:
            chip.clicked.connect(self.reload)
        self.table.opened.connect(self._on_table_opened)
        self.table.chosen.connect(self._show_current)
        self.read_button.clicked.connect(self._on_read_button_clicked)
        self.customers_button.clicked.connect(self._on_customers_wanted)
        self.withdraw_button.clicked.connect(self._on_withdrawal_wanted)
        self.write_button.clicked.connect(self.writing_requested)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        bind_keys(self, {"C": self._on_customers_wanted, "Del": self._on_withdrawal_wanted})
        if self._ctx.user.may(Task.WRITE_POST_ITS):
            for number, chip in enumerate(self._scopes, start=1):
                bind_keys(self, {f"Alt+{number}": partial(self._choose, chip)})
            bind_keys(self, {"N": self.writing_requested.emit})

    def _choose(self, chip: QPushButton) -> None:
        chip.setChecked(True)
        self.reload()

    # --- what is shown -------------------------------------------------------------------------

    def _on_read(self, found: tuple[PostIt, ...]) -> None:
        had_current = self.table.current() is not None
        self.table.set_rows(found)
        self.table.setVisible(bool(found))
        self._state.setVisible(not found)
        empty = self.tr("You wrote no post-it yet.") if self._is_sent else self.tr("No post-its.")
        self._state.show_state("note", empty)
        if found and not had_current:
            first = next((row for row, one in enumerate(found) if one.is_unread), 0)
            self.table.setCurrentIndex(self.table.records.index(first, 0))
        self._show_current(self.table.current())

    @Slot(object)
    def _show_current(self, one: PostIt | None) -> None:
        self.detail.show_post_it(one)
        holds = one is not None and one.holds_on(self._ctx.clock.today())
        self.read_button.setVisible(one is not None and one.is_unread and holds)
        self.customers_button.setVisible(one is not None and bool(one.customer_ids))
        self.withdraw_button.setVisible(one is not None and one.is_own and not one.withdrawn_at)
        self.write_button.setVisible(self._ctx.user.may(Task.WRITE_POST_ITS))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Post-its"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self._scopes[0].setText(self.tr("Received"))
        self._scopes[1].setText(self.tr("Sent"))
        self.read_button.setText(self.tr("I have read it  Enter"))
        self.customers_button.setText(self.tr("List the customers  C"))
        self.withdraw_button.setText(self.tr("Withdraw  Del"))
        self.write_button.setText(self.tr("New post-it…  N"))
        self.table.setAccessibleName(self.tr("Post-its"))

    # --- what the user does --------------------------------------------------------------------

    @Slot(object)
    def _on_table_opened(self, one: PostIt) -> None:
        if one.is_unread:
            self._on_read_button_clicked()

    @Slot()
    def _on_read_button_clicked(self) -> None:
        one = self.table.current()
        if one is not None and one.is_unread:
            self._go_to_next_unread()
            work = partial(_mark_read, self._ctx, one)
            self._submit(work, f"mark.{one.post_it_id}", self._on_changed, Lane.WRITE)

    def _go_to_next_unread(self) -> None:
        """Choose the next one to read, if there is another."""
        rows, here = self.table.records.rows, self.table.currentIndex().row()
        for row in (*range(here + 1, len(rows)), *range(here)):
            if rows[row].is_unread:
                self.table.setCurrentIndex(self.table.records.index(row, 0))
                return

    @Slot()
    def _on_customers_wanted(self) -> None:
        one = self.table.current()
        if one is not None and one.customer_ids:
            self.customers_requested.emit(one.customer_ids)

    @Slot()
    def _on_withdrawal_wanted(self) -> None:
        one = self.table.current()
        if one is not None and one.is_own and one.withdrawn_at is None:
            work = partial(_withdraw, self._ctx, one)
            self._submit(work, f"withdraw.{one.post_it_id}", self._on_withdrawn, Lane.WRITE)

    def _on_withdrawn(self, nothing: object) -> None:
        self.message_raised.emit(self.tr("Post-it withdrawn"))
        self.reload()

    def _on_changed(self, nothing: object) -> None:
        self.reload()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self.isVisible() and notice.touches(Topic.POST_ITS):
            self.reload()

    def _submit(
        self,
        work: Callable[[], T],
        key: str,
        on_result: Callable[[T], None],
        lane: Lane = Lane.READ,
    ) -> None:
        self._ctx.runner.submit(
            work, lane=lane, owner=self, key=key, on_result=on_result, on_error=self._on_error
        )

    def _on_error(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        self.message_raised.emit(sentence)
        if not self.table.records.rows:
            self._state.show_state("alert", sentence)


def _read(ctx: UiContext, is_sent: bool) -> tuple[PostIt, ...]:
    return ctx.post_its().sent() if is_sent else ctx.post_its().received()


def _mark_read(ctx: UiContext, one: PostIt) -> None:
    ctx.post_its().mark_read([one.post_it_id])


def _withdraw(ctx: UiContext, one: PostIt) -> None:
    ctx.post_its().withdraw(one.post_it_id)


def _is_unread(one: PostIt) -> bool:
    return one.is_unread
