"""The keeper ends loans and forgets old deletions, and the examination tells of laptops."""

import pytest
from sqlalchemy import text

from cockpit.data.server.doctor import examine
from cockpit.data.server.sync.upkeep import Tidied, tidy
from cockpit.domain.errors import DatabaseError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Base
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase

FROM = text("SELECT value FROM settings WHERE key = 'server.tombstones_from'")
DELETED = text(
    "INSERT INTO tombstones (id, entity, entity_id, deleted_at)"
    " VALUES (:id, 'phones', :id, now() - make_interval(days => :days)) RETURNING feed_xid"
)


def test_old_deletions_are_forgotten_and_who_missed_them_is_known(
    team_database: TeamDatabase,
) -> None:
    chief = team_database.join("chief", Role.MANAGER)
    assert tidy(chief.engines) == Tidied(0, 0)
    with team_database.superuser.begin() as connection:
        assert connection.execute(FROM).scalar() is None
        old = connection.execute(DELETED, {"id": new_id(), "days": 181}).scalar_one()
    with team_database.superuser.begin() as connection:
        connection.execute(DELETED, {"id": new_id(), "days": 179})
    assert tidy(chief.engines) == Tidied(0, 1)
    assert tidy(chief.engines) == Tidied(0, 0)
    with team_database.superuser.connect() as connection:
        assert connection.execute(FROM).scalar() == old + 1


def test_a_number_of_the_database_that_this_one_was_restored_from_means_nothing(
    team_database: TeamDatabase,
) -> None:
    chief = team_database.join("chief", Role.MANAGER)
    with team_database.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO settings (id, scope, key, value, created_at, updated_at) VALUES"
                " (:id, 'company', 'server.tombstones_from', '900000000000', now(), now())"
            ),
            {"id": new_id()},
        )
    tidy(chief.engines)
    with team_database.superuser.connect() as connection:
        assert connection.execute(FROM).scalar() is None


def test_loans_whose_time_is_over_end(team_database: TeamDatabase) -> None:
    chief = team_database.join("chief", Role.MANAGER)
    rui = team_database.join("rui", Role.EXTERNAL_SELLER)
    keys, rows = callable_customers(2)
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
        for key, hours in zip(keys, (-1, 1), strict=True):
            connection.execute(
                text(
                    "INSERT INTO portfolio_entries (id, user_id, customer_id, entered_at,"
                    " expires_at) VALUES (:id, :user, :customer, now() - interval '2 days',"
                    " now() + make_interval(hours => :hours))"
                ),
                {"id": new_id(), "user": rui.user.user_id, "customer": key, "hours": hours},
            )
    assert tidy(chief.engines) == Tidied(1, 0)
    with team_database.superuser.connect() as connection:
        open_ones = connection.execute(
            text("SELECT customer_id FROM portfolio_entries WHERE left_at IS NULL")
        ).scalars()
        assert list(open_ones) == [keys[1]]


def test_a_seller_is_no_keeper(team_database: TeamDatabase) -> None:
    rui = team_database.join("rui", Role.EXTERNAL_SELLER)
    with pytest.raises(DatabaseError):
        tidy(rui.engines)


def test_silent_laptops_and_what_is_set_aside_are_told(team_database: TeamDatabase) -> None:
    rui = team_database.join("rui", Role.EXTERNAL_SELLER)
    with team_database.superuser.begin() as connection:
        connection.execute(DELETED, {"id": new_id(), "days": 200})
        connection.execute(
            text(
                "INSERT INTO devices (id, user_id, name, is_replica, backlog, last_seen_at,"
                " created_at, updated_at) VALUES (:id, :user, 'nb', true, 3,"
                " now() - interval '8 days', now(), now())"
            ),
            {"id": new_id(), "user": rui.user.user_id},
        )
        connection.execute(
            text(
                "INSERT INTO quarantined_facts (id, entity, entity_id, device_id, device_seq,"
                " received_sha256, reason, payload, received_at) VALUES (:id, 'contacts', :id,"
                " :id, 1, repeat('a', 64), 'not_yours', '{}', now())"
            ),
            {"id": new_id()},
        )
    with team_database.superuser.connect() as connection:
        codes = {one.message.key.removeprefix("doctor.") for one in examine(connection)}
    assert {"laptops_silent", "quarantine_open", "tombstones_old"} <= codes
