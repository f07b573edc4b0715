"""A server with what an embedded database holds, so that both engines are asked the same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, insert, text

from cockpit.data.server.prepare import prepare
from cockpit.domain.vocabulary import Role
from models import User
from scripts.benchmarks.file_to_server import copy_tables
from scripts.benchmarks.team_database import person
from tests.support.postgres import start_server


@contextmanager
def server_of(file: Path, tables: Sequence[str]) -> Iterator[str]:
    """Start a server with some tables of a file, parents first; yields a manager's URL."""
    server = start_server()
    try:
        url = server.url(server.create())
        engine = create_engine(url)
        with engine.connect() as connection:
            prepare(connection)
        with engine.begin() as connection:
            copy_tables(file, connection, tables)
            connection.execute(insert(User), person("postgres", Role.MANAGER))
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        engine.dispose()
        yield url
    finally:
        server.stop()
