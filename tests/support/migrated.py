"""Databases that went through the migrations, as the program makes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, NullPool, create_engine, event

MIGRATIONS = Path(__file__).parents[2] / "migrations"


def engine_for(url: str) -> Engine:
    """Open a database with foreign keys held and transactional DDL, whichever engine it is."""
    if not url.startswith("sqlite"):
        return create_engine(url, poolclass=NullPool)
    engine = create_engine(url, module=sqlcipher3.dbapi2, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _hold_foreign_keys(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """Yield an engine and close it."""
    engine = engine_for(url)
    try:
        yield engine
    finally:
        engine.dispose()


def configuration(engine: Engine, versions: Path | None = None) -> Config:
    """Return Alembic's configuration for an engine, with another folder of revisions if named."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    if versions is not None:
        config.set_main_option("version_locations", f"{MIGRATIONS / 'versions'}\n{versions}")
    config.attributes["connection"] = engine
    return config


def migrate(url: str, revision: str = "head") -> None:
    """Bring a database to a revision."""
    with opened(url) as engine:
        command.upgrade(configuration(engine), revision)
