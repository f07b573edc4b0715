"""Storing immutable facts, numbered per device without gaps."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Insert, insert

from cockpit.data.prepared import Prepared
from cockpit.data.transaction import FACT_TABLES, Transaction
from cockpit.domain.facts import fingerprint
from models import Base

__all__ = ["FACT_TABLES", "Content", "FactWriter"]

Content: TypeAlias = dict[str, Any]


@cache
def _insert(entity: type[Base]) -> Insert:
    """Return a table's insert, built once."""
    return insert(entity)


@cache
def _insert_one(entity: type[Base], columns: tuple[str, ...]) -> Prepared:
    """Return the insert of one row, built once."""
    return Prepared(_insert(entity), columns=columns)


class FactWriter:
    """Writes the facts of one transaction.

    The numbers of a device run through all tables of facts. They are taken from what is stored,
    under a lock that lasts until the commit: SQLite's write lock, or the device's row on a server.
    A transaction that is undone therefore leaves no gap.
    """

    def __init__(self, connection: Connection, transaction: Transaction | None = None) -> None:
        """Take an open transaction, with what it holds where it is known already."""
        self._transaction = transaction or Transaction(connection)

    def add(self, entity: type[Base], content: Content, *, device_id: UUID, at: datetime) -> None:
        """Store a fact.

        Args:
            entity: The mapped class.
            content: Its columns, ``id`` included.
            device_id: The device that makes it.
            at: The present instant.
        """
        self.add_all(entity, [content], device_id=device_id, at=at)

    def add_all(
        self, entity: type[Base], contents: Sequence[Content], *, device_id: UUID, at: datetime
    ) -> None:
        """Store several facts at once.

        Args:
            entity: The mapped class.
            contents: As for ``add``; all have the same columns.
            device_id: The device that makes them.
            at: The present instant.
        """
        device_id = self.device_of(device_id)
        first = self.reserve(device_id) + 1
        rows = [
            {
                **content,
                "device_id": device_id,
                "device_seq": number,
                "content_sha256": fingerprint(entity.__tablename__, content),
                "recorded_at": at,
            }
            for number, content in enumerate(contents, first)
        ]
        if not rows:
            return
        connection = self._transaction.connection
        if len(rows) == 1:
            _insert_one(entity, tuple(rows[0])).run(connection, rows[0])
        else:
            connection.execute(_insert(entity), rows)
        self._transaction.count_up(device_id, len(rows))

    def device_of(self, device_id: UUID) -> UUID:
        """Return under which device a program's facts are numbered; see ``Transaction``."""
        return self._transaction.device_of(device_id)

    def reserve(self, device_id: UUID, *, customer_id: UUID | None = None) -> int:
        """Hold a device's numbers until the commit and return the last one given.

        Whoever writes facts does this before anything else, so that two transactions never wait
        for each other's locks. A customer named here is locked by the same statement.
        """
        return self._transaction.last_number(device_id, customer_id=customer_id)
