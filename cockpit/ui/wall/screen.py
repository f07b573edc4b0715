"""The wall's screen: this moment of the team, and its portfolios.

It is read when the change feed tells of anything that is on it, and twice a minute, for a program
that ended without a word is told of by nobody.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget
from typing_extensions import override

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.wall import PersonNow, Presence, Wall
from cockpit.runtime.task_runner import Lane
from cockpit.services.ports import WorkTable
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of
from cockpit.ui.wall.now_page import NowPage
from cockpit.ui.wall.portfolio_page import PortfolioPage
from cockpit.ui.wall.take_over import TakeOver
from cockpit.ui.widgets.chips import chip_row, chips
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.state_view import StateView

if TYPE_CHECKING:
    from uuid import UUID

_CONCERNS = (
    Topic.QUEUE, Topic.WORKING_DAY, Topic.AGENDA, Topic.CONTACTS, Topic.CUSTOMERS,
)  # fmt: skip
_BEAT_MS = 30_000
#: Changes come in bursts: one reading tells them all.
_SOON_MS = 150


class WallScreen(Widget):
    """Two pages: now, and portfolios.

    Attributes:
        now: This moment.
        portfolios: Whose customers, and whose they would be.
        taking: Takes a customer over.
        wall: What is shown; None until it is read.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A customer (UUID) is to be opened; they are the user's already.
    customer_requested = Signal(object)
    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)
    #: The customers of this filter (Filter) are to be listed.
    filter_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self,
        ctx: UiContext,
        table_of: Callable[[], WorkTable | None],
        parent: Widget | None = None,
    ) -> None:
        """Build the screen.

        Args:
            ctx: Services and look.
            table_of: Returns the work list that queues are counted from, None before there is one.
            parent: Whose it is.
        """
        super().__init__(parent)
        self._ctx, self._table_of = ctx, table_of
        self.wall: Wall | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self._chips = chips(2, self)
        self._totals = ranked_label("muted", parent=self)
        self.now, self.portfolios = NowPage(ctx, self), PortfolioPage(ctx, self)
        self.taking = TakeOver(ctx, self)
        self._state = StateView(ctx.theme, self)
        self._pages = QStackedWidget(self)
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def open(self) -> None:
        """Come into sight with what holds now."""
        self._beat.start()
        self.reload()
        self._take_focus()

    @Slot()
    def reload(self) -> None:
        """Read again what is in sight."""
        if self._pages.currentWidget() is self.portfolios:
            self.portfolios.reload()
            return
        self._ctx.runner.submit(
            partial(_read, self._ctx, self._table_of()),
            lane=Lane.READ,
            owner=self,
            key="wall",
            on_result=self._on_read,
            on_error=self._on_error,
        )

    @Slot()
    def reload_soon(self) -> None:
        """Read again in a moment, while the page is in sight."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def show_page(self, number: int) -> None:
        """Show this moment (0) or the portfolios (1)."""
        self._chips[number].setChecked(True)
        self._pages.setCurrentWidget((self._first_page(), self.portfolios)[number])
        self.reload()
        self._take_focus()

    def step_back(self) -> bool:
        """Undo one step within the screen; return whether there was one."""
        if self.taking.popover.isVisible():
            self.taking.popover.close_popover()
            return True
        return False

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""
        self._beat.stop()
        self._soon.stop()
        self.portfolios.stop()

    def totals_text(self) -> str:
        """Return the sentence beside the title."""
        return self._totals.text()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()
        self._soon.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_totals()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = chip_row(self._chips, self._totals)
        for page in (self._state, self.now, self.portfolios):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        self.now.customer_requested.connect(self._on_now_customer_requested)
        self.now.filter_requested.connect(self.filter_requested)
        self.now.take_over_requested.connect(self._on_now_take_over_requested)
        self.taking.taken.connect(self.customer_requested)
        for speaker in (self.taking, self.portfolios):
            speaker.message_raised.connect(self.message_raised)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        self._beat.timeout.connect(self.reload_soon)
        self._soon.timeout.connect(self._on_soon_timeout)
        for number, chip in enumerate(self._chips):
            chip.clicked.connect(partial(self.show_page, number))
            bind_keys(self, {f"Alt+{number + 1}": partial(self.show_page, number)})
        bind_keys(self, {"T": self._take_over})

    def _retranslate(self) -> None:
        self._title.setText(self.tr("The team now"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self._chips[0].setText(self.tr("Now  Alt+1"))
        self._chips[1].setText(self.tr("Portfolios  Alt+2"))

    # --- what is shown -------------------------------------------------------------------------

    def _first_page(self) -> Widget:
        return self._state if self.wall is None else self.now

    def _on_read(self, wall: Wall) -> None:
        is_first, self.wall = self.wall is None, wall
        self.now.show_wall(wall)
        self._show_totals()
        if self._pages.currentWidget() is self._state:
            self._pages.setCurrentWidget(self.now)
            if is_first:
                self._take_focus()

    def _show_totals(self) -> None:
        if self.wall is None:
            self._state.show_state("refresh", self.tr("Reading the moment…"))
            return
        states = [one.presence for one in self.wall.people]
        sentence = self.tr("{calling} on a call   ·   {free} free   ·   {paused} on a break")
        self._totals.setText(
            sentence.format(
                calling=states.count(Presence.CALLING),
                free=states.count(Presence.FREE),
                paused=states.count(Presence.ON_BREAK),
            )
        )

    def _take_focus(self) -> None:
        if self._pages.currentWidget() is self.now:
            self.now.take_focus()
        elif self._pages.currentWidget() is self.portfolios:
            self.portfolios.take_focus()
        else:
            self._chips[0].setFocus()

    # --- what happens --------------------------------------------------------------------------

    def _take_over(self) -> None:
        if self._pages.currentWidget() is self.now:
            self.now.take_over()

    @Slot(object)
    def _on_now_customer_requested(self, customer_id: "UUID") -> None:
        self.customers_requested.emit([customer_id])

    @Slot(object)
    def _on_now_take_over_requested(self, one: PersonNow) -> None:
        self.taking.ask(one)

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if notice.touches(*_CONCERNS):
            self.reload_soon()

    @Slot()
    def _on_soon_timeout(self) -> None:
        if self._pages.currentWidget() is self.portfolios:
            self.portfolios.reload_idle()
        else:
            self.reload()

    def _on_error(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        if self.wall is None:
            self._state.show_state("alert", sentence)
        else:
            self.message_raised.emit(sentence)


def _read(ctx: UiContext, table: WorkTable | None) -> Wall:
    return ctx.wall().now(table)
