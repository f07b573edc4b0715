"""A laptop's contact and a colleague's with the same customer are shown to both."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Base
from tests.support.queues import callable_customers
from tests.support.team import Person, TeamDatabase

AT = datetime(2026, 3, 16, 13, 40, tzinfo=UTC)


class Calls:
    """Two people of a team with a supervisor, and a customer whom both talk with."""

    def __init__(self, team: TeamDatabase) -> None:
        self.team = team
        self.lia = team.join("lia", Role.SUPERVISOR)
        members = team.team("sul", supervisor=self.lia.user.user_id)
        self.ana = team.join("ana", Role.OPERATOR, team=members)
        self.rui = team.join("rui", Role.EXTERNAL_SELLER)
        self.eva = team.join("eva", Role.OPERATOR)
        self._number = 1000
        keys, rows = callable_customers(1)
        self.customer = keys[0]
        self.laptop = new_id()
        with team.superuser.begin() as connection:
            for table, lines in rows.items():
                connection.execute(Base.metadata.tables[table].insert(), lines)
            connection.execute(
                text(
                    "INSERT INTO devices (id, user_id, name, is_replica, created_at, updated_at)"
                    " VALUES (:id, :user, 'nb', true, now(), now())"
                ),
                {"id": self.laptop, "user": self.rui.user.user_id},
            )

    def call(
        self, who: Person, at: datetime, *, device: UUID | None = None, amends: UUID | None = None
    ) -> UUID:
        key = new_id()
        self._number += 1
        with self.team.superuser.begin() as connection:
            connection.execute(
                text(
                    "INSERT INTO contacts (id, customer_id, user_id, occurred_at, channel,"
                    " direction, outcome_id, amends_id, device_id, device_seq, content_sha256,"
                    " recorded_at) SELECT :id, :customer, :user, :at, 'phone', 'outbound', o.id,"
                    " :amends, :device, :number, repeat('a', 64), :at FROM outcomes o LIMIT 1"
                ),
                {
                    "id": key, "customer": self.customer, "user": who.user.user_id, "at": at,
                    "device": device or who.user.device_id, "number": self._number,
                    "amends": amends,
                },
            )  # fmt: skip
        return key

    def collisions(self) -> set[tuple[UUID, UUID]]:
        with self.team.superuser.connect() as connection:
            rows = connection.execute(
                text("SELECT contact_id, other_contact_id FROM contact_collisions")
            )
            return {(one, other) for one, other in rows}

    def told(self) -> list[tuple[str, object]]:
        with self.team.superuser.connect() as connection:
            rows = connection.execute(
                text(
                    "SELECT u.login, n.payload FROM notifications n JOIN users u"
                    " ON u.id = n.user_id WHERE n.kind = 'collision' ORDER BY u.login"
                )
            )
            return [(login, payload) for login, payload in rows]


@pytest.fixture
def calls(team_database: TeamDatabase) -> Calls:
    return Calls(team_database)


def test_both_and_their_supervisors_are_told_without_a_name(calls: Calls) -> None:
    office = calls.call(calls.ana, AT)
    field = calls.call(calls.rui, AT + timedelta(minutes=35), device=calls.laptop)
    assert calls.collisions() == {(field, office)}
    told = calls.told()
    assert [login for login, _ in told] == ["ana", "lia", "rui"]
    assert told[0][1] == {
        "customer_id": str(calls.customer), "contact_id": str(field),
        "other_contact_id": str(office), "minutes": 35,
    }  # fmt: skip


def test_each_colleague_counts_once_by_the_nearest_contact(calls: Calls) -> None:
    calls.call(calls.ana, AT - timedelta(hours=20))
    near = calls.call(calls.ana, AT + timedelta(hours=1))
    other = calls.call(calls.eva, AT - timedelta(hours=23))
    field = calls.call(calls.rui, AT, device=calls.laptop)
    assert calls.collisions() == {(field, near), (field, other)}


def test_what_is_far_away_in_time_ones_own_or_a_correction_collides_with_nothing(
    calls: Calls,
) -> None:
    office = calls.call(calls.ana, AT - timedelta(hours=25))
    own = calls.call(calls.rui, AT, device=calls.laptop)
    calls.call(calls.rui, AT + timedelta(hours=1), device=calls.laptop, amends=own)
    assert calls.collisions() == set()
    assert office != own


def test_two_in_the_office_hold_customers_for_each_other(calls: Calls) -> None:
    calls.call(calls.ana, AT)
    calls.call(calls.eva, AT + timedelta(minutes=5))
    assert calls.collisions() == set()


def test_the_company_says_how_near_is_near(calls: Calls, team_database: TeamDatabase) -> None:
    with team_database.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO settings (id, scope, key, value, created_at, updated_at) VALUES"
                " (:id, 'company', 'field.collision_hours', '2', now(), now())"
            ),
            {"id": new_id()},
        )
    calls.call(calls.ana, AT)
    calls.call(calls.rui, AT + timedelta(hours=3), device=calls.laptop)
    assert calls.collisions() == set()
