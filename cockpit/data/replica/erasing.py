"""What a laptop's file forgets of somebody who was erased, besides the rows that the server sends.

The server sends anew what it has. What is the file's own goes here: what the user once wished for,
what was refused, and facts that the server set aside.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from cockpit.data.replica.forms import table_of
from cockpit.data.replica.removal import forget_wishes
from cockpit.domain.erasure import ERASED_MARK, WORDINGS
from cockpit.domain.plain_text import plain
from cockpit.domain.replication import TRAVELS, Up

_PERSONS, _CUSTOMERS = "contact_persons", "customers"
_SHORTEST_NAME = 3
_MADE = """SELECT id FROM commands WHERE id IN (SELECT entity_id FROM outbox
    WHERE entity = 'commands' AND customer_id = ? AND sent_at NOTNULL)"""


class Forgetting:
    """What goes with those who were erased, before their rows do."""

    def __init__(self, cursor: Any, erased: Collection[tuple[str, UUID]]) -> None:
        """Take the driver's cursor within a transaction, and who is erased: table and key."""
        self._cursor = cursor
        self._erased = {(table, key.bytes) for table, key in erased}
        self._words: set[str] = set()

    def run(self) -> bool:
        """Forget; return whether the file knew anybody of them."""
        customers = self._known(_CUSTOMERS, "legal_name")
        persons = self._known(_PERSONS, "name")
        whose = {key for key, *_ in customers} | {row[2] for row in persons}
        for _, name, _ in persons:
            self._words |= {word for word in plain(name).split() if len(word) >= _SHORTEST_NAME}
        count = sum(self._forget_made(key) for key in whose)
        for table in {table for table, _ in self._erased}:
            if table in TRAVELS:
                forget_wishes(self._cursor, table, self._keys(table))
        gone = {key for key, *_ in customers}
        count += sum(self._forget_refused(key, is_whole=key in gone) for key in whose)
        count += self._empty_set_aside([key for key, *_ in persons], sorted(gone))
        return count > 0 or any(name != ERASED_MARK for _, name, _ in [*customers, *persons])

    def _keys(self, table: str) -> list[bytes]:
        return sorted(key for name, key in self._erased if name == table)

    def _known(self, table: str, name: str) -> list[tuple[bytes, str, bytes]]:
        """Return those of a table who are in the file: key, name and customer."""
        whose = "id" if table == _CUSTOMERS else "customer_id"
        statement = f"SELECT id, {name}, {whose} FROM {table} WHERE id = ?"  # noqa: S608 - ours
        return [
            row
            for key in self._keys(table)
            for row in self._cursor.execute(statement, (key,)).fetchall()
        ]

    def _forget_made(self, customer: bytes) -> int:
        """Delete the user's decided changes about a customer: any may repeat what was erased."""
        for statement in (
            f"DELETE FROM command_outcomes WHERE command_id IN ({_MADE})",  # noqa: S608 - ours
            f"DELETE FROM commands WHERE id IN ({_MADE})",  # noqa: S608 - ours
        ):
            self._cursor.execute(statement, (customer,))
        count = int(max(self._cursor.rowcount, 0))
        self._cursor.execute(
            """DELETE FROM outbox WHERE entity = 'commands' AND customer_id = ?
                AND sent_at NOTNULL""",
            (customer,),
        )
        return count

    def _forget_refused(self, customer: bytes, *, is_whole: bool) -> int:
        """Delete conflicts of a customer's that are decided or speak of the erased."""
        rows = self._cursor.execute(
            """SELECT id, entity, entity_id, decided_at, mine, base, theirs FROM sync_conflicts
                WHERE customer_id = ?""",
            (customer,),
        ).fetchall()
        gone = [
            (key,)
            for key, entity, entity_id, decided_at, *said in rows
            if is_whole
            or decided_at is not None
            or (entity, entity_id) in self._erased
            or self._speaks(said)
        ]
        self._cursor.executemany("DELETE FROM sync_conflicts WHERE id = ?", gone)
        return len(gone)

    def _speaks(self, said: Sequence[str | None]) -> bool:
        text = plain(" ".join(_spelt(one) for one in said if one))
        return any(word in text for word in self._words)

    def _empty_set_aside(self, persons: Sequence[bytes], customers: Sequence[bytes]) -> int:
        """Take the words out of facts that the server did not store: it will not send them anew."""
        count = 0
        for table, sets in _facts():
            columns = table_of(table).c
            for column, keys in (("person_id", persons), ("customer_id", customers)):
                if column not in columns:
                    continue
                self._cursor.executemany(
                    f"""UPDATE {table} SET {sets} WHERE {column} = ? AND id IN (SELECT entity_id
                        FROM outbox WHERE entity = '{table}' AND parked_at NOTNULL)""",  # noqa: S608 - ours
                    [(key,) for key in keys],
                )
                count += max(self._cursor.rowcount, 0)
        return count


def forget_contents(cursor: Any) -> None:
    """Delete what was in attachments that have no name any more."""
    cursor.execute(
        """DELETE FROM attachment_contents
            WHERE attachment_id IN (SELECT id FROM attachments WHERE name = ?)""",
        (ERASED_MARK,),
    )


def _facts() -> Iterator[tuple[str, str]]:
    """Return the tables of facts with words, and what empties these."""
    for table, wording in WORDINGS.items():
        if TRAVELS[table].up is Up.FACTS and wording.words:
            columns = table_of(table).c
            yield (
                table,
                ", ".join(
                    f"{word} = " + ("NULL" if columns[word].nullable else f"'{ERASED_MARK}'")
                    for word in wording.words
                ),
            )


def _spelt(document: str) -> str:
    """Return a stored document with its letters as they are read."""
    try:
        return json.dumps(json.loads(document), ensure_ascii=False)
    except ValueError:
        return document
