"""One measured program: a file of orders stored as the program does, or as barely as can be.

Usage: python -m scripts.benchmarks.import_storing {ours,bare} URL ORDERS

Each measurement is a program of its own, so that its peak memory is its own, too. The database has
the customers already.

``ours`` opens the file and stores it as ``import`` does, up to the closed import: batches, results,
uniqueness, references, indexes. The start and the statistics of customers are left out.

``bare`` reads the file with pyarrow and inserts all lines into a table with the columns and the
indexes of the orders, and fills the columns that a line fills. It is the least that storing them
can cost: one statement (COPY on a server) in one transaction, values prepared for the driver, no
customer looked up, no order compared with what is stored, no results kept; no reference, CHECK,
trigger or UNIQUE while rows come in, all indexes made from sorted keys afterwards. So it can
neither be followed up where it was interrupted, nor tell a line that is wrong; it holds all lines
in memory, and nobody else can write before its end. The tests' server, which writes no log of a
table that is new in its transaction, favours it once more.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pyarrow import compute, csv
from sqlalchemy import Connection

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.data.write_unit import SqlWriteUnit
from cockpit.domain.clock import SystemClock
from cockpit.domain.ids import new_id, new_ids
from cockpit.imports.reader import ImportFileReader
from cockpit.services.import_runs import StoringRun, be_silent, never, open_files
from cockpit.services.ports import CurrentUser
from scripts.bench_support import peak_mebibytes

_COLUMNS = (
    "id", "company_id", "customer_id", "number", "kind", "ordered_on", "net_cents", "seller_name",
    "seller_id", "import_id", "digest",
)  # fmt: skip
_SAME_INDEXES = (
    "CREATE UNIQUE INDEX bare_key ON bare (id)",
    "CREATE UNIQUE INDEX bare_number ON bare (company_id, number, kind)",
    "CREATE INDEX bare_customer ON bare (customer_id, ordered_on, kind, net_cents)",
    "CREATE INDEX bare_day ON bare (ordered_on)",
    "CREATE INDEX bare_feed ON bare (feed_xid)",
    "CREATE UNIQUE INDEX bare_access ON bare (access_key) WHERE access_key IS NOT NULL",
    "CREATE INDEX bare_reference ON bare (references_id) WHERE references_id IS NOT NULL",
)
_TABLE = {
    "sqlite": "CREATE TABLE bare AS SELECT * FROM orders WHERE false",
    "postgresql": "CREATE TABLE bare (LIKE orders INCLUDING DEFAULTS)",
}
_KINDS = {"venda": "sale", "devolucao": "return", "cancelado": "cancelled"}


class TimedDatabase(SqlDatabase):
    """Notes how long each transaction keeps others from writing.

    Attributes:
        writes: Seconds, in the order of the transactions.
    """

    def __init__(self, engines: Engines, user: CurrentUser) -> None:
        """Take an open database."""
        super().__init__(engines, user.user_id)
        self.writes: list[float] = []

    @contextmanager
    def write(self) -> Iterator[SqlWriteUnit]:
        """Open a transaction that writes."""
        started = time.perf_counter()
        with super().write() as unit:
            yield unit
        self.writes.append(time.perf_counter() - started)


def store(engines: Engines, path: Path, user: CurrentUser) -> dict[str, float]:
    """Store a file as the program does, statistics aside.

    Returns:
        Lines taken, and seconds of the longest batch and of the import's end, where a first load
        makes the indexes.
    """
    clock = SystemClock()
    database = TimedDatabase(engines, user)
    files = open_files(ImportFileReader(clock), [path], ())
    run = StoringRun(database, clock, user, report=be_silent, is_cancelled=never)
    (summary,) = run.store(files, "terminal")
    _, *batches, end = database.writes
    taken = summary.counts.new + summary.counts.unchanged
    return {"taken": taken, "longest_batch": max(batches), "end": end}


def store_bare(engines: Engines, path: Path) -> dict[str, float]:
    """Read a file with the fastest reader, insert its rows and make the same indexes."""
    with engines.writing() as connection:
        connection.exec_driver_sql(_TABLE[connection.dialect.name])
        insert = _copy if connection.dialect.name == "postgresql" else _insert
        taken = insert(connection, path)
        for statement in _SAME_INDEXES:
            connection.exec_driver_sql(statement)
    return {"taken": taken}


def _insert(connection: Connection, path: Path) -> int:
    rows = list(_rows(path, lambda number: bytearray(number.to_bytes(16, "big")), int))
    marks = ", ".join("?" * len(_COLUMNS))
    connection.exec_driver_sql("PRAGMA cache_size = -65536")
    connection.connection.cursor().executemany(
        f"INSERT INTO bare ({', '.join(_COLUMNS)}, row_version, feed_xid) VALUES ({marks}, 1, 0)",  # noqa: S608 - our names
        rows,
    )
    return len(rows)


def _copy(connection: Connection, path: Path) -> int:
    rows = list(map("\t".join, _rows(path, "{:032x}".format, str)))
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    with connection.connection.cursor().copy(
        f"COPY bare ({', '.join(_COLUMNS)}) FROM STDIN"
    ) as copy:
        for start in range(0, len(rows), 8192):
            copy.write("\n".join(rows[start : start + 8192]) + "\n")
    return len(rows)


def _rows(
    path: Path, key: Callable[[int], Any], number: Callable[[int], Any]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a file as prepared for the driver."""
    texts = dict.fromkeys(("numero", "cliente", "data", "valor", "tipo", "vendedor"), "string")
    found = csv.read_csv(
        path,
        read_options=csv.ReadOptions(encoding="cp1252"),
        parse_options=csv.ParseOptions(delimiter=";"),
        convert_options=csv.ConvertOptions(column_types=texts),
    )
    count = found.num_rows
    cents = compute.cast(compute.replace_substring(found["valor"], ",", ""), "int64").to_pylist()
    days = {one: "-".join(reversed(one.split("/"))) for one in found["data"].unique().to_pylist()}
    ours = {one: key(new_id().int) for one in found["cliente"].unique().to_pylist()}
    first = new_ids(count).int
    same = [key(new_id().int)] * count
    return zip(
        map(key, range(first, first + count)),
        same,
        map(ours.__getitem__, found["cliente"].to_pylist()),
        found["numero"].to_pylist(),
        map(_KINDS.__getitem__, found["tipo"].to_pylist()),
        map(days.__getitem__, found["data"].to_pylist()),
        map(number, cents),
        found["vendedor"].to_pylist(),
        same,
        same,
        map(number, range(first & 0xFFFFFFFF, (first & 0xFFFFFFFF) + count)),
        strict=True,
    )


def main(words: list[str]) -> int:
    """Measure one way of storing and print the figures as JSON."""
    way, url, orders = words
    engines = open_database(parse_address(url))
    user = ensure_identity(engines, login="bench", machine="bench")
    started, used = time.perf_counter(), os.times()
    if way == "ours":
        figures = store(engines, Path(orders), user)
    else:
        figures = store_bare(engines, Path(orders))
    ended = os.times()
    figures |= {
        "seconds": time.perf_counter() - started,
        "cpu": ended.user + ended.system - used.user - used.system,
        "peak_mebibytes": peak_mebibytes(),
    }
    engines.close()
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
