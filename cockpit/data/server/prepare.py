"""Bringing a server's database to what is declared: roles, schema, functions, grants, policies."""

from pathlib import Path
from typing import Any

from psycopg import Error as PsycopgError
from psycopg import sql
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from cockpit.data.defaults import seed_defaults
from cockpit.data.migrate import upgrade_schema
from cockpit.data.revisions import has_tables, own_revisions, stored_revision
from cockpit.data.server.compatibility import OLDEST_PROGRAM
from cockpit.data.server.erasing.making import erasing_statements
from cockpit.data.server.execution import execution_statements, last_number
from cockpit.data.server.mark import MARK
from cockpit.data.server.note_search import notes_matching
from cockpit.data.server.policies import access_statements
from cockpit.data.server.roles import GATEKEEPER, GROUPS, OWNER, group_of, role_statements
from cockpit.data.server.sync.making import sync_statements
from cockpit.domain.errors import DatabaseError
from cockpit.domain.vocabulary import Role
from models import Base

#: Grants that neither inherit nor let become came with it, and so did roles made by a login that is
#: no superuser.
OLDEST_SERVER = 160_000
_HERE = Path(__file__).parent
#: One preparation at a time.
_LOCK = 0x4769726F0003
_IMPORTERS = (Role.MANAGER, Role.ADMINISTRATOR)
#: Whoever works does so in seconds. What waits longer for its locks lets those behind it go on, and
#: is tried again.
_PATIENCE = "3s"
_TRIES = 20
#: Anybody can hold the lock of a preparation; then it is said that somebody does.
_TURN = "50s"
#: Locks that others hold too long, and two who wait for each other.
_IN_THE_WAY = frozenset({"55P03", "40P01"})
#: One transaction that stays open stops everybody's live refresh and the server's own cleaning.
_SETTINGS = {
    "idle_in_transaction_session_timeout": "60s",
    "statement_timeout": "60s",
    "transaction_timeout": "15min",
}
#: Everybody may make large objects, which no policy and no quota knows: room for a whole disk. A
#: superuser's to take away.
_NO_LARGE_OBJECTS = """DO $$ DECLARE made record; BEGIN
    FOR made IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace =
        'pg_catalog'::regnamespace AND proname IN ('lo_create', 'lo_creat', 'lo_from_bytea') LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', made.name);
    END LOOP;
EXCEPTION WHEN insufficient_privilege THEN NULL; END $$"""
_OWNED = """
    SELECT format('ALTER TABLE %s OWNER TO {owner}', c.oid::regclass)
    FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND relowner <> '{owner}'::regrole
    UNION ALL
    SELECT format('ALTER FUNCTION %s OWNER TO {owner}', p.oid::regprocedure)
    FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'giro\\_%'
        AND proowner NOT IN ('{owner}'::regrole, '{gatekeeper}'::regrole)
"""


def prepare(connection: Connection) -> None:
    """Bring a database to this program's schema and to what is declared; twice changes nothing.

    Args:
        connection: Of a login that may make roles and owns the database, or of a superuser; no
            transaction is open on it.

    Raises:
        DatabaseError: The server or the database is none that this program could work on.
        sqlalchemy.exc.DBAPIError: The server refused; nothing but the roles is left of the try.
    """
    with connection.begin():
        _check(connection)
    with connection.begin():
        _tell(
            connection,
            f"SET LOCAL lock_timeout = '{_TURN}'",
            f"SELECT pg_advisory_xact_lock({_LOCK})",
            *role_statements(),
        )
    for attempt in range(1, _TRIES + 1):
        try:
            _bring_up_to_date(connection)
        except (DBAPIError, PsycopgError) as error:
            # Whoever works goes on, and this waits for a quieter moment.
            if attempt == _TRIES or _state(error) not in _IN_THE_WAY:
                raise
        else:
            return


def _bring_up_to_date(connection: Connection) -> None:
    """Do all of it in one transaction, or nothing."""
    with connection.begin():
        _tell(
            connection,
            "SET LOCAL statement_timeout = 0",
            f"SELECT set_config('transaction_timeout', '0', true) {_where('transaction_timeout')}",
            f"SET LOCAL lock_timeout = '{_PATIENCE}'",
            f"SELECT pg_advisory_xact_lock({_LOCK})",
            *_settings(connection),
            *_doors(connection),
            *_ownership(connection),
            f"SET LOCAL ROLE {OWNER}",
        )
        _check_revision(connection)
        upgrade_schema(connection)
        _tell(
            connection,
            *(
                _file(name)
                for name in (
                    "functions.sql",
                    "people.sql",
                    "sync/devices.sql",
                    "sync/collisions.sql",
                    "sync/upkeep.sql",
                )
            ),
            last_number(),
            notes_matching(),
            *sync_statements(),
            *erasing_statements(),
            _oldest_program(),
            *execution_statements(),
            *access_statements(Base.metadata.tables),
        )
        seed_defaults(connection)
        _tell(connection, "RESET ROLE", *_gate(), f"SET LOCAL ROLE {OWNER}", MARK)


