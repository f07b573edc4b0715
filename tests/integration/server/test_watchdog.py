"""Whose socket the watchdog shuts: nobody's whose answer came, and never without a word."""

from collections.abc import Iterator
from time import sleep
from typing import Any

import psycopg
import pytest

from cockpit.data.watchdog import Watchdog, WatchedConnection
from tests.support.postgres import PostgresServer

AT_ONCE = -1.0


@pytest.fixture
def connection(postgres_server: PostgresServer) -> Iterator[WatchedConnection]:
    url = postgres_server.url("postgres").replace("+psycopg", "")
    with WatchedConnection.connect(url, autocommit=True) as opened:
        opened.watchdog = Watchdog()
        yield opened


def test_an_answer_that_nobody_has_read_yet_is_left_alone(connection: WatchedConnection) -> None:
    watchdog = connection.watchdog
    assert watchdog is not None
    watchdog.begin(connection)
    connection.pgconn.send_query(b"SELECT 1")
    sleep(0.5)  # the server is long done; the reader had no processor
    assert watchdog.cut(AT_ONCE) == 0
    assert not watchdog.end(connection)
    while connection.pgconn.get_result() is not None:
        pass
    assert connection.execute("SELECT 2").fetchone() == (2,)


def test_who_is_cut_as_the_answer_comes_is_told_so_at_once(connection: WatchedConnection) -> None:
    watchdog = connection.watchdog
    assert watchdog is not None

    def answered() -> Iterator[Any]:
        assert watchdog.cut(AT_ONCE) == 1
        return "answer"
        yield

    with pytest.raises(psycopg.OperationalError, match="connection is lost"):
        connection.wait(answered())  # type: ignore[arg-type]
    assert connection.closed


def test_who_is_answered_is_not_told_anything(connection: WatchedConnection) -> None:
    assert connection.execute("SELECT 3").fetchone() == (3,)
    assert connection.watchdog is not None
    assert connection.watchdog.cut(AT_ONCE) == 0
