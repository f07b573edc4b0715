"""What somebody leaves behind in a kept connection shows nobody a foreign row."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import text

from cockpit.data.engine import Engines
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from tests.support.company_rows import Company
from tests.support.who_sees import customers_of

#: 6 people, two threads each: 5,400 reads.
_PEOPLE = ("ana", "bruno", "carla", "davi", "sofia", "sandro")
_READS = 450
_QUERIES = (
    "SELECT code FROM customers",
    "SELECT c.code FROM customers AS c JOIN orders AS o ON o.customer_id = c.id",
    "SELECT c.code FROM contacts JOIN customers AS c ON c.id = contacts.customer_id",
    "SELECT (SELECT code FROM customers AS c WHERE c.id = phones.customer_id) FROM phones",
)
_LEFT_BEHIND = (
    "SET application_name = 'marta'",
    "SELECT set_config('giro.user', 'marta', false)",
    "SET search_path = pg_temp, public",
    "SET row_security = on",
    "SET ROLE NONE",
    "CREATE TEMP TABLE IF NOT EXISTS users AS SELECT * FROM public.users",
    "DECLARE kept CURSOR WITH HOLD FOR SELECT code FROM public.customers",
    "PREPARE theirs AS SELECT code FROM public.customers",
    "SET ROLE giro_manager",
    "SELECT 1 / 0",
    "SELECT nothing FROM nowhere",
)


def _reads(engines: Engines, name: str, seed: int) -> list[tuple[str, set[str]]]:
    """Read through the pool, leaving things behind; return what was foreign."""
    chance, foreign, own = random.Random(seed), [], customers_of(name)
    for _ in range(_READS):
        if chance.random() < 0.3:
            _leave_behind(engines, chance.choice(_LEFT_BEHIND))
        query = chance.choice(_QUERIES)
        with engines.reading() as connection:
            found = set(connection.execute(text(query)).scalars())
        if not found <= own:
            foreign.append((query, found - own))
        assert found
    return foreign


def _leave_behind(engines: Engines, statement: str) -> None:
    # Some are refused, some fail, and some stand: what comes afterwards is looked at.
    with suppress(Exception), engines.writing() as connection:
        connection.execute(text(statement))


@pytest.mark.timeout(300)
def test_thousands_of_reads_over_kept_connections_show_no_foreign_row(company: Company) -> None:
    opened = {
        name: open_database(parse_address(company.team.url(company.logins[name])))
        for name in _PEOPLE
    }
    try:
        with ThreadPoolExecutor(2 * len(_PEOPLE)) as threads:
            jobs = [
                threads.submit(_reads, opened[name], name, seed)
                for seed, name in enumerate(_PEOPLE * 2)
            ]
            foreign = [job.result() for job in jobs]
    finally:
        for engines in opened.values():
            engines.close()
    assert foreign == [[] for _ in jobs]
