"""What a table holds, in two numbers that a file and a server work out each by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table

from cockpit.data.server.moving.forms import (
    documents_of,
    documents_text,
    number_of,
    server_line,
    server_number,
)

_MODULUS = 2**64
_ROWS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Proof:
    """The number of rows and the sum of their hashes; the rows' order does not count.

    Attributes:
        rows: How many.
        sum: The sum, modulo 2⁶⁴.
    """

    rows: int = 0
    sum: int = 0

    def __add__(self, other: "Proof") -> "Proof":
        """Return the proof of both."""
        return Proof(self.rows + other.rows, (self.sum + other.sum) % _MODULUS)

    def __sub__(self, other: "Proof") -> "Proof":
        """Return the proof of what is left without the other's rows."""
        return Proof(self.rows - other.rows, (self.sum - other.sum) % _MODULUS)


def proof_of(numbers: Sequence[int]) -> Proof:
    """Return the proof of rows whose hashes are given."""
    return Proof(len(numbers), sum(numbers) % _MODULUS)


def proof_on_server(connection: Connection, table: Table) -> Proof:
    """Return what a table of the server holds; it reads all of it."""
    number = server_number(server_line(table))
    rows, total = connection.exec_driver_sql(
        f"SELECT count(*), coalesce(sum({number}), 0) FROM {table.name}"
    ).one()
    return Proof(rows, (int(total) + _documents(connection, table)) % _MODULUS)


def document_number(key: str, documents: Sequence[str | None]) -> int:
    """Return the part that a row's documents have in its table's hash.

    Args:
        key: The row's, as 32 hexadecimal digits.
        documents: As an engine spells them.
    """
    return number_of(f"{key}\t{documents_text(documents)}")


def _documents(connection: Connection, table: Table) -> int:
    columns = documents_of(table)
    if not columns:
        return 0
    named = ", ".join(f'"{column.name}"::text' for column in columns)
    found = connection.exec_driver_sql(
        f"SELECT encode(uuid_send(id), 'hex'), {named} FROM {table.name}",
        execution_options={"yield_per": _ROWS_AT_ONCE},
    )
    return sum(document_number(row[0], row[1:]) for row in found)
