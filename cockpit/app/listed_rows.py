"""The lines of a work list as objects, for those who go through all of them."""

from cockpit.domain.list_query import ListQuery
from cockpit.domain.work_list import CustomerRow
from cockpit.services.ports import WorkTable

_EVERYBODY = ListQuery()


def listed_rows(
    table: WorkTable, query: ListQuery = _EVERYBODY, *, limit: int | None = None
) -> list[CustomerRow]:
    """Return the lines that a query means, all of them in the order of calling without one.

    Args:
        table: The list.
        query: Which, in which order.
        limit: At most so many; None for all.
    """
    selection = table.select(query)
    last = len(selection) if limit is None else min(limit, len(selection))
    return table.rows(selection.lines(0, last))
