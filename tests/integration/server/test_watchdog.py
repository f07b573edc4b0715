"""Whose socket the watchdog shuts: nobody's whose answer came, and never without a word."""

from collections.abc import Iterator
from time import sleep
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from cockpit.data import watchdog as watching
from cockpit.data.postgresql import writing_engine
from cockpit.data.watchdog import Watchdog, WatchedConnection
from tests.support.cutting_proxy import CuttingProxy, Fault
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


@pytest.mark.timeout(20)
def test_the_first_words_of_a_new_connection_are_watched_too(
    postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "STATEMENT_SECONDS", 0.3)
    monkeypatch.setattr(watching, "_PULSE_SECONDS", 0.1)
    proxy = CuttingProxy(postgres_server.host, postgres_server.port)

    def frozen() -> Fault:
        proxy.freeze()
        return Fault.NONE

    proxy.critical, proxy.fault_of = b"pg_backend_pid", frozen
    url = make_url(f"postgresql+psycopg://postgres@127.0.0.1:{proxy.port}/postgres")
    engine, watchdog = writing_engine(url), Watchdog()
    watchdog.attend(engine)
    with pytest.raises(OperationalError):
        engine.connect()
    assert proxy.cuts == 1
    watchdog.stop()
    engine.dispose()
    proxy.close()
