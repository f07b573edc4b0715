"""Shows in the list what a figure elsewhere is about."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from cockpit.domain.eligibility import Bar
from cockpit.domain.filters import Condition, Filter, Operator
from cockpit.domain.list_query import Group, ListQuery
from cockpit.ui.call.loop import DeskParts
from cockpit.ui.desk import Arrangement
from cockpit.ui.screens import Screens


class ListOpener(QObject):
    """Comes back to the desk with the list narrowed to some customers."""

    def __init__(self, parts: DeskParts, screens: Screens) -> None:
        super().__init__(screens)
        self._parts = parts
        self._screens = screens
        screens.filter_requested.connect(self.show_filter)

    @Slot(object)
    def show_filter(self, asked: Filter) -> None:
        """List the customers of a filter."""
        self._show(Group.ALL, asked, "")

    @Slot(object)
    def show_customers(self, customer_ids: Sequence[UUID]) -> None:
        """List exactly these customers, in the order of calling."""
        if customer_ids:
            self._show(Group.ALL, Filter.of_customers(customer_ids), "")

    @Slot(object, bool)
    def show_bar(self, bar: Bar | None, is_present: bool) -> None:
        """List the customers under one reason of the ledger.

        Args:
            bar: The reason; None are those in the queue.
            is_present: Whether only those of the present list.
        """
        asked = bar_query(self._parts.work_list.query, bar, is_present=is_present)
        self._show(asked.group, asked.filter, asked.text)

    def _show(self, group: Group, asked: Filter | None, text: str) -> None:
        self._screens.show_desk()
        self._parts.desk.arrange(Arrangement.BROWSE)
        self._parts.work_list.apply(group, asked, text)
        self._parts.work_list.focus_list()


def bar_query(query: ListQuery, bar: Bar | None, *, is_present: bool) -> ListQuery:
    """Return what lists the customers under a reason of the ledger.

    Args:
        query: What the list shows.
        bar: The reason; None are those in the queue.
        is_present: Whether only those whom the list shows.
    """
    condition = (
        Condition("bar", Operator.IS_EMPTY)
        if bar is None
        else Condition("bar", Operator.ONE_OF, (bar.value,))
    )
    if not is_present:
        return ListQuery(filter=Filter((condition,)))
    former = query.filter.conditions if query.filter is not None else ()
    kept = tuple(one for one in former if one.field != "bar")
    return replace(query, filter=Filter((*kept, condition)))
