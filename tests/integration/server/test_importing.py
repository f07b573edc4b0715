"""An administrator imports the company's data under the policies, not only the superuser."""

from datetime import date
from pathlib import Path

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.vocabulary import Role
from tests.support.import_files import trade, write_customers, write_orders
from tests.support.team import TeamDatabase

NUMBERS = range(1, 21)


def test_customers_and_orders_of_an_administrator_arrive(
    team_database: TeamDatabase, tmp_path: Path
) -> None:
    lines = trade(len(NUMBERS), first=date(2025, 1, 2), last=date(2025, 12, 30))
    customers = write_customers(tmp_path / "clientes.csv", NUMBERS)
    url = team_database.url(team_database.add("clara", Role.ADMINISTRATOR))
    with open_session(Options(database=url), Paths(tmp_path)) as session:
        first = session.importing.run([customers, write_orders(tmp_path / "a.csv", lines[:50])])
        second = session.importing.run([write_orders(tmp_path / "b.csv", lines)])
    assert not any(one.problems for one in (*first, *second))
    with team_database.superuser.connect() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM orders").scalar_one()
    assert count == len(lines)
