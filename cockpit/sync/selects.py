"""What a laptop asks the server's tables for, made from the declaration.

Every statement runs under the login's own policies. Two parameters belong to each: ``since`` and,
for what a customer leads to, ``entered``. A window is what was written by transactions from
``since`` on that had all ended when the snapshot was taken.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Table

from cockpit.domain.replication import (
    SETTINGS_THAT_TRAVEL,
    TRAVELS,
    Down,
    way_to_customer,
)
from cockpit.sync.forms import stored_form
from models import Base

#: All transactions below had ended when the snapshot was taken.
ENDED = "(SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint)"
_IN_WINDOW = "{0}.feed_xid >= %(since)s AND {0}.feed_xid < " + ENDED
_CARRIED = "unnest((SELECT giro_sync_carried())::uuid[])"
_ENTERED = "unnest(%(entered)s::uuid[])"
HEAD = f"""SELECT giro_sync_epoch(), {ENDED}, (SELECT version_num FROM alembic_version),
    giro_sync_digest()"""  # noqa: S608 - ours
CARRIED = "SELECT giro_sync_carried()"
GONE = f"""SELECT t.entity, t.entity_id, t.reason FROM tombstones AS t
    WHERE {_IN_WINDOW.format("t")}"""  # noqa: S608 - ours
#: Where everything is read anew, nothing is named that went, but who was erased.
ERASED = "SELECT t.entity, t.entity_id, t.reason FROM tombstones AS t WHERE t.reason = 'erased'"


@dataclass(frozen=True, slots=True)
class Select:
    """One statement.

    Attributes:
        table: Whose rows come.
        columns: Their names, in the order of the values.
        text: The statement.
    """

    table: str
    columns: tuple[str, ...]
    text: str


@cache
def changed() -> tuple[Select, ...]:
    """Return the statements for what changed in a window, parents before children."""
    return tuple(_selects(_changed))


@cache
def entered() -> tuple[Select, ...]:
    """Return the statements for all rows about customers who came."""
    return tuple(_selects(_of_entered))


@cache
def everything() -> tuple[Select, ...]:
    """Return the statements for all rows that a laptop has."""
    return tuple(_selects(_whole))


def _selects(condition: Callable[[str], str | None]) -> Iterator[Select]:
    for table in Base.metadata.sorted_tables:
        rest = condition(table.name)
        if rest is not None:
            yield _select(table, rest)


def _select(table: Table, rest: str) -> Select:
    columns = tuple(column.name for column in table.columns)
    listed = ", ".join(stored_form(column, "t") for column in table.columns)
    return Select(table.name, columns, f"SELECT {listed} FROM {table.name} AS t {rest}")  # noqa: S608 - ours


def _changed(table: str) -> str | None:
    match TRAVELS[table].down:
        case Down.NOTHING:
            return None
        case Down.COPIED:
            window = _IN_WINDOW.format("one")
            return (
                f"WHERE EXISTS (SELECT 1 FROM {table} AS one WHERE {window})"  # noqa: S608
                f" OR EXISTS (SELECT 1 FROM tombstones AS one WHERE one.entity = '{table}'"
                f" AND {window})"
            )
        case Down.CARRIED:
            return f"{_of(table, _CARRIED)} WHERE {_IN_WINDOW.format('t')}"
    return f"WHERE {_IN_WINDOW.format('t')}{_own(table)}"


def _of_entered(table: str) -> str | None:
    return _of(table, _ENTERED) if TRAVELS[table].down is Down.CARRIED else None


def _whole(table: str) -> str | None:
    match TRAVELS[table].down:
        case Down.NOTHING:
            return None
        case Down.CARRIED:
            return _of(table, _CARRIED)
    return f"WHERE true{_own(table)}"


def _own(table: str) -> str:
    if table == "settings":
        return f" AND t.scope = '{SETTINGS_THAT_TRAVEL}'"
    return ""


def _of(table: str, customers: str) -> str:
    """Return the joins that keep the rows of some customers."""
    joins, row = [], "t"
    for number, (_, column) in enumerate(way := way_to_customer(table)):
        is_last = number == len(way) - 1
        parent = customers if is_last else way[number + 1][0]
        other = f"p{number}"
        named = f"{parent} AS {other}(id)" if is_last else f"{parent} AS {other}"
        joins.append(f'JOIN {named} ON {other}.id = {row}."{column}"')
        row = other
    return " ".join(joins)
