"""Whole tables, a few rows at a time."""

from collections.abc import Iterator

from sqlalchemy import Connection

from cockpit.data.exports.contacts import contacts
from cockpit.data.exports.customers import customers
from cockpit.data.exports.documents import ORDER_KINDS, QUOTE_STATES, STATEMENTS, item_cells
from cockpit.domain.export_columns import ExportCell
from cockpit.domain.vocabulary import ImportKind, OrderKind, QuoteState

_ROWS_AT_ONCE = 5_000


class SqlExportRepository:
    """Reads tables in the canonical columns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(
        self, kind: ImportKind, *, is_keeping_closed: bool
    ) -> Iterator[tuple[ExportCell, ...]]:
        """Yield a table's rows, one cell per canonical column."""
        if kind is ImportKind.CUSTOMERS:
            return customers(self._connection, is_keeping_closed=is_keeping_closed)
        if kind is ImportKind.CONTACTS:
            return contacts(self._connection, is_keeping_closed=is_keeping_closed)
        return self._documents(kind)

    def _documents(self, kind: ImportKind) -> Iterator[tuple[ExportCell, ...]]:
        options = {"yield_per": _ROWS_AT_ONCE}
        for row in self._connection.execute(STATEMENTS[kind], execution_options=options):
            yield item_cells(tuple(row)) if kind is ImportKind.ITEMS else tuple(map(_word, row))


def _word(cell: object) -> ExportCell:
    """Return a cell with the import's word for a code of ours."""
    if isinstance(cell, OrderKind):
        return ORDER_KINDS[cell]
    if isinstance(cell, QuoteState):
        return QUOTE_STATES[cell]
    return cell  # type: ignore[return-value]
