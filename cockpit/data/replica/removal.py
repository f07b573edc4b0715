"""Rows that leave a laptop's file: deleted ones with their parts, and all about a customer."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table

from cockpit.data.note_index import unindexed
from cockpit.data.replica.forms import table_of
from cockpit.domain.drafts import CONTACT_DRAFTS, KEPT_AT, PITCH_DRAFTS
from cockpit.domain.replication import TRAVELS, Down, Up, way_to_customer
from cockpit.domain.vocabulary import SettingScope
from models import Base

#: Neither rows of a synchronisation's own nor those that stay for a reason of their own.
_STAY = frozenset({"outbox", "commands", "sync_log", "sync_conflicts", "tombstones"})
_LEAVING = "leaving_customers"
#: From so many customers on, the words of their notes are not taken out one by one.
_MANY = 10
#: About whom the user typed something of late that is not saved yet. What lies for longer than a
#: day keeps nobody here.
TYPED_ABOUT = f"""SELECT whose FROM (
    SELECT unhex(replace(substr(key, instr(key, '.') + 1, 36), '-', '')) AS whose FROM settings
    WHERE scope = '{SettingScope.USER.value}'
    AND (key LIKE '{CONTACT_DRAFTS}%' OR key LIKE '{PITCH_DRAFTS}%')
    AND julianday(json_extract(value, '$.{KEPT_AT}')) > julianday('now', '-1 day')
    ) WHERE whose NOTNULL"""  # noqa: S608
#: Of whom photographs or files wait whose text the server has: pieces go after the words.
_PICTURED = """SELECT a.customer_id FROM attachment_contents AS c
    JOIN attachments AS a ON a.id = c.attachment_id
    JOIN outbox AS o ON o.entity = 'attachments' AND o.entity_id = a.id
    WHERE c.sent_at IS NULL AND o.parked_at IS NULL"""
#: Who are named by what waits, or by what is being typed; they leave once that is sent.
_NAMED = f"""SELECT id FROM {_LEAVING} WHERE EXISTS (SELECT 1 FROM outbox
    WHERE sent_at IS NULL AND customer_id = {_LEAVING}.id) OR id IN ({TYPED_ABOUT})
    OR id IN ({_PICTURED})"""  # noqa: S608


def remove(cursor: Any, table: str, keys: Sequence[bytes], *, with_parts: bool = True) -> int:
    """Delete rows by key, their parts first; return how many rows of the table there were."""
    if not keys:
        return 0
    if with_parts:
        for part, column in _parts(table):
            key = table_of(part).primary_key.columns.keys()[0]
            found: list[bytes] = []
            for parent in keys:
                rows = cursor.execute(f"SELECT {key} FROM {part} WHERE {column} = ?", (parent,))  # noqa: S608
                found += [one for (one,) in rows]
            _remove_found(cursor, part, key, found)
    key = TRAVELS[table].key or "id"
    cursor.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(one,) for one in keys])  # noqa: S608
    return int(max(cursor.rowcount, 0))


def _remove_found(cursor: Any, part: str, key: str, found: Sequence[bytes]) -> None:
    if key == (TRAVELS[part].key or "id"):
        remove(cursor, part, _not_waiting(cursor, part, found))
    else:
        cursor.executemany(f"DELETE FROM {part} WHERE {key} = ?", [(one,) for one in found])  # noqa: S608


def _not_waiting(cursor: Any, table: str, keys: Sequence[bytes]) -> list[bytes]:
    waiting = waiting_keys(cursor, table) if keys else set()
    return [one for one in keys if one not in waiting]


def waiting_keys(cursor: Any, table: str) -> set[bytes]:
    """Return the keys of a table's facts that the server has not got yet."""
    rows = cursor.execute(
        "SELECT entity_id FROM outbox WHERE entity = ? AND (sent_at IS NULL OR parked_at NOTNULL)",
        (table,),
    )
    return {key for (key,) in rows}


@cache
def _parts(table: str) -> tuple[tuple[str, str], ...]:
    """Return the tables whose rows go with a row of this one, and the column that says whose."""
    parts = []
    for other in Base.metadata.sorted_tables:
        for key in other.foreign_keys:
            is_part = key.ondelete == "CASCADE" or TRAVELS[other.name].parent == table
            if key.column.table.name == table and is_part and other.name not in _STAY:
                parts.append((other.name, key.parent.name))
    return tuple(dict.fromkeys(parts))


