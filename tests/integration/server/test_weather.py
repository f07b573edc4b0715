"""What a server's weather does to a program: nothing is lost, nothing hangs, nothing is doubled."""

from pathlib import Path
from queue import Queue
from threading import Barrier, Thread, Timer
from time import monotonic
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from cockpit.data.revisions import own_revisions
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.errors import DatabaseError, ServerAwayError, TransactionUndoneError
from cockpit.domain.ids import new_id
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.vocabulary import LifecycleStatus, Role
from cockpit.domain.weather import WeatherState
from cockpit.services.queue import QueueService
from tests.support.cutting_proxy import CuttingProxy, Fault, wait_until
from tests.support.postgres import PostgresServer
from tests.support.team import TeamDatabase
from tests.support.weather_desk import Desk, stored


def test_a_contact_is_kept_while_the_server_is_away_and_goes_there_afterwards(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    desk.proxy.part()
    drafts = [desk.draft(key) for key in customers[:3]]
    assert [desk.log(draft).is_kept for draft in drafts] == [True] * 3
    assert desk.state is WeatherState.AWAY

    desk.proxy.heal()
    desk.look()
    assert desk.state is WeatherState.CONNECTED
    assert desk.keeping.kept.deliver().count == 3
    assert stored(team_database) == [draft.contact_id for draft in drafts]
    assert not desk.keeping.kept.waiting()


def test_a_contact_whose_answer_was_lost_is_stored_once(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    draft = desk.draft(customers[0], "liga amanhã")
    desk.proxy.fault_of = lambda: Fault.UNANSWERED
    assert desk.log(draft).is_kept
    assert stored(team_database) == [draft.contact_id]

    desk.proxy.fault_of = lambda: Fault.NONE
    desk.look()
    assert desk.keeping.kept.deliver().count == 1
    assert stored(team_database) == [draft.contact_id]


def test_what_waits_goes_before_what_comes_after_it(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    first, second = desk.draft(customers[0], "um"), desk.draft(customers[0], "dois")
    desk.proxy.part()
    assert desk.log(first).is_kept
    desk.proxy.heal()
    desk.look()
    assert not desk.log(second).is_kept
    assert stored(team_database) == [first.contact_id, second.contact_id]


def test_what_waits_outlives_the_program(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase, tmp_path: Path
) -> None:
    desk.proxy.part()
    draft = desk.draft(customers[0], "não perca isto")
    desk.log(draft)
    desk.keeping.close()
    assert b"perca" not in (tmp_path / "writes.kept").read_bytes()

    desk.proxy.heal()
    again = Desk(desk.engines.address.url.render_as_string(), desk.proxy, tmp_path)  # type: ignore[union-attr]
    assert again.keeping.kept.deliver().count == 1
    again.close()
    assert stored(team_database) == [draft.contact_id]


def test_while_the_server_is_known_to_be_away_nobody_waits_for_it(
    desk: Desk, customers: list[UUID]
) -> None:
    desk.proxy.part()
    desk.look()
    began = monotonic()
    with pytest.raises(ServerAwayError):
        desk.contacts.count_today()
    assert desk.log(desk.draft(customers[0])).is_kept
    assert monotonic() - began < 0.5


def test_a_save_that_hangs_is_woken_by_the_look_that_gets_no_answer(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    draft = desk.draft(customers[0])
    desk.contacts.count_today()  # a connection that is open and proven
    desk.proxy.stall()
    looking = Timer(0.3, desk.look)
    looking.start()
    began = monotonic()
    assert desk.log(draft).is_kept
    assert monotonic() - began < 20
    looking.join()
    assert desk.state is WeatherState.AWAY

    desk.proxy.heal()
    desk.proxy.cut()
    desk.look()
    assert desk.keeping.kept.deliver().waiting_count == 0
    assert stored(team_database) == [draft.contact_id]


def test_the_contact_counts_though_the_lease_was_overtaken(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    claim = desk.queue.take(customers[0])
    desk.proxy.part()
    draft = desk.draft(customers[0])
    assert desk.contacts.log(draft, status=LifecycleStatus.AT_RISK, claim=claim).is_kept

    bruno = team_database.join("bruno", Role.OPERATOR, machine="pc2")
    with team_database.superuser.begin() as connection:
        connection.execute(text("UPDATE claims SET lease_until = now() - interval '1 minute'"))
    QueueService(bruno.database, desk.clock, bruno.user).take(customers[0])

    desk.proxy.heal()
    desk.look()
    delivered = desk.keeping.kept.deliver()
    assert delivered.taken_over == (bruno.user.name,)
    assert stored(team_database) == [draft.contact_id]


def test_what_the_server_does_not_take_is_set_aside_with_its_reason(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    desk.proxy.part()
    gone, fine = desk.draft(new_id()), desk.draft(customers[0])
    desk.log(gone)
    desk.log(fine)
    desk.proxy.heal()
    desk.look()
    delivered = desk.keeping.kept.deliver()
    assert (delivered.count, delivered.refused_count, delivered.waiting_count) == (1, 1, 0)
    (refused,) = desk.keeping.kept.refused()
    assert refused.key == gone.contact_id
    assert refused.refusal is not None
    assert stored(team_database) == [fine.contact_id]


def test_pitch_notes_drafts_and_settings_are_kept_as_well(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    preferences = desk.keeping.preferences(desk.database, desk.clock, desk.user)
    pitches = desk.keeping.pitches(desk.database, desk.clock, desk.user, lambda: None)  # type: ignore[arg-type,return-value]
    preferences.store("draft.contact.1", {"note": "antes"})
    desk.proxy.part()
    preferences.store("draft.contact.1", {"note": "meia frase"})
    preferences.store("draft.contact.1", {"note": "meia frase que continua"})
    note = PitchDraft(new_id(), customers[0], why_stopped="preço")
    assert pitches.save(note)
    assert len(desk.keeping.kept.waiting()) == 2

    desk.proxy.heal()
    desk.look()
    assert desk.keeping.kept.deliver().count == 1
    assert preferences.load()["draft.contact.1"] == {"note": "meia frase que continua"}
    with team_database.superuser.connect() as connection:
        assert connection.execute(text("SELECT id FROM pitch_notes")).scalars().all() == [
            note.note_id
        ]


def test_a_server_that_is_restarted_is_found_again(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    desk.log(desk.draft(customers[0]))
    with team_database.superuser.connect() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login"),
            {"login": desk.engines.address.url.username},  # type: ignore[union-attr]
        )
    assert not desk.log(desk.draft(customers[1])).is_kept  # found dead by its ping, and made anew


def test_a_dead_address_among_several_is_passed_over(
    desk: Desk, team_database: TeamDatabase, postgres_server: PostgresServer
) -> None:
    url = desk.engines.address.url  # type: ignore[union-attr]
    dead = CuttingProxy(postgres_server.host, 1)  # nobody behind it
    text_url = (
        f"postgresql://{url.username}@127.0.0.1:{dead.port},127.0.0.1:{desk.proxy.port}"
        f"/{url.database}"
    )
    engines = open_database(parse_address(text_url))
    with engines.reading() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engines.close()
    dead.close()


def test_a_login_that_is_locked_out_loses_nothing(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    login = desk.engines.address.url.username  # type: ignore[union-attr]
    with team_database.superuser.begin() as connection:
        connection.execute(text(f'ALTER ROLE "{login}" NOLOGIN'))
    desk.proxy.cut()
    assert desk.log(desk.draft(customers[0])).is_kept
    assert desk.state is WeatherState.REFUSED


def test_too_many_connections_lose_nothing(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    login = desk.engines.address.url.username  # type: ignore[union-attr]
    desk.proxy.cut()
    with team_database.superuser.begin() as connection:
        connection.execute(text(f'ALTER ROLE "{login}" CONNECTION LIMIT 0'))
    crowded = desk.draft(customers[0])
    assert desk.log(crowded).is_kept
    assert desk.state is WeatherState.SLOW
    with team_database.superuser.begin() as connection:
        connection.execute(text(f'ALTER ROLE "{login}" CONNECTION LIMIT -1'))

    assert desk.keeping.kept.deliver().waiting_count == 0
    assert stored(team_database) == [crowded.contact_id]


def test_a_statement_that_takes_too_long_loses_nothing(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase, tmp_path: Path
) -> None:
    url = desk.engines.address.url.render_as_string()  # type: ignore[union-attr]
    hurried = Desk(f"{url}?options=-c%20statement_timeout%3D400", desk.proxy, tmp_path)
    draft = hurried.draft(customers[1])
    with team_database.superuser.begin() as connection:
        connection.execute(text("LOCK TABLE contacts IN ACCESS EXCLUSIVE MODE"))
        assert hurried.log(draft).is_kept
    assert hurried.keeping.kept.deliver().waiting_count == 0
    assert stored(team_database) == [draft.contact_id]
    hurried.close()


def test_a_database_that_is_too_new_is_told_and_loses_nothing(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    with team_database.superuser.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.execute(
            text(
                "CREATE OR REPLACE FUNCTION public.giro_oldest_program() RETURNS text"
                " LANGUAGE sql IMMUTABLE AS $$ SELECT '9999'::text $$"
            )
        )
    desk.look()
    assert desk.state is WeatherState.OTHER_VERSION
    assert desk.log(desk.draft(customers[0])).is_kept


def test_a_deadlock_says_that_the_transaction_may_be_begun_again(
    desk: Desk, customers: list[UUID]
) -> None:
    meet, errors = Barrier(2), Queue[Exception]()

    def cross(first: UUID, second: UUID) -> None:
        lock = text("UPDATE customers SET updated_at = now() WHERE id = :key")
        try:
            with desk.engines.writing() as connection:
                connection.execute(lock, {"key": first})
                meet.wait(10)
                connection.execute(lock, {"key": second})
        except DatabaseError as error:
            errors.put(error)

    pairs = (customers[:2], customers[1::-1])
    threads = [Thread(target=cross, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [type(error) for error in errors.queue] == [TransactionUndoneError]


def test_nobody_is_let_wait_for_a_server_that_falls_silent(desk: Desk) -> None:
    assert desk.engines.watchdog is not None
    desk.contacts.count_today()
    with desk.engines.reader.connect() as connection:
        driver = connection.connection.dbapi_connection
        driver.patience = 1.0  # type: ignore[union-attr]
        desk.proxy.stall()
        began = monotonic()
        with pytest.raises(OperationalError):
            connection.execute(text("SELECT 1"))
        assert monotonic() - began < 5
    assert wait_until(lambda: not desk.engines.watchdog._waits)  # type: ignore[union-attr]


def test_a_database_that_is_too_old_is_told_and_loses_nothing(
    desk: Desk, customers: list[UUID], team_database: TeamDatabase
) -> None:
    with team_database.superuser.begin() as connection:
        former = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        older = max(own_revisions().known - {own_revisions().head})
        connection.execute(
            text("UPDATE alembic_version SET version_num = :older"), {"older": older}
        )
    desk.look()
    assert desk.state is WeatherState.OTHER_VERSION
    draft = desk.draft(customers[0])
    assert desk.log(draft).is_kept

    with team_database.superuser.begin() as connection:  # `server upgrade`
        connection.execute(
            text("UPDATE alembic_version SET version_num = :former"), {"former": former}
        )
    desk.look()
    assert desk.keeping.kept.deliver().waiting_count == 0
    assert stored(team_database) == [draft.contact_id]
