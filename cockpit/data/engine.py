"""The two engines of an open database: one reads, one writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Connection, Engine

from cockpit.data import postgresql, sqlite
from cockpit.data.errors import told_plainly
from cockpit.data.url import Address, SqliteFile
from cockpit.domain.errors import DatabaseError

if TYPE_CHECKING:
    from cockpit.data.watchdog import Watchdog


class Gate(Protocol):
    """Knows whether the database is of any use at present."""

    def check(self) -> None:
        """Raise ``DatabaseError`` where it is known to be of none."""
        ...

    def note_error(self, error: DatabaseError) -> None:
        """Take note of what it was not able to do."""
        ...


@dataclass(frozen=True, slots=True)
class Engines:
    """An open database.

    Attributes:
        address: What was opened.
        reader: Gives transactions that see one state and cannot write.
        writer: Gives transactions that write.
        key: The raw key of an encrypted file.
        watchdog: Ends waits for a server that does not answer; None for a file.
        gate: Asked before each transaction, and told what failed in one; None lets all pass.
    """

    address: Address
    reader: Engine
    writer: Engine
    key: bytes | None = field(default=None, repr=False)
    watchdog: "Watchdog | None" = field(default=None, repr=False)
    gate: Gate | None = field(default=None, repr=False)

    @property
    def is_sqlite(self) -> bool:
        """Return whether it is an embedded file."""
        return isinstance(self.address, SqliteFile)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction for reading; the drivers' errors come out as ours."""
        with self._gated(), told_plainly(), self.reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that commits when left without an error."""
        with self._gated(), told_plainly(), self.writer.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Give a connection on which no transaction is open, for whoever opens their own."""
        with self._gated(), told_plainly(), self.writer.connect() as connection:
            yield connection

    @contextmanager
    def _gated(self) -> Iterator[None]:
        if self.gate is None:
            yield
            return
        self.gate.check()
        try:
            yield
        except DatabaseError as error:
            self.gate.note_error(error)
            raise

    def close(self) -> None:
        """Give back all connections."""
        self.reader.dispose()
        self.writer.dispose()
        if self.watchdog is not None:
            self.watchdog.stop()


def connect_to(address: Address, key: bytes | None = None) -> Engines:
    """Return the engines of an address; nothing is opened before the first use."""
    if isinstance(address, SqliteFile):
        place = sqlite.Place(address.path)
        reader = sqlite.reading_engine(place, key)
        return Engines(address, reader, sqlite.writing_engine(place, key), key)
    from cockpit.data.watchdog import Watchdog  # noqa: PLC0415 - loads the server's driver

    writer, watchdog = postgresql.writing_engine(address.url), Watchdog()
    watchdog.attend(writer)
    return Engines(address, postgresql.reading_engine(writer), writer, watchdog=watchdog)
