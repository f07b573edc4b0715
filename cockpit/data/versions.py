"""What stands behind an open database, for whoever has to help from afar."""

from importlib import metadata

from sqlalchemy import text

from cockpit.data.engine import Engines
from cockpit.data.revisions import stored_revision

_DRIVERS = {"sqlite": "sqlcipher3", "postgresql": "psycopg"}


def versions(engines: Engines) -> tuple[str, str, str]:
    """Return the driver with its version, the engine with its version, and the schema's revision.

    Raises:
        DatabaseError: The database cannot be read.
    """
    with engines.reading() as connection:
        driver = _DRIVERS[connection.dialect.name]
        if engines.is_sqlite:
            server = f"SQLite {connection.execute(text('SELECT sqlite_version()')).scalar_one()}"
        else:
            server = f"PostgreSQL {connection.execute(text('SHOW server_version')).scalar_one()}"
        return f"{driver} {metadata.version(driver)}", server, stored_revision(connection) or ""
