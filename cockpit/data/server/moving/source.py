"""Reading a file's tables as lines, with what proves them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, func, select

from cockpit.data.audit.canonical import FactBlock, FactTable
from cockpit.data.facts import FACT_TABLES
from cockpit.data.server.moving.forms import (
    REAL_BITS,
    REAL_TEXT,
    documents_of,
    file_line,
    number_of,
    proving_file_line,
    real_bits,
)
from cockpit.data.server.moving.proof import Proof, document_number, proof_of

_ROWS_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Lines:
    """Some rows of a table.

    Attributes:
        copied: Lines of ``COPY``, each with its end.
        proof: What they hold.
    """

    copied: bytes
    proof: Proof


class SourceFile:
    """A file's tables, read in the transaction of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        driver: Any = connection.connection.driver_connection
        self._driver = driver
        for name, function in ((REAL_BITS, real_bits), (REAL_TEXT, _digits)):
            driver.create_function(name, 1, function, deterministic=True)

    def count(self, table: Table) -> int:
        """Return how many rows a table has."""
        return self._connection.execute(select(func.count()).select_from(table)).scalar_one()

    def lines(self, table: Table) -> Iterator[Lines]:
        """Yield a table's rows, some at once."""
        copied, proving, documents = file_line(table), proving_file_line(table), documents_of(table)
        key = "lower(hex(id))" if documents else "NULL"
        told = [copied] if copied == proving else [copied, proving, key]
        told += [f'"{column.name}"' for column in documents]
        cursor = self._driver.execute(f"SELECT {', '.join(told)} FROM {table.name}")
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            lines = "".join(f"{row[0]}\n" for row in rows).encode()
            yield Lines(lines, proof_of([_number(row) for row in rows]))

    def forged_facts(self) -> Iterator[tuple[str, int]]:
        """Yield each table of facts with the number of those that do not say what they said."""
        for table in FACT_TABLES:
            blocks = FactTable(table, self._connection.dialect.name).blocks(self._connection)
            yield table.name, sum(map(_forged, blocks))


def _number(row: Sequence[Any]) -> int:
    """Return the hash of a row: of its line, or of what proves it and of its documents."""
    if len(row) == 1:
        return number_of(row[0])
    documents = document_number(row[2], row[3:]) if row[2] else 0
    return number_of(row[1]) + documents


def _digits(value: float | None) -> str | None:
    return None if value is None else repr(value)


def _forged(block: FactBlock) -> int:
    """Return how many facts' hashes are not those of what they say."""
    return sum(
        sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != stored
        for text, stored in zip(block.texts, block.hashes, strict=True)
    )
