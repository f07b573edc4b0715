"""What is deleted is remembered for laptops, from the first one's registration on."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep
from uuid import UUID

from sqlalchemy import Connection, text

from cockpit.domain.vocabulary import Role
from tests.integration.server.sync.laptops import Laptop
from tests.support.team import TeamDatabase

_GRAVES = text("SELECT count(*) FROM tombstones WHERE entity = 'phones'")
_LATE = """SELECT count(*) FROM tombstones
    WHERE feed_xid <> (xmin::text::bigint & 4294967295)"""


def _delete(connection: Connection, whose: UUID) -> None:
    connection.execute(text("DELETE FROM phones WHERE customer_id = :whose"), {"whose": whose})


def _graves(team: TeamDatabase) -> int:
    with team.superuser.connect() as connection:
        return int(connection.execute(_GRAVES).scalar_one())


def test_nothing_is_buried_before_there_is_a_laptop(
    team_database: TeamDatabase, customers: list[UUID]
) -> None:
    with team_database.superuser.begin() as connection:
        _delete(connection, customers[0])
    assert _graves(team_database) == 0
    Laptop.of(team_database.join("bia", Role.EXTERNAL_SELLER))
    with team_database.superuser.begin() as connection:
        _delete(connection, customers[1])
    assert _graves(team_database) == 1
    with team_database.superuser.connect() as connection:
        assert connection.execute(text(_LATE)).scalar_one() == 0


def test_the_first_laptop_waits_for_a_deletion_under_way(
    team_database: TeamDatabase, customers: list[UUID]
) -> None:
    """Else it could read before that ends, and would never hear of it."""
    bia = team_database.join("bia", Role.EXTERNAL_SELLER)
    with ThreadPoolExecutor(1) as pool:
        with team_database.superuser.begin() as connection:
            _delete(connection, customers[0])
            registering = pool.submit(Laptop.of, bia)
            sleep(0.5)
            assert not registering.done()
        registering.result(timeout=20)


def test_a_deletion_that_began_before_the_laptop_is_buried(
    team_database: TeamDatabase, customers: list[UUID]
) -> None:
    bia = team_database.join("bia", Role.EXTERNAL_SELLER)
    engine = team_database.superuser.execution_options(isolation_level="REPEATABLE READ")
    with engine.begin() as connection:
        connection.execute(_GRAVES)
        Laptop.of(bia)
        _delete(connection, customers[0])
    assert _graves(team_database) == 1
