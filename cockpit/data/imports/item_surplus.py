"""Removing the items that a file of items no longer has, at its end."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, exists, insert, select

from cockpit.data.imports.documents import row_document
from cockpit.data.imports.item_store import ORDER_UNKNOWN, STATED_ITEMS
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.vocabulary import RowVerdict
from models import ImportRow, OrderItem


def remove_surplus(connection: Connection, import_id: UUID) -> int:
    """Remove the items beyond the last one that an import stated of their order.

    A line that could not be read may have been an item of any of them: then all items stay. What
    they were is kept with the import's results, so that undoing it brings them back. Doing it twice
    does no more than once.

    Returns:
        How many were removed.
    """
    if _has_lost_lines(connection, import_id):
        return 0
    last = _last_lines(connection, import_id)
    removed = 0
    table = OrderItem.__table__
    for chunk in in_chunks(last):
        rows: list[dict[str, Any]] = []
        items = connection.execute(select(table).where(table.c.order_id.in_(chunk)))
        for item in items.mappings():
            line, number = last[item["order_id"]]
            if item["line"] > line:
                rows.append(
                    {
                        "import_id": import_id,
                        "line": number,
                        "verdict": RowVerdict.CHANGED,
                        "entity": OrderItem.__tablename__,
                        "entity_id": item["id"],
                        "before": row_document(dict(item)),
                    }
                )
        if rows:
            connection.execute(insert(ImportRow), rows)
            for keys in in_chunks(row["entity_id"] for row in rows):
                connection.execute(delete(OrderItem).where(OrderItem.id.in_(keys)))
        removed += len(rows)
    return removed


def _has_lost_lines(connection: Connection, import_id: UUID) -> bool:
    """Return whether a line was rejected for something else than an order that is not here."""
    lost = exists().where(
        ImportRow.import_id == import_id,
        ImportRow.verdict == RowVerdict.REJECTED,
        ImportRow.reason_code != ORDER_UNKNOWN,
    )
    return bool(connection.execute(select(lost)).scalar())


def _last_lines(connection: Connection, import_id: UUID) -> dict[UUID, tuple[int, int]]:
    """Return per order the last item that the file states, with the line that does."""
    notes = connection.execute(
        select(ImportRow.entity_id, ImportRow.before, ImportRow.line).where(
            ImportRow.import_id == import_id, ImportRow.entity == STATED_ITEMS
        )
    )
    last: dict[UUID, tuple[int, int]] = {}
    for order_id, before, line in notes:
        if order_id is not None and before is not None:
            last[order_id] = max(last.get(order_id, (0, 0)), (before["last"], line))
    return last
