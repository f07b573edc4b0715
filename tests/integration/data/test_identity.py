"""Who is at the program."""

from functools import partial

import pytest
from sqlalchemy import text

from cockpit.data.defaults import OUTCOMES, REASONS
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.domain.errors import DatabaseError
from cockpit.domain.vocabulary import QueueEffect, Role
from tests.integration.data.conftest import World
from tests.support.at_once import at_once


def test_the_same_user_and_computer_are_met_again(world: World) -> None:
    again = ensure_identity(world.engines, login="ana", machine="pc-1")
    assert again == world.user
    assert len(world.all_rows("devices")) == 1


def test_another_computer_is_another_device(world: World) -> None:
    other = ensure_identity(world.engines, login="ana", machine="pc-2")
    assert other.user_id == world.user.user_id
    assert other.device_id != world.user.device_id


def test_the_first_user_administers_and_a_servers_next_ones_operate(world: World) -> None:
    assert world.user.role is Role.ADMINISTRATOR
    second = world.colleague().user
    expected = Role.ADMINISTRATOR if world.engines.is_sqlite else Role.OPERATOR
    assert second.role is expected


def test_sellers_of_an_import_do_not_take_the_first_users_place(world: World) -> None:
    with world.engines.writing() as connection:
        connection.execute(text("UPDATE users SET login = 'erp:ana'"))
    assert ensure_identity(world.engines, login="bia", machine="pc").role is Role.ADMINISTRATOR


def test_a_closed_access_is_refused(world: World) -> None:
    with world.engines.writing() as connection:
        connection.execute(text("UPDATE users SET is_active = :no"), {"no": False})
    with pytest.raises(DatabaseError) as caught:
        ensure_identity(world.engines, login="ana", machine="pc-1")
    assert caught.value.message.key == "error.user_inactive"


def test_the_servers_own_login_role_goes_before_the_computers(world: World) -> None:
    if world.engines.is_sqlite:
        other = ensure_identity(world.engines, login="postgres", machine="pc-1")
        assert other.user_id != world.user.user_id
        return
    with world.engines.writing() as connection:
        connection.execute(text("UPDATE users SET database_role = session_user"))
    assert ensure_identity(world.engines, login="x", machine="pc-1").user_id == world.user.user_id


def test_defaults_are_inserted_once_and_edits_stay(world: World) -> None:
    with world.engines.writing() as connection:
        connection.execute(text("DELETE FROM reasons WHERE code <> 'price'"))
        connection.execute(text("UPDATE outcomes SET name = 'Fechou!' WHERE code = 'sale'"))
    ensure_identity(world.engines, login="nova", machine="pc")
    with world.database.read() as unit:
        assert [one.code for one in unit.reference.reasons()] == ["price"]
        assert unit.reference.outcomes()[0].name == "Fechou!"


def test_an_outcome_that_came_later_is_added_with_its_reasons(world: World) -> None:
    with world.engines.writing() as connection:
        connection.execute(text("DELETE FROM reasons WHERE outcome_code = 'disputes_title'"))
        connection.execute(text("DELETE FROM outcomes WHERE code = 'disputes_title'"))
        connection.execute(text("DELETE FROM reasons WHERE code = 'price'"))
    ensure_identity(world.engines, login="nova", machine="pc")
    with world.database.read() as unit:
        assert [one.code for one in unit.reference.outcomes()] == [one.code for one in OUTCOMES]
        reasons = {one.code for one in unit.reference.reasons()}
    assert reasons == {one.code for one in REASONS} - {"price"}


def test_many_who_come_at_once_to_an_empty_database_share_its_defaults(engines: Engines) -> None:
    names = ["ana", "bia", "caio", "ana"]
    come = [partial(ensure_identity, engines, login=name, machine="pc") for name in names]
    assert [user.login for user in at_once(come)] == names
    with engines.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM outcomes")).scalar() == len(OUTCOMES)
        assert connection.execute(text("SELECT count(*) FROM users")).scalar() == 3


def test_the_defaults_are_sound() -> None:
    codes = [one.code for one in (*OUTCOMES, *REASONS)]
    assert len(codes) == len(set(codes))
    assert len({one.outcome_id for one in OUTCOMES}) == len(OUTCOMES)
    assert {one.effect for one in OUTCOMES} == set(QueueEffect)
    waiting = {QueueEffect.CALL_AGAIN, QueueEffect.COOL_DOWN, QueueEffect.CLOSE_UNTIL}
    assert all((one.wait_minutes is not None) == (one.effect in waiting) for one in OUTCOMES)
    known = {one.code for one in OUTCOMES} | {None}
    assert all(one.outcome_code in known for one in REASONS)
