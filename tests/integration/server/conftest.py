"""A filled company, which a module's tests leave as it is; an operator whose cable can be cut."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from cockpit.domain.vocabulary import Role
from models import Base
from tests.support.company_rows import Company, fill_company
from tests.support.cutting_proxy import CuttingProxy
from tests.support.postgres import PostgresServer
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase
from tests.support.weather_desk import Desk


@pytest.fixture(scope="module")
def company(postgres_server: PostgresServer, team_template: str) -> Iterator[Company]:
    name = postgres_server.create(team_template)
    team = TeamDatabase(postgres_server, name)
    yield fill_company(team)
    team.close()
    postgres_server.drop(name)


@pytest.fixture
def proxy(postgres_server: PostgresServer) -> Iterator[CuttingProxy]:
    opened = CuttingProxy(postgres_server.host, postgres_server.port)
    yield opened
    opened.close()


@pytest.fixture
def desk(team_database: TeamDatabase, proxy: CuttingProxy, tmp_path: Path) -> Iterator[Desk]:
    login = team_database.add("ana", Role.OPERATOR)
    database = team_database.superuser.url.database
    url = f"postgresql+psycopg://{login}@127.0.0.1:{proxy.port}/{database}"
    opened = Desk(url, proxy, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def customers(team_database: TeamDatabase) -> list[UUID]:
    keys, rows = callable_customers(5)
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    return keys
