"""What waited meets what happened meanwhile: a colleague's promise, another window, a full disk."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import NullPool, create_engine, select, text

from cockpit.data.server.prepare import prepare
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.vocabulary import AppointmentKind, LifecycleStatus, Role
from cockpit.domain.weather import WeatherState
from cockpit.services.contacts import ContactService
from cockpit.services.keeping.agenda import KeepingAgenda
from models import Base, Contact
from models.types import utc_now
from tests.support.cutting_proxy import CuttingProxy
from tests.support.mortal_server import crash, resume
from tests.support.postgres import PostgresServer, start_server
from tests.support.queues import NOW, MovableClock, callable_customers
from tests.support.small_disk import SmallDisk
from tests.support.standby import FOLLOWED, PORT, standby
from tests.support.team import Person, TeamDatabase
from tests.support.weather_desk import Desk, stored

ON_FRIDAY = AppointmentDraft(NOW + timedelta(days=4), has_time=True, kind=AppointmentKind.FOLLOW_UP)
ON_MONDAY = replace(ON_FRIDAY, due_at=NOW + timedelta(days=7), note="combinado com Bruno")


def _open_notes(team: TeamDatabase, customer_id: UUID) -> list[str | None]:
    with team.superuser.connect() as connection:
        found = connection.execute(
            text("SELECT note FROM appointments WHERE state = 'open' AND customer_id = :key"),
            {"key": customer_id},
        )
        return list(found.scalars())


def _agreed_by(person: Person, customer_id: UUID, *, after: timedelta) -> None:
    """Let a colleague set the next contact."""
    clock = MovableClock(NOW + after)
    ContactService(person.database, clock, person.user).set_next_contact(customer_id, ON_MONDAY)


def _keeping_agenda(desk: Desk) -> KeepingAgenda:
    return KeepingAgenda(desk.database, desk.clock, desk.user, desk.keeping.kept)


def test_a_kept_contact_leaves_a_colleagues_newer_promise_and_tells(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    bruno = team_database.join("bruno", Role.OPERATOR, machine="pc2")
    desk.proxy.part()
    draft = replace(desk.draft(customers[0]), next_contact=ON_FRIDAY)
    assert desk.log(draft).is_kept
    _agreed_by(bruno, customers[0], after=timedelta(minutes=10))

    desk.proxy.heal()
    desk.look()
    delivered = desk.keeping.kept.deliver()
    assert delivered.stands == (bruno.user.name,)
    assert delivered.count == 1
    assert stored(team_database) == [draft.contact_id]
    assert _open_notes(team_database, customers[0]) == [ON_MONDAY.note]


def test_a_kept_contact_arrives_when_it_is_delivered_with_the_status_of_its_call(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    """A closed month was told without it, so that it has to be told as late."""
    desk.proxy.part()
    draft = desk.draft(customers[0])
    assert desk.log(draft).is_kept
    desk.proxy.heal()
    desk.look()
    came_back_at = utc_now()
    assert desk.keeping.kept.deliver().count == 1
    with team_database.superuser.connect() as connection:
        contact = connection.execute(select(Contact.__table__)).one()
    assert contact.occurred_at == NOW
    assert contact.stored_at >= came_back_at > contact.occurred_at
    assert contact.status_at_contact is LifecycleStatus.AT_RISK


def test_a_kept_contact_replaces_what_a_colleague_had_agreed_on_before(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    bruno = team_database.join("bruno", Role.OPERATOR, machine="pc2")
    _agreed_by(bruno, customers[0], after=-timedelta(minutes=10))
    desk.proxy.part()
    note = "na sexta, então"
    planned = replace(ON_FRIDAY, note=note)
    assert desk.log(replace(desk.draft(customers[0]), next_contact=planned)).is_kept
    desk.proxy.heal()
    desk.look()
    assert desk.keeping.kept.deliver().stands == ()
    assert _open_notes(team_database, customers[0]) == [note]


def test_a_kept_next_contact_that_a_colleague_overtook_is_set_aside_with_the_name(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    bruno = team_database.join("bruno", Role.OPERATOR, machine="pc2")
    desk.proxy.part()
    kept = _keeping_agenda(desk).set_next(customers[0], ON_FRIDAY)
    assert kept.is_kept
    _agreed_by(bruno, customers[0], after=timedelta(minutes=10))

    desk.proxy.heal()
    desk.look()
    assert desk.keeping.kept.deliver().refused_count == 1
    (refused,) = desk.keeping.kept.refused()
    assert refused.refusal is not None
    assert refused.refusal.as_dict() == {"who": bruno.user.name}
    assert _open_notes(team_database, customers[0]) == [ON_MONDAY.note]


def test_two_windows_of_one_person_deliver_once(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase, tmp_path: Path
) -> None:
    desk.proxy.part()
    drafts = [desk.draft(key) for key in customers]
    for draft in drafts:
        desk.log(draft)
    assert _keeping_agenda(desk).set_next(customers[0], ON_FRIDAY).is_kept
    desk.proxy.heal()
    desk.look()
    url = desk.engines.address.url.render_as_string()  # type: ignore[union-attr]
    windows = [desk, Desk(url, desk.proxy, tmp_path)]
    meet, left = Barrier(2), list[int]()

    def deliver(window: Desk) -> None:
        meet.wait(10)
        delivered = window.keeping.kept.deliver()
        left.append(delivered.waiting_count + delivered.refused_count)

    threads = [Thread(target=deliver, args=(window,)) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert left == [0, 0]
    assert stored(team_database) == [draft.contact_id for draft in drafts]
    assert len(_open_notes(team_database, customers[0])) == 1
    windows[1].close()


def _move_contacts(server: PostgresServer, database: str, place: Path) -> None:
    """Put the contacts onto another disk."""
    with psycopg.connect(
        host=server.host, port=server.port, user="postgres", dbname=database, autocommit=True
    ) as connection:
        connection.execute(f"CREATE TABLESPACE small LOCATION '{place}'".encode())
        connection.execute("ALTER TABLE contacts SET TABLESPACE small")


@pytest.fixture
def full_disk(
    desk: Desk,
    team_database: TeamDatabase,
    postgres_server: PostgresServer,
    small_disk: Callable[..., SmallDisk],
) -> Iterator[SmallDisk]:
    """The server's disk of contacts, on which there is no room."""
    disk = small_disk("2m", postgres_server.folder)  # where the server, somebody else, may look
    place = disk.path / "contacts"
    place.mkdir()
    shutil.chown(place, "nobody")  # only root can mount the disk
    name = team_database.superuser.url.database
    assert name is not None
    _move_contacts(postgres_server, name, place)
    disk.fill()
    yield disk
    with suppress(FileNotFoundError):
        disk.empty()
    with psycopg.connect(
        host=postgres_server.host, port=postgres_server.port, user="postgres", dbname=name,
        autocommit=True,
    ) as connection:  # fmt: skip
        connection.execute("ALTER TABLE contacts SET TABLESPACE pg_default")
        connection.execute("DROP TABLESPACE small")


