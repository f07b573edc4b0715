"""The indicators' screen: seven pages under one filter, read in the background.

Pages are made when they are first wanted. What was read stays in sight while newer figures are on
their way; where they take long a line says so, and Escape stops it.
"""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.errors import GiroError
from cockpit.domain.indicators import Choices
from cockpit.domain.reports import NARROWED
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.definitions import Definitions
from cockpit.ui.indicators.filter_bar import FilterBar
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.opens import Opens
from cockpit.ui.indicators.page import IndicatorPage
from cockpit.ui.indicators.page_reader import PageReader
from cockpit.ui.indicators.pages.bridge import BridgePage
from cockpit.ui.indicators.pages.campaigns import CampaignsPage
from cockpit.ui.indicators.pages.contacts import ContactsPage
from cockpit.ui.indicators.pages.cycles import CyclesPage
from cockpit.ui.indicators.pages.objections import ObjectionsPage
from cockpit.ui.indicators.pages.portfolio import PortfolioPage
from cockpit.ui.indicators.pages.reactivation import ReactivationPage
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.widgets.chips import chips
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.state_view import StateView

PAGES: tuple[type[IndicatorPage], ...] = (
    ContactsPage,
    ReactivationPage,
    ObjectionsPage,
    PortfolioPage,
    BridgePage,
    CampaignsPage,
    CyclesPage,
)
_SHORTCUT = Qt.FocusReason.ShortcutFocusReason


