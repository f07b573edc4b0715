"""Loading whole tables into an empty database, for the demo company."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, exists, insert, select, update

from cockpit.data.engine import Engines
from cockpit.data.facts import FACT_TABLES
from cockpit.data.note_index import indexed_afterwards
from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.search_texts import fill_missing
from cockpit.domain.errors import BadInputError
from cockpit.domain.facts import fingerprint
from models import Base, Customer


class SqlBulkLoader:
    """Inserts rows table by table."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def load(self, tables: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        """Insert rows by table and column name, parents first, in one transaction.

        What closes a circle of tables, such as a team's supervisor, is filled in at the end.

        Customers get their search text and facts their fingerprint where the rows have none.

        Raises:
            BadInputError: The database has customers already; nothing was changed.
            KeyError: There is no such table.
        """
        with self._engines.writing() as connection:
            if connection.execute(select(exists().select_from(Customer))).scalar():
                raise BadInputError("database_not_empty")
            with indexed_afterwards(connection):
                for name, rows in tables.items():
                    table = Base.metadata.tables[name]
                    _insert(connection, table, _without(_half_circles(table), rows))
            for name, rows in tables.items():
                _close_circles(connection, Base.metadata.tables[name], rows)
            fill_missing(connection)
            connection.exec_driver_sql("ANALYZE")


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows; those with the same columns go together, in their order."""
    groups: dict[frozenset[str], list[dict[str, Any]]] = {}
    for row in rows:
        whole = dict(row)
        if table in FACT_TABLES and "content_sha256" not in whole:
            whole["content_sha256"] = fingerprint(table.name, _content(whole))
        groups.setdefault(frozenset(whole), []).append(whole)
    for group in groups.values():
        for chunk in in_chunks(group):
            connection.execute(insert(table), chunk)


def _without(
    columns: Collection[str], rows: Sequence[Mapping[str, object]]
) -> Sequence[Mapping[str, object]]:
    """Return the rows without these columns."""
    if not columns:
        return rows
    return [{name: row[name] for name in row if name not in columns} for row in rows]


def _close_circles(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]
) -> None:
    """Fill in what refers to rows of a table that itself refers to this one."""
    later = _half_circles(table)
    for row in rows:
        values = {name: row[name] for name in later if row.get(name) is not None}
        if values:
            connection.execute(update(table).where(table.c.id == row["id"]).values(values))


def _half_circles(table: Table) -> list[str]:
    """Return the columns whose foreign key closes a circle of tables, as teams' supervisors do."""
    circles = (key for key in table.foreign_key_constraints if key.use_alter)
    return [column.name for key in circles for column in key.columns]


def _content(row: Mapping[str, object]) -> dict[str, object]:
    """Return what a fact says, without who stored it when."""
    return {name: value for name, value in row.items() if name not in _STORAGE}


_STORAGE = frozenset(
    {"device_id", "device_seq", "recorded_at", "stored_at", "row_version", "feed_xid"}
)
