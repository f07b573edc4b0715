"""Saving what was never sent out of a laptop's file that may be damaged.

The file itself is not touched: a copy is read, table by table and without indexes; what stands on
damaged pages is passed by. Where the list of what waits is damaged itself, everything of the
laptop's own is taken: the server has each fact once, however often it is offered.
"""

import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2

from cockpit.data.cipher import QUIET_CIPHER
from cockpit.data.replica.forms import table_of, told_row
from cockpit.domain.errors import DatabaseError
from cockpit.domain.facts import content_of, fingerprint
from cockpit.domain.replication import FEED_COLUMNS, TRAVELS, Up, tables_up
from cockpit.domain.rescue import Rescued
from cockpit.domain.sync import Entry

#: A damaged page holds fewer rows; further on there is nothing more.
_MOST_PASSED = 20_000
_PARTS = ("", "-wal")


def salvage(path: Path, key: bytes | None) -> Rescued:
    """Return what the server may not have of a laptop's file.

    Args:
        path: The file; nothing in it is changed.
        key: The raw key of 32 bytes; None for a plain one, in tests.

    Raises:
        DatabaseError: It cannot be read with this key, or is no laptop's.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        for suffix in _PARTS:
            place = path.with_name(path.name + suffix)
            if place.exists():
                shutil.copyfile(place, copy.with_name(copy.name + suffix))
        try:
            with closing(_opened(copy, key)) as connection:
                return _Salvage(connection).made()
        except dbapi2.Error as error:
            raise DatabaseError("field_not_readable") from error


def _opened(path: Path, key: bytes | None) -> Any:
    """Open a copy; where the list of its tables is damaged, with those that can be read."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        connection.execute(QUIET_CIPHER)
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA writable_schema = ON")  # what cannot be read of it is passed by
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


class _Salvage:
    """Reads one copy."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._is_damaged = False

    def made(self) -> Rescued:
        """Return all that can be read of what waits."""
        found = self._connection.execute("SELECT device_id, user_id, server FROM replicas")
        row = found.fetchone()
        if row is None:
            raise DatabaseError("field_file_foreign")
        device, user, server = row
        waiting, sent = self._waiting()
        if self._is_damaged:
            waiting |= self._own(device, sent)
        by_table: dict[str, set[bytes]] = {}
        for entity, key in waiting.values():
            by_table.setdefault(entity, set()).add(key)
        rows = {
            (entity, key): row
            for entity, keys in by_table.items()
            for key, row in self._rows(entity, keys)
        }
        given_up = self._given_up()
        entries = [
            Entry(number, entity, rows[entity, key], is_given_up=key in given_up)
            for number, (entity, key) in sorted(waiting.items())
            if (entity, key) in rows
        ]
        missing = len(waiting) - len(entries)
        contents = list(self._contents())
        return Rescued(UUID(bytes=device), UUID(bytes=user), server, entries, contents, missing)

    def _waiting(self) -> tuple[dict[int, tuple[str, bytes]], set[int]]:
        """Return what waits by its number, and the numbers of what was sent."""
        waiting, sent = {}, set()
        columns = ("device_seq", "entity", "entity_id", "sent_at")
        for number, entity, key, sent_at in self._scan("outbox", columns):
            if sent_at is None and entity in TRAVELS:
                waiting[number] = (entity, key)
            else:
                sent.add(number)
        return waiting, sent

    def _own(self, device: bytes, sent: Collection[int]) -> dict[int, tuple[str, bytes]]:
        """Return all that is the laptop's own and is not known to have been sent."""
        own = {}
        for entity in tables_up():
            if TRAVELS[entity].up is not Up.FACTS:
                continue
            for key, whose, number in self._scan(entity, ("id", "device_id", "device_seq")):
                if whose == device and number not in sent:
                    own[number] = (entity, key)
        return own

    def _given_up(self) -> set[bytes]:
        """Return the changes that were refused, and whose user let the server's row stand."""
        decided = self._scan("sync_conflicts", ("command_id", "decision"))
        return {key for key, decision in decided if decision == "theirs"}

    def _rows(
        self, entity: str, keys: Collection[bytes]
    ) -> Iterator[tuple[bytes, Mapping[str, Any]]]:
        """Yield the rows of a table in JSON's forms, with the hash of what they say."""
        here = {one[1] for one in self._connection.execute(f"PRAGMA table_info({entity})")}
        known = [one.name for one in table_of(entity).columns if one.name not in FEED_COLUMNS]
        columns = [name for name in known if name in here]
        if "id" not in columns:
            return
        place = columns.index("id")
        for values in self._scan(entity, columns):
            if values[place] not in keys:
                continue
            row = told_row(entity, columns, values)
            if not row.get("content_sha256"):
                row["content_sha256"] = fingerprint(entity, content_of(row))
            yield values[place], row

    def _contents(self) -> Iterator[tuple[UUID, int, bytes]]:
        columns = ("attachment_id", "part", "content", "sent_at")
        for whose, part, content, sent_at in self._scan("attachment_contents", columns):
            if sent_at is None:
                yield UUID(bytes=whose), part, bytes(content)

    def _scan(self, table: str, columns: Collection[str]) -> Iterator[tuple[Any, ...]]:
        """Yield a table's rows in the order of their storing; damaged pages are passed by."""
        listed = ", ".join(f'"{name}"' for name in columns)
        text = f"SELECT rowid, {listed} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid"  # noqa: S608 - ours
        last, passed = 0, 0
        if not self._connection.execute(f"PRAGMA table_info({table})").fetchone():
            self._is_damaged = True
            return
        while passed < _MOST_PASSED:
            try:
                for rowid, *values in self._connection.execute(text, (last,)):
                    last, passed = rowid, 0
                    yield tuple(values)
            except dbapi2.DatabaseError:
                self._is_damaged = True
                last, passed = last + 1, passed + 1
            else:
                return
