"""Import files into the database, beside the bare reading and bulk insert of the same rows.

Usage: python -m scripts.benchmarks.import_storing {ours,bare} URL ORDERS [CUSTOMERS]

Each measurement is a program of its own, so that its peak memory is its own, too.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pyarrow import compute, csv
from sqlalchemy import Connection

from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.imports.repository import SqlImportRepository
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.clock import SystemClock
from cockpit.domain.ids import new_id, new_ids
from cockpit.domain.import_results import ImportSource
from cockpit.imports.reader import ImportFileReader
from cockpit.services.ports import CurrentUser

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
)
_TABLE = {
    "sqlite": "CREATE TABLE bare AS SELECT * FROM orders WHERE false",
    "postgresql": "CREATE TABLE bare (LIKE orders INCLUDING DEFAULTS)",
}
_KINDS = {"venda": "sale", "devolucao": "return", "cancelado": "cancelled"}


def store(engines: Engines, path: Path, user: CurrentUser) -> float:
    """Import a file as the program does, statistics aside; return the longest batch in seconds."""
    parsed = ImportFileReader(SystemClock()).open(path)
    source = ImportSource(
        "terminal", path.name, str(path), parsed.sha256, parsed.kind, parsed.size, parsed.format,
        parsed.headers,
    )  # fmt: skip
    with engines.writing() as connection:
        run = SqlImportRepository(connection).begin(source, user=user, at=datetime.now(UTC))
        memory = SqlImportRepository(connection).memory(today=date.today(), is_trial=False)  # noqa: DTZ011 - any day does
    longest = 0.0
    for batch in parsed.batches():
        started = time.perf_counter()
        with engines.writing() as connection:
            SqlImportRepository(connection).store(run.import_id, batch, memory)
        longest = max(longest, time.perf_counter() - started)
    with engines.writing() as connection:
        SqlImportRepository(connection).finish(
            run.import_id, is_complete=True, at=datetime.now(UTC)
        )
    return longest


def store_bare(engines: Engines, path: Path) -> None:
    """Read a file with the fastest reader, insert its rows and make the same indexes."""
    with engines.writing() as connection:
        connection.exec_driver_sql(_TABLE[connection.dialect.name])
        insert = _copy if connection.dialect.name == "postgresql" else _insert
        insert(connection, path)
        for statement in _SAME_INDEXES:
            connection.exec_driver_sql(statement)


def _insert(connection: Connection, path: Path) -> None:
    rows = _rows(path, lambda number: bytearray(number.to_bytes(16, "big")), int)
    marks = ", ".join("?" * len(_COLUMNS))
    connection.exec_driver_sql("PRAGMA cache_size = -65536")
    connection.connection.cursor().executemany(
        f"INSERT INTO bare ({', '.join(_COLUMNS)}, row_version, feed_xid) VALUES ({marks}, 1, 0)",  # noqa: S608 - our names
        list(rows),
    )


def _copy(connection: Connection, path: Path) -> None:
    rows = list(map("\t".join, _rows(path, "{:032x}".format, str)))
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    with connection.connection.cursor().copy(
        f"COPY bare ({', '.join(_COLUMNS)}) FROM STDIN"
    ) as copy:
        for start in range(0, len(rows), 8192):
            copy.write("\n".join(rows[start : start + 8192]) + "\n")


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
    way, url, orders, *customers = words
    engines = open_database(parse_address(url))
    user = ensure_identity(engines, login="bench", machine="bench")
    for path in customers:
        store(engines, Path(path), user)
    started, used = time.perf_counter(), os.times()
    longest = 0.0
    if way == "ours":
        longest = store(engines, Path(orders), user)
    else:
        store_bare(engines, Path(orders))
    ended = os.times()
    figures = {
        "seconds": time.perf_counter() - started,
        "cpu": ended.user + ended.system - used.user - used.system,
        "longest_batch": longest,
        "peak_mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    engines.close()
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
