"""The triggers by which a laptop's file notices what its user writes.

They are made from the declaration in ``replication.py``. A fact of the laptop's own gets a row in
``outbox``; a change of a shared row becomes a command with the changed columns' old and new values,
and a row in ``outbox``: all in the transaction that wrote them. While the server's rows are stored
(``replicas.is_applying``), and in a file that is no laptop's, they do nothing.
"""

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Column, Connection, Table

from cockpit.data.replica.forms import table_of, text_of
from cockpit.domain.replication import (
    FEED_COLUMNS,
    STAMP_COLUMNS,
    TRAVELS,
    Travel,
    Up,
    tables_up,
    way_to_customer,
)

_PREFIX = "tr_capture_"
#: Only what was changed in them is the user's doing; their rows are made by programs.
_ONLY_CHANGED = frozenset({"notifications"})
_NOW = "strftime('%Y-%m-%d %H:%M:%f000', 'now')"
_MADE = f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '{_PREFIX}%'"  # noqa: S608 - ours
_IS_OWN_DOING = "EXISTS (SELECT 1 FROM replicas WHERE is_applying = 0)"
_IS_OWN_FACT = "EXISTS (SELECT 1 FROM replicas WHERE is_applying = 0 AND device_id = new.device_id)"


def make_capture(connection: Connection) -> bool:
    """Make the triggers anew where others are there; return whether that was needed."""
    wanted = dict(_triggers())
    if {row.name: row.sql for row in connection.exec_driver_sql(_MADE)} == wanted:
        return False
    drop_capture(connection)
    for text in wanted.values():
        connection.exec_driver_sql(text)
    return True


def drop_capture(connection: Connection) -> None:
    """Take all triggers away, as before a migration, which is nobody's doing."""
    for name, _ in connection.exec_driver_sql(_MADE).all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


@cache
def _triggers() -> tuple[tuple[str, str], ...]:
    return tuple(_made())


def _made() -> Iterator[tuple[str, str]]:
    for name in tables_up():
        table, travel = table_of(name), TRAVELS[name]
        if name == "commands":
            continue  # the triggers below send them themselves
        if travel.up is Up.FACTS:
            yield _fact(table)
            continue
        yield _change(table, travel)
        if name not in _ONLY_CHANGED:
            yield _add(table, travel)
            yield _remove(table, travel)


def _fact(table: Table) -> tuple[str, str]:
    name = f"{_PREFIX}{table.name}_said"
    return (
        name,
        f"""CREATE TRIGGER {name} AFTER INSERT ON {table.name}
    WHEN {_IS_OWN_FACT}
BEGIN
    INSERT INTO outbox (device_seq, entity, entity_id, customer_id, created_at, attempts)
        VALUES (new.device_seq, '{table.name}', new.id, {_customer(table.name, "new")}, {_NOW}, 0);
    UPDATE replicas SET last_number = max(last_number, new.device_seq);
END""",  # noqa: S608 - ours
    )


def _add(table: Table, travel: Travel) -> tuple[str, str]:
    name = f"{_PREFIX}{table.name}_added"
    value = _document(_sent(table), "new")
    return (
        name,
        f"""CREATE TRIGGER {name} AFTER INSERT ON {table.name}
    WHEN {_IS_OWN_DOING}
BEGIN
{_command(table, travel, "add", row="new", version="0", base="NULL", value=value)}
END""",
    )


def _remove(table: Table, travel: Travel) -> tuple[str, str]:
    name = f"{_PREFIX}{table.name}_removed"
    base, version = _document(_sent(table), "old"), _version(table)
    return (
        name,
        f"""CREATE TRIGGER {name} AFTER DELETE ON {table.name}
    WHEN {_IS_OWN_DOING}
BEGIN
{_command(table, travel, "remove", row="old", version=version, base=base, value="NULL")}
END""",
    )


def _change(table: Table, travel: Travel) -> tuple[str, str]:
    name = f"{_PREFIX}{table.name}_changed"
    silent = {*STAMP_COLUMNS, *travel.silent}
    heard = " OR ".join(
        f"{_differs(column)}" for column in _sent(table) if column.name not in silent
    )
    base, value = (_document(_sent(table), row, only_changed=True) for row in ("old", "new"))
    return (
        name,
        f"""CREATE TRIGGER {name} AFTER UPDATE ON {table.name}
    WHEN {_IS_OWN_DOING} AND ({heard})
BEGIN
{_command(table, travel, "change", row="new", version=_version(table), base=base, value=value)}
END""",
    )


def _command(
    table: Table, travel: Travel, verb: str, *, row: str, version: str, base: str, value: str
) -> str:
    """Return the statements that store a command under the next number, and let it be sent."""
    return f"""    UPDATE replicas SET last_number = last_number + 1;
    INSERT INTO commands (id, entity, entity_id, verb, base_version, base, value, user_id,
            device_id, device_seq, content_sha256, recorded_at)
        SELECT randomblob(16), '{table.name}', {row}.{travel.key}, '{verb}', {version},
            {base},
            {value},
            user_id, device_id, last_number, '', {_NOW} FROM replicas;
    INSERT INTO outbox (device_seq, entity, entity_id, customer_id, created_at, attempts)
        SELECT c.device_seq, 'commands', c.id, {_customer(table.name, row)}, {_NOW}, 0
        FROM replicas AS r JOIN commands AS c
            ON c.device_id = r.device_id AND c.device_seq = r.last_number;"""  # noqa: S608 - ours


def _customer(table: str, row: str) -> str:
    """Return the SQL of whose a row is; NULL where it is nobody's."""
    way = way_to_customer(table)
    if not way:
        return "NULL"
    found = f"{row}.{way[0][1]}"
    for parent, column in way[1:]:
        found = f"(SELECT {column} FROM {parent} WHERE id = {found})"  # noqa: S608 - ours
    return found


def _sent(table: Table) -> list["Column[object]"]:
    return [column for column in table.columns if column.name not in FEED_COLUMNS]


def _version(table: Table) -> str:
    return "old.row_version" if "row_version" in table.c else "1"


def _differs(column: "Column[object]") -> str:
    return f'old."{column.name}" IS NOT new."{column.name}"'


def _document(columns: list["Column[object]"], row: str, *, only_changed: bool = False) -> str:
    """Return the SQL of a JSON object of these columns."""
    parts = []
    for column in columns:
        part = f"',\"{column.name}\":' || {text_of(column, row)}"
        parts.append(f"iif({_differs(column)}, {part}, '')" if only_changed else part)
    return "'{' || substr(" + " || ".join(parts) + ", 2) || '}'"
