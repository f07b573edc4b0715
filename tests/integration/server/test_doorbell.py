"""Programs on one server call each other, seldom, and never from within a commit."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import make_url, text

from cockpit.data.doorbell import (
    CHANNEL,
    DOORBELL_KEY,
    GAP_SECONDS,
    MOST_ANSWERS,
    PostgresqlDoorbell,
    Wish,
)
from cockpit.data.watcher import watch
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.runtime.foreign_watch import ForeignWatch
from tests.support.team import Person, TeamDatabase

PATIENCE = 10.0


class Program:
    """A watch of one person, and what it found."""

    def __init__(self, person: Person, *, poll_seconds: float) -> None:
        self.person = person
        self.found: list[tuple[float, ChangeNotice]] = []
        self.errors: list[Exception] = []
        self.arrived = threading.Event()
        watcher = watch(person.engines, person.database.is_own)
        self.watch = ForeignWatch(
            watcher,
            on_found=self._note,
            on_failed=self.errors.append,
            poll_seconds=poll_seconds,
        )
        person.database.subscribe(lambda _notice: self.watch.ring())
        watcher.look()  # connects

    def commit(self) -> float:
        with self.person.database.write() as unit:
            unit.changed(Topic.SETTINGS, customer_ids=())
        return time.monotonic()

    def _note(self, notice: ChangeNotice) -> None:
        self.found.append((time.monotonic(), notice))
        self.arrived.set()


@contextmanager
def at_work(*programs: Program) -> Iterator[None]:
    for program in programs:
        program.watch.start()
    try:
        yield
    finally:
        for program in programs:
            program.watch.stop()


@pytest.fixture
def people(team_database: TeamDatabase) -> tuple[Person, Person]:
    return team_database.join("ana", Role.OPERATOR), team_database.join("bia", Role.OPERATOR)


def test_a_commit_reaches_a_program_that_would_not_have_asked_for_a_minute(
    people: tuple[Person, Person],
) -> None:
    ana, bia = (Program(person, poll_seconds=60) for person in people)
    with at_work(ana, bia):
        committed = ana.commit()
        assert bia.arrived.wait(PATIENCE)
    assert bia.found[0][0] - committed < 1.0
    assert not ana.found


def test_commits_in_quick_succession_ring_about_once_a_second_and_none_is_missed(
    people: tuple[Person, Person], team_database: TeamDatabase
) -> None:
    ana, bia = (Program(person, poll_seconds=60) for person in people)
    url = team_database.superuser.url.set(drivername="postgresql").render_as_string()
    with psycopg.connect(url, autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        with at_work(ana, bia):
            last = 0.0
            for _ in range(40):
                last = ana.commit()
                time.sleep(0.025)
            rings = list(listener.notifies(timeout=2 * GAP_SECONDS))
    assert 2 <= len(rings) <= 3
    assert bia.found[-1][0] > last


def test_what_hid_behind_a_running_transaction_is_found_soon_after_it_ended(
    people: tuple[Person, Person], team_database: TeamDatabase
) -> None:
    ana, bia = (Program(person, poll_seconds=60) for person in people)
    with at_work(ana, bia):
        with team_database.superuser.begin() as slow:
            slow.execute(text("SELECT pg_current_xact_id()"))
            ana.commit()
            assert not bia.arrived.wait(GAP_SECONDS)
        assert bia.arrived.wait(PATIENCE)


def test_after_a_quiet_second_the_next_commit_rings_at_once_again(
    people: tuple[Person, Person],
) -> None:
    ana, bia = (Program(person, poll_seconds=60) for person in people)
    with at_work(ana, bia):
        for _ in range(3):
            bia.arrived.clear()
            committed = ana.commit()
            assert bia.arrived.wait(PATIENCE)
            assert bia.found[-1][0] - committed < GAP_SECONDS
            time.sleep(1.2 * GAP_SECONDS)


def test_two_programs_share_the_second(people: tuple[Person, Person]) -> None:
    now = 100.0
    one, other = Wish(), Wish()
    one.wish(now)
    assert one.is_granted(now)
    one.rung(now)
    other.heard(now + 0.01)
    for wish in (one, other):
        wish.wish(now + 0.2)
        assert not wish.is_granted(now + 0.99)
    first = min(one, other, key=lambda wish: wish.may_ring_at)
    second = other if first is one else one
    rung_at = first.may_ring_at
    first.rung(rung_at)
    second.heard(rung_at + 0.001)
    assert second.wished_at is None


def test_a_fresh_wish_outlives_a_ring_that_may_have_come_before_the_commit() -> None:
    wish = Wish()
    wish.heard(100.0)
    wish.wish(100.2)
    wish.heard(100.55)
    assert wish.wished_at is not None
    assert wish.may_ring_at >= 100.55 + GAP_SECONDS


def test_a_company_without_a_bell_finds_changes_by_asking(
    people: tuple[Person, Person], team_database: TeamDatabase
) -> None:
    with team_database.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO settings (id, scope, key, value, created_at, updated_at)"
                " VALUES (:id, 'company', :key, 'false', now(), now())"
            ),
            {"id": new_id(), "key": DOORBELL_KEY},
        )
    ana, bia = (Program(person, poll_seconds=0.1) for person in people)
    with at_work(ana, bia):
        ana.commit()
        assert bia.arrived.wait(PATIENCE)
        with team_database.superuser.connect() as connection:
            listening = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
            assert not connection.execute(text(listening)).scalar()


def test_a_lost_connection_is_made_anew_and_listens_again(
    people: tuple[Person, Person], team_database: TeamDatabase
) -> None:
    ana, bia = (Program(person, poll_seconds=0.2) for person in people)
    with at_work(ana, bia):
        with team_database.superuser.connect() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )
        for engines in (ana.person.engines, bia.person.engines):
            engines.writer.dispose()
        ana.commit()
        assert bia.arrived.wait(PATIENCE)
        listening = text("SELECT count(*) FROM pg_stat_activity WHERE query = 'NOTIFY giro'")
        with team_database.superuser.connect() as connection:
            while not connection.execute(listening).scalar():
                ana.commit()
                connection.rollback()
                time.sleep(0.1)
    assert bia.errors


def test_a_watch_ends_at_once(people: tuple[Person, Person]) -> None:
    ana = Program(people[0], poll_seconds=60)
    ana.watch.start()
    ana.commit()
    began = time.monotonic()
    ana.watch.stop()
    assert time.monotonic() - began < 1.0


def test_somebody_who_rings_without_end_makes_nobody_ask_without_end(
    team_database: TeamDatabase,
) -> None:
    ana = team_database.add("ana", Role.OPERATOR)
    where = team_database.superuser.dialect.create_connect_args(make_url(team_database.url(ana)))[1]
    bell, stop = PostgresqlDoorbell(), threading.Event()

    def flood() -> None:
        with psycopg.connect(**where, autocommit=True) as connection:
            while not stop.is_set():
                connection.execute(f"NOTIFY {CHANNEL}")

    ringing = threading.Thread(target=flood)
    with psycopg.connect(**where, autocommit=True) as connection:
        bell.attach(connection)
        ringing.start()
        try:
            began, answers = time.monotonic(), 0
            while time.monotonic() < began + 3 * GAP_SECONDS:
                bell.wait(began + 3 * GAP_SECONDS - time.monotonic())
                answers += 1
        finally:
            stop.set()
            ringing.join()
            bell.close()
    assert MOST_ANSWERS <= answers <= 4 * MOST_ANSWERS
