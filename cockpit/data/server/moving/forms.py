"""One way to write a row that an embedded file and a server both can say.

The file says each row as a line of ``COPY``; the server takes these lines in, and says its own rows
in the same form afterwards. Where the hashes of both agree, nothing was lost or altered on the way.
A document (JSON) has no such form, since a server does not keep its spelling: documents are
compared as what they mean.
"""

import hashlib
import json
import struct
from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Double, LargeBinary, Table, Text
from sqlalchemy.types import String, TypeEngine

from models.types import Guid, UtcDateTime

#: What the server makes of each row by itself.
_MADE_THERE = frozenset({"feed_xid"})
#: SQLite's function of a number's bytes; whoever reads a file has to make it.
REAL_BITS = "giro_real_bits"
#: And of its digits: SQLite's own are not always those that read back as the number.
REAL_TEXT = "giro_real_text"
_NULL = "\\N"
_EXACT = 2**53

Sql = str


def columns_of(table: Table) -> list[Column[object]]:
    """Return the columns that move, in their order."""
    return [column for column in table.columns if column.name not in _MADE_THERE]


def documents_of(table: Table) -> list[Column[object]]:
    """Return the columns that hold documents."""
    return [column for column in columns_of(table) if isinstance(column.type, JSON)]


def file_line(table: Table) -> Sql:
    """Return SQLite's expression of a row as a line of ``COPY``."""
    return _joined((_in_file(column) for column in columns_of(table)), "char(9)")


def proving_file_line(table: Table) -> Sql:
    """Return SQLite's expression of a row as both engines say it: without its documents."""
    return _joined((_proving(column) for column in _plain(table)), "char(9)")


def server_line(table: Table) -> Sql:
    """Return PostgreSQL's expression of a row as both engines say it."""
    return _joined((_on_server(column) for column in _plain(table)), "chr(9)")


def real_bits(value: float | None) -> str | None:
    """Return a number's eight bytes: engines write its digits differently."""
    return None if value is None else struct.pack(">d", value).hex()


def documents_text(documents: Iterable[str | None]) -> str:
    """Return what documents mean in one spelling, from what an engine hands over."""
    meant = [None if one is None else [_meant(json.loads(one))] for one in documents]
    return json.dumps(meant, sort_keys=True, separators=(",", ":"))


def _meant(value: object) -> object:
    """Return a value with each number in one form: a server writes 1e5 as 100000."""
    if isinstance(value, dict):
        return {name: _meant(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_meant(one) for one in value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if isinstance(value, float):
        is_whole = value.is_integer() and abs(value) < _EXACT
        return int(value) if is_whole else value
    return value if abs(value) < _EXACT else float(value)


def number_of(line: str) -> int:
    """Return a row's part of its table's hash."""
    digest = hashlib.sha256(line.encode()).digest()
    return int.from_bytes(digest[:8], signed=True)


def server_number(line: Sql) -> Sql:
    """Return PostgreSQL's expression of the same for a line."""
    digest = f"encode(sha256(convert_to({line}, 'UTF8')), 'hex')"
    return f"('x' || left({digest}, 16))::bit(64)::bigint"


def _plain(table: Table) -> list[Column[object]]:
    return [column for column in columns_of(table) if not isinstance(column.type, JSON)]


def _joined(parts: Iterable[Sql], tab: Sql) -> Sql:
    return f" || {tab} || ".join(f"coalesce({part}, '{_NULL}')" for part in parts)


def _in_file(column: Column[object]) -> Sql:
    name, kind = f'"{column.name}"', column.type
    if isinstance(kind, Guid):
        return _hex(name)
    if isinstance(kind, LargeBinary):
        return f"'\\\\x' || {_hex(name)}"
    if isinstance(kind, UtcDateTime):
        return f"{name} || '+00'"
    if isinstance(kind, Double):
        return f"{REAL_TEXT}({name})"
    if _is_text(kind):
        return _escaped(name, "char")
    return name


def _proving(column: Column[object]) -> Sql:
    return f'{REAL_BITS}("{column.name}")' if isinstance(column.type, Double) else _in_file(column)


def _hex(name: str) -> Sql:
    """Return SQLite's expression of bytes; its own ``hex`` of nothing is an empty text."""
    return f"CASE WHEN {name} IS NOT NULL THEN lower(hex({name})) END"


def _on_server(column: Column[object]) -> Sql:
    name, kind = f'"{column.name}"', column.type
    if _is_text(kind):
        return _escaped(name, "chr")
    for of_kind, form in _SERVER_FORMS.items():
        if isinstance(kind, of_kind):
            return form.format(name=name)
    return f"{name}::text"


_SERVER_FORMS: dict[type[TypeEngine[Any]], Sql] = {
    Guid: "encode(uuid_send({name}), 'hex')",
    LargeBinary: "'\\\\x' || encode({name}, 'hex')",
    UtcDateTime: "to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'",
    Double: "encode(float8send({name}), 'hex')",
    Date: "to_char({name}, 'YYYY-MM-DD')",
    Boolean: "{name}::int::text",
}


def _is_text(kind: TypeEngine[object]) -> bool:
    return isinstance(kind, String | Text | JSON)


def _escaped(name: str, char: str) -> Sql:
    """Return the expression of a text as ``COPY`` wants it: the backslash comes first."""
    text = f"replace({name}, '\\', '\\\\')"
    for code, letter in ((9, "t"), (10, "n"), (13, "r")):
        text = f"replace({text}, {char}({code}), '\\{letter}')"
    return text