def add_login(connection: Connection, login: str, group: str) -> None:
    """Make a login without an invitation: for tests and benchmarks, where nobody has passwords."""
    for template, names in (
        ("CREATE ROLE {} LOGIN", (login,)),
        ("GRANT CONNECT ON DATABASE {} TO {}", (_database(connection), login)),
        ("GRANT {} TO {}", (group, login)),
    ):
        _driver(connection).execute(sql.SQL(template).format(*map(sql.Identifier, names)))


def check_server(connection: Connection) -> None:
    """Refuse an old server.

    Raises:
        DatabaseError: It lacks what Giro needs.
    """
    version = int(connection.execute(text("SHOW server_version_num")).scalar_one())
    if version < OLDEST_SERVER:
        raise DatabaseError("server_too_old", version=OLDEST_SERVER // 10_000)


def _check(connection: Connection) -> None:
    """Refuse an old server and another program's database."""
    check_server(connection)
    stored = inspect(connection)
    if has_tables(connection) and not all(map(stored.has_table, ("alembic_version", "users"))):
        raise DatabaseError("database_not_giro")


def _check_revision(connection: Connection) -> None:
    """Refuse a newer database; the owner alone may look."""
    stored = stored_revision(connection)
    if stored is not None and stored not in own_revisions().known:
        raise DatabaseError("database_newer")


def _settings(connection: Connection) -> list[str]:
    """Return what sets the database's own settings, of those that this server knows."""
    known = connection.execute(
        text("SELECT name FROM pg_settings WHERE name = ANY(:names)"), {"names": list(_SETTINGS)}
    ).scalars()
    template = sql.SQL("ALTER DATABASE {} SET {} = {}")
    return [
        _spelt(connection, template.format(
            sql.Identifier(_database(connection)), sql.Identifier(name),
            sql.Literal(_SETTINGS[name]),
        ))
        for name in known
    ]  # fmt: skip


def _doors(connection: Connection) -> list[str]:
    """Return what closes database and schema to everybody whom nobody invited."""
    database = _spelt(connection, sql.Identifier(_database(connection)))
    importers = ", ".join(map(group_of, _IMPORTERS))
    return [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {GATEKEEPER} WITH GRANT OPTION",
        # Undoing an import keeps its rows' keys in a temporary table.
        f"GRANT TEMPORARY ON DATABASE {database} TO {OWNER}, {importers}",
        _NO_LARGE_OBJECTS,
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT ALL ON SCHEMA public TO {OWNER}",
        f"GRANT USAGE ON SCHEMA public TO {GATEKEEPER}, {', '.join(GROUPS)}",
    ]


def _ownership(connection: Connection) -> list[str]:
    """Return what gives the owner the tables of a database that somebody used without roles."""
    wanted = _OWNED.format(owner=OWNER, gatekeeper=GATEKEEPER)
    return list(connection.exec_driver_sql(wanted.replace("%", "%%")).scalars())


def _gate() -> list[str]:
    """Return what makes the gatekeeper's functions, as the gatekeeper."""
    return [
        # A superuser's to give; without it administrators' reads are not logged, as doctor says.
        f"""DO $$ BEGIN
            GRANT SET ON PARAMETER log_statement, log_parameter_max_length TO {GATEKEEPER};
        EXCEPTION WHEN insufficient_privilege THEN NULL; END $$""",
        f"GRANT CREATE ON SCHEMA public TO {GATEKEEPER}",
        f"SET LOCAL ROLE {GATEKEEPER}",
        _file("gatekeeper.sql"),
        "RESET ROLE",
        f"REVOKE CREATE ON SCHEMA public FROM {GATEKEEPER}",
    ]


def _oldest_program() -> str:
    return (
        "CREATE OR REPLACE FUNCTION giro_oldest_program() RETURNS text LANGUAGE sql IMMUTABLE"
        f" AS $$ SELECT '{OLDEST_PROGRAM}' $$"
    )


def _where(setting: str) -> str:
    return f"WHERE EXISTS (SELECT FROM pg_settings WHERE name = '{setting}')"


def _state(error: DBAPIError | PsycopgError) -> str | None:
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlstate", None)


def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _database(connection: Connection) -> str:
    return str(connection.exec_driver_sql("SELECT current_database()").scalar_one())


def _spelt(connection: Connection, part: sql.Composable) -> str:
    return part.as_string(_driver(connection))


def _tell(connection: Connection, *statements: str) -> None:
    """Send statements as they stand; one text may hold several."""
    for statement in statements:
        _driver(connection).execute(statement)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
