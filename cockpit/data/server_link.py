"""One connection to a server for a laptop's synchronisation, kept for as long as it holds."""

from contextlib import AbstractContextManager, suppress
from typing import Any

import psycopg
from psycopg.abc import RV, PQGen
from typing_extensions import override

from cockpit.data.errors import told_plainly
from cockpit.data.postgresql import connect_arguments
from cockpit.data.url import PostgresqlServer
from cockpit.data.watchdog import Watchdog, WatchedConnection, cut_off

#: A server that says nothing for so long is not there any more.
SILENCE_SECONDS = 30.0


class PatientConnection(WatchedConnection):
    """A connection that may take its time as long as something comes.

    A portfolio over a telephone takes minutes, and a dead cable says nothing at all.
    """

    patience = SILENCE_SECONDS

    @override
    def wait(self, gen: PQGen[RV], *args: Any, **settings: Any) -> RV:
        return super().wait(self._heard(gen), *args, **settings)

    def _heard(self, gen: PQGen[RV]) -> PQGen[RV]:
        """Pass a wait on, and let the watchdog hear of whatever comes."""
        try:
            asked = next(gen)
            while True:
                ready = yield asked
                if ready and self.watchdog is not None:
                    self.watchdog.hear(self)
                asked = gen.send(ready)
        except StopIteration as end:
            found: RV = end.value
            return found


class ServerLink:
    """Implements ``cockpit.sync.transport.Link``."""

    def __init__(self, address: PostgresqlServer) -> None:
        """Take the address, with the password where libpq does not know it.

        Nothing is connected before it is used.
        """
        self._address = address
        self._watchdog = Watchdog()
        self._driver: PatientConnection | None = None

    def connection(self) -> psycopg.Connection[Any]:
        """Return the open connection, made where there is none; it commits each statement."""
        driver = self._driver
        if driver is None or driver.closed or driver.broken:
            driver = self._connected()
            self._driver = driver
        return driver

    def told(self) -> AbstractContextManager[None]:
        """Translate what the driver raises inside."""
        return told_plainly()

    def interrupt(self) -> None:
        """Shut the socket under whoever waits for the server; from any thread.

        Who is only connecting is left to the limit that connecting has.
        """
        driver = self._driver
        if driver is not None:
            cut_off(driver)

    def close(self) -> None:
        """Hang up."""
        driver, self._driver = self._driver, None
        if driver is not None:
            with suppress(psycopg.Error):
                driver.close()
        self._watchdog.stop()

    def _connected(self) -> PatientConnection:
        """Connect by the driver alone: an engine would ask a far server four questions first."""
        url = self._address.url
        _, settings = url.get_dialect()().create_connect_args(url)
        driver = PatientConnection.connect(
            **{**connect_arguments(url), **settings}, autocommit=True
        )
        # Behind a pooler the next transaction may be on another connection of the server.
        driver.prepare_threshold = None
        self._watchdog.watch(driver)
        return driver
