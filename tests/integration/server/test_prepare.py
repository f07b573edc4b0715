"""A prepared server keeps portfolios apart, and people work on it as on any database."""

import re

from sqlalchemy import text, update

from cockpit.data.facts import FACT_TABLES
from cockpit.data.server.access import ACCESS
from cockpit.data.server.prepare import prepare
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from models import Base, Customer
from tests.support.queues import NOW, Operator, callable_customers
from tests.support.team import Person, TeamDatabase


def _fill(team: TeamDatabase, count: int, **changes: object) -> list:
    keys, rows = callable_customers(count, **changes)
    with team.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    return keys


def _seen(person: Person) -> set[str]:
    with person.engines.reading() as connection:
        return set(connection.execute(text("SELECT code FROM customers")).scalars())


def test_every_table_is_declared() -> None:
    assert set(ACCESS) == set(Base.metadata.tables)


def test_preparing_twice_changes_nothing(team_database: TeamDatabase) -> None:
    look = text("SELECT tablename, policyname, roles, cmd, qual, with_check FROM pg_policies")
    with team_database.superuser.connect() as connection:
        before = connection.execute(look).all()
        connection.rollback()
        prepare(connection)
        assert sorted(map(str, connection.execute(look).all())) == sorted(map(str, before))


def test_an_operator_sees_their_own_customers_and_those_of_nobody(
    team_database: TeamDatabase,
) -> None:
    ana = team_database.join("ana", Role.OPERATOR)
    bruno = team_database.join("bruno", Role.OPERATOR)
    manager = team_database.join("clara", Role.MANAGER)
    keys = _fill(team_database, 3)
    with team_database.superuser.begin() as connection:
        for key, owner in ((keys[0], ana), (keys[1], bruno)):
            connection.execute(
                update(Customer).where(Customer.id == key).values(owner_id=owner.user.user_id)
            )

    assert _seen(ana) == {"0", "2"}
    assert _seen(bruno) == {"1", "2"}
    assert _seen(manager) == {"0", "1", "2"}


def test_an_operator_calls_and_logs_under_the_policies(team_database: TeamDatabase) -> None:
    ana = team_database.join("ana", Role.OPERATOR)
    keys = _fill(team_database, 2, owner_id=ana.user.user_id)
    desk = Operator(ana.user, ana.database)
    outcome = next(o for o in desk.contacts.form_options().outcomes if o.code == "no_answer")

    claim = desk.queue.next(keys).claim
    draft = ContactDraft(new_id(), claim.customer_id, NOW, Channel.PHONE, outcome)
    desk.contacts.log(draft, status=LifecycleStatus.AT_RISK, claim=claim)

    with team_database.superuser.connect() as connection:
        stored = connection.execute(text("SELECT customer_id FROM contacts")).scalars().all()
    assert stored == [claim.customer_id]


def test_the_servers_last_number_counts_every_kind_of_fact(team_database: TeamDatabase) -> None:
    with team_database.superuser.connect() as connection:
        source = "SELECT prosrc FROM pg_proc WHERE proname = 'giro_last_number'"
        body = connection.execute(text(source)).scalar_one()
    assert {table.name for table in FACT_TABLES} == set(
        re.findall(r"FROM public\.(\w+) WHERE device_id", body)
    )
