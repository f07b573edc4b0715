"""Run the migrations on a connection or engine that the caller gives, or on a database's URL.

The program passes `config.attributes["connection"]`; a developer may say
`alembic -x url=… upgrade head` or set GIRO_DATABASE_URL.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

import sqlcipher3.dbapi2
from alembic import context
from sqlalchemy import Connection, Engine, NullPool, create_engine, text

from models import Base

# Two programs that start at once must not both migrate; any number will do, if nobody else has it.
MIGRATION_LOCK = 0x4769726F
_NOTE_TRIGGERS = frozenset(f"tr_contacts_note_{one}" for one in ("added", "changed", "removed"))


def _engine_of_command() -> Engine:
    """Open the database that the command line or the environment names."""
    url = context.get_x_argument(as_dictionary=True).get("url") or os.environ.get(
        "GIRO_DATABASE_URL"
    )
    if not url:
        raise SystemExit("Name a database: alembic -x url=URL …, or set GIRO_DATABASE_URL.")
    if url.startswith("sqlite"):
        return create_engine(url, module=sqlcipher3.dbapi2, poolclass=NullPool)
    return create_engine(url, poolclass=NullPool)


@contextmanager
def _connected() -> Iterator[Connection]:
    """Yield the caller's connection, or one of the engine."""
    given = context.config.attributes.get("connection")
    if isinstance(given, Connection):
        yield given
        return
    with (given or _engine_of_command()).connect() as connection:
        yield connection


@contextmanager
def _foreign_keys_off(connection: Connection) -> Iterator[None]:
    """Switch SQLite's foreign keys off around the transaction, and say so if a reference broke.

    A batch migration drops the old table, and with the keys on that deletes the children of its
    rows. The switch does nothing inside a transaction, so it goes to the driver before one begins.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    if connection.in_transaction():
        raise RuntimeError("migrate outside a transaction: SQLite ignores the switch inside one")
    driver = connection.connection.cursor()
    (before,) = driver.execute("PRAGMA foreign_keys").fetchone()
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA foreign_keys={before}")
        driver.close()


def _lock(connection: Connection) -> None:
    """Let one program at a time migrate; SQLite's own transaction does that there."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})


def _refuse_broken_references(connection: Connection) -> None:
    """Raise, and so undo the migration, when a row refers to one that is gone."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = ", ".join(sorted({f"{row[0]} → {row[2]}" for row in broken}))
        raise RuntimeError(f"the migration leaves broken references: {tables}")


def _refuse_lost_triggers(connection: Connection) -> None:
    """Raise, and so undo the migration, when notes would not be indexed any more.

    A batch migration of ``contacts`` drops the old table and its triggers with it; one that does so
    has to make them again, as 0022 does.
    """
    if connection.dialect.name != "sqlite":
        return
    names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    lost = sorted(_NOTE_TRIGGERS - names)
    if "contact_notes" in names and lost:
        raise RuntimeError(f"the migration leaves notes without an index: {', '.join(lost)}")


def _is_compared(
    thing: object, name: str | None, kind: str, is_reflected: bool, twin: object
) -> bool:
    """Leave the index of notes out, of which the mapped classes know nothing (0022)."""
    is_search = (name or "").startswith(("contact_note", "ix_contacts_note_", "note_words"))
    return not (is_reflected and twin is None and is_search)


def _transaction(connection: Connection) -> AbstractContextManager[object]:
    return nullcontext() if connection.in_transaction() else connection.begin()


def run() -> None:
    """Migrate in one transaction: the caller's where one is open on a server."""
    with _connected() as connection, _foreign_keys_off(connection), _transaction(connection):
        if connection.dialect.name == "sqlite" and not connection.connection.in_transaction:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        _lock(connection)
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            compare_type=True,
            compare_server_default=True,
            render_as_batch=True,
            include_object=_is_compared,
        )
        context.run_migrations()
        _refuse_broken_references(connection)
        _refuse_lost_triggers(connection)


if context.is_offline_mode():
    raise SystemExit("The migrations look at the database; run them without --sql.")
run()
