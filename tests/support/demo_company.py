"""The demo company of a day, made once in a run; tests work on copies of it."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from cockpit.app.demo_database import create_demo
from cockpit.app.paths import Paths
from cockpit.data.url import SqliteFile, parse_address
from tests.support.once import made_once
from tests.support.postgres import PostgresServer
from tests.support.team import TeamDatabase, let_superuser_in


@dataclass(frozen=True)
class DemoCompanies:
    """Files with the demo company, one for each day.

    Attributes:
        folder: Shared by all processes of the run.
    """

    folder: Path

    def copy(self, day: date, path: Path) -> Path:
        """Put the company of a day at a path, and return that."""
        return Path(shutil.copy(self._made(day), path))

    def home(self, folder: Path, as_of: date) -> Path:
        """Put the company where ``--demo --as-of`` looks for it, and return the folder."""
        self.copy(as_of, Paths(folder).demo_database(as_of))
        return folder

    def _made(self, day: date) -> Path:
        def make(path: Path) -> None:
            create_demo(SqliteFile(path), day, is_renewed=True)

        return made_once(self.folder, f"demo-{day.isoformat()}.db", make)


@pytest.fixture(scope="session")
def demo_companies(shared_folder: Path) -> DemoCompanies:
    """The demo companies of this run."""
    return DemoCompanies(shared_folder)


@dataclass(frozen=True)
class ServedCompanies:
    """Databases on a test server with the demo company, which others are copied from."""

    server: PostgresServer
    prepared: str
    made: dict[date, str]

    def template(self, day: date) -> str:
        """Return the name of the database with the company of a day, made at the first time."""
        if day not in self.made:
            name = self.server.create(self.prepared)
            database = TeamDatabase(self.server, name)
            let_superuser_in(database.superuser)
            create_demo(parse_address(database.url("postgres")), day, is_renewed=True)
            database.close()
            self.made[day] = name
        return self.made[day]


@pytest.fixture(scope="session")
def served_companies(postgres_server: PostgresServer, team_template: str) -> ServedCompanies:
    """The demo companies on this process's server."""
    return ServedCompanies(postgres_server, team_template, {})
