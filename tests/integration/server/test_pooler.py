"""The program behind PgBouncer in transaction mode: each transaction on whichever connection."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text, update

from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from models import Base, Customer
from tests.support.pooler import PROGRAM, pooler
from tests.support.postgres import PostgresServer
from tests.support.queues import NOW, Operator, callable_customers
from tests.support.team import Person, TeamDatabase

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="PgBouncer is not installed")
_READS = 600
_KEYS = text("SELECT id FROM customers ORDER BY id")
_ORDERS = text("SELECT count(*) FROM orders WHERE net_cents > :cents")


def _through(team: TeamDatabase, login: str, port: int) -> Person:
    name = parse_address(team.url(login)).url.database
    engines = open_database(
        parse_address(f"postgresql://{login}@127.0.0.1:{port}/{name}?sslmode=disable")
    )
    user = ensure_identity(engines, machine="pc")
    return Person(engines, SqlDatabase(engines, user.user_id), user)


def _fill(team: TeamDatabase, owners: list[object]) -> list[object]:
    keys, rows = callable_customers(2 * len(owners))
    with team.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
        for number, key in enumerate(keys):
            owner = owners[number % len(owners)]
            connection.execute(update(Customer).where(Customer.id == key).values(owner_id=owner))
    return list(keys)


def test_operators_call_log_and_read_only_their_own(
    team_database: TeamDatabase, postgres_server: PostgresServer
) -> None:
    logins = [team_database.add(name, Role.OPERATOR) for name in ("ana", "bruno", "caio")]
    with pooler(postgres_server, logins) as port:
        people = [_through(team_database, login, port) for login in logins]
        _fill(team_database, [one.user.user_id for one in people])

        def work(person: Person) -> tuple[set[object], int]:
            owners: set[object] = set()
            for _ in range(_READS):
                with person.engines.reading() as connection:
                    owners |= set(connection.execute(
                        text("SELECT owner_id FROM customers WHERE is_blocked = :b"), {"b": False}
                    ).scalars())  # fmt: skip
            desk = Operator(person.user, person.database)
            outcome = next(
                one for one in desk.contacts.form_options().outcomes if one.code == "no_answer"
            )
            with person.engines.reading() as connection:
                keys = (
                    connection.execute(text("SELECT id FROM customers ORDER BY id")).scalars().all()
                )
            logged = 0
            for _ in keys:
                claim = desk.queue.next(keys).claim
                draft = ContactDraft(new_id(), claim.customer_id, NOW, Channel.PHONE, outcome)
                desk.contacts.log(draft, status=LifecycleStatus.AT_RISK, claim=claim)
                logged += 1
            return owners, logged

        with ThreadPoolExecutor(len(people)) as threads:
            found = list(threads.map(work, people))
        for person in people:
            person.engines.close()

    assert found == [({one.user.user_id}, 2) for one in people]


def test_a_connection_of_the_server_serves_many_programs_of_one_login(
    team_database: TeamDatabase, postgres_server: PostgresServer
) -> None:
    login = team_database.add("ana", Role.OPERATOR)
    with pooler(postgres_server, [login], size=2) as port:
        windows = [_through(team_database, login, port) for _ in range(6)]
        for _ in range(12):  # psycopg prepares what it has sent five times
            for window in windows:
                with window.engines.reading() as connection:
                    connection.execute(
                        text("SELECT count(*) FROM orders WHERE net_cents > :n"), {"n": 3}
                    )
        with team_database.superuser.connect() as connection:
            used = connection.execute(
                text("SELECT count(*) FROM pg_stat_activity WHERE usename = :login"),
                {"login": login},
            ).scalar_one()
        for window in windows:
            window.engines.close()
    assert used <= 2