class IndicatorScreen(QWidget):
    """All pages.

    Attributes:
        bar: The filter.
        definitions: What figures count.
        busy: Says what is under way.
    """

    #: Back to the list.
    close_requested = Signal()
    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)
    #: The page is wanted on paper: its name (ReportName) and question (Question).
    export_requested = Signal(object, object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self._chips = chips(len(PAGES), self)
        for chip, page in zip(self._chips, PAGES, strict=True):
            chip.setHidden(page.needs is not None and not ctx.user.may(page.needs))
        self._explain, self._export = QPushButton(self), QPushButton(self)
        self.bar = FilterBar(ctx, self)
        self.busy = BusyLine(self)
        self._state = StateView(ctx.theme, self)
        self._stack = QStackedWidget(self)
        self._made: dict[int, IndicatorPage] = {}
        self.definitions = Definitions(self)
        self._reader = PageReader(ctx, self._on_failed, self)
        self._lay_out()
        self._connect()
        self._retranslate()

    # --- as a page of the window -----------------------------------------------------------------

    def open(self) -> None:
        """Come into sight with what holds now."""
        self._show_page()
        self.reload()
        self.page.first_focus().setFocus(_SHORTCUT)

    @Slot()
    def reload(self) -> None:
        """Read again, with what was stored meanwhile."""
        self._ctx.runner.submit(
            partial(_renewed, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="choices",
            on_result=self._on_choices,
            on_error=self._on_failed,
        )

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""
        self._reader.end()

    def step_back(self) -> bool:
        """Undo one step within the screen; return whether there was one."""
        if self.definitions.close_definitions():
            return True
        if self.bar.popover.isVisible():
            self.bar.popover.close_popover()
            return True
        if self.cancel():
            return True
        is_left = self.bar.leave()
        if is_left:
            self.page.first_focus().setFocus(_SHORTCUT)
        return is_left

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def number(self) -> int:
        """Return which page is in sight, from 0."""
        return next(number for number, chip in enumerate(self._chips) if chip.isChecked())

    @property
    def page(self) -> IndicatorPage:
        """Return the page in sight."""
        return self._made[self.number]

    def show_page(self, number: int) -> None:
        """Show a page, and read what it shows; nothing happens where the user may not see it."""
        if self._chips[number].isHidden():
            return
        self._chips[number].setChecked(True)
        self._show_page()
        self._ask()
        self.page.first_focus().setFocus(_SHORTCUT)

    def state_sentence(self) -> str:
        """Return what stands in place of a page; empty while it is shown."""
        return self._state.sentence() if self._stack.currentWidget() is self._state else ""

    @property
    def is_reading(self) -> bool:
        """Return whether answers are on their way."""
        return self._reader.is_reading

    @Slot()
    def cancel(self) -> bool:
        """Stop reading; return whether anything was being read."""
        if not self.is_reading:
            return False
        self._reader.end()
        if self.page.asked is None:
            self._say(self.tr("The calculation was stopped."), self.tr("Calculate"))
        else:
            self.message_raised.emit(self.tr("Stopped: the figures are those from before."))
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._made:
                self._ask()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.definitions.place()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.definitions.hide()

    # --- reading ---------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        """Ask for everything that the page shows."""
        self._reader.read(self.page, self.bar.asked)

    @Slot(object)
    def _on_reader_shown(self, page: IndicatorPage) -> None:
        if page is self.page:
            self._stack.setCurrentWidget(page)

    def _on_failed(self, error: Exception) -> None:
        sentence = self.tr("This could not be calculated. Try again, or restart Giro.")
        if isinstance(error, GiroError):
            sentence = sentence_of(error, self._ctx.language)
        if self.page.asked is None:
            self._say(sentence, self.tr("Try again"), "alert")
        else:
            self.message_raised.emit(sentence)
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    @Slot()
    def _on_reader_lasted(self) -> None:
        self.busy.begin(self.tr("Calculating…  Esc stops"))
        if self.page.asked is None:
            self._say(self.tr("Calculating…"))

    @Slot(int, int)
    def _on_reader_progressed(self, done: int, count: int) -> None:
        sentence = self.tr("Calculating, {done} of {count}…  Esc stops")
        self.busy.show_progress(sentence.format(done=done, count=count), done, count)

    def _on_choices(self, choices: Choices) -> None:
        self.bar.set_choices(choices)
        self._ask()

    def _say(self, sentence: str, action: str = "", icon: str = "refresh") -> None:
        self._state.show_state(icon, sentence, action)
        self._stack.setCurrentWidget(self._state)

    # --- figures that open customers -------------------------------------------------------------

    @Slot(object)
    def _on_opened(self, opens: Opens) -> None:
        self._ctx.runner.submit(
            partial(opens, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="open",
            on_result=self._on_found,
            on_error=self._on_failed,
        )

    def _on_found(self, customer_ids: Sequence[UUID]) -> None:
        if customer_ids:
            self.customers_requested.emit(list(customer_ids))
        else:
            self.message_raised.emit(self.tr("There is no customer behind this figure."))

    # --- building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = head_bar(self._back, self._title, self)
        row = head.layout()
        assert row is not None  # noqa: S101 - head_bar makes one
        for widget in (*self._chips, self._explain, self._export):
            row.addWidget(widget)
        for button in (self._explain, self._export):
            button.setProperty("kind", "quiet")
        self._stack.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(divider(self))
        layout.addWidget(self.bar)
        layout.addWidget(self.busy)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        self._explain.clicked.connect(self.explain)
        self._export.clicked.connect(self.export)
        self._state.action_requested.connect(self._ask)
        self.busy.stop_requested.connect(self.cancel)
        self.bar.changed.connect(self._on_filter_changed)
        self._reader.shown.connect(self._on_reader_shown)
        self._reader.lasted.connect(self._on_reader_lasted)
        self._reader.progressed.connect(self._on_reader_progressed)
        self._reader.ended.connect(self.busy.hide)
        for number, chip in enumerate(self._chips):
            chip.clicked.connect(partial(self._on_chip_clicked, number))
            bind_keys(self, {f"Alt+{number + 1}": partial(self.show_page, number)})
        bind_keys(self, {
            "I": self.explain, "E": self.export, "F": self.bar.open_popover,
            "P": self._go_to_period,
        })  # fmt: skip

    @Slot()
    def explain(self) -> None:
        """Show what the page's figures count, the one with the keyboard first."""
        page = self.page
        focused = self.window().focusWidget()
        first = [one for one, card in page.cards.items() if card is focused]
        others = [one for one in page.figures if one not in first]
        title = self.tr("What the figures count: {page}").format(page=page.title())
        self.definitions.open([*first, *others], title, self._ctx.language)

    @Slot()
    def export(self) -> None:
        """Ask for the page on paper, in a sheet or as text."""
        self.export_requested.emit(self.page.report, self.bar.asked.question)

    @Slot()
    def _go_to_period(self) -> None:
        self.bar.line.setFocus(_SHORTCUT)
        self.bar.line.selectAll()

    @Slot(object)
    def _on_filter_changed(self, asked: Asked) -> None:
        self._ask()

    def _on_chip_clicked(self, number: int) -> None:
        self._show_page()
        self._ask()

    def _show_page(self) -> None:
        number = self.number
        if number not in self._made:
            made = PAGES[number](self._ctx, self._stack)
            made.opened.connect(self._on_opened)
            self._stack.addWidget(made)
            self._made[number] = made
        page = self._made[number]
        self.bar.set_cuts(page.cuts, NARROWED[page.report])
        if page.asked is not None:
            self._stack.setCurrentWidget(page)
        else:
            self._say("")

    def _retranslate(self) -> None:
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self._title.setText(self.tr("Indicators"))
        titles = (
            self.tr("Contacts"), self.tr("Reactivation"), self.tr("Objections"),
            self.tr("Portfolio"), self.tr("Bridge"), self.tr("Campaigns"), self.tr("Cycles"),
        )  # fmt: skip
        for number, (chip, title) in enumerate(zip(self._chips, titles, strict=True)):
            chip.setText(title)
            chip.setToolTip(f"Alt+{number + 1}")
        self._explain.setText(self.tr("What they count  I"))
        self._export.setText(self.tr("Export…  E"))
        for page in self._made.values():
            page.retranslate()


def _renewed(ctx: UiContext) -> Choices:
    """Look at what was stored meanwhile; return what the filter may be set to."""
    service = ctx.indicators()
    service.renew()
    return service.choices()
