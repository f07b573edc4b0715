"""The client panel: loads one customer and shows them."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain import customer
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.cycle_card import CycleCard
from cockpit.ui.customer_panel.cycle_page import LEAST_HEIGHT, CyclePage
from cockpit.ui.customer_panel.history_view import HistoryView
from cockpit.ui.customer_panel.identity import Identity
from cockpit.ui.customer_panel.next_contact_line import NextContactLine
from cockpit.ui.customer_panel.orders_view import OrdersView, inset
from cockpit.ui.customer_panel.reach import Reach
from cockpit.ui.theme import Space
from cockpit.ui.widgets.state_view import StateView

#: A load that takes longer than this is said to be one; a shorter one must not flicker.
PATIENCE_MS = 300
TABS_HEIGHT = 86
_CYCLE_TAB = 2
MINIMUM = QSize(360, 320)

_CONCERNS = (
    Topic.CUSTOMERS,
    Topic.ORDERS,
    Topic.CONTACTS,
    Topic.AGENDA,
    Topic.METRICS,
    Topic.REFERENCE,
)


class CustomerPanel(QWidget):
    """Shows the customer that is selected, and what changes about them.

    While the next customer loads the former one stays in view; ``panel_left`` has then been
    emitted already, so that nobody writes to the wrong one.
    """

    #: A customer is in view, for the first time or anew (cockpit.domain.customer.CustomerPanel).
    panel_shown = Signal(object)
    #: The customer in view is not the selected one any more.
    panel_left = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._wanted: UUID | None = None
        self._panel: customer.CustomerPanel | None = None
        self._error: Exception | None = None
        self._is_slow = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._build()
        self._retranslate()
        ctx.feed.changed.connect(self._on_feed_changed)

    @property
    def panel(self) -> customer.CustomerPanel | None:
        """Return the customer in view, or None while there is none or another one loads."""
        is_current = self._panel is not None and self._wanted == self._panel.profile.customer_id
        return self._panel if is_current else None

    def show_customer(self, customer_id: UUID | None) -> None:
        """Show a customer as soon as they are loaded; None shows that nobody is selected."""
        if customer_id is not None and customer_id == self._wanted and self._error is None:
            return
        had_panel, self._wanted, self._error = self.panel is not None, customer_id, None
        if had_panel:
            self.panel_left.emit()
        if customer_id is None:
            self._patience.stop()
            self._panel = None
            self._show_state()
        else:
            self._patience.start()
        self._load()

    @Slot()
    def dial(self) -> None:
        """Dial the first number, where that is allowed."""
        if self.panel is not None and self._reach.first_phone is not None:
            self._reach.first_phone.dial()

    @Slot()
    def copy_phone(self) -> None:
        """Copy the first number, where calling is allowed."""
        if self.panel is not None and self._reach.first_phone is not None:
            self._reach.first_phone.copy()

    @Slot()
    def show_cycle(self) -> None:
        """Show the customer's orders and intervals, and let the keys go through them."""
        self._show_tab(_CYCLE_TAB)

    @override
    def minimumSizeHint(self) -> QSize:
        return MINIMUM  # wrapped texts would ask for the height of their narrowest shape

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._state = StateView(self._ctx.theme, self)
        self._state.action_requested.connect(self._on_retry_requested)
        self._content = QWidget()
        self._content.setProperty("role", "surface")
        self._identity = Identity(self._ctx.theme, self._content)
        self._cycle = CycleCard(self._ctx, self._content)
        self._reach = Reach(self._ctx, self._content)
        self._next = NextContactLine(self._ctx, self._content)
        self._history = HistoryView(self._ctx, self._content)
        self._orders = OrdersView(self._ctx, self._content)
        self._cycle_page = CyclePage(self._ctx, self._content)
        self._tabs = QTabWidget(self._content)
        self._tabs.setDocumentMode(True)
        self._tabs.setObjectName("clientTabs")
        pages = (self._history, inset(self._orders), self._cycle_page)
        for number, view in enumerate(pages):
            self._tabs.addTab(view, "")
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(partial(self._show_tab, number))
        self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, 0)
        head.setSpacing(6)
        for widget in (self._identity, self._cycle, self._reach, self._next):
            head.addWidget(widget)
        self._scroll = QScrollArea(self)  # moves only where a short window meets a long story
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        self._body = QVBoxLayout(self._content)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(Space.XS)
        self._body.addLayout(head)
        self._tabs.setMinimumHeight(TABS_HEIGHT)
        self._body.addWidget(self._tabs, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._state)
        self._stack.addWidget(self._scroll)

    def _show_tab(self, number: int) -> None:
        self._tabs.setCurrentIndex(number)
        self._bring_charts_into_view()  # the keys may have gone elsewhere since they were
        views = (self._history, self._orders, self._cycle_page)
        views[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(int)
    def _on_tabs_current_changed(self, number: int) -> None:
        """Give the charts the height they need; lists do with less, for they scroll themselves."""
        is_cycle = self._tabs.currentWidget() is self._cycle_page
        self._tabs.setMinimumHeight(LEAST_HEIGHT if is_cycle else TABS_HEIGHT)
        self._bring_charts_into_view()

    def _bring_charts_into_view(self) -> None:
        if self._tabs.currentWidget() is self._cycle_page:
            self._body.activate()
            self._scroll.ensureWidgetVisible(self._tabs, 0, 0)

    # --- loading -------------------------------------------------------------------------------

    def _load(self) -> None:
        # Asked for nobody too, so that a late answer about the former customer is dropped.
        self._ctx.runner.submit(
            partial(self._read, self._wanted),
            lane=Lane.READ,
            owner=self,
            key="panel",
            on_result=self._on_loaded,
            on_error=self._on_load_error,
        )

    def _read(self, customer_id: UUID | None) -> customer.CustomerPanel | None:
        """Read a customer; on a worker thread."""
        return None if customer_id is None else self._ctx.customers.panel(customer_id)

    def _on_loaded(self, panel: customer.CustomerPanel | None) -> None:
        self._patience.stop()
        self._is_slow, self._error = False, None
        former, self._panel = self._panel, panel
        if panel is None:
            self._show_state()
            return
        is_same = former is not None and former.profile.customer_id == panel.profile.customer_id
        if panel != former or self._stack.currentWidget() is not self._scroll:
            self._show_panel(panel, keep_place=is_same)
        self.panel_shown.emit(panel)

    def _on_load_error(self, error: Exception) -> None:
        self._patience.stop()
        self._is_slow, self._error, self._panel = False, error, None
        self._show_state()
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    def _show_panel(self, panel: customer.CustomerPanel, *, keep_place: bool) -> None:
        profile = panel.profile
        self._identity.show_panel(panel)
        self._cycle.show_panel(panel)
        self._cycle_page.show_panel(panel)
        self._reach.show_profile(profile)
        self._next.show_next(profile.next_contact)
        self._history.set_contacts(profile.contacts, keep_place=keep_place)
        self._orders.set_orders(profile.orders, keep_place=keep_place)
        self._title_tabs()
        self._stack.setCurrentWidget(self._scroll)
        if not keep_place:  # who it is comes first
            self._scroll.verticalScrollBar().setValue(0)

    def _show_state(self) -> None:
        """Say why no customer is in view."""
        if self._error is not None:
            sentence = self._error_sentence(self._error)
            self._state.show_state("alert", sentence, self.tr("Try again"))
        elif self._is_slow:
            self._state.show_state("clock", self.tr("Loading the customer…"))
        elif self._wanted is not None:
            self._state.show_state("user", self.tr("This customer does not exist any more."))
        else:
            self._state.show_state("user", self.tr("Choose a customer in the list."))
        self._stack.setCurrentWidget(self._state)

    def _error_sentence(self, error: Exception) -> str:
        if isinstance(error, GiroError):
            return resources.text(error.message, self._ctx.language)
        return self.tr("The customer could not be read.")

    @Slot()
    def _on_patience_timeout(self) -> None:
        self._is_slow = True
        self._show_state()

    @Slot()
    def _on_retry_requested(self) -> None:
        self._error = None
        self._patience.start()
        self._load()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        is_ours = notice.customer_ids is None or self._wanted in notice.customer_ids
        if self._wanted is not None and is_ours and notice.touches(*_CONCERNS):
            self._load()

    # --- language ------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._history.setAccessibleName(self.tr("History"))
        self._orders.setAccessibleName(self.tr("Orders"))
        self._title_tabs()
        if self._stack.currentWidget() is self._state:
            self._show_state()

    def _title_tabs(self) -> None:
        titles = (self.tr("History"), self.tr("Orders"), self.tr("Cycle"))
        profile = self._panel.profile if self._panel else None
        counts = (len(profile.contacts), len(profile.orders), 0) if profile else (0, 0, 0)
        for number, (title, count) in enumerate(zip(titles, counts, strict=True)):
            self._tabs.setTabText(number, f"{title}  {count}" if count else title)
            self._tabs.setTabToolTip(number, f"{title} (Alt+{number + 1})")
