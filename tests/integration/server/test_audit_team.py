"""The trail on the server: everybody writes their own, managers seal, administrators read."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from cockpit.domain.audit import TrailFilter
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.services.audit import AuditService
from tests.support.queues import MovableClock
from tests.support.team import Person, TeamDatabase

_CORRECTION = text(
    "INSERT INTO work_corrections (id, user_id, target_id, started_at, is_struck, reason,"
    " occurred_at, device_id, device_seq, content_sha256, recorded_at)"
    " VALUES (:id, :user, :id, now(), false, 'x', now(), :device, giro_last_number(:device) + 1,"
    " repeat('0', 64), now())"
)


def _audit(person: Person) -> AuditService:
    return AuditService(person.database, MovableClock(), person.user)


def test_each_writes_their_own_and_the_administrator_reads_all(
    team_database: TeamDatabase,
) -> None:
    ana = team_database.join("ana", Role.OPERATOR)
    chief = team_database.join("chief", Role.ADMINISTRATOR)
    _audit(ana).log_in()
    _audit(ana).looks.note(new_id())
    _audit(chief).log_in()

    shown = _audit(chief).show(TrailFilter(login="ana"))
    assert [entry.action for entry in shown] == ["logged_in"]
    with pytest.raises(ForbiddenError):
        _audit(ana).show(TrailFilter())
    assert [e.action for e in _audit(chief).show(TrailFilter(login="chief"))] == [
        "audit_read",
        "logged_in",
    ]


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.EXTERNAL_SELLER, Role.SUPERVISOR])
def test_who_may_not_see_all_learns_of_no_facts_hashes(
    team_database: TeamDatabase, role: Role
) -> None:
    person = team_database.join("ana", role)
    _audit(person).log_in()
    assert _audit(person).seal() is None
    with pytest.raises(ForbiddenError):
        _audit(person).verify()
    for call in (
        "giro_fact_heads()",
        "giro_facts(ARRAY[gen_random_uuid()], ARRAY[0::bigint], ARRAY[9::bigint])",
    ):
        with (
            person.engines.reader.connect() as connection,
            pytest.raises(DBAPIError, match="permission denied"),
        ):
            connection.execute(text(f"SELECT * FROM {call}"))


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ADMINISTRATOR])
def test_what_a_login_may_not_read_is_sealed_and_checked_by_its_hash(
    team_database: TeamDatabase, role: Role
) -> None:
    ana, chief = team_database.join("ana", Role.OPERATOR), team_database.join("chief", role)
    _audit(ana).log_in()
    with ana.engines.writing() as connection:
        connection.execute(
            _CORRECTION,
            {"id": new_id(), "user": ana.user.user_id, "device": ana.user.device_id},
        )
    _audit(ana).log_out()
    assert _audit(chief).seal() is not None
    found = _audit(chief).verify()
    assert (found.is_whole, found.facts, found.hidden, found.unsealed) == (True, 3, 1, 0)

    with team_database.superuser.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text("UPDATE work_corrections SET content_sha256 = repeat('1', 64)"))
    found = _audit(chief).verify()
    assert [(one.kind, one.number) for one in found.findings] == [("not_as_sealed", 2)]

    with team_database.superuser.begin() as connection:
        connection.execute(text("DELETE FROM work_corrections"))
    found = _audit(chief).verify()
    assert [(one.kind, one.number) for one in found.findings] == [("missing", 2)]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("table", ["audit_events", "audit_seals"])
def test_nobody_changes_or_removes_what_is_in_the_trail(
    team_database: TeamDatabase, role: Role, table: str
) -> None:
    person = team_database.join("ana", role)
    _audit(person).log_in()
    for statement in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
        with (
            person.engines.writer.connect() as connection,
            pytest.raises(DBAPIError, match="permission denied"),
        ):
            connection.execute(text(statement))


def test_nobody_writes_in_anothers_name_or_from_anothers_computer(
    team_database: TeamDatabase,
) -> None:
    ana, bia = team_database.join("ana", Role.OPERATOR), team_database.join("bia", Role.OPERATOR)
    insert = text(
        "INSERT INTO audit_events (id, user_id, action, entity, occurred_at, device_id, device_seq,"
        " content_sha256, recorded_at) VALUES (gen_random_uuid(), :user, 'x', 'x', now(), :device,"
        " 99, repeat('0', 64), now())"
    )
    for user, device in ((bia.user.user_id, ana.user.device_id), (ana.user.user_id,
                         bia.user.device_id)):  # fmt: skip
        with (
            ana.engines.writer.connect() as connection,
            pytest.raises(DBAPIError, match="row-level security"),
        ):
            connection.execute(insert, {"user": user, "device": device})


def test_the_migrations_lists_hold_every_kind_of_fact(team_database: TeamDatabase) -> None:
    with team_database.superuser.connect() as connection:
        sources = connection.execute(
            text("SELECT proname, prosrc FROM pg_proc WHERE proname ~ '^giro_facts?(_heads)?$'")
        ).all()
        tables = connection.execute(
            text(
                "SELECT table_name FROM information_schema.columns WHERE column_name ="
                " 'content_sha256' AND table_schema = 'public'"
            )
        ).scalars()
        facts = set(tables)
    assert len(sources) == 2
    for name, source in sources:
        assert {one for one in facts if f"public.{one} " in source} == facts, name
