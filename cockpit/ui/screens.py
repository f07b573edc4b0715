"""The window's pages: the desk with list and client, and the screens that take its place."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cockpit.domain.eligibility import Bar
from cockpit.domain.rights import Task
from cockpit.ui.actions import Where
from cockpit.ui.context import UiContext
from cockpit.ui.page import Page
from cockpit.ui.work_list.screen import WorkListScreen

if TYPE_CHECKING:
    from cockpit.ui.agenda.screen import AgendaScreen
    from cockpit.ui.cycle.screen import CycleScreen
    from cockpit.ui.imports.screen import ImportScreen
    from cockpit.ui.ledger.screen import LedgerOf, LedgerScreen
    from cockpit.ui.morning.screen import MorningScreen
    from cockpit.ui.post_its.screen import PostItScreen
    from cockpit.ui.wall.screen import WallScreen
    from cockpit.ui.working_time.screen import WorkingTimeScreen


class Screens(QObject):
    """Shows one page at a time; a screen is made when it is first wanted.

    Few open one on any one day: the other starts need not read its code.

    Attributes:
        pages: Holds them.
        cycle: The supervisor's screen; None until it is opened for the first time.
        imports: The import screen; None until then.
        ledger: Who is in the queue and who is not; None until then.
        working_time: The user's own day; None until then.
        agenda: The next contacts by day, week and month; None until then.
        post_its: All post-its; None until then.
        morning: What the day holds; None until then.
        wall: The team now, for those who answer for it; None until then.
    """

    #: Another page is in sight; whether it is the desk (bool).
    shown = Signal(bool)
    #: Back to the list.
    back_requested = Signal()
    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: The customers under a reason of the ledger (Bar or None) are to be listed; whether only
    #: those of the present list (bool).
    bar_requested = Signal(object, bool)
    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)
    #: The customers of this filter (Filter) are to be listed.
    filter_requested = Signal(object)
    #: A post-it is to be written.
    post_it_requested = Signal()
    #: A post-it is to be written about the customers under a reason, as above.
    bar_post_it_requested = Signal(object, bool)
    #: The purchase cycle's rules are to be shown.
    policy_requested = Signal()
    #: The first call is to begin.
    calling_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, work_list: WorkListScreen, ledger_of: "LedgerOf", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ledger_of = ledger_of
        self._ctx = ctx
        self._work_list = work_list
        self._desk = QWidget(parent)
        self.pages = QStackedWidget(parent)
        self.pages.addWidget(self._desk)
        self.cycle: CycleScreen | None = None
        self.imports: ImportScreen | None = None
        self.ledger: LedgerScreen | None = None
        self.working_time: WorkingTimeScreen | None = None
        self.agenda: AgendaScreen | None = None
        self.post_its: PostItScreen | None = None
        self.morning: MorningScreen | None = None
        self.wall: WallScreen | None = None
        self._adopted: dict[QWidget, tuple[Page, Where]] = {}
        work_list.summary_changed.connect(self._on_work_list_changed)

    @property
    def desk(self) -> QWidget:
        """Return the page with list and client."""
        return self._desk

    @property
    def is_desk_shown(self) -> bool:
        """Return whether the desk is in sight."""
        return self.pages.currentWidget() is self._desk

    def show_desk(self) -> None:
        """Come back from another screen."""
        self._show(self._desk)

    def show_cycle(self) -> None:
        """Show the purchase-cycle screen in place of the desk."""
        if self.cycle is None:
            from cockpit.ui.cycle.screen import CycleScreen  # noqa: PLC0415 - see the class

            self.cycle = CycleScreen(self._ctx, self.pages)
            self.cycle.close_requested.connect(self.back_requested)
            self.cycle.message_raised.connect(self.message_raised)
            self.pages.addWidget(self.cycle)
        self._show(self.cycle)
        self.cycle.open()

    @Slot()
    def show_ledger(self) -> None:
        """Show who is in the queue, who is not, and why, in place of the desk."""
        if self.ledger is None:
            from cockpit.ui.ledger.screen import LedgerScreen  # noqa: PLC0415 - see the class

            self.ledger = LedgerScreen(self._ctx, self._ledger_of, self.pages)
            self.ledger.close_requested.connect(self.back_requested)
            self.ledger.customers_requested.connect(self.bar_requested)
            self.ledger.rule_requested.connect(self._on_rule_requested)
            self.ledger.post_it_requested.connect(self.bar_post_it_requested)
            self.pages.addWidget(self.ledger)
        self._show(self.ledger)
        self.ledger.open()

    @Slot()
    def show_agenda(self) -> None:
        """Show the agenda in place of the desk."""
        if self.agenda is None:
            from cockpit.ui.agenda.screen import AgendaScreen  # noqa: PLC0415 - see the class

            self.agenda = AgendaScreen(self._ctx, self.pages)
            self.agenda.close_requested.connect(self.back_requested)
            self.agenda.customer_requested.connect(self.customer_requested)
            self.agenda.message_raised.connect(self.message_raised)
            self.pages.addWidget(self.agenda)
        self._show(self.agenda)
        self.agenda.open()

    @Slot()
    def show_post_its(self) -> None:
        """Show the post-its in place of the desk."""
        if self.post_its is None:
            from cockpit.ui.post_its.screen import PostItScreen  # noqa: PLC0415 - see the class

            self.post_its = PostItScreen(self._ctx, self.pages)
            self.post_its.close_requested.connect(self.back_requested)
            self.post_its.customers_requested.connect(self.customers_requested)
            self.post_its.writing_requested.connect(self.post_it_requested)
            self.post_its.message_raised.connect(self.message_raised)
            self.pages.addWidget(self.post_its)
        self._show(self.post_its)
        self.post_its.open()

    @Slot()
    def show_morning(self) -> None:
        """Show what the day holds in place of the desk."""
        if self.morning is None:
            from cockpit.ui.morning.screen import MorningScreen  # noqa: PLC0415 - see the class

            self.morning = MorningScreen(self._ctx, self.pages)
            self.morning.close_requested.connect(self.back_requested)
            self.morning.customers_requested.connect(self.customers_requested)
            self.morning.post_its_requested.connect(self.show_post_its)
            self.morning.calling_requested.connect(self.calling_requested)
            self.pages.addWidget(self.morning)
        self._show(self.morning)
        self.morning.open()

    @Slot()
    def show_wall(self) -> None:
        """Show the team now in place of the desk."""
        if self.wall is None:
            from cockpit.ui.wall.screen import WallScreen  # noqa: PLC0415 - see the class

            self.wall = WallScreen(self._ctx, lambda: self._work_list.table, self.pages)
            self.wall.close_requested.connect(self.back_requested)
            self.wall.customer_requested.connect(self.customer_requested)
            self.wall.customers_requested.connect(self.customers_requested)
            self.wall.filter_requested.connect(self.filter_requested)
            self.wall.message_raised.connect(self.message_raised)
            self._work_list.table_changed.connect(self.wall.reload_soon)
            self.pages.addWidget(self.wall)
        self._show(self.wall)
        self.wall.open()

    def adopt(self, page: Page, where: Where) -> None:
        """Take in a page that somebody else made, and shows with ``show_page``."""
        assert isinstance(page, QWidget)  # noqa: S101 - a protocol cannot say it
        page.close_requested.connect(self.back_requested)
        self._adopted[page] = (page, where)
        self.pages.addWidget(page)

    def show_page(self, page: Page) -> None:
        """Show an adopted page in place of the desk."""
        assert isinstance(page, QWidget)  # noqa: S101 - see above
        self._show(page)
        page.open()

    def client(self) -> UUID | None:
        """Return the customer who is chosen on the desk or in the agenda; None elsewhere."""
        if self.is_desk_shown:
            return self._work_list.chosen
        agenda = self.agenda
        is_shown = agenda is not None and self.pages.currentWidget() is agenda
        return agenda.current_customer() if agenda is not None and is_shown else None

    @Slot()
    def show_working_time(self) -> None:
        """Show the user's own working time in place of the desk."""
        if self.working_time is None:
            from cockpit.ui.working_time.screen import WorkingTimeScreen  # noqa: PLC0415 - see above

            self.working_time = WorkingTimeScreen(self._ctx, self.pages)
            self.working_time.close_requested.connect(self.back_requested)
            self.working_time.customer_requested.connect(self.customer_requested)
            self.working_time.message_raised.connect(self.message_raised)
            self.pages.addWidget(self.working_time)
        self._show(self.working_time)
        self.working_time.open()

    def tell(self) -> None:
        """Tell once more which page is in sight."""
        self.shown.emit(self.is_desk_shown)

    def show_imports(self) -> None:
        """Show the import screen in place of the desk."""
        screen = self._import_screen()
        self._show(screen)
        screen.open()

    @Slot(object)
    def import_files(self, paths: list[Path]) -> None:
        """Begin to import these files."""
        screen = self._import_screen()
        self._show(screen)
        screen.choose(paths)

    def step_back(self) -> bool:
        """Undo one step within the screen in sight; return whether there was one."""
        shown = self.pages.currentWidget()
        if shown in self._adopted:
            return self._adopted[shown][0].step_back()
        if self.wall is not None and self.pages.currentWidget() is self.wall:
            return self.wall.step_back()
        is_import_shown = self.imports is not None and self.pages.currentWidget() is self.imports
        return is_import_shown and self.imports is not None and self.imports.step_back()

    def reload(self) -> bool:
        """Read again what the screen in sight shows; return False of the desk."""
        page = self.pages.currentWidget()
        if self.cycle is not None and page is self.cycle:
            self.cycle.reload()
        elif self.imports is not None and page is self.imports:
            self.imports.reload()
        elif self.ledger is not None and page is self.ledger:
            self.ledger.reload()
        elif self.working_time is not None and page is self.working_time:
            self.working_time.reload()
        elif self.agenda is not None and page is self.agenda:
            self.agenda.reload()
        elif self.post_its is not None and page is self.post_its:
            self.post_its.reload()
        elif self.morning is not None and page is self.morning:
            self.morning.reload()
        elif self.wall is not None and page is self.wall:
            self.wall.reload()
        elif page in self._adopted:
            self._adopted[page][0].reload()
        return not self.is_desk_shown

    def may_close(self) -> bool:
        """Return whether the window may close; else ask, and close it when that is settled."""
        if self.imports is None or not self.imports.is_busy:
            return True
        self._show(self.imports)
        self.imports.ask_to_stop(self._work_list.window().close)
        return False

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""
        for screen in (self.cycle, self.imports, self.agenda, self.wall):
            if screen is not None:
                screen.stop()
        for page, _ in self._adopted.values():
            page.stop()

    def places(self) -> dict[QWidget, Where]:
        """Return the screens that were made, and what the sheet of shortcuts calls them."""
        made = ((self.cycle, Where.CYCLE), (self.imports, Where.IMPORTS))
        found: dict[QWidget, Where] = {page: where for page, where in made if page is not None}
        if self.working_time is not None:
            found[self.working_time] = Where.WORKING_TIME
        if self.ledger is not None:
            found[self.ledger] = Where.LEDGER
        if self.agenda is not None:
            found[self.agenda] = Where.AGENDA
        if self.post_its is not None:
            found[self.post_its] = Where.POST_ITS
        if self.morning is not None:
            found[self.morning] = Where.MORNING
        if self.wall is not None:
            found[self.wall] = Where.WALL
        found |= {page: where for page, (_, where) in self._adopted.items()}
        return found

    @Slot(object)
    def _on_work_list_changed(self, summary: object) -> None:
        if self.ledger is not None and self.pages.currentWidget() is self.ledger:
            self.ledger.reload()

    @Slot(object)
    def _on_rule_requested(self, bar: Bar) -> None:
        """Show where the rule of a reason is set."""
        if bar is Bar.IN_CYCLE:
            self.policy_requested.emit()
        elif self._ctx.user.may(Task.IMPORT):
            self.show_imports()

    @Slot()
    def _on_import_left(self) -> None:
        """Return to the list, whatever is under way."""
        self.show_desk()
        self._work_list.focus_list()

    def _import_screen(self) -> "ImportScreen":
        if self.imports is None:
            from cockpit.ui.imports.screen import ImportScreen  # noqa: PLC0415 - see the class

            self.imports = ImportScreen(self._ctx, self.pages)
            self.imports.close_requested.connect(self._on_import_left)
            self.imports.message_raised.connect(self.message_raised)
            self.pages.addWidget(self.imports)
        return self.imports

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.shown.emit(page is self._desk)