def test_a_full_disk_of_the_server_loses_nothing_and_is_told(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase, full_disk: SmallDisk
) -> None:
    drafts = [desk.draft(key, "sem espaço") for key in customers[:2]]
    assert [desk.log(draft).is_kept for draft in drafts] == [True, True]
    assert desk.state is WeatherState.SLOW
    reason = desk.keeping.board.present.reason
    assert reason is not None
    assert reason.key == "error.server_disk_full"
    assert desk.keeping.kept.deliver().waiting_count == 2  # it stays in its place
    assert stored(team_database) == []

    full_disk.empty()
    assert desk.keeping.kept.deliver().waiting_count == 0
    assert stored(team_database) == [draft.contact_id for draft in drafts]


@pytest.mark.skipif(os.name == "nt", reason="the servers meet on a socket's folder")
def test_a_standby_that_is_promoted_takes_what_waited(tmp_path: Path) -> None:
    server = start_server({**FOLLOWED, "synchronous_commit": "on"})
    name = server.create()
    engine = create_engine(server.url(name), poolclass=NullPool)
    with engine.connect() as connection:
        prepare(connection)
    engine.dispose()
    team = TeamDatabase(server, name)
    keys, rows = callable_customers(3)
    with team.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    login = team.add("ana", Role.OPERATOR)
    proxies = [CuttingProxy(server.host, port) for port in (server.port, PORT)]
    where = ",".join(f"127.0.0.1:{proxy.port}" for proxy in proxies)
    try:
        with standby(server):
            desk = Desk(f"postgresql://{login}@{where}/{name}", proxies[0], tmp_path)
            before, during, after = (desk.draft(key) for key in keys)
            assert not desk.log(before).is_kept
            _wait_for_replay(server)
            crash(server)
            assert desk.log(during).is_kept
            desk.look()
            assert desk.state is WeatherState.AWAY  # the standby alone takes no writes

            with psycopg.connect(
                host=server.host, port=PORT, user="postgres", dbname=name, autocommit=True
            ) as connection:
                assert connection.execute("SELECT pg_promote()").fetchone() == (True,)
                desk.look()
                assert desk.state is WeatherState.CONNECTED
                assert desk.keeping.kept.deliver().waiting_count == 0
                assert not desk.log(after).is_kept
                found = connection.execute("SELECT id FROM contacts ORDER BY device_seq")
                assert [row[0] for row in found] == [
                    one.contact_id for one in (before, during, after)
                ]
            desk.close()
    finally:
        for proxy in proxies:
            proxy.close()
        team.close()
        if not server.process.is_running():
            resume(server)
        server.stop()


def _wait_for_replay(server: PostgresServer) -> None:
    """Wait until the standby has all that is committed."""
    ask = {"user": "postgres", "dbname": "postgres", "autocommit": True}
    with (
        psycopg.connect(host=server.host, port=server.port, **ask) as primary,  # type: ignore[arg-type]
        psycopg.connect(host=server.host, port=PORT, **ask) as copy,  # type: ignore[arg-type]
    ):
        (place,) = primary.execute("SELECT pg_current_wal_flush_lsn()").fetchone()  # type: ignore[misc]
        while not copy.execute("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", [place]).fetchone()[
            0
        ]:  # type: ignore[index]
            pass
