"""A laptop's contact and a colleague's with the same customer are shown to both."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.data.repositories.changes import read_changes, seen_until
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import SystemClock
from cockpit.domain.collisions import Collision, told_talks
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.services.notices import NoticeService
from cockpit.services.review import ReviewService
from models import Base
from tests.support.queues import callable_customers
from tests.support.team import Person, TeamDatabase

AT = datetime(2026, 3, 16, 13, 40, tzinfo=UTC)
#: Half past seven where the company is; two hours later it is another day in UTC.
EVENING = datetime(2026, 3, 16, 22, 30, tzinfo=UTC)


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

    def told(self) -> list[tuple[str, dict[str, Any]]]:
        with self.team.superuser.connect() as connection:
            rows = connection.execute(
                text(
                    "SELECT u.login, n.payload FROM notifications n JOIN users u"
                    " ON u.id = n.user_id WHERE n.kind = 'collision' ORDER BY u.login"
                )
            )
            return [(login, payload) for login, payload in rows]


def notices_of(person: Person) -> NoticeService:
    return NoticeService(person.database, SystemClock(), person.user)


def told_to(person: Person) -> Collision:
    [notice] = notices_of(person).inbox()
    assert isinstance(notice.told, Collision)
    return notice.told


def mark_of(person: Person) -> int:
    with person.engines.reader.connect() as connection:
        return seen_until(connection)


def changes_after(person: Person, seen: int) -> ChangeNotice:
    with person.engines.reader.connect() as connection:
        notice, _ = read_changes(connection, seen=seen, is_own=lambda _number: False)
    assert notice is not None
    return notice


@pytest.fixture
def calls(team_database: TeamDatabase) -> Calls:
    return Calls(team_database)


def test_both_and_their_supervisors_are_told_without_a_name(calls: Calls) -> None:
    office = calls.call(calls.ana, AT)
    field = calls.call(calls.rui, AT + timedelta(minutes=35), device=calls.laptop)
    assert calls.collisions() == {(field, office)}
    told = calls.told()
    assert [login for login, _ in told] == ["ana", "lia", "rui"]
    customer, (earlier, later) = told_talks(told[0][1])
    assert customer == calls.customer
    assert (earlier.contact_id, earlier.user_id, earlier.at) == (
        office, calls.ana.user.user_id, AT,
    )  # fmt: skip
    assert (later.contact_id, later.user_id) == (field, calls.rui.user.user_id)


def test_each_reads_it_in_their_own_list_with_what_they_may_see(calls: Calls) -> None:
    calls.call(calls.ana, AT)
    calls.call(calls.rui, AT + timedelta(minutes=35), device=calls.laptop)
    for reader in (calls.ana, calls.rui, calls.lia):
        [notice] = notices_of(reader).inbox()
        assert isinstance(notice.told, Collision)
        assert [one.who for one in notice.told.talks] == ["Ana", "Rui"]
        assert notice.told.minutes == 35
        assert notices_of(reader).unread_collisions() == {notice.notice_id: notice.told}
        notices_of(reader).mark_read([notice.notice_id])
        assert not notices_of(reader).unread_collisions()
    assert notices_of(calls.eva).inbox() == []


def test_who_does_not_see_the_customer_is_told_without_the_name(calls: Calls) -> None:
    calls.call(calls.ana, AT)
    calls.call(calls.rui, AT, device=calls.laptop)
    seen = told_to(calls.ana)
    assert seen.customer
    assert seen.talks[0].outcome
    with calls.team.superuser.begin() as connection:
        connection.execute(
            text("UPDATE customers SET owner_id = :eva"), {"eva": calls.eva.user.user_id}
        )
    hidden = told_to(calls.rui)
    assert (hidden.customer, hidden.talks[0].outcome) == ("", "")
    assert {one.who for one in hidden.talks} == {"Ana", "Rui"}


def test_the_review_says_who_else_called_of_a_corrected_contact_too(calls: Calls) -> None:
    office = calls.call(calls.ana, AT)
    alone = calls.call(calls.ana, AT - timedelta(days=3))
    field = calls.call(calls.rui, AT + timedelta(minutes=35), device=calls.laptop)
    better = calls.call(calls.ana, AT + timedelta(minutes=1), amends=office)
    review = ReviewService(calls.lia.database, SystemClock(), calls.lia.user)
    met = {one.contact_id: one.colleagues for one in review.rows([better, office, alone])}
    rui = (("Rui", AT + timedelta(minutes=35)),)
    assert met == {better: rui, office: rui, alone: ()}
    chief = calls.team.join("mia", Role.MANAGER)
    [other] = ReviewService(chief.database, SystemClock(), chief.user).rows([field])
    assert other.colleagues == (("Ana", AT),)


@pytest.mark.parametrize("at", [AT, EVENING])
def test_two_people_a_customer_and_a_day_are_told_of_once(calls: Calls, at: datetime) -> None:
    for hour in range(3):
        calls.call(calls.ana, at + timedelta(hours=hour))
        calls.call(calls.rui, at + timedelta(hours=hour, minutes=5), device=calls.laptop)
    assert len(calls.collisions()) == 3
    assert [login for login, _ in calls.told()] == ["ana", "lia", "rui"]


def test_open_windows_hear_of_it_even_who_does_not_see_the_customer(calls: Calls) -> None:
    with calls.team.superuser.begin() as connection:
        connection.execute(
            text("UPDATE customers SET owner_id = :eva"), {"eva": calls.eva.user.user_id}
        )
    calls.call(calls.ana, AT)
    seen = {one: mark_of(one) for one in (calls.ana, calls.eva)}
    calls.call(calls.rui, AT, device=calls.laptop)
    told = changes_after(calls.ana, seen[calls.ana])
    assert told.touches(Topic.NOTICES)
    assert not told.concerns(calls.customer, Topic.CONTACTS)
    assert changes_after(calls.eva, seen[calls.eva]).concerns(calls.customer, Topic.CONTACTS)


def test_a_customer_of_many_contacts_at_one_instant_is_looked_at_briefly(calls: Calls) -> None:
    with calls.team.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO contacts (id, customer_id, user_id, occurred_at, channel, direction,"
                " outcome_id, device_id, device_seq, content_sha256, recorded_at)"
                " SELECT gen_random_uuid(), :customer, :user, :at, 'phone', 'outbound', o.id,"
                " :device, 5000 + n, repeat('a', 64), :at"
                " FROM generate_series(1, 5000) AS n, (SELECT id FROM outcomes LIMIT 1) AS o"
            ),
            {
                "customer": calls.customer, "user": calls.ana.user.user_id, "at": AT,
                "device": calls.ana.user.device_id,
            },
        )  # fmt: skip
        connection.execute(text("ANALYZE contacts"))
    calls.call(calls.rui, AT, device=calls.laptop)
    with calls.team.superuser.begin() as connection:
        connection.execute(text("SELECT pg_stat_force_next_flush()"))
        read = "SELECT idx_tup_fetch + seq_tup_read FROM pg_stat_user_tables"
        before = connection.execute(text(f"{read} WHERE relname = 'contacts'")).scalar_one()
    calls.call(calls.rui, AT, device=calls.laptop)
    with calls.team.superuser.begin() as connection:
        after = connection.execute(text(f"{read} WHERE relname = 'contacts'")).scalar_one()
    assert after - before < 500
    assert len(calls.collisions()) == 2


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
