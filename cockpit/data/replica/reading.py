"""What a laptop's file tells its user: what waits, who disagrees, the log, what it takes."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.engine import Engines
from cockpit.data.replica.decision import decide
from cockpit.data.replica.forms import instant_of
from cockpit.data.replica.settling import document
from cockpit.data.replica.store import SqlReplicaStore
from cockpit.data.url import SqliteFile
from cockpit.domain.clock import Clock
from cockpit.domain.field import GO_ALONG
from cockpit.domain.sync import (
    Backlog,
    ConflictItem,
    JsonRow,
    LogEntry,
    Standing,
    Storage,
    WaitingItem,
)

_SHOWN = "coalesce(nullif(cu.trade_name, ''), cu.legal_name, '')"
_WORDS_LENGTH = 120
#: The words of facts, where they have some.
_WORDS = """coalesce(
        (SELECT note FROM contacts WHERE o.entity = 'contacts' AND id = o.entity_id),
        (SELECT coalesce(subject, body) FROM sent_messages
            WHERE o.entity = 'sent_messages' AND id = o.entity_id),
        (SELECT name FROM attachments WHERE o.entity = 'attachments' AND id = o.entity_id),
        (SELECT reason FROM contact_permissions
            WHERE o.entity = 'contact_permissions' AND id = o.entity_id),
        json_extract(co.value, '$.note'), json_extract(co.value, '$.name'),
        json_extract(co.value, '$.description'), json_extract(co.value, '$.number'),
        json_extract(co.value, '$.raw'), '')"""
_WAITING = f"""SELECT o.device_seq, coalesce(co.entity, o.entity), coalesce(co.verb, 'add'),
        {_SHOWN}, substr({_WORDS}, 1, {_WORDS_LENGTH}), o.created_at, o.attempts,
        coalesce(o.last_error, ''),
        co.entity = 'appointments' AND (json_extract(co.value, '$.state') = 'replaced'
            OR json_extract(co.value, '$.replaced_by_id') NOTNULL)
    FROM outbox AS o
    LEFT JOIN commands AS co ON o.entity = 'commands' AND co.id = o.entity_id
    LEFT JOIN customers AS cu ON cu.id = o.customer_id
    WHERE o.sent_at IS NULL ORDER BY o.device_seq"""  # noqa: S608 - ours
_CONFLICTS = f"""SELECT c.id, c.entity, c.entity_id, c.customer_id, {_SHOWN}, c.reason, c.mine,
        c.theirs, c.noted_at
    FROM sync_conflicts AS c LEFT JOIN customers AS cu ON cu.id = c.customer_id
    WHERE c.decided_at IS NULL ORDER BY c.noted_at, c.id"""  # noqa: S608 - ours
#: The next contacts that stand now, of customers about whose the user is asked.
_OPEN = """SELECT * FROM appointments WHERE state = 'open' AND customer_id IN (SELECT customer_id
    FROM sync_conflicts WHERE decided_at IS NULL AND entity = 'appointments')"""
_LOG = "SELECT noted_at, kind, detail FROM sync_log ORDER BY rowid DESC"
_BACKLOG = """SELECT (SELECT count(*) FROM outbox WHERE sent_at IS NULL AND entity <> 'commands'),
    (SELECT count(*) FROM outbox WHERE sent_at IS NULL AND entity = 'commands'),
    (SELECT count(DISTINCT c.attachment_id) FROM attachment_contents AS c
        JOIN outbox AS o ON o.entity = 'attachments' AND o.entity_id = c.attachment_id
        WHERE c.sent_at IS NULL AND o.parked_at IS NULL)"""
_STORAGE = """SELECT (SELECT coalesce(sum(length(content)), 0) FROM attachment_contents),
    (SELECT count(*) FROM customers), (SELECT count(*) FROM orders),
    (SELECT count(*) FROM contacts)"""


class ReplicaReader:
    """The reading half of ``cockpit.services.ports.sync.Synchroniser``, and its decisions."""

    def __init__(self, engines: Engines, clock: Clock) -> None:
        """Take a laptop's open file and this computer's clock."""
        self._engines, self._clock = engines, clock
        self._store = SqlReplicaStore(engines)

    def standing(self) -> Standing:
        """Return what the file knows of itself."""
        return self._store.standing()

    def waiting(self) -> Sequence[WaitingItem]:
        """Return what waits, oldest first."""
        with self._engines.reading() as connection:
            rows = connection.exec_driver_sql(_WAITING).all()
        return [
            WaitingItem(
                number, entity, verb, customer, words, instant_of(at), attempts, trouble,
                goes_along=bool(makes_room) or entity in GO_ALONG,
            )
            for number, entity, verb, customer, words, at, attempts, trouble, makes_room in rows
        ]  # fmt: skip

    def backlog(self) -> Backlog:
        """Return how much of what the file has the server has not."""
        with self._engines.reading() as connection:
            return Backlog(*connection.exec_driver_sql(_BACKLOG).one())

    def conflicts(self) -> Sequence[ConflictItem]:
        """Return what waits for a decision, oldest first."""
        with self._engines.reading() as connection:
            rows = connection.exec_driver_sql(_CONFLICTS).all()
            standing = _standing_now(connection) if rows else {}
        return [
            ConflictItem(
                key=UUID(bytes=key),
                entity=entity,
                entity_id=UUID(bytes=entity_id),
                customer_id=None if customer_id is None else UUID(bytes=customer_id),
                customer=customer,
                reason=reason,
                mine=document(mine) or {},
                theirs=_compared(entity, document(theirs), standing.get(customer_id)),
                noted_at=instant_of(at),
            )
            for key, entity, entity_id, customer_id, customer, reason, mine, theirs, at in rows
        ]

    def decide(self, key: UUID, *, is_mine: bool) -> None:
        """Keep the server's row, or ask for one's own change once more.

        Raises:
            ConflictError: The row is gone, or another change of it stands in the way.
        """
        decide(self._engines, key, is_mine=is_mine, at=self._clock.now())

    def log(self) -> Sequence[LogEntry]:
        """Return the newest lines first."""
        with self._engines.reading() as connection:
            rows = connection.exec_driver_sql(_LOG).all()
        return [LogEntry(instant_of(at), kind, document(detail) or {}) for at, kind, detail in rows]

    def storage(self) -> Storage:
        """Return what the file takes."""
        with self._engines.reading() as connection:
            figures = connection.exec_driver_sql(_STORAGE).one()
        address = self._engines.address
        size = 0
        if isinstance(address, SqliteFile):
            places = (address.path, address.path.with_name(address.path.name + "-wal"))
            size = sum(place.stat().st_size for place in places if place.exists())
        return Storage(size, *figures)


def _standing_now(connection: Connection) -> Mapping[bytes, JsonRow]:
    """Return the open next contacts by their customer, in SQLite's forms."""
    rows = connection.exec_driver_sql(_OPEN).mappings()
    return {row["customer_id"]: dict(row) for row in rows}


def _compared(entity: str, theirs: JsonRow | None, standing: JsonRow | None) -> JsonRow | None:
    """Return what the user's wish is compared with.

    Of a next contact whose place was taken the server has the user's own, closed: what people
    compare is the one that stands.
    """
    if entity != "appointments" or standing is None or theirs is None:
        return theirs
    return standing if theirs.get("state") == "replaced" else theirs
