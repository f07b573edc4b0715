"""The page of the synchronisation: what waits, conflicts, the log, what the file takes."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.changes import ChangeNotice
from cockpit.domain.sync import SyncReport
from cockpit.runtime.sync_controller import SyncController
from cockpit.ui.context import UiContext
from cockpit.ui.sync.chip import LOOKS
from cockpit.ui.sync.conflicts_page import ConflictsPage
from cockpit.ui.sync.pages import LogPage, StoragePage, WaitingPage
from cockpit.ui.sync.words import advice_text, state_text
from cockpit.ui.theme import Space
from cockpit.ui.widgets.chips import chip_row, chips
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys, is_keyboard_lost
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.section import Section

WAITING, CONFLICTS, LOG, STORAGE = range(4)
_ICON = 16


class SyncScreen(QWidget):
    """Alt and a digit show a page; it opens on the conflicts where there are any.

    Attributes:
        waiting: What waits to be sent.
        conflicts: What waits for a decision.
        log: What happened.
        storage: What the file takes.
        state: How the laptop stands.
        now_button: Synchronises now.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: A synchronisation is wanted now, and to be told of.
    synchronise_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, sync: SyncController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._sync = ctx, sync
        self._is_focus_due = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self._tabs = chips(4, self)
        self._pages = QStackedWidget(self)
        self.waiting = WaitingPage(ctx, sync, self._pages)
        self.conflicts = ConflictsPage(ctx, sync, self._pages)
        self.log = LogPage(ctx, sync, self._pages)
        self.storage = StoragePage(ctx, sync, self._pages)
        self.state, self._icon = ranked_label("heading", parent=self), QLabel(self)
        self._advice = ranked_label("small", parent=self)
        self.now_button = QPushButton(self)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the pages in the order of their keys."""
        return self.waiting, self.conflicts, self.log, self.storage

    # --- the window's page ---------------------------------------------------------------------

    def open(self) -> None:
        """Show the conflicts where there are any, with the keyboard in them."""
        has_conflicts = bool(self._sync.state.conflict_count)
        self.show_page(CONFLICTS if has_conflicts else self._pages.currentIndex())

    def reload(self) -> None:
        """Read again what is shown."""
        for section in self.sections:
            section.expire()
        self._section.open()

    def stop(self) -> None:
        """Interrupt nothing: what is under way is short."""

    def step_back(self) -> bool:
        """Undo no step: there is none within the page."""
        return False

    def show_page(self, number: int) -> None:
        """Show one of the pages."""
        self._tabs[number].setChecked(True)
        self._pages.setCurrentIndex(number)
        self.reload()
        self._focus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for section in self.sections:
            self._pages.addWidget(section)
        self._advice.setWordWrap(True)
        line = QHBoxLayout()
        line.setContentsMargins(Space.L, Space.M, Space.L, 0)
        line.setSpacing(Space.S)
        line.addWidget(self._icon)
        line.addWidget(self.state)
        line.addStretch()
        line.addWidget(self.now_button)
        advice = QHBoxLayout()
        advice.setContentsMargins(Space.L, 0, Space.L, 0)
        advice.addWidget(self._advice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(line)
        layout.addLayout(advice)
        layout.addLayout(chip_row(self._tabs))
        layout.addWidget(divider(self))
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        self.now_button.clicked.connect(self.synchronise_requested)
        self.conflicts.customer_requested.connect(self.customer_requested)
        self.conflicts.decided.connect(self._sync.synchronise_soon)
        for page in (self.waiting, self.conflicts, self.log):
            page.listed.connect(self._on_page_listed)
        for section in self.sections:
            section.message_raised.connect(self.message_raised)
        for number, tab in enumerate(self._tabs):
            tab.clicked.connect(partial(self.show_page, number))
            bind_keys(self, {f"Alt+{number + 1}": partial(self.show_page, number)})
        self._sync.standing_changed.connect(self._on_sync_standing_changed)
        self._sync.synced.connect(self._on_sync_synced)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        self._ctx.theme.changed.connect(self._show)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Synchronisation"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self.now_button.setText(self.tr("Synchronise now  Ctrl+F9"))
        self._show()

    # --- showing -------------------------------------------------------------------------------

    @property
    def _section(self) -> Section:
        return self.sections[self._pages.currentIndex()]

    def _focus(self) -> None:
        """Let the page have the keyboard, so that its keys work."""
        tables: dict[int, QWidget] = {
            WAITING: self.waiting.table,
            CONFLICTS: self.conflicts.table,
            LOG: self.log.table,
        }
        table = tables.get(self._pages.currentIndex(), self.now_button)
        self._is_focus_due = not table.isVisible()
        (table if table.isVisible() else self.now_button).setFocus()

    @Slot()
    def _on_page_listed(self) -> None:
        """Give a page the keyboard that it could not take before there was anything in it.

        Likewise where it was in a table that is empty now.
        """
        is_due = self._is_focus_due and self.now_button.hasFocus()
        if self.isVisible() and (is_due or is_keyboard_lost(self)):
            self._focus()

    @Slot()
    def _show(self) -> None:
        state, theme = self._sync.state, self._ctx.theme
        icon, tint = LOOKS[state.mood]
        ratio = self.devicePixelRatioF()
        self._icon.setFixedSize(QSize(_ICON, _ICON))
        self._icon.setPixmap(theme.pixmap(icon, _ICON, tint, ratio))
        text = state_text(state, self._sync.field.clock)
        self.state.setText(self.tr("Synchronising…") if self._sync.is_at_work else text)
        advice = advice_text(state.end)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        words = (
            _counted(self.tr("To send"), state.waiting_count),
            _counted(self.tr("Conflicts"), state.conflict_count),
            self.tr("Log"),
            self.tr("Storage"),
        )
        for number, (tab, word) in enumerate(zip(self._tabs, words, strict=True), start=1):
            tab.setText(f"{word}  Alt+{number}")

    @Slot(object)
    def _on_sync_standing_changed(self, _state: object) -> None:
        self._show()

    @Slot(object)
    def _on_sync_synced(self, _report: SyncReport) -> None:
        if self.isVisible():
            self.reload()

    @Slot(object)
    def _on_feed_changed(self, _notice: ChangeNotice) -> None:
        if self.isVisible():
            self.reload()


def _counted(word: str, count: int) -> str:
    return f"{word} {count}" if count else word