def forget_wishes(cursor: Any, table: str, keys: Sequence[bytes]) -> None:
    """Delete what the user once wished of rows that are gone: an erased person is in it too."""
    if TRAVELS[table].up not in {Up.ASKED, Up.YIELDING}:
        return
    whose = [(table, key) for key in keys]
    of_row = "SELECT id FROM commands WHERE entity = ? AND entity_id = ?"
    for statement in (
        f"DELETE FROM command_outcomes WHERE command_id IN ({of_row})",  # noqa: S608 - ours
        f"DELETE FROM outbox WHERE entity = 'commands' AND entity_id IN ({of_row})",  # noqa: S608
        "DELETE FROM commands WHERE entity = ? AND entity_id = ?",
        "DELETE FROM sync_conflicts WHERE entity = ? AND entity_id = ? AND decided_at NOTNULL",
    ):
        cursor.executemany(statement, whose)


def remove_customers(connection: Connection, leaving: Sequence[bytes]) -> tuple[list[bytes], int]:
    """Delete all rows about some customers but those whom waiting entries or drafts name.

    Returns:
        Who is gone, and how many rows were.
    """
    cursor = connection.connection.cursor()
    with _leaving(cursor, leaving):
        cursor.execute(f"DELETE FROM {_LEAVING} WHERE id IN ({_NAMED})")  # noqa: S608
        gone = [key for (key,) in cursor.execute(f"SELECT id FROM {_LEAVING}").fetchall()]  # noqa: S608
        count = 0
        with unindexed(connection, is_many=len(gone) > _MANY):
            for statement in _about_leaving() if gone else ():
                cursor.execute(statement)
                count += max(cursor.rowcount, 0)
        return gone, count


def rows_of_customers(cursor: Any, table: str, customers: Collection[bytes]) -> set[bytes]:
    """Return the keys of a table's rows about some customers."""
    condition = _condition(table_of(table))
    if not condition:
        return set()
    with _leaving(cursor, customers):
        rows = cursor.execute(f"SELECT {TRAVELS[table].key} FROM {table} WHERE {condition}")  # noqa: S608
        return {key for (key,) in rows.fetchall()}


@contextmanager
def _leaving(cursor: Any, customers: Collection[bytes]) -> Iterator[None]:
    """Name customers in a table of this connection's own, in memory."""
    cursor.execute(f"CREATE TEMP TABLE {_LEAVING} (id BLOB PRIMARY KEY) WITHOUT ROWID")
    try:
        cursor.executemany(f"INSERT INTO {_LEAVING} VALUES (?)", [(one,) for one in customers])  # noqa: S608
        yield
    finally:
        cursor.execute(f"DROP TABLE temp.{_LEAVING}")


@cache
def _about_leaving() -> tuple[str, ...]:
    """Return the statements that delete all about the leaving, children first."""
    return (
        f"""DELETE FROM command_outcomes WHERE command_id IN (SELECT entity_id FROM outbox
            WHERE entity = 'commands' AND customer_id IN {_LEAVING})""",  # noqa: S608
        f"""DELETE FROM commands WHERE id IN (SELECT entity_id FROM outbox
            WHERE entity = 'commands' AND customer_id IN {_LEAVING})""",  # noqa: S608
        f"DELETE FROM outbox WHERE customer_id IN {_LEAVING}",  # noqa: S608
        f"DELETE FROM sync_conflicts WHERE customer_id IN {_LEAVING}",  # noqa: S608
        *_of_tables(),
    )


def _of_tables() -> Iterator[str]:
    for table in reversed(Base.metadata.sorted_tables):
        condition = _condition(table)
        if condition:
            yield f"DELETE FROM {table.name} WHERE {condition}"  # noqa: S608


def _condition(table: Table) -> str:
    way = way_to_customer(table.name)
    if not way:
        return _local_condition(table)
    *parents, (_, last) = way
    nested = f"{last} IN {_LEAVING}"
    for (_, column), (parent, _) in zip(reversed(parents), reversed(way), strict=False):
        nested = f"{column} IN (SELECT id FROM {parent} WHERE {nested})"  # noqa: S608
    return nested


def _local_condition(table: Table) -> str:
    """Return whose a row is where the declaration does not say so: the file's own tables."""
    if table.name in _STAY or TRAVELS[table.name].down is not Down.NOTHING:
        return ""  # what the login may read at all stays, whoever it is about
    for key in table.foreign_keys:
        target = key.column.table.name
        if target == "customers" or (target == "attachments" and key.ondelete == "CASCADE"):
            column = key.parent.name
            if target == "customers":
                return f"{column} IN {_LEAVING}"
            return f"""{column} IN (SELECT id FROM attachments
                WHERE customer_id IN {_LEAVING})"""  # noqa: S608
    return f"customer_id IN {_LEAVING}" if "customer_id" in table.c else ""
