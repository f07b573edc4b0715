"""Storing the server's rows in a laptop's file: all of them and the new cursor, or nothing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.replica.erasing import Forgetting, forget_contents
from cockpit.data.replica.first_load import filled_quickly
from cockpit.data.replica.forms import table_of
from cockpit.data.replica.news import notice_of
from cockpit.data.replica.removal import (
    forget_wishes,
    remove,
    remove_customers,
    rows_of_customers,
    waiting_keys,
)
from cockpit.data.repositories.changes import note_change
from cockpit.domain.replication import (
    FEED_COLUMNS,
    SETTINGS_THAT_TRAVEL,
    TRAVELS,
    Down,
    Up,
    tables_down,
)
from cockpit.domain.sync import Applied, Pulled, Rows

_STATE = """SELECT cursor, (SELECT count(*) FROM outbox WHERE sent_at IS NULL
    AND entity = 'commands') FROM replicas"""
#: Of a fact that is there, the server tells anew when it got it; what it says stays.
_RENEWED = (*FEED_COLUMNS, "stored_at")
_STATISTICS_OF = frozenset({"orders", "order_items"})
_JUDGED_BY = frozenset({"cycle_policies", "cycle_fits"})
_NO_RULES = "0001-01-01"


class Storing:
    """One pull on its way into the file, within a transaction of ``work.applying``."""

    def __init__(self, connection: Connection, pulled: Pulled) -> None:
        self._connection = connection
        self._cursor = connection.connection.cursor()
        self._pulled = pulled
        self._keys: dict[str, set[bytes]] = {}
        #: Whether facts say something else now, which were erased.
        self.has_erased = False

    def may(self) -> bool:
        """Return whether nothing of the user's waits to be judged, and the cursor is the same."""
        cursor, waiting = self._cursor.execute(_STATE).fetchone()
        is_same = self._pulled.is_whole or cursor == self._pulled.asked_from
        return bool(is_same and not waiting)

    def store(self, revision: str) -> Applied:
        """Store everything; ``revision`` is the file's own."""
        pulled = self._pulled
        is_new = not self._cursor.execute("SELECT schema_revision FROM replicas").fetchone()[0]
        before = self._customers()
        touched = self._bought_by_gone()
        if pulled.erased and not is_new:
            self.has_erased = Forgetting(self._cursor, pulled.erased).run()
        gone = self._remove_gone()
        self._store_rows()
        self._let_pieces_follow()
        if self.has_erased:
            forget_contents(self._cursor)
        left, removed, is_rest = self._part_from(before)
        gone += removed + (self._sweep() if pulled.is_whole and not is_new else 0)
        after = self._customers()
        touched |= self._bought_by_came()
        self._forget_statistics(touched)
        self._note(after ^ before, touched)
        self._cursor.execute(
            """UPDATE replicas SET epoch = ?, cursor = ?, schema_revision = ?, carried = ?,
                last_number = max(last_number, ?)""",
            (
                pulled.epoch,
                pulled.cursor,
                revision,
                "" if is_rest else pulled.carried,
                self._last_number(),
            ),
        )
        entered = len(after - before)
        return Applied(True, pulled.count, gone, entered, left)

    def _customers(self) -> set[bytes]:
        return {key for (key,) in self._cursor.execute("SELECT id FROM customers").fetchall()}

    # --- what goes ------------------------------------------------------------------------------

    def _remove_gone(self) -> int:
        by_table: dict[str, list[bytes]] = {}
        for table, key in self._pulled.gone:
            by_table.setdefault(table, []).append(key.bytes)
        count = 0
        for table, keys in by_table.items():
            if table not in TRAVELS or TRAVELS[table].down in {Down.NOTHING, Down.COPIED}:
                continue
            forget_wishes(self._cursor, table, keys)
            came = self._came(table)
            # A row that moved comes again, without its parts, which did not change.
            again = [one for one in keys if one in came]
            count += remove(self._cursor, table, again, with_parts=False)
            count += remove(self._cursor, table, [one for one in keys if one not in came])
        return count

    def _part_from(self, before: Collection[bytes]) -> tuple[int, int, bool]:
        """Delete who left; return how many, how many rows, and whether some have to stay yet."""
        if self._pulled.customers is None:
            return 0, 0, False
        wanted = {one.bytes for one in self._pulled.customers}
        leaving = (set(before) | self._customers()) - wanted
        if not leaving:
            return 0, 0, False
        gone, count = remove_customers(self._connection, sorted(leaving))
        return len(gone), count, len(gone) < len(leaving)

    def _sweep(self) -> int:
        """Delete what did not come though everything came."""
        count = 0
        for table in reversed(tables_down(Down.VISIBLE, Down.CARRIED)):
            key, rest = TRAVELS[table].key, ""
            if table == "settings":
                rest = f" WHERE scope = '{SETTINGS_THAT_TRAVEL}'"
            found = self._cursor.execute(f"SELECT {key} FROM {table}{rest}").fetchall()  # noqa: S608 - ours
            surplus = {one for (one,) in found} - self._came(table)
            if surplus and TRAVELS[table].up is Up.FACTS:
                surplus -= waiting_keys(self._cursor, table)
            count += remove(self._cursor, table, sorted(surplus - self._staying(table)))
        return count

    def _staying(self, table: str) -> set[bytes]:
        """Return the rows of customers whom waiting entries name."""
        if self._pulled.customers is None or not TRAVELS[table].via:
            return set()
        wanted = {one.bytes for one in self._pulled.customers}
        held = self._customers() - wanted
        if not held:
            return set()
        return rows_of_customers(self._cursor, table, held)

    # --- what comes -----------------------------------------------------------------------------

    def _store_rows(self) -> None:
        with filled_quickly(self._connection, is_first=self._is_first()):
            for rows in self._pulled.rows:
                if rows.table in TRAVELS:
                    self._put(rows)
            came = {rows.table for rows in self._pulled.rows}
            gone = {table for table, _ in self._pulled.gone}
            for table in tables_down(Down.COPIED):
                if table not in came and (self._pulled.is_whole or table in gone):
                    self._cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - ours

    def _let_pieces_follow(self) -> None:
        """Send the pieces of attachments that an administrator let in after all."""
        self._cursor.executemany(
            "UPDATE outbox SET parked_at = NULL, last_error = NULL"
            " WHERE entity = 'attachments' AND entity_id = ? AND parked_at NOTNULL",
            [(key,) for key in self._came("attachments")],
        )

    def _is_first(self) -> bool:
        found = self._cursor.execute("SELECT EXISTS (SELECT 1 FROM customers)").fetchone()
        return self._pulled.is_whole and not found[0]

    def _put(self, rows: Rows) -> None:
        known = table_of(rows.table).c
        names = [name for name in rows.columns if name in known]
        values = rows.values
        if len(names) < len(rows.columns):
            places = [rows.columns.index(name) for name in names]
            values = [tuple(row[place] for place in places) for row in values]
        listed = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        into = f"INTO {rows.table} ({listed}) VALUES ({marks})"
        if TRAVELS[rows.table].down is Down.COPIED and values:
            self._cursor.execute(f"DELETE FROM {rows.table}")  # noqa: S608 - ours
        if TRAVELS[rows.table].up is Up.FACTS:
            self._put_facts(rows.table, into, names, values)
        else:
            self._cursor.executemany(f"INSERT OR REPLACE {into}", values)

    def _put_facts(
        self, table: str, into: str, names: Sequence[str], values: Sequence[tuple[Any, ...]]
    ) -> None:
        """Store facts; those that are there already keep their words, and the index of notes its.

        A fact that says something else now was erased, or is another one's by mistake: the server's
        stands.
        """
        is_empty = not self._cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0]  # noqa: S608
        renewed = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name in _RENEWED)
        doing = f"UPDATE SET {renewed}" if renewed else "NOTHING"
        self._cursor.executemany(f"INSERT {into} ON CONFLICT (id) DO {doing}", values)
        if is_empty:
            return
        said = [name for name in names if name != "id" and name not in _RENEWED]
        places = [names.index(name) for name in said]
        place = names.index("id")
        other = " OR ".join(f'"{name}" IS NOT ?' for name in said)
        sets = ", ".join(f'"{name}" = ?' for name in said)
        self._cursor.executemany(
            f"UPDATE {table} SET {sets} WHERE id = ? AND ({other})",  # noqa: S608 - ours
            [(*(one := [row[p] for p in places]), row[place], *one) for row in values],
        )
        self.has_erased = self.has_erased or self._cursor.rowcount > 0

    def _came(self, table: str) -> set[bytes]:
        """Return the keys of the rows of a table that came."""
        if table not in self._keys:
            key = TRAVELS[table].key
            self._keys[table] = {
                row[rows.columns.index(key)]
                for rows in self._pulled.rows
                if rows.table == table
                for row in rows.values
            }
        return self._keys[table]

    # --- what follows ---------------------------------------------------------------------------

    def _bought_by_gone(self) -> set[bytes]:
        """Return whose orders go."""
        found: set[bytes] = set()
        for table, key in self._pulled.gone:
            if table in _STATISTICS_OF:
                found.update(_whose(self._cursor, table, key.bytes))
        return found

    def _bought_by_came(self) -> set[bytes]:
        """Return whose orders came."""
        found = set(self._values("orders", "customer_id"))
        if not self._pulled.is_whole:
            for order in set(self._values("order_items", "order_id")):
                found.update(_whose(self._cursor, "orders", order))
        return found

    def _forget_statistics(self, touched: Collection[bytes]) -> None:
        """Remove the statistics of customers whose documents changed: they are worked out anew."""
        self._cursor.executemany(
            "DELETE FROM customer_statistics WHERE customer_id = ?", [(one,) for one in touched]
        )
        if any(rows.table in _JUDGED_BY and rows.values for rows in self._pulled.rows):
            self._cursor.execute("UPDATE customer_metrics SET computed_for_on = ?", (_NO_RULES,))

    def _values(self, table: str, column: str) -> Iterator[Any]:
        for rows in self._pulled.rows:
            if rows.table == table:
                place = rows.columns.index(column)
                for row in rows.values:
                    yield row[place]

    def _note(self, moved: Collection[bytes], touched: Collection[bytes]) -> None:
        """Let open windows know whose data changed."""
        whose = self._concerned() | set(moved) | set(touched)
        tables = {rows.table for rows in self._pulled.rows if rows.values}
        tables |= {table for table, _ in self._pulled.gone}
        if moved:
            tables.add("customers")
        if tables or self._pulled.is_whole:
            customers = {UUID(bytes=one) for one in whose}
            note_change(
                self._connection,
                notice_of(tables, customers, is_everybody=self._pulled.is_whole),
            )

    def _concerned(self) -> set[bytes]:
        found: set[bytes] = set()
        if self._pulled.is_whole:
            return found
        for rows in self._pulled.rows:
            travel = TRAVELS.get(rows.table)
            if travel and travel.via and not travel.parent:
                found.update(self._values(rows.table, travel.via))
        return found

    def _last_number(self) -> int:
        """Return the highest number of the laptop's own facts that came."""
        ((own,),) = self._cursor.execute("SELECT device_id FROM replicas").fetchall()
        last = 0
        for rows in self._pulled.rows:
            if "device_seq" in rows.columns and TRAVELS[rows.table].up is Up.FACTS:
                device, number = (rows.columns.index(n) for n in ("device_id", "device_seq"))
                last = max((row[number] for row in rows.values if row[device] == own), default=last)
        return last


def _whose(cursor: Any, table: str, key: bytes) -> Mapping[bytes, None]:
    """Return whose order a row is, or belongs to."""
    statement = "SELECT customer_id FROM orders WHERE id = ?"
    if table == "order_items":
        statement = """SELECT o.customer_id FROM order_items AS i JOIN orders AS o
            ON o.id = i.order_id WHERE i.id = ?"""
    return dict.fromkeys(one for (one,) in cursor.execute(statement, (key,)).fetchall())
