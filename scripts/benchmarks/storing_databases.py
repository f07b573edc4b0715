"""Databases of either engine that measured programs fill: made, copied, dropped."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

from sqlalchemy import NullPool, create_engine, make_url

from cockpit.data.server.prepare import prepare
from tests.support.postgres import PostgresServer, start_server
from tests.support.team import let_superuser_in


class Databases(Protocol):
    """Where the databases of one engine live."""

    @property
    def name(self) -> str:
        """Return the engine's name."""
        ...

    def opened(self) -> AbstractContextManager[None]:
        """Keep the engine ready for as long as databases are used."""
        ...

    def made(self) -> str:
        """Make a database that a program can import into; return its URL."""
        ...

    def copied(self, url: str) -> AbstractContextManager[str]:
        """Copy a database that nobody uses; the copy goes away afterwards."""
        ...

    def cpu(self) -> float:
        """Return the seconds of processor time that the engine took beside the programs."""
        ...


class EmbeddedFiles:
    """SQLite: files in a folder."""

    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Need nothing: the programs are the engine."""
        yield

    def made(self) -> str:
        """Name a file that is not there yet: the program makes it."""
        return str(self._folder / f"storing-{next(self._numbers)}.db")

    @contextmanager
    def copied(self, url: str) -> Iterator[str]:
        """Copy a file, whose write-ahead log went away with the last program."""
        path = Path(shutil.copyfile(url, self.made()))
        yield str(path)
        path.unlink()

    def cpu(self) -> float:
        """Return zero: all of it is the programs' own."""
        return 0.0


class Server:
    """PostgreSQL: the tests' own server, which keeps its data in memory where it can."""

    name = "PostgreSQL"
    _server: PostgresServer

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Start the server."""
        self._server = start_server()
        try:
            yield
        finally:
            self._server.stop()

    def made(self) -> str:
        """Make a prepared database; the measured programs are its administrator's."""
        url = self._server.url(self._server.create())
        engine = create_engine(url, poolclass=NullPool)
        with engine.connect() as connection:
            prepare(connection)
        let_superuser_in(engine)
        engine.dispose()
        return url

    @contextmanager
    def copied(self, url: str) -> Iterator[str]:
        """Copy a database within the server."""
        name = self._server.create(make_url(url).database or "")
        yield self._server.url(name)
        self._server.drop(name)

    def cpu(self) -> float:
        """Return what the sessions took that have ended, and the server's first process."""
        return float(sum(self._server.process.cpu_times()[:4]))
