"""Reports read on a hot standby, where the company has one, and never what is out of date there.

A report asks the server how far its log has come, and the standby to have come as far; what takes
longer than a moment, or is none any more, leaves the report to the server. Logins, groups and
policies come to a standby with the data, so whoever asks sees the same rows there.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from cockpit.data import postgresql
from cockpit.data.engine import Engines
from cockpit.data.errors import told_plainly
from cockpit.data.repositories.settings import SqlSettingsRepository
from cockpit.data.url import PostgresqlServer, parse_place
from cockpit.domain.errors import BadInputError

#: The company's setting: ``host`` or ``host:port``.
STANDBY_KEY = "server.standby"
_PATIENCE_SECONDS = 2.0
_DEFAULT_PORT = 5432
_LOG_PLACE = text("SELECT pg_current_wal_insert_lsn()::text")
_PAUSE = text("SELECT pg_sleep(0.02)")
_HAS_COME_SO_FAR = text(
    "SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= CAST(:place AS pg_lsn)"
)
_PLACES = frozenset({"host", "port", "hostaddr", "target_session_attrs"})
_log = logging.getLogger(__name__)


def place_of(address: str) -> tuple[str, int]:
    """Return the host and the port of a standby.

    Raises:
        BadInputError: It is no such address.
    """
    folder, is_socket, name = address.strip().rpartition("/")
    host, port = parse_place(name)
    return f"{folder}{is_socket}{host}", port or _DEFAULT_PORT


class Standby:
    """Where one program's reports read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction for a report: on the standby, else where everything else reads."""
        found = self._caught_up()
        if found is None:
            with self._engines.reading() as connection:
                yield connection
            return
        try:
            with told_plainly(), found.connect() as connection, connection.begin():
                yield connection
        finally:
            found.dispose()

    def _caught_up(self) -> Engine | None:
        """Return the standby, where there is one and it knows what is committed here by now."""
        if not isinstance(self._engines.address, PostgresqlServer):
            return None
        with self._engines.reading() as connection:
            stored = SqlSettingsRepository(connection).get("company", None, STANDBY_KEY)
            if not isinstance(stored, str) or not stored:
                return None
            place = str(connection.execute(_LOG_PLACE).scalar_one())
        with suppress(BadInputError, SQLAlchemyError):
            engine = _engine(self._engines.address.url, *place_of(stored))
            if _waits_for(engine, place):
                return engine
            engine.dispose()
        _log.warning("the standby is away or behind: a report reads on the server")
        return None


def _engine(url: URL, host: str, port: int) -> Engine:
    """Return an engine of the same login and database at another place."""
    query = {name: value for name, value in url.query.items() if name not in _PLACES}
    elsewhere = url.set(query=query)
    if host.startswith("/"):
        elsewhere = elsewhere.set(host=None, port=None)
        elsewhere = elsewhere.update_query_dict({"host": host, "port": str(port)})
    else:
        elsewhere = elsewhere.set(host=host, port=port)
    return postgresql.reading_engine(postgresql.writing_engine(elsewhere))


def _waits_for(engine: Engine, place: str) -> bool:
    """Return whether the standby comes to a place of the log within a moment."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    with engine.connect() as connection:
        while True:
            with connection.begin():
                if connection.execute(_HAS_COME_SO_FAR, {"place": place}).scalar():
                    return True
            if time.monotonic() > deadline:
                return False
            with connection.begin():
                connection.execute(_PAUSE)
