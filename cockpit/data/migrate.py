"""Bringing a database to this program's schema; several programs may try at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from cockpit.data.backup import back_up
from cockpit.data.engine import Engines
from cockpit.data.errors import told_plainly
from cockpit.data.revisions import MIGRATIONS, has_tables, own_revisions, stored_revision
from cockpit.data.sqlite import BUSY_SECONDS
from cockpit.data.url import SqliteFile
from cockpit.domain.errors import DatabaseError

_WAIT_SECONDS = 120
#: Analyse in part, and also tables that this connection has not asked yet.
_WITHOUT_FIGURES = 0x10002


def bring_up_to_date(engines: Engines) -> bool:
    """Migrate a database where it needs it, after a backup of an embedded one.

    Either all pending migrations are in afterwards or none is.

    Returns:
        Whether anything was pending.

    Raises:
        DatabaseError: It is of a newer version, of another program, or could not be migrated.
    """
    own = own_revisions()
    with engines.reading() as connection:
        stored = stored_revision(connection)
        is_foreign = engines.is_sqlite and stored is None and has_tables(connection)
    if stored == own.head:
        return False
    if is_foreign:
        raise DatabaseError("database_not_giro")
    if stored is not None and stored not in own.known:
        raise DatabaseError("database_newer")
    if isinstance(engines.address, SqliteFile) and stored is not None:
        back_up(engines.address.path, stored, engines.key)
    with told_plainly(), engines.writer.connect() as connection, _patient(connection):
        upgrade_schema(connection)
        _look_at_sizes(connection)
    return True


@contextmanager
def _patient(connection: Connection) -> Iterator[None]:
    """Let a connection wait for another program's migration, and its own take its time."""
    if connection.dialect.name == "sqlite":
        yield from _set(
            connection,
            f"PRAGMA busy_timeout = {_WAIT_SECONDS * 1000}",
            f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
        )
    else:
        from cockpit.data.watchdog import let_wait  # noqa: PLC0415 - loads the server's driver

        let_wait(connection)
        yield from _set(connection, "SET statement_timeout = 0", "RESET statement_timeout")


def _set(connection: Connection, before: str, after: str) -> Iterator[None]:
    """Say something to the driver before and after; outside SQLAlchemy's transactions."""
    driver = connection.connection
    driver.cursor().execute(before)
    driver.commit()
    try:
        yield
    finally:
        if not connection.invalidated:
            driver.rollback()
            driver.cursor().execute(after)
            driver.commit()


def upgrade_schema(connection: Connection) -> None:
    """Run the pending migrations, in the connection's transaction where one is open."""
    from alembic import command  # noqa: PLC0415 - slow to import and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _look_at_sizes(connection: Connection) -> None:
    """Let an embedded database know anew how its tables are filled.

    A table that a migration made anew has lost what SQLite chooses indexes by. Only tables without
    such figures are looked at, and a part of each; a server does it by itself.
    """
    if connection.dialect.name == "sqlite":
        with connection.begin():
            connection.exec_driver_sql(f"PRAGMA optimize({_WITHOUT_FIGURES})")
