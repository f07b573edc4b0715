"""The window's pages: the desk with list and client, and the screens that take its place."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cockpit.ui.context import UiContext
from cockpit.ui.work_list.screen import WorkListScreen

if TYPE_CHECKING:
    from cockpit.ui.cycle.screen import CycleScreen
    from cockpit.ui.imports.screen import ImportScreen


class Screens(QObject):
    """Shows one page at a time; a screen is made when it is first wanted.

    Few open one on any one day: the other starts need not read its code.

    Attributes:
        pages: Holds them.
        cycle: The supervisor's screen; None until it is opened for the first time.
        imports: The import screen; None until then.
    """

    #: Another page is in sight; whether it is the desk (bool).
    shown = Signal(bool)
    #: Back to the list.
    back_requested = Signal()
    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, work_list: WorkListScreen, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._work_list = work_list
        self._desk = QWidget(parent)
        self.pages = QStackedWidget(parent)
        self.pages.addWidget(self._desk)
        self.cycle: CycleScreen | None = None
        self.imports: ImportScreen | None = None

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

            self.cycle = CycleScreen(self._ctx, self._work_list.name_of, self.pages)
            self.cycle.close_requested.connect(self.back_requested)
            self.cycle.customer_requested.connect(self.customer_requested)
            self.cycle.message_raised.connect(self.message_raised)
            self.pages.addWidget(self.cycle)
        self._show(self.cycle)
        self.cycle.open()

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
        is_import_shown = self.imports is not None and self.pages.currentWidget() is self.imports
        return is_import_shown and self.imports is not None and self.imports.step_back()

    def reload(self) -> bool:
        """Read again what the screen in sight shows; return False of the desk."""
        page = self.pages.currentWidget()
        if self.cycle is not None and page is self.cycle:
            self.cycle.reload()
        elif self.imports is not None and page is self.imports:
            self.imports.reload()
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
        for screen in (self.cycle, self.imports):
            if screen is not None:
                screen.stop()

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
