"""How long a large file takes to a server, by what it holds.

Usage: python -m scripts.benchmarks.moving [customers [orders]]
"""

import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine, insert

from cockpit.data.engine import Engines
from cockpit.data.server.moving import MoveProgress, move
from cockpit.data.server.prepare import prepare
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Company, User
from scripts.bench_support import calibration_line
from scripts.benchmarks.team_database import SETTINGS
from tests.support.postgres import start_server

CUSTOMERS, ORDERS = 100_000, 3_000_000
_MEGABYTE = 1 << 20
_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count})"
_CUSTOMERS = (
    "INSERT INTO customers (id, company_id, code, legal_name, person_kind, tax_id,"
    " is_tax_id_valid, city, state, category, credit_state, is_blocked, search_text,"
    " created_at, updated_at)"
    " SELECT unhex(printf('019cac7d0000700080000000%08x', i)), ?, printf('%06d', i),"
    " printf('Comércio de Ferragens %d Ltda', i), 'company', printf('%014d', i), 0, 'Natal',"
    " 'RN', 'customer', 'good', 0, printf('comercio de ferragens %d ltda', i),"
    " '2026-03-02 09:00:00.000000', '2026-03-02 09:00:00.000000' FROM n"
)
_ORDERS = (
    "INSERT INTO orders (id, company_id, customer_id, number, kind, ordered_on, net_cents,"
    " goods_cents, seller_name)"
    " SELECT unhex(printf('019cac7d0001700080000000%08x', i)), ?,"
    " unhex(printf('019cac7d0000700080000000%08x', i * 7919 % {customers})), printf('%09d', i),"
    " 'sale', date('2023-03-02', printf('+%d days', i % 1095)), 10000 + i % 900000,"
    " 9000 + i % 900000, 'Vendedor' FROM n"
)


def main(words: list[str]) -> int:
    """Make a file, move it, and tell what each step took."""
    customers, orders = [int(word) for word in words] or [CUSTOMERS, ORDERS]
    sys.stdout.write(calibration_line() + "\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "giro.db"
        source = open_database(SqliteFile(path))
        _fill(source, customers, orders)
        sys.stdout.write(f"file: {path.stat().st_size / _MEGABYTE:,.0f} MB\n")
        server = start_server(SETTINGS)
        try:
            name = server.create()
            engine = create_engine(server.url(name), poolclass=NullPool)
            with engine.connect() as connection:
                _prepare(connection)
                _measure(source, connection)
        finally:
            server.stop()
            source.close()
    return 0


def _fill(source: Engines, customers: int, orders: int) -> None:
    company = new_id()
    with source.writing() as connection:
        connection.execute(insert(Company).values(id=company, code="1", name="Distribuidora"))
        for statement, count in ((_CUSTOMERS, customers), (_ORDERS, orders)):
            text = f"{statement}".format(customers=customers)
            with_numbers = text.replace(" SELECT ", f" {_NUMBERS.format(count=count)} SELECT ", 1)
            connection.exec_driver_sql(with_numbers, (company.bytes,))


def _prepare(connection: Connection) -> None:
    prepare(connection)
    with connection.begin():
        connection.execute(
            insert(User).values(
                id=new_id(), login="chefe", name="Chefe", role=Role.ADMINISTRATOR,
                database_role="chefe",
            )
        )  # fmt: skip


def _measure(source: Engines, connection: Connection) -> None:
    spent: dict[str, float] = {}
    last = started = time.perf_counter()

    def note(progress: MoveProgress) -> None:
        nonlocal last
        now = time.perf_counter()
        spent[progress.step] = spent.get(progress.step, 0) + now - last
        last = now

    moved = move(source, connection, report=note)
    whole = time.perf_counter() - started
    steps = ", ".join(f"{step} {seconds:.0f} s" for step, seconds in spent.items())
    sys.stdout.write(f"{moved.rows:,} rows in {whole:.0f} s: {steps}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
