"""Ways round the policies that somebody with ``psql`` would try."""

from collections.abc import Iterator
from itertools import product

import psycopg
import pytest
from psycopg import sql

from cockpit.data.server.roles import GROUPS, OWNER
from cockpit.domain.access import GRANTS
from tests.support.company_rows import PEOPLE, Company
from tests.support.plain_sql import connect, is_let, undone
from tests.support.who_sees import customers_of

_CODES = "SELECT code FROM customers"


@pytest.fixture
def ana(company: Company) -> Iterator[psycopg.Connection]:
    with connect(company, company.logins["ana"]) as connection:
        yield connection


@pytest.mark.parametrize(
    "spoof",
    [
        "SET session_authorization TO postgres",
        f"SET SESSION AUTHORIZATION {OWNER}",
        *(f"SET ROLE {group}" for group in (OWNER, *GROUPS) if group != "giro_operator"),
        "SELECT set_config('role', 'giro_manager', false)",
        "SELECT set_config('session_authorization', 'postgres', false)",
        "SET is_superuser = on",
        "ALTER ROLE CURRENT_USER BYPASSRLS",
        "ALTER ROLE CURRENT_USER SUPERUSER",
        "GRANT giro_manager TO CURRENT_USER",
        "CREATE ROLE me_too LOGIN",
        "CREATE TABLE mine (id int)",
        "CREATE FUNCTION public.giro_me() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
        "CREATE OR REPLACE FUNCTION giro_sees_all() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "ALTER FUNCTION giro_me() OWNER TO CURRENT_USER",
        "DROP FUNCTION giro_me() CASCADE",
        "CREATE SCHEMA mine",
        "CREATE EXTENSION dblink",
        "COPY customers TO PROGRAM 'cat'",
        "COPY customers TO '/tmp/customers'",
        "SELECT pg_read_file('/etc/hostname')",
        "SELECT lo_import('/etc/hostname')",
        "SELECT lo_create(0)",
        "SELECT lo_creat(-1)",
        "SELECT lo_from_bytea(0, 'x')",
        "SELECT * FROM pg_authid",
        "SELECT * FROM pg_statistic",
        "ALTER SYSTEM SET row_security = off",
        "ALTER DATABASE CURRENT SET row_security = off",
    ],
)
def test_nobody_becomes_somebody_else(ana: psycopg.Connection, spoof: str) -> None:
    ana.autocommit = True
    with pytest.raises(psycopg.Error):
        ana.execute(spoof)


@pytest.mark.parametrize(
    "preparation",
    [
        "SELECT set_config('app.user_id', 'x', false), set_config('giro.role', 'manager', false)",
        "SET application_name = 'marta'",
        "SET ROLE giro_operator",
        "CREATE TEMP TABLE users AS SELECT id, login, name, 'manager' AS role, team_id,"
        " session_user::text AS database_role, true AS is_active FROM public.users"
        " WHERE login = 'marta'; SET search_path = pg_temp, public",
        "CREATE FUNCTION pg_temp.giro_sees_all() RETURNS boolean LANGUAGE sql AS 'SELECT true';"
        " SET search_path = pg_temp, public",
    ],
)
def test_no_setting_and_no_shadow_shows_more(ana: psycopg.Connection, preparation: str) -> None:
    with undone(ana) as cursor:
        cursor.execute(preparation)
        found = {code for (code,) in cursor.execute("SELECT code FROM public.customers")}
    assert found == customers_of("ana")


def test_switching_policies_off_refuses_to_read(ana: psycopg.Connection) -> None:
    with undone(ana) as cursor:
        cursor.execute("SET row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            cursor.execute(_CODES)


def test_a_function_that_tells_what_it_is_given_is_given_no_foreign_row(
    ana: psycopg.Connection,
) -> None:
    said: list[str] = []
    ana.add_notice_handler(lambda notice: said.append(str(notice.message_primary)))
    with undone(ana) as cursor:
        cursor.execute(
            "CREATE FUNCTION pg_temp.tell(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql"
            " AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$"
        )
        cursor.execute("SELECT 1 FROM customers WHERE pg_temp.tell(code)")
        cursor.execute("SELECT 1 FROM customers WHERE code < 'Z' AND pg_temp.tell(code) OFFSET 0")
    assert set(said) == customers_of("ana")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE customers SET preferred_channel = 'phone' RETURNING code",
        "WITH c AS (SELECT code FROM customers FOR UPDATE) SELECT code FROM c",
        "SELECT code FROM customers FOR KEY SHARE",
        "SELECT code FROM ONLY customers TABLESAMPLE SYSTEM (100)",
        "MERGE INTO customers USING users ON owner_id = users.id"
        " WHEN MATCHED THEN UPDATE SET preferred_channel = 'phone' RETURNING customers.code",
        "SELECT c.code FROM orders JOIN customers AS c ON c.id = orders.customer_id",
    ],
)
def test_no_form_of_statement_gives_a_foreign_row(ana: psycopg.Connection, statement: str) -> None:
    with undone(ana) as cursor:
        found = {code for (code,) in cursor.execute(statement)} - {None}
    assert found <= customers_of("ana")


