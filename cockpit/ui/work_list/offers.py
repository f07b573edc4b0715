"""Whom the list in sight offers to be called next."""

from collections.abc import Sequence
from uuid import UUID

from cockpit.domain.eligibility import Bar
from cockpit.domain.list_query import Group, ListQuery
from cockpit.services.ports import WorkTable

#: On these tabs who is within their own cycle is offered as well: asking for it is reason enough.
_ALSO_OFFERED = {group: frozenset({Bar.IN_CYCLE}) for group in (Group.ACTIVE, Group.NEW)}


def offers_of(
    table: WorkTable | None, query: ListQuery, limit: int
) -> tuple[Sequence[UUID], frozenset[Bar]]:
    """Return the first customers of a list who may be offered.

    Returns:
        The candidates in the order of calling, none where there is no table yet, and the bars
        that do not count on the query's tab.
    """
    also = _ALSO_OFFERED.get(query.group, frozenset())
    candidates = () if table is None else table.offers(query, limit=limit, also=also)
    return candidates, also
