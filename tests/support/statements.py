"""The statements that a version of the program sends to a server, and whether one still takes them.

A newer server has to take what the program one version older sends. Running that program's whole
suite against it takes too long; what it sends is written down when its version is done, by
``python scripts/record_statements.py``, and a server of today plans each of them.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

LISTS = Path(__file__).resolve().parents[1] / "data" / "statements"
_PARAMETER = re.compile(r"%\((\w+)\)s")
_VALUE = r"%\(\w+\)s(?:::[\w ]+(?:\(\d+\))?)?"
_SAME_AGAIN = re.compile(rf"IN \(({_VALUE})(?:, {_VALUE})+\)")
_INSERT = re.compile(r"^INSERT INTO (\w+) \(([^)]+)\)")
_DEMANDED = (
    "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
    " AND table_name = '{table}' AND is_nullable = 'NO' AND column_default IS NULL"
    " AND is_identity = 'NO'"
)


def recorded(path: Path) -> list[str]:
    """Return the statements of a list."""
    lines: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return lines


def one_of_many(statement: str) -> str:
    """Return a statement as it is for one value where it was sent for several."""
    return " ".join(_SAME_AGAIN.sub(r"IN (\1)", statement).split())


def numbered(statement: str) -> str:
    """Return a statement with the server's own kind of parameters."""
    numbers: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        return f"${numbers.setdefault(found[1], len(numbers) + 1)}"

    return _PARAMETER.sub(number, statement).replace("%%", "%")


def refusals(connection: Connection, statements: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each statement that the server does not take, with what it says.

    Args:
        connection: In a transaction.
        statements: As they were recorded.
    """
    for statement in statements:
        try:
            with connection.begin_nested():
                cursor = connection.connection.cursor()
                cursor.execute(f"EXPLAIN (GENERIC_PLAN) {numbered(statement)}")
        except Exception as error:
            if not isinstance(error, DBAPIError) and not hasattr(error, "sqlstate"):
                raise
            yield statement, str(error)
            continue
        missing = _unfilled(connection, statement)
        if missing:
            yield statement, f"leaves out {', '.join(sorted(missing))}"


def _unfilled(connection: Connection, statement: str) -> set[str]:
    """Return the columns that a row needs and an insertion does not fill."""
    found = _INSERT.match(statement)
    if found is None:
        return set()
    wanted = set(connection.exec_driver_sql(_DEMANDED.format(table=found[1])).scalars())
    return wanted - {name.strip().strip('"') for name in found[2].split(",")}
