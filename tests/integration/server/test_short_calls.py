"""A call on a server is short: few statements, and rules that are not read again for each."""

from functools import partial
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import text

from cockpit.domain.contact import ContactDraft
from cockpit.domain.eligibility import Bar
from cockpit.domain.ids import new_id
from cockpit.domain.queue import Claim, Offer
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from models import Base
from tests.support.queues import NOW, Operator, callable_customers
from tests.support.team import Person, TeamDatabase

#: One for locks, numbers, clock and rules; two for what is known of the customer by then, three
#: for the cadence, four writes; four for the next client, one to note the change. None is spare.
MOST = 14
#: What a pool asks of a connection that rested.
_PING = ";"


class Desk:
    """An operator of a team who calls one client after the other."""

    def __init__(self, team: TeamDatabase, keys: list[UUID]) -> None:
        self.person: Person = team.join("ana", Role.OPERATOR)
        self.operator = Operator(self.person.user, self.person.database)
        self.keys = keys
        outcomes = {one.code: one for one in self.operator.contacts.form_options().outcomes}
        self.outcome = outcomes["no_answer"]
        self.said: list[str] = []

    def next(self) -> Claim:
        claim = self.operator.queue.next(self.keys).claim
        assert claim is not None
        return claim

    def save_and_next(self, claim: Claim) -> Offer:
        """Store a contact and go on, with a list as it is by then: who was called is not on it."""
        found: list[Offer] = []
        self.keys = [key for key in self.keys if key != claim.customer_id]
        draft = ContactDraft(new_id(), claim.customer_id, NOW, Channel.PHONE, self.outcome)
        seek = partial(self.operator.queue.next_in, self.keys)
        self.operator.contacts.log(
            draft, status=LifecycleStatus.AT_RISK, claim=claim,
            behind=lambda unit: found.append(seek(unit)),
        )  # fmt: skip
        return found[0]


@pytest.fixture
def desk(team_database: TeamDatabase, monkeypatch: pytest.MonkeyPatch) -> Desk:
    keys, rows = callable_customers(6)
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    desk, execute = Desk(team_database, keys), psycopg.Cursor.execute

    def heard(cursor: psycopg.Cursor, query: Any, *values: Any, **how: Any) -> psycopg.Cursor:
        if query != _PING:
            desk.said.append(str(query))
        return execute(cursor, query, *values, **how)

    monkeypatch.setattr(psycopg.Cursor, "execute", heard)
    return desk


def test_saving_and_the_next_client_take_fourteen_statements(desk: Desk) -> None:
    first = desk.save_and_next(desk.next())
    assert first.claim is not None
    desk.said.clear()
    assert desk.save_and_next(first.claim).claim is not None
    assert len(desk.said) <= MOST, "\n".join(desk.said)


def test_calling_hours_that_somebody_publishes_hold_for_the_very_next_call(
    desk: Desk, team_database: TeamDatabase
) -> None:
    first = desk.save_and_next(desk.next())
    assert first.claim is not None
    with team_database.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO calling_window_policies (id, parameters, version, published_at)"
                " VALUES (uuidv7(), :hours, 99, now())"
            ),
            {"hours": '{"opens": "20:00", "closes": "20:30", "weekdays": [6]}'},
        )
    last = desk.save_and_next(first.claim)
    assert last.claim is None
    assert Bar.OUTSIDE_HOURS in {barred.bar for _, barred in last.passed}
    with team_database.superuser.begin() as connection:
        connection.execute(text("DELETE FROM calling_window_policies WHERE version = 99"))
    assert desk.next().customer_id != first.claim.customer_id
