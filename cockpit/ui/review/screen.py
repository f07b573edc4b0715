"""The reading of contacts: a list, the contact in it, the customer beside it; and the comments.

In the list: J and K walk, 1 to 5 mark and go on, 0 takes back, Enter writes a comment. The lists
are read in the background; what was typed stays with its contact.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.note_search import search_of
from cockpit.domain.review import (
    MARKS,
    Progress,
    Review,
    ReviewChoices,
    ReviewFilter,
    ReviewPage,
    ReviewRow,
)
from cockpit.runtime.task_runner import Lane
from cockpit.services.review import Reading
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.review.comments_page import CommentsPage
from cockpit.ui.review.contacts_head import ContactsHead
from cockpit.ui.review.filter_bar import ReviewFilterBar
from cockpit.ui.review.marking import Marking
from cockpit.ui.review.reading_list import ReadingList
from cockpit.ui.review.reading_pane import ReadingPane
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys, bind_own_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.state_view import StateView

T = TypeVar("T")
_READ_AHEAD = 3
_SOON_MS = 150
#: The contact is painted before its customer is laid out, who takes twice as long.
_BESIDE_MS = 8
_WIDTHS = (650, 346, 370)
#: Of the room that a larger screen has beyond these.
_SHARES = (2, 1, 1)
CONTACTS, RECEIVED, SAID = range(3)


class ReviewScreen(QWidget):
    """Three pages: contacts, comments to the user, and what the user said.

    Attributes:
        filters: What is read.
        table: The contacts.
        pane: The chosen one.
        customer: Its customer.
        marking: What the user thinks of the contacts.
        received: Comments to the user.
        said: The user's own.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: A contact is to be corrected (Comment).
    amend_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._may_mark = ctx.review().may_mark
        self._chosen = ReviewFilter()
        self._keys: tuple[UUID, ...] = ()
        self._page = ReviewPage(())
        self._is_open = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.head = ContactsHead(ctx, self, may_mark=self._may_mark)
        self.filters, self.table = ReviewFilterBar(ctx, self), ReadingList(ctx, self)
        self.pane, self.customer = ReadingPane(ctx, self), CustomerPanel(ctx, self)
        self.received = CommentsPage(ctx, self, is_said=False)
        self.said = CommentsPage(ctx, self, is_said=True)
        self.marking = Marking(ctx, self.table, self.pane, self)
        self._state = StateView(ctx.theme, self)
        self._lists, self._pages = QStackedWidget(self), QStackedWidget(self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._beside = QTimer(self, singleShot=True, interval=_BESIDE_MS)
        self.pane.set_marking(may_mark=self._may_mark)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._retranslate()

    def open(self) -> None:
        """Come into sight with what holds now, the keyboard in the list."""
        if not self._is_open:
            self._is_open = True
            self._submit(partial(_choices, self._ctx), "choices", self.filters.offer)
            self.reload()
        else:
            self._refresh()
        self._take_focus()

    def show_page(self, number: int) -> None:
        """Show the contacts (0), the comments to the user (1), or what the user said (2)."""
        self.head.choose(number)
        self._pages.setCurrentIndex(number)
        self._refresh()
        self._take_focus()

    @Slot()
    def reload(self) -> None:
        """Read the page in sight from its beginning."""
        page = self._pages.currentIndex()
        if page != CONTACTS:
            self._refresh()
            return
        self._chosen = self.filters.chosen()
        self._submit(partial(_open, self._ctx, self._chosen), "list", self._on_opened)

    def read(self, chosen: ReviewFilter) -> None:
        """Read the contacts of a filter."""
        self.filters.show_filter(chosen)
        self.show_page(CONTACTS)
        self.reload()

    def step_back(self) -> bool:
        """Leave the comment or the search for the list; return whether the keyboard was there."""
        focused = QApplication.focusWidget()
        page = self._pages.currentIndex()
        if page == CONTACTS and focused is not None and focused is not self.table:
            if self.isAncestorOf(focused):
                self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        elif page == RECEIVED and focused is self.received.reply:
            self.received.take_focus()
            return True
        return False

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""
        for timer in (self._soon, self._beside):
            timer.stop()
        self.head.file.stop()

    @property
    def keys(self) -> tuple[UUID, ...]:
        """Return the contacts of a sample in their order; empty for a list that goes on."""
        return self._keys

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._lists.addWidget(self.table)
        self._lists.addWidget(self._state)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        for part in (self._lists, self.pane, self.customer):
            parts.addWidget(part)
        parts.setSizes(list(_WIDTHS))
        for number, share in enumerate(_SHARES):
            parts.setStretchFactor(number, share)
        contacts = QWidget(self)
        room = QVBoxLayout(contacts)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self.filters)
        room.addWidget(divider(contacts))
        room.addWidget(parts, 1)
        for page in (contacts, self.received, self.said):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addWidget(self.head)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        self.head.page_requested.connect(self.show_page)
        self.head.filter_requested.connect(self.read)
        self.head.filter_of = self.filters.chosen
        self.filters.changed.connect(self._on_filters_changed)
        self.filters.done.connect(self.step_back)
        self.table.chosen.connect(self._on_table_chosen)
        self.table.opened.connect(self._on_table_opened)
        self.table.more_wanted.connect(self._on_table_more_wanted)
        if self._may_mark:
            self.pane.mark_requested.connect(self.marking.mark)
        self.marking.stored.connect(self._refresh)
        self.marking.failed.connect(self._on_marking_failed)
        for page in (self.received, self.said):
            page.amend_requested.connect(self.amend_requested)
        for speaker in (self.received, self.said, self.head, self.marking):
            speaker.message_raised.connect(self.message_raised)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        self._soon.timeout.connect(self._refresh)
        self._beside.timeout.connect(self._on_beside_timeout)

    def _bind_keys(self) -> None:
        for number in range(3):
            bind_keys(self, {f"Alt+{number + 1}": partial(self.show_page, number)})
        bind_keys(self, {"Ctrl+F": self._search})
        bind_own_keys(self.table, {
            "O": self._open_customer, "V": self.head.open_filters, "S": self.head.save_filter,
        })  # fmt: skip
        if self._may_mark:
            for number, mark in enumerate(MARKS, start=1):
                bind_own_keys(self.table, {f"{number}": partial(self.marking.mark, mark)})
            marking = self.marking
            bind_own_keys(self.table, {"0": marking.take_back, "Ctrl+Z": marking.undo})
            bind_keys(self, {"Ctrl+E": self.head.export})

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Review of contacts"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self.table.setAccessibleName(self.tr("Contacts"))

    def _take_focus(self) -> None:
        page = self._pages.currentIndex()
        if page == CONTACTS:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            (self.received if page == RECEIVED else self.said).take_focus()

    # --- what is read --------------------------------------------------------------------------

    def _on_opened(self, reading: Reading) -> None:
        self._keys, self._page = reading.keys, reading.page
        self.marking.forget()
        self.head.show_progress(reading.progress)
        self.table.show_rows(reading.page.rows, search_of(self._chosen.text))
        has_rows = bool(reading.page.rows)
        self._lists.setCurrentWidget(self.table if has_rows else self._state)
        if not has_rows:
            self._state.show_state("inbox", self.tr("No contact is like that."))
            self._show_row(None)

    @Slot()
    def _on_table_more_wanted(self) -> None:
        """Read the next contacts, once for each end of the list."""
        shown = self.table.records.rowCount()
        if self._keys and shown < len(self._keys):
            self._submit(partial(_rows, self._ctx, self._keys[shown : shown + 60]), "more",
                         self.table.add_rows)  # fmt: skip
        elif not self._keys and self._page.next is not None:
            work = partial(_more, self._ctx, self._chosen, self._page)
            self._submit(work, "more", self._on_more)

    def _on_more(self, page: ReviewPage) -> None:
        self._page = page
        self.table.add_rows(page.rows)

    @Slot()
    def _refresh(self) -> None:
        """Show what others changed: marks and answers; new contacts come with F5."""
        page = self._pages.currentIndex()
        if page != CONTACTS:
            (self.received if page == RECEIVED else self.said).reload()
            return
        keys = [one.contact_id for one in self.table.records.rows]
        if keys:
            self._submit(partial(_rows, self._ctx, keys), "rows", self._on_rows)
        self._submit(partial(_progress, self._ctx, self._keys), "progress", self._on_progress)

    def _on_rows(self, rows: Sequence[ReviewRow]) -> None:
        self.table.put(rows)
        row = self.pane.row
        if row is not None:
            self._read_reviews(row)

    def _on_progress(self, progress: Progress) -> None:
        self.head.show_progress(progress)

    @Slot(object)
    def _on_table_chosen(self, row: ReviewRow | None) -> None:
        self._show_row(row)

    def _show_row(self, row: ReviewRow | None) -> None:
        self.pane.show_row(row, search_of(self._chosen.text))
        self._beside.start()
        if row is not None:
            self._read_reviews(row)

    @Slot()
    def _on_beside_timeout(self) -> None:
        row = self.pane.row
        self.customer.show_customer(None if row is None else row.customer_id)
        if row is not None:
            self.customer.preload(self.table.following(_READ_AHEAD))

    def _read_reviews(self, row: ReviewRow) -> None:
        work = partial(_reviews, self._ctx, row.contact_id)
        self._submit(work, "reviews", partial(self._on_reviews, row.contact_id))

    def _on_reviews(self, contact_id: UUID, reviews: Sequence[Review]) -> None:
        if self.pane.row is not None and self.pane.row.contact_id == contact_id:
            self.pane.show_reviews(reviews)

    # --- what the user does --------------------------------------------------------------------

    @Slot(object)
    def _on_marking_failed(self, error: Exception) -> None:
        """Say why, and show what holds."""
        self._on_error(error)
        self._refresh()

    @Slot(object)
    def _on_table_opened(self, row: ReviewRow) -> None:
        if self._may_mark:
            self.pane.let_write()

    def _open_customer(self) -> None:
        row = self.table.current()
        if row is not None:
            self.customer_requested.emit(row.customer_id)

    def _search(self) -> None:
        if self._pages.currentIndex() == CONTACTS:
            self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filters.search.selectAll()

    @Slot()
    def _on_filters_changed(self) -> None:
        self.reload()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self.isVisible() and notice.touches(Topic.REVIEWS, Topic.CONTACTS):
            self._soon.start()

    def _submit(self, work: Callable[[], T], key: str, on_result: Callable[[T], None]) -> None:
        self._ctx.runner.submit(
            work, lane=Lane.READ, owner=self, key=key, on_result=on_result, on_error=self._on_error
        )

    def _on_error(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        self.message_raised.emit(sentence)
        if not self.table.records.rowCount():
            self._state.show_state("alert", sentence)
            self._lists.setCurrentWidget(self._state)


def _choices(ctx: UiContext) -> ReviewChoices:
    return ctx.review().choices()


def _open(ctx: UiContext, chosen: ReviewFilter) -> Reading:
    return ctx.review().open(chosen)


def _more(ctx: UiContext, chosen: ReviewFilter, page: ReviewPage) -> ReviewPage:
    assert page.next is not None  # noqa: S101 - asked before
    return ctx.review().more(chosen, page.next)


def _rows(ctx: UiContext, keys: Sequence[UUID]) -> list[ReviewRow]:
    return ctx.review().rows(keys)


def _progress(ctx: UiContext, keys: Sequence[UUID]) -> Progress:
    return ctx.review().progress(keys)


def _reviews(ctx: UiContext, contact_id: UUID) -> list[Review]:
    return ctx.review().reviews(contact_id)
