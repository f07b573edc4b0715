"""The keeper of a team's server: one of several works, and what fails keeps nothing else back."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from cockpit.data.server.prepare import prepare
from cockpit.domain.errors import DatabaseError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.services.keeper import Job, KeeperService, reap
from models import Base
from tests.support.mortal_server import crash, resume
from tests.support.postgres import start_server
from tests.support.program import ROOT, environment
from tests.support.queues import MovableClock, callable_customers, run_out
from tests.support.team import Person, TeamDatabase

HOUR = timedelta(hours=1)


class Work:
    """Work that is counted, and fails when it is told to."""

    def __init__(self) -> None:
        self.count = 0
        self.trouble: Exception | None = None

    def __call__(self) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.count += 1


def _keeper(person: Person, clock: MovableClock, *jobs: Job) -> KeeperService:
    return KeeperService(person.database, clock, person.user, jobs)


def _let_lease_end(team: TeamDatabase) -> None:
    with team.superuser.begin() as connection:
        connection.execute(text("UPDATE duties SET lease_until = now() - interval '1 second'"))


def test_of_two_keepers_one_works_and_the_other_takes_over_when_it_is_gone(
    team_database: TeamDatabase,
) -> None:
    clock, work, other_work = MovableClock(), Work(), Work()
    clara = team_database.join("clara", Role.MANAGER)
    davi = team_database.join("davi", Role.ADMINISTRATOR, machine="server")
    one = _keeper(clara, clock, Job("work", HOUR, work))
    other = _keeper(davi, clock, Job("work", HOUR, other_work))

    assert one.round().is_on_duty
    assert not other.round().is_on_duty
    assert (work.count, other_work.count) == (1, 0)

    _let_lease_end(team_database)
    assert other.round().is_on_duty
    assert not one.round().is_on_duty
    other.release()
    assert one.round().is_on_duty


def test_each_job_has_its_pace_and_daily_work_begins_with_the_day(
    team_database: TeamDatabase,
) -> None:
    clock, hourly, daily = MovableClock(), Work(), Work()
    clara = team_database.join("clara", Role.MANAGER)
    keeper = _keeper(
        clara,
        clock,
        Job("hourly", HOUR, hourly),
        Job("daily", timedelta(days=2), daily, is_daily=True),
    )
    keeper.round()
    keeper.round()
    assert (hourly.count, daily.count) == (1, 1)
    clock.go_on(HOUR)
    keeper.round()
    assert (hourly.count, daily.count) == (2, 1)
    clock.go_on(timedelta(hours=15))
    keeper.round()
    assert (hourly.count, daily.count) == (3, 2)


def test_what_fails_is_told_tried_again_soon_and_keeps_nothing_else_back(
    team_database: TeamDatabase,
) -> None:
    clock, bad, fine = MovableClock(), Work(), Work()
    bad.trouble = ForbiddenError("keep_not_allowed")
    clara = team_database.join("clara", Role.MANAGER)
    keeper = _keeper(clara, clock, Job("bad", HOUR, bad), Job("fine", HOUR, fine))

    came = keeper.round()
    assert came.failed == [("bad", bad.trouble)]
    assert came.done == ["fine"]
    bad.trouble = None
    clock.go_on(timedelta(minutes=1))
    assert keeper.round().done == ["bad"]


def test_a_server_that_goes_away_ends_the_round(team_database: TeamDatabase) -> None:
    clock, bad, later = MovableClock(), Work(), Work()
    bad.trouble = DatabaseError("server_missing")
    clara = team_database.join("clara", Role.MANAGER)
    keeper = _keeper(clara, clock, Job("bad", HOUR, bad), Job("later", HOUR, later))
    assert keeper.round().failed
    assert later.count == 0


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.EXTERNAL_SELLER, Role.SUPERVISOR])
def test_who_sees_too_little_may_not_keep(team_database: TeamDatabase, role: Role) -> None:
    person = team_database.join("ana", role)
    with pytest.raises(ForbiddenError):
        _keeper(person, MovableClock())


def test_clients_of_a_program_that_is_gone_come_back(team_database: TeamDatabase) -> None:
    ana = team_database.join("ana", Role.OPERATOR)
    clara = team_database.join("clara", Role.MANAGER)
    (key,), rows = callable_customers(1, owner_id=ana.user.user_id)
    now = datetime.now(UTC)
    rows["claims"] = [
        {"id": new_id(), "customer_id": key, "user_id": ana.user.user_id, "state": "active",
         "device_id": ana.user.device_id, "claimed_at": now, "lease_until": now + HOUR}
    ]  # fmt: skip
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    clock = MovableClock(now)
    assert reap(clara.database, clock) == 0
    run_out(ana.engines, key)
    assert reap(clara.database, clock) == 1
    assert reap(clara.database, clock) == 0


@contextmanager
def _running(url: str, home: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "server", "keep", "--language", "en", *words],
        env=environment(home, GIRO_DATABASE_URL=url),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _read_until(process: subprocess.Popen[str], wanted: Callable[[str], bool]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if wanted(line):
            return line
    raise AssertionError("the keeper ended")


@pytest.mark.skipif(os.name == "nt", reason="a service ends by other means there")
def test_the_program_ends_cleanly_when_the_system_says_so(
    team_database: TeamDatabase, tmp_path: Path
) -> None:
    url = team_database.url(team_database.add("clara", Role.MANAGER))
    with _running(url, tmp_path) as process:
        _read_until(process, lambda line: line.startswith("On duty"))
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "The keeper has ended" in rest
    with team_database.superuser.connect() as connection:
        held = connection.execute(text("SELECT lease_until > now() FROM duties"
                                       " WHERE name = 'keeper'")).scalar_one()  # fmt: skip
    assert not held


@pytest.fixture
def mortal_team() -> Iterator[TeamDatabase]:
    """A prepared database on a server of its own, which a test may kill."""
    server = start_server()
    team = TeamDatabase(server, server.create())
    with team.superuser.connect() as connection:
        prepare(connection)
    yield team
    team.close()
    server.stop()


@pytest.mark.skipif(os.name == "nt", reason="a service ends by other means there")
def test_the_program_waits_for_a_server_that_dies_and_goes_on_when_it_is_back(
    mortal_team: TeamDatabase, tmp_path: Path
) -> None:
    url = mortal_team.url(mortal_team.add("clara", Role.MANAGER))
    with _running(url, tmp_path) as process:
        _read_until(process, lambda line: line.startswith("On duty"))
        crash(mortal_team._server)
        _read_until(process, lambda line: line.startswith("The server is away"))
        resume(mortal_team._server)
        _read_until(process, lambda line: line.startswith("On duty"))
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
        assert process.returncode == 0


def test_one_round_does_everything_and_ends(team_database: TeamDatabase, tmp_path: Path) -> None:
    url = team_database.url(team_database.add("clara", Role.MANAGER))
    _, rows = callable_customers(3)
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    with _running(url, tmp_path, "--once") as process:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said
    with team_database.superuser.connect() as connection:
        judged = connection.execute(text("SELECT count(*) FROM customer_metrics")).scalar_one()
    assert judged == 3
