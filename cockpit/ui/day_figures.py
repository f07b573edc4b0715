"""Keeps the day's own figures right: contacts logged today, customers who may be called now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.status_bar import StatusBar
from cockpit.ui.top_bar import TopBar
from cockpit.ui.work_list.screen import WorkListScreen

if TYPE_CHECKING:
    from cockpit.services.ports import WorkTable


class DayFigures(QObject):
    """Counts again when something changed, and never on the GUI thread what is stored."""

    def __init__(
        self, ctx: UiContext, work_list: WorkListScreen, top_bar: TopBar, status_bar: StatusBar
    ) -> None:
        super().__init__(status_bar)
        self._ctx = ctx
        self._work_list = work_list
        self._top_bar, self._status_bar = top_bar, status_bar
        self._counted: WorkTable | None = None
        work_list.summary_changed.connect(self._on_summary_changed)
        ctx.feed.changed.connect(self._on_feed_changed)

    @Slot()
    def count_contacts(self) -> None:
        """Ask how many contacts the user logged today."""
        self._ctx.runner.submit(
            self._ctx.contacts.count_today,
            lane=Lane.READ,
            owner=self,
            key="contacts",
            on_result=self._status_bar.show_contacts,
            on_error=self._on_error,
        )

    def _on_error(self, error: Exception) -> None:
        """Leave the figure as it is: the list says what is wrong with the database."""
        if not isinstance(error, GiroError):
            raise error

    @Slot(object)
    def _on_summary_changed(self, summary: object) -> None:
        table = self._work_list.table
        if table is None or table is self._counted:
            return
        self._counted = table
        lines = table.ledger().lines
        self._top_bar.show_queue(sum(line.count for line in lines if line.bar is None))

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if notice.touches(Topic.CONTACTS):
            self.count_contacts()
