"""Nobody waits for ever for a server's answer: libpq has no time limit for reading.

A cut cable, a half-open connection or a stopped server shows in nothing but silence. Whoever waits
for longer than a statement may take has their socket shut, which wakes them with an error.
"""

import socket
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any

import psycopg
from psycopg.abc import RV, PQGen
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import Dialect
from typing_extensions import override

#: A statement is ended by the server after a minute; whoever waits longer waits for nobody.
STATEMENT_SECONDS = 75.0
#: The first word on a connection that rested: a live server says it at once.
PING_SECONDS = 5.0
_PULSE_SECONDS = 1.0


class WatchedConnection(psycopg.Connection[Any]):
    """A connection whose every wait for the server is known to a watchdog.

    Attributes:
        watchdog: Who watches; set once the connection is made.
        patience: How many seconds an answer may take; None for as long as it likes, as long as
            nobody watches.
    """

    watchdog: "Watchdog | None" = None
    patience: float | None = None

    @override
    def wait(self, gen: PQGen[RV], *args: Any, **settings: Any) -> RV:
        if self.watchdog is None:
            return super().wait(gen, *args, **settings)
        self.watchdog.begin(self)
        try:
            found = super().wait(gen, *args, **settings)
        finally:
            was_cut = self.watchdog.end(self)
        if was_cut:  # the answer came at the same moment; the next word would find no socket
            self.close()
            raise psycopg.OperationalError("the connection is lost")
        return found


@dataclass(slots=True)
class _Wait:
    connection: WatchedConnection
    since: float
    is_cut: bool = False


class Watchdog:
    """Watches the connections of one engine."""

    def __init__(self) -> None:
        self._waits: dict[int, _Wait] = {}
        self._lock = Lock()
        self._stopped = Event()
        self._thread: Thread | None = None

    def attend(self, engine: Engine) -> None:
        """Make an engine's connections watched ones."""

        @event.listens_for(engine, "do_connect")
        def connect(
            _dialect: Dialect, _record: object, arguments: list[Any], settings: dict[str, Any]
        ) -> WatchedConnection:
            connection = WatchedConnection.connect(*arguments, **settings)
            self.watch(connection)
            return connection

        @event.listens_for(engine, "checkin")
        def rest(connection: WatchedConnection | None, _record: object) -> None:
            if connection is not None and connection.patience is not None:
                connection.patience = PING_SECONDS  # for the ping of whoever takes it next

        @event.listens_for(engine, "checkout")
        def work(connection: WatchedConnection, _record: object, _proxy: object) -> None:
            if connection.patience is not None:
                connection.patience = STATEMENT_SECONDS

    def watch(self, connection: WatchedConnection) -> None:
        """Make an open connection a watched one."""
        connection.watchdog, connection.patience = self, STATEMENT_SECONDS
        self._start()

    def begin(self, connection: WatchedConnection) -> None:
        """Take note that a connection waits from now on."""
        self._waits[id(connection)] = _Wait(connection, monotonic())

    def hear(self, connection: WatchedConnection) -> None:
        """Take note that something came: it waits anew."""
        wait = self._waits.get(id(connection))
        if wait is not None:
            wait.since = monotonic()

    def end(self, connection: WatchedConnection) -> bool:
        """Take note that its wait is over, and return whether its socket was shut meanwhile.

        It is not touched any more.
        """
        with self._lock:
            return self._waits.pop(id(connection)).is_cut

    def cut(self, after: float | None = None) -> int:
        """Shut the sockets of those who wait too long, and return how many.

        Whose answer is there and was not read yet, as on a computer that is busy, is left alone.

        Args:
            after: Seconds, where less than the connections' own patience is to count: the server
                is known not to answer.
        """
        now, count = monotonic(), 0
        with self._lock:
            for wait in list(self._waits.values()):
                limits = [one for one in (after, wait.connection.patience) if one is not None]
                if limits and now - wait.since > min(limits) and _shut(wait.connection):
                    wait.is_cut = True
                    count += 1
        return count

    def stop(self) -> None:
        """End the watching thread; the next connection begins it anew."""
        self._stopped.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._stopped = Event()
                self._thread = Thread(target=self._run, name="giro-watchdog", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        stopped = self._stopped
        while not stopped.wait(_PULSE_SECONDS):
            self.cut()


def _shut(connection: WatchedConnection) -> bool:
    """Shut a connection's socket under whoever waits for it; return False where that is over."""
    try:
        copy = socket.fromfd(connection.pgconn.socket, socket.AF_INET, socket.SOCK_STREAM)
    except (OSError, psycopg.Error):
        return False  # closed already
    with copy:
        try:
            copy.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return _is_shut(copy)
        except OSError:
            return False  # broken already, as whoever waits is about to find
    return False


def cut_off(connection: WatchedConnection) -> None:
    """Shut a connection's socket, whatever it is at; the next word on it is an error."""
    with suppress(OSError, psycopg.Error):
        copy = socket.fromfd(connection.pgconn.socket, socket.AF_INET, socket.SOCK_STREAM)
        with copy:
            copy.shutdown(socket.SHUT_RDWR)


def _is_shut(one: socket.socket) -> bool:
    try:
        one.shutdown(socket.SHUT_RDWR)
    except OSError:
        return False  # the other end was faster
    return True


def let_wait(connection: Connection) -> None:
    """Let a connection wait for as long as it likes, because its statements may last as long."""
    driver: object = connection.connection.dbapi_connection
    if isinstance(driver, WatchedConnection):
        driver.patience = None
