"""Where the palette's lines come from: the registry, the list, the saved views."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import SavedView
from cockpit.domain.list_query import ListQuery
from cockpit.domain.work_list import CustomerRow
from cockpit.services.ports import WorkTable
from cockpit.ui.actions import ActionId, ActionRegistry, key_text, where_word
from cockpit.ui.palette.items import ItemKind, PaletteItem
from cockpit.ui.words import status_word

MOST_CLIENTS = 8


def action_items(actions: ActionRegistry) -> list[PaletteItem]:
    """Return the actions that work now, with their keys."""
    return [
        PaletteItem(
            f"action:{spec.action}",
            ItemKind.ACTION,
            spec.title(),
            where_word(spec.where),
            key_text(spec.keys[0]),
            actions[spec.action].trigger,
        )
        for spec in actions.specs
        if spec.action not in {None, ActionId.PALETTE} and actions[spec.action].isEnabled()
    ]


def view_items(
    views: Sequence[SavedView], apply: Callable[[SavedView], object], shared: str
) -> list[PaletteItem]:
    """Return the saved views; ``shared`` is the word for those of the team."""
    return [
        PaletteItem(
            f"view:{view.view_id}",
            ItemKind.VIEW,
            view.name,
            shared if view.is_shared else "",
            "",
            partial(apply, view),
        )
        for view in views
    ]


def client_items(
    table: WorkTable | None, text: str, open_client: Callable[[UUID], object]
) -> list[PaletteItem]:
    """Return the first clients whom a text finds, in the order of calling."""
    if table is None or not text.strip():
        return []
    try:
        selection = table.select(ListQuery(text=text))
    except BadInputError:
        return []
    rows = table.rows(selection.lines(0, min(MOST_CLIENTS, len(selection))))
    return [client_item(row, open_client) for row in rows]


def client_item(row: CustomerRow, open_client: Callable[[UUID], object]) -> PaletteItem:
    """Return a client's line."""
    place = f"{row.city}/{row.state}" if row.city and row.state else row.city
    facts = (row.code, place, formats.tax_id(row.tax_id), status_word(row.status))
    detail = "  ·  ".join(fact for fact in facts if fact)
    run = partial(open_client, row.customer_id)
    return PaletteItem(f"client:{row.customer_id}", ItemKind.CLIENT, row.name, detail, "", run)
