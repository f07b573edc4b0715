"""The suite's own PostgreSQL: real, quick to copy, and gone afterwards."""

import psycopg
import pytest
from sqlalchemy import text

from tests.support.migrated import opened
from tests.support.postgres import PostgresServer, start_server


def test_a_stopped_server_leaves_no_process_and_no_file() -> None:
    server = start_server()
    held = psycopg.connect(host=server.host, port=server.port, user="postgres", dbname="postgres")
    family = [server.process, *server.process.children(recursive=True)]
    assert len(family) > 2

    server.stop()

    assert not [process for process in family if process.is_running()]
    assert not server.folder.exists()
    held.close()


def test_two_copies_do_not_see_each_other(
    postgres_server: PostgresServer, postgres_template: str
) -> None:
    names = [postgres_server.create(postgres_template) for _ in range(2)]
    with opened(postgres_server.url(names[0])) as engine, engine.begin() as connection:
        connection.execute(text("CREATE TABLE only_here (id integer)"))
    with opened(postgres_server.url(names[1])) as engine, engine.connect() as connection:
        found = connection.execute(text("SELECT to_regclass('only_here')")).scalar_one()
    for name in names:
        postgres_server.drop(name)
    assert found is None


def test_a_database_that_is_gone_says_so(postgres_server: PostgresServer) -> None:
    name = postgres_server.create()
    postgres_server.drop(name)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(
            host=postgres_server.host, port=postgres_server.port, user="postgres", dbname=name
        )