def test_copying_out_gives_own_rows_and_copying_in_is_refused(ana: psycopg.Connection) -> None:
    with undone(ana) as cursor:
        with cursor.copy("COPY (SELECT code FROM customers) TO STDOUT") as copy:
            copied = {row[0] for row in copy.rows()}
        with cursor.copy("COPY customers (code) TO STDOUT") as copy:
            whole = {row[0] for row in copy.rows()}
    assert copied == whole == customers_of("ana")
    with (
        undone(ana) as cursor,
        pytest.raises(psycopg.Error),
        cursor.copy("COPY phones (id, customer_id, raw) FROM STDIN") as copy,
    ):
        copy.write_row(["0", "0", "0"])


def test_statistics_and_estimates_tell_nothing_of_foreign_rows(
    company: Company, ana: psycopg.Connection
) -> None:
    with connect(company, "postgres") as connection:
        connection.autocommit = True
        connection.execute("ANALYZE customers")
    with undone(ana) as cursor:
        assert (
            cursor.execute("SELECT * FROM pg_stats WHERE tablename = 'customers'").fetchall() == []
        )
        plan = cursor.execute("EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) " + _CODES).fetchall()
    assert not any(code in str(plan) for code in company.customers)


def test_a_row_on_conflict_reads_and_changes_nothing_foreign(
    company: Company, ana: psycopg.Connection
) -> None:
    foreign = next(
        row for row in company.rows["phones"] if row["customer_id"] == company.customers["C2"]
    )
    insert = (
        "INSERT INTO phones (id, customer_id, raw, kind, is_primary, is_valid, created_at,"
        " updated_at) VALUES (%s, %s, 'x', 'mobile', false, true, now(), now())"
        " ON CONFLICT (id) DO UPDATE SET raw = 'stolen' RETURNING raw"
    )
    with undone(ana) as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        cursor.execute(insert, (foreign["id"], company.customers["A1"]))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE settings SET scope = 'company', owner_id = NULL WHERE owner_id IS NOT NULL",
        "UPDATE phones SET customer_id = %(foreign)s",
        "UPDATE claims SET user_id = %(colleague)s WHERE lease_until > now()"
        " AND user_id = giro_me()",
        "UPDATE saved_filters SET is_shared = true WHERE NOT is_shared",
        "UPDATE devices SET user_id = %(colleague)s",
        "UPDATE work_sessions SET user_id = %(colleague)s",
        "INSERT INTO portfolio_entries (id, user_id, customer_id, entered_at)"
        " VALUES (gen_random_uuid(), giro_me(), %(foreign)s, now())",
        "UPDATE customers SET owner_id = giro_me()",
        "UPDATE users SET role = 'administrator'",
        "UPDATE users SET is_active = true",
        "UPDATE contacts SET note = 'x'",
        "DELETE FROM contacts",
        "DELETE FROM audit_events",
    ],
)
def test_rows_are_moved_neither_to_others_nor_to_oneself(
    company: Company, ana: psycopg.Connection, change: str
) -> None:
    values = {"foreign": company.customers["C2"], "colleague": company.users["carla"]}
    with undone(ana) as cursor:
        cursor.execute(
            "INSERT INTO claims (id, customer_id, user_id, device_id, state, claimed_at,"
            " lease_until, fence) SELECT gen_random_uuid(), id, giro_me(), %s, 'finished', now(),"
            " now() + interval '1 hour', 1 FROM customers WHERE code = 'A1'",
            (company.devices["ana"],),
        )
        cursor.execute(
            "INSERT INTO saved_filters (id, owner_id, name, is_shared, screen, definition,"
            " position, created_at, updated_at) VALUES (gen_random_uuid(), giro_me(), 'minha',"
            " false, 'work_list', '{}', 1, now(), now())"
        )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            cursor.execute(change, values)


