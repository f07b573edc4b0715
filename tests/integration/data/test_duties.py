"""A duty is one program's, until its lease ends."""

from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import update

from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.errors import DatabaseBusyError
from cockpit.domain.notices import DutyHold
from models import Duty
from models.types import utc_now
from tests.integration.data.conftest import World
from tests.support.at_once import at_once

LEASE = timedelta(minutes=5)
DUTY = "sweeping"


def take(world: World, at: datetime | None = None) -> DutyHold | None:
    with world.database.write() as unit:
        unit.changed(customer_ids=[])
        return unit.duties.take(DUTY, user=world.user, at=at or utc_now(), lease=LEASE)


def taken(world: World) -> DutyHold:
    hold = take(world)
    assert hold is not None
    return hold


def renew(world: World, hold: DutyHold) -> bool:
    with world.database.write() as unit:
        unit.changed(customer_ids=[])
        return unit.duties.renew(hold, at=utc_now(), lease=LEASE)


def run_out(world: World) -> None:
    """Let the lease end, as the stored clock sees it."""
    with world.engines.writing() as connection:
        past = utc_now() - timedelta(seconds=1)
        connection.execute(update(Duty).values(lease_until=past))


def test_a_duty_is_nobody_elses_and_not_twice_the_own(world: World) -> None:
    hold = taken(world)
    assert (hold.fence, hold.device_id) == (1, world.user.device_id)
    assert take(world.colleague()) is None
    assert take(world) is None, "a window and cron on one computer are two programs"


def test_a_lease_of_a_clock_of_years_later_does_not_keep_the_duty_for_years(world: World) -> None:
    lost = taken(world)
    with world.engines.writing() as connection:
        years_later = utc_now() + timedelta(days=3650)
        connection.execute(update(Duty).values(lease_until=years_later))
    assert take(world) is not None
    assert not renew(world, lost)


def test_a_duty_that_was_given_back_is_free_at_once(world: World) -> None:
    hold, other = taken(world), world.colleague()
    with world.database.write() as unit:
        unit.duties.release(hold, at=utc_now())
        unit.changed(customer_ids=[])
    assert taken(other).fence == 2


def test_a_lease_that_ended_is_taken_over_and_its_holder_finds_out(world: World) -> None:
    hold, other = taken(world), world.colleague()
    run_out(world)
    theirs = taken(other)
    assert theirs.fence == 2
    assert not renew(world, hold)
    with world.database.write() as unit:
        unit.duties.release(hold, at=utc_now())  # changes nothing: it is theirs
        unit.changed(customer_ids=[])
    assert take(world) is None
    assert renew(other, theirs)


def test_a_lease_that_ended_is_still_ones_own_where_nobody_came(world: World) -> None:
    hold = taken(world)
    run_out(world)
    assert renew(world, hold)
    assert take(world.colleague()) is None


def test_on_a_server_a_programs_wrong_clock_takes_nothing_away(world: World) -> None:
    taken(world)
    tomorrow = utc_now() + timedelta(days=1)
    is_taken = take(world.colleague(), at=tomorrow) is not None
    assert is_taken == world.engines.is_sqlite  # a file has no clock but the programs'


def test_of_programs_that_reach_for_a_duty_at_once_one_gets_it(
    world: World, database_url: str
) -> None:
    names = ("ana", "bia", "caio", "davi")
    with ExitStack() as stack:
        worlds = []
        for name in names:
            engines = stack.enter_context(closing(open_database(parse_address(database_url))))
            user = ensure_identity(engines, login=name, machine=f"pc-{name}")
            worlds.append(World(engines, user, SqlDatabase(engines, user.user_id)))
        for turn in range(1, 6):
            holds = at_once([partial(_reach, one) for one in worlds])
            won = [hold for hold in holds if hold is not None]
            assert [hold.fence for hold in won] == [turn]
            run_out(world)


def _reach(world: World) -> DutyHold | None:
    """Reach for the duty; a file's lock may be taken by the others."""
    while True:
        try:
            return take(world)
        except DatabaseBusyError:
            continue
