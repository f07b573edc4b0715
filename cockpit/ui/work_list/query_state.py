"""What the user asks of the list: filter and order, as remembered and as saved in views."""

from collections.abc import Mapping, Sequence
from typing import Any

from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import Filter
from cockpit.domain.list_query import Group, SortKey
from cockpit.ui.work_list.columns import FIELD_COLUMN
from cockpit.ui.work_list.layout import ColumnLayout

#: The name under which the user's order is remembered.
SORTING_KEY = "work_list.sorting"


def sorting_to_json(sorting: Sequence[SortKey]) -> list[list[Any]]:
    """Return the form in which an order is stored."""
    return [[key.field, key.is_descending] for key in sorting]


def sorting_from_json(document: object) -> tuple[SortKey, ...]:
    """Read the stored form; what this version does not know is left aside."""
    if not isinstance(document, list):
        return ()
    pairs = [one for one in document if isinstance(one, list) and len(one) == 2]
    return tuple(
        SortKey(field, bool(is_descending))
        for field, is_descending in pairs
        if isinstance(field, str) and field in FIELD_COLUMN
    )


def definition(
    group: Group,
    text: str,
    filter_: Filter | None,
    sorting: Sequence[SortKey],
    layout: ColumnLayout,
) -> dict[str, Any]:
    """Return the form in which a view is saved."""
    return {
        "group": group.value,
        "text": text,
        "filter": None if filter_ is None else filter_.to_json(),
        "sorting": sorting_to_json(sorting),
        "columns": layout.to_json(),
    }


def read_definition(
    document: object,
) -> tuple[Group, str, Filter | None, tuple[SortKey, ...], ColumnLayout | None]:
    """Read a saved view.

    Raises:
        BadInputError: It names what this version does not know.
    """
    if not isinstance(document, Mapping):
        raise BadInputError("filter_unreadable")
    try:
        group = Group(document.get("group", Group.ALL))
    except ValueError as error:
        raise BadInputError("filter_unreadable") from error
    stored, columns = document.get("filter"), document.get("columns")
    return (
        group,
        str(document.get("text", "")),
        None if stored is None else Filter.from_json(stored),
        sorting_from_json(document.get("sorting", [])),
        None if not columns else ColumnLayout.from_json(columns),
    )
