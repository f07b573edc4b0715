"""Facts by their numbers: how far each device has come, and the hashes of its facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Connection,
    Row,
    Table,
    Text,
    Uuid,
    bindparam,
    column,
    exists,
    func,
    literal,
    null,
    select,
    text,
    type_coerce,
    union_all,
    values,
)

from cockpit.data.facts import FACT_TABLES
from cockpit.domain.audit import AuditAction, fact_digest, sealed_content
from cockpit.domain.facts import ARRIVAL
from cockpit.domain.vocabulary import ImportState
from models import AuditEvent, Device, Import

_DEVICE = bindparam("device", type_=AuditEvent.device_id.type)
_AFTER, _UPTO = bindparam("after", type_=BigInteger), bindparam("upto", type_=BigInteger)
_DEVICES = union_all(select(Device.id), select(Import.id)).subquery()
_LAST = union_all(
    *(
        select(func.max(table.c.device_seq).label("last"))
        .where(table.c.device_id == _DEVICES.c.id)
        .correlate(_DEVICES)
        for table in FACT_TABLES
    )
).subquery()
_HEADS = select(_DEVICES.c.id, select(func.max(_LAST.c.last)).correlate(_DEVICES).scalar_subquery())
_SERVER_HEADS = text("SELECT device, number FROM giro_fact_heads() WHERE number > 0")
_FACTS = union_all(
    *(
        select(
            table.c.device_id,
            table.c.device_seq.label("number"),
            literal(table.name).label("entity"),
            table.c.id,
            table.c.content_sha256,
            table.c.recorded_at,
            type_coerce(table.c.get(ARRIVAL, null()), table.c.recorded_at.type).label("arrived_at"),
        ).where(
            table.c.device_id == _DEVICE, table.c.device_seq > _AFTER, table.c.device_seq <= _UPTO
        )
        for table in FACT_TABLES
    )
).order_by("number", "entity")
#: The server puts an arrival behind the content itself: what is sealed needs no newer program.
_SERVER_FACTS = text(
    "SELECT device, number, entity, id, content, recorded_at, NULL AS arrived_at"
    " FROM giro_facts(:devices, :afters, :uptos) ORDER BY device, number, entity"
).bindparams(
    bindparam("devices", type_=ARRAY(Uuid())),
    bindparam("afters", type_=ARRAY(BigInteger)),
    bindparam("uptos", type_=ARRAY(BigInteger)),
)
_REDACTIONS = text("SELECT entity, row_id, was, became FROM giro_redactions()")
_SET_ASIDE = text("SELECT device, number, is_stored FROM giro_set_aside_numbers()")
_UNDONE = select(
    Import.id,
    exists().where(
        AuditEvent.action == AuditAction.IMPORT_UNDONE, AuditEvent.entity_id == Import.id
    ),
).where(Import.state == ImportState.UNDONE)


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers of a device.

    Attributes:
        device_id: Which.
        after: The number before the first.
        upto: The last.
    """

    device_id: UUID
    after: int
    upto: int

    @property
    def count(self) -> int:
        """Return how many numbers there are."""
        return self.upto - self.after


@dataclass(frozen=True, slots=True)
class IndexedFact:
    """A fact without its content."""

    device_id: UUID
    number: int
    entity: str
    row_id: UUID
    digest: bytes


def heads(connection: Connection) -> dict[UUID, int]:
    """Return the last number of each device that made facts, be they hidden from the login."""
    statement = _SERVER_HEADS if _is_server(connection) else _HEADS
    return {device: last for device, last in connection.execute(statement) if last}


def known_devices(connection: Connection) -> set[str]:
    """Return the keys of all devices that may have facts; each import stands for one."""
    if _is_server(connection):
        return {str(key) for key in heads(connection)}
    return {str(key) for key in connection.execute(select(_DEVICES.c.id)).scalars()}


def undone_imports(connection: Connection) -> dict[str, bool]:
    """Return the imports whose facts are gone, and whether the trail says so."""
    return {str(key): is_told for key, is_told in connection.execute(_UNDONE)}


def redactions(connection: Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the facts out of which somebody's words were taken: their hashes before and after.

    A file has none: people are erased on a team's server.
    """
    if not _has_function(connection, "giro_redactions"):
        return {}
    return {
        (entity, str(row)): (was, now) for entity, row, was, now in connection.execute(_REDACTIONS)
    }


def set_aside(connection: Connection) -> dict[tuple[str, int], bool]:
    """Return the numbers of facts that a laptop brought and the server set aside.

    Returns:
        By device and number whether an administrator let the fact in later.
    """
    if not _has_function(connection, "giro_set_aside_numbers"):
        return {}
    return {
        (str(device), number): is_stored
        for device, number, is_stored in connection.execute(_SET_ASIDE)
    }


def _has_function(connection: Connection, name: str) -> bool:
    """Return whether a server was prepared by a program that knows of it."""
    return _is_server(connection) and (
        connection.execute(select(func.to_regproc(name))).scalar() is not None
    )


def readable_tables(connection: Connection) -> set[str]:
    """Return the tables of facts whose contents the login may ask for."""
    if not _is_server(connection):
        return {table.name for table in FACT_TABLES}
    names = values(column("name", Text()), name="fact_tables").data(
        [(table.name,) for table in FACT_TABLES]
    )
    may = func.has_table_privilege(names.c.name, "SELECT")
    return set(connection.execute(select(names.c.name).where(may)).scalars())


def indexed_facts(connection: Connection, spans: Sequence[Span]) -> Iterator[IndexedFact]:
    """Return the facts of these numbers, by device and number."""
    if not spans:
        return
    if _is_server(connection):
        wanted_all = {
            "devices": [span.device_id for span in spans],
            "afters": [span.after for span in spans],
            "uptos": [span.upto for span in spans],
        }
        yield from map(_fact, connection.execute(_SERVER_FACTS, wanted_all))
        return
    for span in spans:
        wanted = {"device": span.device_id, "after": span.after, "upto": span.upto}
        yield from map(_fact, connection.execute(_FACTS, wanted))


def row_of(connection: Connection, table: Table, device: str, number: int) -> str:
    """Return the key of a device's fact with this number."""
    wanted = (table.c.device_id == UUID(device), table.c.device_seq == number)
    return str(connection.execute(select(table.c.id).where(*wanted)).scalars().first() or "")


def _fact(row: Row[*tuple[Any, ...]]) -> IndexedFact:
    device_id, number, entity, row_id, content, recorded_at, arrived_at = row
    instant = _told(recorded_at)
    if arrived_at is not None:
        content = sealed_content(content, instant, _told(arrived_at))
    digest = fact_digest(str(device_id), number, entity, str(row_id), content, instant)
    return IndexedFact(device_id, number, entity, row_id, digest)


def _told(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def _is_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
