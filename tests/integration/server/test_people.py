"""Inviting, accepting and revoking on a real server, as the login of a managed service may."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from cockpit.data.server.doctor import examine
from cockpit.data.server.people import (
    Newcomer,
    accept,
    has_administrator,
    invite,
    is_somebody,
    revoke,
)
from cockpit.data.server.prepare import prepare
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Role
from tests.support.postgres import PostgresServer, start_server

DBA = "dba"
CODE, PASSWORD = "QW3K-7XMA-PLD2", "a-senha-da-ana"


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(days=3)


@dataclass
class Managed:
    """A server on which nobody is superuser: its owner may make logins and owns one database."""

    server: PostgresServer
    database: str

    def connect(self, login: str, password: str = DBA) -> Connection:
        engine = create_engine(
            self.server.url(self.database, login), connect_args={"password": password},
            poolclass=NullPool,
        )  # fmt: skip
        return engine.connect()

    def superuser(self) -> psycopg.Connection:
        return psycopg.connect(
            host=self.server.host, port=self.server.port, user="postgres", dbname=self.database,
            autocommit=True,
        )  # fmt: skip


@pytest.fixture(scope="module")
def managed_server() -> Iterator[PostgresServer]:
    server = start_server()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def managed_template(managed_server: PostgresServer) -> Managed:
    name = managed_server.create()
    managed = Managed(managed_server, name)
    with managed.superuser() as connection:
        connection.execute("CREATE ROLE dba LOGIN CREATEROLE CREATEDB PASSWORD 'dba'")
        connection.execute(sql.SQL("ALTER DATABASE {} OWNER TO dba").format(sql.Identifier(name)))
    managed_server.guard("all")
    with managed.connect("dba") as connection:
        prepare(connection)
        prepare(connection)
    return managed


@pytest.fixture
def managed(managed_template: Managed) -> Iterator[Managed]:
    yield managed_template
    with managed_template.superuser() as connection:
        connection.execute("UPDATE users SET database_role = NULL, login = id::text")
        mine = "shobj_description(oid, 'pg_authid') LIKE 'giro:%%'"
        for (login,) in connection.execute(f"SELECT rolname FROM pg_roles WHERE {mine}").fetchall():
            role = sql.Identifier(login)
            database = sql.Identifier(managed_template.database)
            connection.execute("SET ROLE giro_gatekeeper")
            connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM {}").format(database, role))
            connection.execute("RESET ROLE")
            connection.execute(sql.SQL("DROP ROLE {}").format(role))


def invited(managed: Managed, login: str = "ana", role: Role = Role.OPERATOR, **more: str) -> None:
    with managed.connect("dba") as connection:
        invite(connection, Newcomer(login, login.title(), role, **more), CODE, soon())


def joined(managed: Managed, login: str = "ana", role: Role = Role.OPERATOR, **more: str) -> None:
    invited(managed, login, role, **more)
    with managed.connect(login, CODE) as connection:
        accept(connection, PASSWORD)


def knows(connection: Connection) -> bool:
    return bool(connection.execute(text("SELECT giro_knows_me()")).scalar())


def test_an_invitation_is_good_for_a_password_and_for_nothing_else(managed: Managed) -> None:
    invited(managed)

    with managed.connect("ana", CODE) as connection:
        assert not knows(connection)
        connection.rollback()
        accept(connection, PASSWORD)

    with pytest.raises(OperationalError):
        managed.connect("ana", CODE)
    with managed.connect("ana", PASSWORD) as connection:
        assert knows(connection)
        connection.rollback()
        with pytest.raises(BadInputError) as refused:
            accept(connection, "outra-senha")
    assert refused.value.message.key == "error.server_no_invitation"


def test_whoever_ran_init_is_nobody_in_the_database(managed: Managed) -> None:
    joined(managed)
    for login, password, expected in (("dba", DBA, False), ("ana", PASSWORD, True)):
        with managed.connect(login, password) as connection:
            assert is_somebody(connection) is expected


def test_whoever_ran_init_may_examine_all_of_it_without_being_a_superuser(managed: Managed) -> None:
    joined(managed, "clara", Role.ADMINISTRATOR)
    with managed.connect("dba") as connection:
        found = {one.check: one.message.key for one in examine(connection)}
    assert "doctor.hidden" not in found.values()
    assert found["logins"] == "doctor.logins"
    assert found["schema"] == "doctor.schema"


def test_an_invitation_ends_after_its_days(managed: Managed) -> None:
    with managed.connect("dba") as connection:
        newcomer = Newcomer("ana", "Ana", Role.OPERATOR)
        invite(connection, newcomer, CODE, datetime.now(UTC) - timedelta(seconds=1))
    with pytest.raises(OperationalError):
        managed.connect("ana", CODE)


def test_the_server_is_told_no_password(managed: Managed) -> None:
    joined(managed)
    with managed.superuser() as connection:
        stored = connection.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = 'ana'"
        ).fetchone()
    assert stored is not None
    assert stored[0].startswith("SCRAM-SHA-256$")
    with managed.connect("dba") as connection:
        call = (
            "SET LOCAL ROLE giro_owner; SELECT giro_invite(gen_random_uuid(), 'bia', 'Bia',"
            " 'operator', gen_random_uuid(), '', 'senha', now())"
        )
        with pytest.raises(DBAPIError, match="no_verifier"):
            connection.exec_driver_sql(call)


def test_an_administrator_invites_and_others_do_not(managed: Managed) -> None:
    with managed.connect("dba") as connection:
        assert not has_administrator(connection)
    joined(managed, "chefe", Role.ADMINISTRATOR)
    joined(managed, "ana")

    with managed.connect("chefe", PASSWORD) as connection:
        invite(connection, Newcomer("bia", "Bia", Role.SUPERVISOR, "Sul"), CODE, soon())
    with managed.connect("ana", PASSWORD) as connection, pytest.raises(DBAPIError):
        invite(connection, Newcomer("eva", "Eva", Role.ADMINISTRATOR), CODE, soon())
    with managed.connect("dba") as connection:
        assert has_administrator(connection)
    with managed.superuser() as connection:
        supervised = connection.execute(
            "SELECT t.name FROM teams t JOIN users u ON u.id = t.supervisor_id"
            " WHERE u.database_role = 'bia'"
        ).fetchall()
    assert supervised == [("Sul",)]


def test_a_login_that_the_database_did_not_make_is_nobodys_to_give(managed: Managed) -> None:
    for login, key in (
        ("postgres", "login_taken"), ("dba", "invites_self"), ("giro_owner", "bad_login"),
        ("pg_monitor", "bad_login"), ("a; DROP", "bad_login"), ("", "bad_login"),
    ):  # fmt: skip
        with pytest.raises(BadInputError) as refused:
            invited(managed, login)
        assert refused.value.message.key == f"error.server_{key}"


def test_a_revoked_person_is_out_at_once_and_comes_back_by_a_new_invitation(
    managed: Managed,
) -> None:
    joined(managed)
    open_one = managed.connect("ana", PASSWORD)
    assert knows(open_one)

    with managed.connect("dba") as connection:
        revoke(connection, "ana")

    with pytest.raises(OperationalError):
        knows(open_one)
    open_one.invalidate()
    open_one.close()
    with pytest.raises(OperationalError):
        managed.connect("ana", PASSWORD)
    with managed.superuser() as connection:
        row = connection.execute("SELECT is_active FROM users WHERE database_role = 'ana'")
        assert row.fetchall() == [(False,)]
    with managed.connect("dba") as connection:
        invite(connection, Newcomer("ana"), CODE, soon())
    with managed.connect("ana", CODE) as connection:
        accept(connection, "uma-nova")
    with managed.connect("ana", "uma-nova") as connection:
        assert knows(connection)


def test_another_role_takes_the_old_ones_rights_away(managed: Managed) -> None:
    joined(managed, "ana", Role.MANAGER)
    with managed.connect("dba") as connection:
        invite(connection, Newcomer("ana", role=Role.OPERATOR), CODE, soon())
    with managed.superuser() as connection:
        groups = connection.execute(
            "SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = 'ana'::regrole"
        ).fetchall()
    assert groups == [("giro_operator",)]


def test_whom_an_import_named_keeps_the_portfolio(managed: Managed) -> None:
    with managed.superuser() as connection:
        connection.execute(
            "INSERT INTO users (id, login, name, role, is_active, language, created_at,"
            " updated_at) VALUES (gen_random_uuid(), 'erp:ana lima', 'Ana Lima',"
            " 'external_seller', true, 'pt_BR', now(), now())"
        )
        before = connection.execute("SELECT id FROM users WHERE login = 'erp:ana lima'").fetchall()
    with managed.connect("dba") as connection:
        invite(connection, Newcomer("ana", "ANA LIMA", Role.OPERATOR), CODE, soon())
    with managed.superuser() as connection:
        after = connection.execute("SELECT id FROM users WHERE login = 'ana'").fetchall()
    assert after == before


def test_nobody_revokes_themself(managed: Managed) -> None:
    joined(managed, "chefe", Role.ADMINISTRATOR)
    with managed.connect("chefe", PASSWORD) as connection, pytest.raises(BadInputError) as refused:
        revoke(connection, "chefe")
    assert refused.value.message.key == "error.server_revokes_self"


def test_only_whom_somebody_invited_may_connect(managed: Managed) -> None:
    with managed.superuser() as connection:
        connection.execute("CREATE ROLE fremd LOGIN PASSWORD 'fremd'")
    try:
        with pytest.raises(OperationalError, match="CONNECT"):
            managed.connect("fremd", "fremd")
    finally:
        with managed.superuser() as connection:
            connection.execute("DROP ROLE fremd")


def test_a_login_with_a_dot_and_a_hyphen_is_like_any_other(managed: Managed) -> None:
    joined(managed, "ana.lima-2", Role.MANAGER)
    with managed.connect("dba") as connection:
        invite(connection, Newcomer("ana.lima-2", role=Role.OPERATOR), CODE, soon())
        revoke(connection, "ana.lima-2")
    with pytest.raises(OperationalError):
        managed.connect("ana.lima-2", CODE)


def test_the_gatekeeper_reads_nothing(managed: Managed) -> None:
    joined(managed)
    with managed.connect("dba") as connection:
        revoke(connection, "ana")
    with managed.superuser() as connection:
        inherited = connection.execute(
            "SELECT count(*) FROM pg_auth_members"
            " WHERE member = 'giro_gatekeeper'::regrole AND inherit_option"
        ).fetchone()
        assert inherited == (0,)
        held = connection.execute(
            "SELECT count(*) FROM information_schema.role_table_grants"
            " WHERE grantee = 'giro_gatekeeper'"
        ).fetchone()
    assert held == (0,)


def _groups(managed: Managed, login: str) -> list[str]:
    with managed.superuser() as connection:
        found = connection.execute(
            "SELECT m.roleid::regrole::text FROM pg_auth_members m JOIN pg_roles r"
            " ON r.oid = m.member WHERE r.rolname = %s",
            (login,),
        ).fetchall()
    return [name for (name,) in found]


def test_each_login_is_in_exactly_one_group_whatever_it_was_before(managed: Managed) -> None:
    for role in (*Role, *reversed(Role)):
        invited(managed, "ana", role)
        assert _groups(managed, "ana") == [f"giro_{role}"]
    with managed.connect("dba") as connection:
        revoke(connection, "ana")
        invite(connection, Newcomer("ana"), CODE, soon())
    assert _groups(managed, "ana") == [f"giro_{Role.OPERATOR}"]


def test_nobody_invites_themself(managed: Managed) -> None:
    joined(managed, "chefe", Role.ADMINISTRATOR)
    with managed.connect("chefe", PASSWORD) as connection, pytest.raises(BadInputError) as refused:
        invite(connection, Newcomer("chefe", role=Role.OPERATOR), CODE, soon())
    assert refused.value.message.key == "error.server_invites_self"


def test_an_administrators_statements_are_logged_where_a_superuser_prepared(
    managed: Managed,
) -> None:
    """The server of a managed service lets nobody set it, and everything else works the same."""
    invited(managed, "antes", Role.ADMINISTRATOR)
    assert _settings_of(managed, "antes") is None
    engine = create_engine(managed.server.url(managed.database), poolclass=NullPool)
    with engine.connect() as connection:
        prepare(connection)
    assert _settings_of(managed, "antes") == ["log_statement=all", "log_parameter_max_length=0"]
    joined(managed, "chefe", Role.ADMINISTRATOR)
    assert _settings_of(managed, "chefe") == ["log_statement=all", "log_parameter_max_length=0"]
    with managed.connect("chefe", PASSWORD) as connection:
        assert connection.execute(text("SHOW log_statement")).scalar() == "all"
        for way in ("SET log_statement = none", "ALTER ROLE chefe RESET log_statement"):
            connection.rollback()
            with pytest.raises(DBAPIError):
                connection.exec_driver_sql(way)
        connection.rollback()
        connection.exec_driver_sql("ALTER ROLE chefe RESET ALL")
        connection.commit()
    assert _settings_of(managed, "chefe") == ["log_statement=all", "log_parameter_max_length=0"]
    invited(managed, "chefe", Role.OPERATOR)
    assert _settings_of(managed, "chefe") is None


def _settings_of(managed: Managed, login: str) -> list[str] | None:
    with managed.superuser() as connection:
        row = connection.execute(
            "SELECT s.setconfig FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole"
            " WHERE r.rolname = %s",
            (login,),
        ).fetchone()
    return None if row is None else row[0]