def test_a_supervisor_lends_no_customer_of_another_team(company: Company) -> None:
    entry = (
        "INSERT INTO portfolio_entries (id, user_id, customer_id, entered_at)"
        " VALUES (gen_random_uuid(), giro_me(), %s, now())"
    )
    move = "UPDATE customers SET owner_id = %s WHERE code = 'B2'"
    with connect(company, company.logins["sofia"]) as connection:
        with undone(connection) as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
            cursor.execute(entry, (company.customers["C1"],))
        with undone(connection) as cursor:
            cursor.execute(entry, (company.customers["B2"],))
        with undone(connection) as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
            cursor.execute(move, (company.users["carla"],))


def test_contacts_are_changed_and_removed_by_nobody(company: Company) -> None:
    for name in company.logins:
        with connect(company, company.logins[name]) as connection:
            for statement in ("UPDATE contacts SET note = ''", "DELETE FROM contacts",
                              "TRUNCATE contacts"):  # fmt: skip
                with (
                    undone(connection) as cursor,
                    pytest.raises(psycopg.errors.InsufficientPrivilege),
                ):
                    cursor.execute(statement)


def test_no_view_and_no_function_runs_with_more_rights_unseen(company: Company) -> None:
    with connect(company, "postgres") as connection:
        views = connection.execute(
            "SELECT viewname FROM pg_views WHERE schemaname = 'public'"
        ).fetchall()
        loose = connection.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
            " AND prosecdef AND NOT coalesce(proconfig::text, '') LIKE '%search_path=pg_catalog%'"
        ).fetchall()
        unforced = connection.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'p') AND relname <> 'alembic_version'"
            " AND NOT (relrowsecurity AND relforcerowsecurity)"
        ).fetchall()
        owners = connection.execute(
            "SELECT DISTINCT rolname, rolcanlogin, rolbypassrls FROM pg_class"
            " JOIN pg_roles ON pg_roles.oid = relowner"
            " WHERE relnamespace = 'public'::regnamespace AND relname = ANY(%s)",
            (list(GRANTS),),
        ).fetchall()
    assert (views, loose, unforced) == ([], [], [])
    assert owners == [(OWNER, False, False)]


@pytest.mark.parametrize(("name", "is_let"), [("sofia", False), ("marta", False), ("alice", True)])
def test_only_administrators_say_where_everybodys_programs_go(
    company: Company, name: str, is_let: bool
) -> None:
    statement = (
        "INSERT INTO settings (id, scope, key, value, created_at, updated_at)"
        " VALUES (gen_random_uuid(), 'company', %s, '\"evil.example\"', now(), now())"
    )
    with connect(company, company.logins[name]) as connection:
        with undone(connection) as cursor:
            cursor.execute(statement, ("calendar.test",))
            if is_let:
                cursor.execute(statement, ("server.standby",))
            else:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    cursor.execute(statement, ("server.standby",))
        with undone(connection) as cursor:
            cursor.execute(statement, ("calendar.test",))
            rename = "UPDATE settings SET key = 'server.standby' WHERE key = 'calendar.test'"
            if not is_let:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    cursor.execute(rename)


_LOCK_MODES = ("ACCESS EXCLUSIVE", "EXCLUSIVE", "SHARE ROW EXCLUSIVE", "SHARE")


def test_only_who_may_remove_rows_locks_a_table(company: Company) -> None:
    """The right to remove, which has no columns, is the right to lock as well."""
    wrong = []
    for name, (role, _) in PEOPLE.items():
        with connect(company, company.logins[name]) as connection:
            for table, mode in product(GRANTS, _LOCK_MODES):
                lock = sql.SQL("LOCK TABLE {} IN {} MODE NOWAIT")
                is_lockable = role in GRANTS[table].removes
                if is_let(connection, lock.format(sql.Identifier(table), sql.SQL(mode))) != (
                    is_lockable
                ):
                    wrong.append((name, table, mode))
    assert wrong == []
