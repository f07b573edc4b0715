"""Counts the unread post-its in the status bar, and opens what belongs to post-its."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

import resources
from cockpit.domain.changes import Topic
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError
from cockpit.domain.post_its import MOST_CUSTOMERS
from cockpit.domain.rights import Task
from cockpit.ui.actions import ActionId
from cockpit.ui.call.loop import DeskParts
from cockpit.ui.context import UiContext
from cockpit.ui.list_opener import bar_query
from cockpit.ui.screens import Screens
from cockpit.ui.unread_counter import UnreadCounter

_NAMED = 6


class PostItsCorner(QObject):
    """Stands between the window and the post-its.

    Attributes:
        unread: Counts those that wait to be read.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parts: DeskParts, screens: Screens, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._list = parts.work_list
        self._screens = screens
        self._window = window
        screens.post_it_requested.connect(self.write)
        screens.bar_post_it_requested.connect(self.write_about_bar)
        parts.work_list.tools.post_it_requested.connect(self.write)
        self.unread = UnreadCounter(ctx, Topic.POST_ITS, partial(_unread, ctx), self)

    def handlers(self) -> dict[ActionId, Callable[[], object]]:
        """Return what the actions do; supervisors alone write."""
        found: dict[ActionId, Callable[[], object]] = {
            ActionId.POST_ITS: self._screens.show_post_its
        }
        if self._ctx.user.may(Task.WRITE_POST_ITS):
            found[ActionId.NEW_POST_IT] = self.write
        return found

    @Slot()
    def write(self) -> None:
        """Begin a post-it about the marked customers or the client in view; elsewhere nobody."""
        rows = self._list.marking.marked() if self._screens.is_desk_shown else None
        if rows is None:
            self.write_about(())
        elif len(rows) > MOST_CUSTOMERS:
            self._refuse()
        else:
            self.write_about(rows.ids())

    @Slot(object, bool)
    def write_about_bar(self, bar: Bar | None, is_present: bool) -> None:
        """Begin a post-it about the customers under a reason of the ledger."""
        table = self._list.table
        if table is None:
            return
        found = table.select(bar_query(self._list.query, bar, is_present=is_present))
        if len(found) > MOST_CUSTOMERS:
            self._refuse()
        else:
            self.write_about(table.customer_ids(found.lines(0, len(found))))

    @Slot(object)
    def write_about(self, customer_ids: Sequence[UUID]) -> None:
        """Begin a post-it about these customers."""
        from cockpit.ui.post_its.composer import PostItComposer  # noqa: PLC0415 - few write any

        names = [self._list.name_of(one) for one in customer_ids[:_NAMED]]
        dialog = PostItComposer(self._ctx, self._window)
        dialog.message_raised.connect(self.message_raised)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open_for(customer_ids, [name for name in names if name])

    def _refuse(self) -> None:
        error = BadInputError("post_it_too_many_customers", count=MOST_CUSTOMERS)
        self.message_raised.emit(resources.text(error.message, self._ctx.language))


def _unread(ctx: UiContext) -> int:
    return ctx.post_its().unread()
