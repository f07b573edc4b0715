"""Stored facts as the texts that were hashed, column by column, straight from the driver's values.

Rows that pass through mapped types cost more than their hashes: a million of them are to be checked
in seconds. What is read here is what ``fingerprint`` of ``cockpit.domain.facts`` wrote; a test
compares the two for each kind of fact on both engines.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    Select,
    Table,
    literal_column,
    select,
)

from cockpit.domain.audit import sealed_content
from cockpit.domain.facts import ARRIVAL
from models.types import Guid, UtcDateTime

#: What is stored with a fact, and is not what it says.
STORAGE = ("device_id", "device_seq", "content_sha256", "recorded_at", "row_version", "feed_xid")
CHUNK = 10_000
_UTC_TEXT = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')"

RawColumn = Sequence[Any]
Printer = Callable[[Any], str]


class FactTable:
    """One table of facts, read as texts.

    Attributes:
        name: The table's.
    """

    def __init__(self, table: Table, dialect: str) -> None:
        """Prepare the reading.

        Args:
            table: A table of facts.
            dialect: The engine's name.
        """
        self.name = table.name
        self._table = table
        self._is_server = dialect == "postgresql"
        said = sorted(set(table.c.keys()) - {*STORAGE, ARRIVAL})
        arrival = [table.c[ARRIVAL]] if ARRIVAL in table.c else []
        self._stored = [*(table.c[name] for name in STORAGE[:-1]), *arrival]
        self._said = [table.c[name] for name in said]
        self._place_of_id = len(self._stored) + said.index("id")

    def blocks(self, connection: Connection) -> Iterator["FactBlock"]:
        """Read all rows that the login sees, in the order of devices and numbers."""
        columns = [*self._stored, *self._said]
        statement: Select[*tuple[Any, ...]] = (
            select(*(literal_column(self._raw(column)) for column in columns))
            .select_from(self._table)
            .order_by(self._table.c.device_id, self._table.c.device_seq)
        )
        options = {"stream_results": True, "yield_per": CHUNK}
        for rows in connection.execute(statement, execution_options=options).partitions():
            yield self._block(list(zip(*rows, strict=True)))

    def previous(self, block: "FactBlock") -> RawColumn:
        """Return the column of hashes of the events before; of the trail's own table alone."""
        return block.raw[self._table_place("previous_sha256")]

    def _table_place(self, name: str) -> int:
        return len(self._stored) + [column.name for column in self._said].index(name)

    def _block(self, raw: list[RawColumn]) -> "FactBlock":
        printed = [
            _printed(column, values, self._printer(column))
            for column, values in zip(self._said, raw[len(self._stored) :], strict=True)
            if any(value is not None for value in values)
        ]
        head = f'["{self.name}",{{'
        texts = [
            head + ",".join(part for part in parts if part) + "}]"
            for parts in zip(*printed, strict=True)
        ]
        devices, numbers, hashes, instants, versions, *arrivals = (
            self._plain(column, values) for column, values in zip(self._stored, raw, strict=False)
        )
        sealed = hashes
        for arrived in arrivals:
            sealed = list(map(sealed_content, hashes, instants, arrived))
        keys = self._plain(self._table.c.id, raw[self._place_of_id])
        return FactBlock(devices, numbers, hashes, sealed, instants, versions, keys, texts, raw)

    def _raw(self, column: Column[Any]) -> str:
        """Return what is selected for a column, so that the driver converts as little as it can."""
        name = f"{self._table.name}.{column.name}"
        if not self._is_server:
            return name
        if isinstance(column.type, Guid):
            return f"{name}::text"
        if isinstance(column.type, UtcDateTime):
            return _UTC_TEXT.format(name)
        return f"to_char({name}, 'YYYY-MM-DD')" if isinstance(column.type, Date) else name

    def _plain(self, column: Column[Any], values: RawColumn) -> Sequence[Any]:
        """Return a stored column as texts and numbers."""
        if isinstance(column.type, Guid) and not self._is_server:
            return [_guid(value) for value in values]
        if isinstance(column.type, UtcDateTime):
            return [None if value is None else _instant(value) for value in values]
        return values

    def _printer(self, column: Column[Any]) -> Printer:
        """Return what makes a column's value the JSON that was hashed."""
        kind = column.type
        if isinstance(kind, Guid):
            return _quoted if self._is_server else lambda value: f'"{_guid(value)}"'
        if isinstance(kind, UtcDateTime):
            return lambda value: f'"{_instant(value)}"'
        if isinstance(kind, JSON):
            return _sorted_document if self._is_server else _sorted_text
        if isinstance(kind, Boolean):
            return _truth
        return _scalar


class FactBlock:
    """Some thousand rows of a table, in parallel columns.

    Attributes:
        devices: The devices' keys, as texts.
        numbers: The facts' numbers there.
        hashes: The stored hashes of what they say.
        sealed: What a seal keeps of these; see ``sealed_content``.
        instants: When they were stored.
        versions: How often the rows were written.
        keys: Their own keys.
        texts: What they say, as it was hashed.
        raw: The driver's values.
    """

    __slots__ = (
        "devices", "hashes", "instants", "keys", "numbers", "raw", "sealed", "texts", "versions",
    )  # fmt: skip

    def __init__(  # noqa: PLR0917 - the columns of a table
        self,
        devices: Sequence[str],
        numbers: Sequence[int],
        hashes: Sequence[str],
        sealed: Sequence[str],
        instants: Sequence[str],
        versions: Sequence[int],
        keys: Sequence[str],
        texts: Sequence[str],
        raw: Sequence[RawColumn],
    ) -> None:
        self.devices, self.numbers, self.hashes, self.sealed = devices, numbers, hashes, sealed
        self.instants, self.versions, self.keys = instants, versions, keys
        self.texts, self.raw = texts, raw


def _printed(column: Column[Any], values: RawColumn, printer: Printer) -> list[str]:
    """Return ``"name":value`` for each value, and nothing for those that are not there."""
    name = f'"{column.name}":'
    if column.nullable:
        return ["" if value is None else name + printer(value) for value in values]
    return [one + two for one, two in zip(repeat(name), map(printer, values), strict=False)]


def _quoted(value: str) -> str:
    return f'"{value}"'


def _guid(value: object) -> str:
    """Return SQLite's bytes of a key as its text; what is no key as what it is."""
    if not isinstance(value, bytes):
        return str(value)
    text = value.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _instant(value: object) -> str:
    """Return an instant as ``isoformat`` writes it in UTC; SQLite keeps a blank for the T."""
    text = str(value)
    return f"{text[:10]}T{text[11:]}+00:00"


def _truth(value: object) -> str:
    if value == 1:
        return "true"
    return "false" if value == 0 else _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    return str(value) if isinstance(value, int) else json.dumps(value, default=repr)


def _sorted_text(value: object) -> str:
    """Return SQLite's text of a document with sorted names; a broken one as it stands."""
    try:
        return _sorted_document(json.loads(str(value)))
    except ValueError:
        return str(value)


def _sorted_document(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
