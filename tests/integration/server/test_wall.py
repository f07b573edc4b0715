"""On a prepared server a supervisor sees the moment of their own people, and nothing more."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from cockpit.data.watcher import watch
from cockpit.domain.changes import Topic
from cockpit.domain.clock import SystemClock
from cockpit.domain.day_record import SILENCE
from cockpit.domain.errors import ForbiddenError, GiroError
from cockpit.domain.rebalance import Move
from cockpit.domain.vocabulary import BreakKind, Role
from cockpit.domain.wall import Presence
from cockpit.domain.working_day import LONGEST_PAUSE
from cockpit.services.queue import QueueService
from cockpit.services.wall import WallService
from cockpit.services.working_day import WorkingDayService
from models import Base
from tests.support.queues import callable_customers
from tests.support.team import Person, TeamDatabase

if TYPE_CHECKING:
    from collections.abc import Callable

CLOCK = SystemClock()


class House:
    """Two teams with a supervisor and two operators each, and a manager."""

    def __init__(self, team: TeamDatabase) -> None:
        self.database = team
        self.sonia, self.tadeu = (team.join(one, Role.SUPERVISOR) for one in ("sonia", "tadeu"))
        self.north = team.team("Norte", supervisor=self.sonia.user.user_id)
        self.south = team.team("Sul", supervisor=self.tadeu.user.user_id)
        self.ana, self.bia = (
            team.join(one, Role.OPERATOR, team=self.north) for one in ("ana", "bia")
        )
        self.caio = team.join("caio", Role.OPERATOR, team=self.south)
        self.clara = team.join("clara", Role.MANAGER)

    def customers(self, count: int, owner: Person | None) -> list[UUID]:
        keys, rows = callable_customers(count, owner_id=owner and owner.user.user_id)
        for row in rows["customers"]:
            row["code"] = str(row["id"])
        with self.database.superuser.begin() as connection:
            for table, lines in rows.items():
                connection.execute(Base.metadata.tables[table].insert(), lines)
        return keys

    def owner(self, key: UUID) -> UUID | None:
        with self.database.superuser.connect() as connection:
            statement = text("SELECT owner_id FROM customers WHERE id = :key")
            found: UUID | None = connection.execute(statement, {"key": key}).scalar_one()
            return found


@pytest.fixture
def house(team_database: TeamDatabase) -> House:
    return House(team_database)


def wall(person: Person) -> WallService:
    return WallService(person.database, CLOCK, person.user)


def day(person: Person) -> WorkingDayService:
    return WorkingDayService(person.database, CLOCK, person.user)


def test_a_supervisor_sees_what_their_own_people_do(house: House) -> None:
    (key,) = house.customers(1, house.ana)
    day(house.ana).begin()
    QueueService(house.ana.database, CLOCK, house.ana.user).take(key, reason="combinado")
    day(house.bia).pause(BreakKind.MEAL)
    day(house.caio).begin()

    seen = {one.colleague.name: one for one in wall(house.sonia).now(None).people}

    assert seen.keys() == {"Ana", "Bia"}
    assert seen["Ana"].presence is Presence.CALLING
    assert seen["Ana"].customer.startswith("Parafusos")
    since = seen["Ana"].sign.since
    assert since is not None
    assert abs(since - datetime.now(UTC)) < timedelta(minutes=1)
    assert seen["Bia"].presence is Presence.ON_BREAK
    everybody = {one.colleague.name: one.presence for one in wall(house.clara).now(None).people}
    assert everybody["Caio"] is Presence.FREE
    assert everybody["Ana"] is Presence.CALLING


def test_a_supervisors_program_hears_of_all_that_the_wall_shows(house: House) -> None:
    (key,) = house.customers(1, house.ana)
    queue = QueueService(house.ana.database, CLOCK, house.ana.user)
    watcher = watch(house.sonia.engines, is_own=house.sonia.database.is_own)
    doings: tuple[tuple[Topic, Callable[[], object]], ...] = (
        (Topic.WORKING_DAY, day(house.ana).begin),
        (Topic.QUEUE, lambda: queue.take(key, reason="combinado")),
        (Topic.QUEUE, queue.release_all),
        (Topic.WORKING_DAY, lambda: day(house.ana).pause(BreakKind.REST)),
        (Topic.WORKING_DAY, day(house.ana).resume),
        (Topic.WORKING_DAY, day(house.ana).end),
    )
    try:
        watcher.look()
        for topic, does in doings:
            does()
            notice = watcher.look()
            assert notice is not None, does
            assert notice.touches(topic), does
    finally:
        watcher.close()


def test_the_function_tells_operators_nothing_and_nobody_of_working_time(house: House) -> None:
    day(house.ana).begin()
    for person, expected in ((house.ana, 0), (house.caio, 0), (house.tadeu, 0), (house.sonia, 1)):
        with person.engines.reading() as connection:
            rows = connection.execute(text("SELECT * FROM giro_presence()")).all()
            assert len(rows) == expected
    with house.sonia.engines.reading() as connection:
        assert not connection.execute(text("SELECT count(*) FROM work_sessions")).scalar()
        columns = connection.execute(text("SELECT * FROM giro_presence()")).keys()
    assert list(columns) == ["user_id", "is_at_work", "is_paused", "customer_id", "claimed_at"]


def test_silence_is_what_it_is_everywhere(house: House) -> None:
    with house.database.superuser.connect() as connection:
        source = "SELECT prosrc FROM pg_proc WHERE proname = 'giro_presence'"
        body = connection.execute(text(source)).scalar_one()
    assert f"interval '{SILENCE.seconds // 60} minutes'" in body
    assert f"interval '{LONGEST_PAUSE.seconds // 3600} hours'" in body


def test_a_supervisor_moves_customers_between_their_own_people(house: House) -> None:
    keys = house.customers(3, house.ana)
    ana, bia = house.ana.user.user_id, house.bia.user.user_id

    moved = wall(house.sonia).move(Move(ana, bia, tuple(keys)))

    assert len(moved) == 3
    assert {house.owner(key) for key in keys} == {bia}


def test_a_supervisor_moves_nobody_from_or_to_another_team(house: House) -> None:
    ours, theirs = house.customers(1, house.ana), house.customers(1, house.caio)
    ana, caio = house.ana.user.user_id, house.caio.user.user_id

    for move in (Move(caio, ana, tuple(theirs)), Move(ana, caio, tuple(ours))):
        with pytest.raises(ForbiddenError):
            wall(house.sonia).move(move)

    assert house.owner(ours[0]) == ana
    assert house.owner(theirs[0]) == caio


def test_nor_does_the_database_let_them_by_sql(house: House) -> None:
    ours, theirs = house.customers(1, house.ana), house.customers(1, house.caio)
    ana, caio = house.ana.user.user_id, house.caio.user.user_id
    change = text("UPDATE customers SET owner_id = :to WHERE id = :key")

    with house.sonia.engines.writing() as connection:
        assert connection.execute(change, {"to": ana, "key": theirs[0]}).rowcount == 0
    for person, key in ((house.sonia, ours[0]), (house.ana, ours[0])):
        with pytest.raises((GiroError, DBAPIError)), person.engines.writing() as connection:
            connection.execute(change, {"to": caio, "key": key})

    assert house.owner(ours[0]) == ana
    assert house.owner(theirs[0]) == caio


def test_a_manager_moves_customers_between_teams(house: House) -> None:
    keys = house.customers(2, house.ana)
    ana, caio = house.ana.user.user_id, house.caio.user.user_id

    assert len(wall(house.clara).move(Move(ana, caio, tuple(keys)))) == 2
    assert {house.owner(key) for key in keys} == {caio}


def test_taking_over_ends_the_operators_claim(house: House) -> None:
    (key,) = house.customers(1, house.ana)
    QueueService(house.ana.database, CLOCK, house.ana.user).take(key, reason="combinado")

    taken = QueueService(house.sonia.database, CLOCK, house.sonia.user).take_over(
        key, reason="pediu ajuda"
    )

    assert taken.customer_id == key
    seen = {one.colleague.name: one.presence for one in wall(house.sonia).now(None).people}
    assert seen["Ana"] is Presence.AWAY
    assert seen["Sonia"] is Presence.CALLING
