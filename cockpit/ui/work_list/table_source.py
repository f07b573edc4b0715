"""Keeps the work list's table right: reads it, brings it up to date, moves it on with the clock."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.services.ports import WorkTable
from cockpit.ui.context import UiContext

CONCERNS = (
    Topic.CUSTOMERS, Topic.ORDERS, Topic.CONTACTS, Topic.AGENDA, Topic.METRICS, Topic.QUEUE,
)  # fmt: skip
_MINUTE_MS = 60_000
_KEY = "work_list"


class TableSource(QObject):
    """Asks for one thing at a time; what comes in between is done together afterwards.

    Attributes:
        table: The newest table; None until the first one is there.
        is_stale: Whether the table is an old one from the disk, which is being brought up to date.
    """

    #: Another table is there.
    table_changed = Signal()
    #: The table could not be read or brought up to date: the exception.
    failed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._is_busy = False
        self._is_held = False
        self._wants_all = False
        self._is_first = True
        self._notice: ChangeNotice | None = None
        self.table: WorkTable | None = None
        self.is_stale = False
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute_timeout)
        self._minute.start()
        ctx.feed.changed.connect(self._on_feed_changed)

    def reload(self) -> None:
        """Read the whole list again; the first time what lies on the disk comes before."""
        if self._is_first:
            self._is_first = False
            # Off the lane of those who wait for the database, which the list on the disk does not.
            self._ask(self._ctx.work_list.first, self._on_first_read, lane=Lane.LONG)
            return
        self._wants_all = True
        self._go_on()

    def hold(self, is_held: bool) -> None:
        """Put changes off while somebody types or marks rows, or take them in again."""
        self._is_held = is_held
        if not is_held:
            self._go_on()

    def _go_on(self) -> None:
        """Do what waits, unless something is under way."""
        if self._is_busy:
            return
        if self._wants_all or (self.table is None and self._notice is not None):
            self._wants_all, self._notice = False, None
            self._ask(self._ctx.work_list.load, self._on_read)
        elif self._notice is not None and self.table is not None and not self._is_held:
            notice, self._notice = self._notice, None
            work = partial(self._ctx.work_list.refreshed, self.table, notice)
            self._ask(work, self._on_read)

    def _ask(
        self,
        work: Callable[[], WorkTable | None],
        on_result: Callable[[WorkTable | None], None],
        *,
        lane: Lane = Lane.READ,
    ) -> None:
        self._is_busy = True
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key=_KEY,
            on_result=on_result,
            on_error=self._on_failed,
        )

    def _on_first_read(self, table: WorkTable | None) -> None:
        self._is_busy = False
        if table is None:
            self._wants_all = True
            self._go_on()
            return
        self.is_stale = True
        self._show(table)
        self._ask(partial(self._ctx.work_list.caught_up, table), self._on_read)

    def _on_read(self, table: WorkTable | None) -> None:
        self._is_busy = False
        if table is not None:
            self.is_stale = False
            self._show(table)
        self._go_on()

    def _on_moved_on(self, table: WorkTable | None) -> None:
        """Show the table of the present minute."""
        self._is_busy = False
        if table is not None:
            self._show(table)
        self._go_on()

    def _show(self, table: WorkTable) -> None:
        if table is not self.table:
            self.table = table
            self.table_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        """Tell of it; whatever was missed, the next attempt reads everything."""
        self._is_busy = False
        self._wants_all = True
        self.failed.emit(error)
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if notice.touches(*CONCERNS) and not self._is_first:
            former = self._notice
            self._notice = notice if former is None else former.with_other(notice)
            self._go_on()

    @Slot()
    def _on_minute_timeout(self) -> None:
        """Move order and bars on; at midnight every figure changes."""
        table = self.table
        if self._wants_all and not self._is_first:
            self._go_on()
            return
        if table is None or self._is_busy or self._is_held:
            return
        if table.as_of != self._ctx.clock.today():
            self.reload()
        else:
            self._ask(partial(self._ctx.work_list.moved_on, table), self._on_moved_on)
