"""A supervisor takes a client over from an operator, as both log in."""

from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.domain.bars import BarredError
from cockpit.domain.contact import ContactDraft
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError, DatabaseError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from models import Base, User
from tests.support.queues import NOW, Operator, callable_customers
from tests.support.team import TeamDatabase


def _engines_of(operator: Operator) -> Engines:
    assert isinstance(operator.database, SqlDatabase)
    return operator.database._engines


class Office:
    """Ana, whom Clara supervises, and Davi of another team, at the shared list."""

    def __init__(self, team: TeamDatabase) -> None:
        self.team = team
        self.keys, rows = callable_customers(2)
        with team.superuser.begin() as connection:
            for table, lines in rows.items():
                connection.execute(Base.metadata.tables[table].insert(), lines)
        self.clara = self._join("clara", Role.SUPERVISOR)
        inside = team.team("Centro", supervisor=self.clara.user.user_id)
        self.ana = self._join("ana", Role.OPERATOR)
        self.davi = self._join("davi", Role.OPERATOR)
        with team.superuser.begin() as connection:
            whose = update(User).where(User.id == self.ana.user.user_id)
            connection.execute(whose.values(team_id=inside))

    def _join(self, name: str, role: Role) -> Operator:
        person = self.team.join(name, role)
        return Operator(person.user, person.database)

    def values(self, sql: str) -> list[tuple[object, ...]]:
        with self.team.superuser.connect() as connection:
            return [tuple(row) for row in connection.execute(text(sql))]


@pytest.fixture
def office(team_database: TeamDatabase) -> Office:
    return Office(team_database)


def test_the_supervisor_has_the_client_and_the_operator_can_still_save(office: Office) -> None:
    key = office.keys[0]
    lost = office.ana.queue.take(key)
    claim = office.clara.queue.take_over(key, reason="Cliente ligou para mim")
    assert claim.fence == lost.fence + 1
    assert office.ana.queue.renew(lost) is None
    barred = office.ana.queue.barred(key)
    assert barred is not None
    assert (barred.bar, barred.who) == (Bar.CLAIMED, "Clara")
    outcome = office.ana.contacts.form_options().outcomes[0]
    draft = ContactDraft(new_id(), key, NOW, Channel.PHONE, outcome, note="Falei com a Rita")
    logged = office.ana.contacts.log(draft, status=LifecycleStatus.ACTIVE, claim=lost)
    assert (logged.is_claim_lost, logged.colleague) == (True, "Clara")
    assert office.values("SELECT note FROM contacts") == [("Falei com a Rita",)]
    assert office.clara.queue.renew(claim) is not None
    assert office.values("SELECT kind, reason FROM queue_events") == [
        ("overridden", "claimed: Cliente ligou para mim")
    ]


def test_a_free_client_can_be_taken_likewise(office: Office) -> None:
    claim = office.clara.queue.take_over(office.keys[0], reason="Urgente")
    assert claim.fence == 1


def test_an_operator_takes_nobody_over(office: Office) -> None:
    office.ana.queue.take(office.keys[0])
    with pytest.raises(ForbiddenError):
        office.davi.queue.take_over(office.keys[0], reason="Quero")
    assert office.values("SELECT count(*) FROM queue_events") == [(0,)]


def test_taking_over_needs_a_reason(office: Office) -> None:
    with pytest.raises(BadInputError):
        office.clara.queue.take_over(office.keys[0], reason="  ")


def test_whom_another_team_calls_stays_with_them_and_nothing_is_noted(office: Office) -> None:
    claim = office.davi.queue.take(office.keys[0])
    with pytest.raises(BarredError):
        office.clara.queue.take_over(office.keys[0], reason="Urgente")
    assert office.davi.queue.renew(claim) is not None
    assert office.values("SELECT count(*) FROM queue_events") == [(0,)]


