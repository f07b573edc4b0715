"""The two engines of an open database: one reads, one writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from cockpit.data import postgresql, sqlite
from cockpit.data.errors import told_plainly
from cockpit.data.url import Address, SqliteFile


@dataclass(frozen=True, slots=True)
class Engines:
    """An open database.

    Attributes:
        address: What was opened.
        reader: Gives transactions that see one state and cannot write.
        writer: Gives transactions that write.
        key: The raw key of an encrypted file.
    """

    address: Address
    reader: Engine
    writer: Engine
    key: bytes | None = field(default=None, repr=False)

    @property
    def is_sqlite(self) -> bool:
        """Return whether it is an embedded file."""
        return isinstance(self.address, SqliteFile)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction for reading; the drivers' errors come out as ours."""
        with told_plainly(), self.reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that commits when left without an error."""
        with told_plainly(), self.writer.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Give back all connections."""
        self.reader.dispose()
        self.writer.dispose()


def connect_to(address: Address, key: bytes | None = None) -> Engines:
    """Return the engines of an address; nothing is opened before the first use."""
    if isinstance(address, SqliteFile):
        place = sqlite.Place(address.path)
        reader = sqlite.reading_engine(place, key)
        return Engines(address, reader, sqlite.writing_engine(place, key), key)
    writer = postgresql.writing_engine(address.url)
    return Engines(address, postgresql.reading_engine(writer), writer)
