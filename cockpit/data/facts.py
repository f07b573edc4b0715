"""Storing immutable facts, numbered per device without gaps."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, union_all

from cockpit.domain.facts import fingerprint
from models import Base, Device

Content: TypeAlias = dict[str, Any]

FACT_TABLES = tuple(
    table for name, table in sorted(Base.metadata.tables.items()) if "device_seq" in table.c
    and "content_sha256" in table.c
)  # fmt: skip
_DEVICE = bindparam("device_id", type_=Device.id.type)
_NUMBERS = union_all(
    *(
        select(func.max(table.c.device_seq).label("last")).where(table.c.device_id == _DEVICE)
        for table in FACT_TABLES
    )
).subquery()
#: Built once: it goes before each transaction's first fact.
_LAST_NUMBER = select(func.max(_NUMBERS.c.last))


class FactWriter:
    """Writes the facts of one transaction.

    The numbers of a device run through all tables of facts. They are taken from what is stored,
    under a lock that lasts until the commit: SQLite's write lock, or the device's row on a server.
    A transaction that is undone therefore leaves no gap.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[UUID, int] = {}

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
        if rows:
            self._connection.execute(insert(entity), rows)
            self._last[device_id] += len(rows)

    def reserve(self, device_id: UUID) -> int:
        """Hold a device's numbers until the commit and return the last one given.

        Whoever writes facts does this before anything else, so that two transactions never wait
        for each other's locks.
        """
        if device_id not in self._last:
            self._lock(device_id)
            last = self._connection.execute(_LAST_NUMBER, {"device_id": device_id}).scalar()
            self._last[device_id] = last or 0
        return self._last[device_id]

    def _lock(self, device_id: UUID) -> None:
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(
                select(Device.id).where(Device.id == device_id).with_for_update()
            )