def test_who_must_not_be_called_is_taken_over_by_nobody(office: Office) -> None:
    with office.team.superuser.begin() as connection:
        connection.execute(text("UPDATE phones SET raw = '', e164 = ''"))
    with pytest.raises(BarredError):
        office.clara.queue.take_over(office.keys[0], reason="Urgente")
    assert office.values("SELECT count(*) FROM claims") == [(0,)]


def test_whom_anybody_called_within_the_hour_is_offered_to_nobody_else(office: Office) -> None:
    key = office.keys[0]
    claim = office.ana.queue.take(key)
    outcome = next(one for one in office.ana.contacts.form_options().outcomes if one.code == "busy")
    draft = ContactDraft(new_id(), key, NOW, Channel.PHONE, outcome)
    office.ana.contacts.log(draft, status=LifecycleStatus.AT_RISK, claim=claim)
    with office.team.superuser.begin() as connection:
        connection.execute(text("DELETE FROM queue_holds"))
    offer = office.davi.queue.next(office.keys)
    assert offer.claim is not None
    assert offer.claim.customer_id == office.keys[1]
    [(passed, barred)] = offer.passed
    assert passed == key
    assert (barred.bar, barred.who) == (Bar.JUST_CALLED, "Ana")


def test_a_call_that_a_fast_clock_dates_ahead_bars_all_the_same(office: Office) -> None:
    key = office.keys[0]
    office.ana.clock.go_on(timedelta(minutes=5))
    claim = office.ana.queue.take(key)
    outcome = next(one for one in office.ana.contacts.form_options().outcomes if one.code == "busy")
    draft = ContactDraft(new_id(), key, office.ana.clock.now(), Channel.PHONE, outcome)
    office.ana.contacts.log(draft, status=LifecycleStatus.AT_RISK, claim=claim)
    with office.team.superuser.begin() as connection:
        connection.execute(text("DELETE FROM queue_holds"))
    offer = office.davi.queue.next(office.keys)
    assert offer.claim is not None
    assert offer.claim.customer_id == office.keys[1]
    assert [barred.bar for _, barred in offer.passed] == [Bar.JUST_CALLED]


@pytest.mark.parametrize("lease", ["now() + interval '1 minute'", "now() - interval '1 minute'"])
@pytest.mark.parametrize("state", ["finished", "released"])
def test_no_statement_ends_a_colleagues_claim_as_if_they_had(
    office: Office, lease: str, state: str
) -> None:
    claim = office.ana.queue.take(office.keys[0])
    with office.team.superuser.begin() as connection:
        connection.execute(text(f"UPDATE claims SET lease_until = {lease}"))
    change = text("UPDATE claims SET state = :state WHERE id = :key").bindparams(state=state)
    with (
        suppress(DatabaseError),  # refused, where the lapsed one may be said to have lapsed
        _engines_of(office.davi).writing() as connection,
    ):
        connection.execute(change, {"key": claim.claim_id})
    assert office.values("SELECT state FROM claims") == [("active",)]


def test_a_claim_that_ended_is_not_rewritten_by_a_colleague(office: Office) -> None:
    office.ana.queue.take(office.keys[0])
    office.ana.queue.release_all()
    with office.team.superuser.begin() as connection:
        connection.execute(text("UPDATE claims SET lease_until = now() - interval '1 minute'"))
    with _engines_of(office.davi).writing() as connection:
        changed = connection.execute(text("UPDATE claims SET state = 'finished'"))
        assert changed.rowcount == 0
    assert office.values("SELECT state FROM claims") == [("released",)]


def test_whom_a_colleague_let_lapse_can_still_be_taken(office: Office) -> None:
    office.ana.queue.take(office.keys[0])
    with office.team.superuser.begin() as connection:
        connection.execute(text("UPDATE claims SET lease_until = now() - interval '1 minute'"))
    assert office.davi.queue.take(office.keys[0]).fence == 2
    states = office.values("SELECT state FROM claims ORDER BY fence")
    assert states == [("expired",), ("active",)]
