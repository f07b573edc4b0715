"""The way to the server: PostgreSQL itself, by the login's own connection and its own policies.

A greeting and a push are one statement each, outside any transaction block: one round trip. A pull
is one transaction whose statements go out together and whose answers come back together.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import psycopg

from cockpit.domain.errors import ClonedError
from cockpit.domain.sync import (
    ERASED,
    Answer,
    Entry,
    Greeting,
    Outcome,
    Pulled,
    Rows,
    Said,
    ServerSays,
)
from cockpit.sync import selects
from models import Base
from models.stored_rows import stored_row

_BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
#: Reading everything takes longer than a poll; the watchdog's patience is for silence.
_SLOW = "SET LOCAL statement_timeout = '10min'"


class Link(Protocol):
    """A connection that can be made again, with errors that people can read."""

    def connection(self) -> psycopg.Connection[Any]:
        """Return the open connection, made where there is none; it commits each statement."""
        ...

    def told(self) -> AbstractContextManager[None]:
        """Translate what the driver raises inside."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


class PostgresTransport:
    """Implements ``cockpit.services.ports.sync.SyncTransport``."""

    def __init__(self, link: Link, heard: Callable[[str, int], object] | None = None) -> None:
        """Take a link; nothing is connected before it is used.

        Args:
            link: The connection.
            heard: Told the table and the number of its rows, each time that some came.
        """
        self._link, self._heard = link, heard

    def greet(self, said: Said) -> Greeting:
        """Say who one is; one round trip."""
        document = {
            "schema": said.schema_revision,
            "program": said.program,
            "backlog": said.backlog,
            "epoch": said.epoch,
            "cursor": said.cursor,
            "carried": said.carried,
        }
        answer = self._ask("SELECT giro_sync_greet(%s, %s)", said.device_id, json.dumps(document))
        return Greeting(
            says=ServerSays(answer["says"]),
            epoch=answer["epoch"],
            present=datetime.fromisoformat(answer["present"]),
            schema_revision=answer["schema"],
            last_number=answer["last_number"],
            is_repull=answer["is_repull"],
            oldest_cursor=answer["oldest_cursor"],
            has_news=answer["has_news"],
            lives_days=answer["lives_days"],
            cursor=answer.get("cursor", 0),
        )

    def push(self, device_id: UUID, entries: Sequence[Entry]) -> Sequence[Outcome]:
        """Send entries in one transaction; one round trip; see the port."""
        document = json.dumps(
            [
                {"number": one.number, "entity": one.entity, "row": one.row}
                | ({"given_up": True} if one.is_given_up else {})
                for one in entries
            ]
        )
        answers = self._ask("SELECT giro_sync_push(%s, %s)", device_id, document)
        if not answers:
            raise ClonedError("sync_cloned")
        targets = {one.number: one for one in entries}
        return [_outcome(answer, targets[answer["number"]]) for answer in answers]

    def pull(self, said: Said, *, known: Collection[UUID], is_whole: bool) -> Pulled:
        """Read what is new for a laptop at one instant; see the port."""
        with self._connected() as connection, connection.pipeline():
            return self._pull(connection, said, known, is_whole=is_whole)

    def register(self, device_id: UUID, name: str) -> None:
        """Make this laptop known to the server, as the login's own."""
        self._ask("SELECT giro_sync_register(%s, %s)", device_id, name)

    def note_wiped(self, device_id: UUID) -> None:
        """Tell that the key is gone."""
        self._ask("SELECT giro_sync_wiped(%s)", device_id)

    def escrow(self, device_id: UUID, key: bytes) -> None:
        """Leave a copy of the file's key with the server."""
        self._ask("SELECT giro_sync_escrow(%s, %s)", device_id, key)

    def escrowed(self, device_id: UUID) -> bytes | None:
        """Return the server's copy of a file's key; None where it has none for this login."""
        key = self._ask("SELECT giro_sync_key(%s)", device_id)
        return None if key is None else bytes(key)

    def send_content(self, attachment_id: UUID, part: int, content: bytes) -> str:
        """Send one piece of an attachment; return why it is not taken, empty where it is."""
        return str(self._ask("SELECT giro_sync_attach(%s, %s, %s)", attachment_id, part, content))

    def close(self) -> None:
        """Hang up."""
        self._link.close()

    # --- reading --------------------------------------------------------------------------------

    def _pull(
        self,
        connection: psycopg.Connection[Any],
        said: Said,
        known: Collection[UUID],
        *,
        is_whole: bool,
    ) -> Pulled:
        connection.execute(_BEGIN)
        connection.execute(_SLOW)
        head = connection.execute(selects.HEAD)
        since = 0 if is_whole else said.cursor
        graves = connection.execute(
            selects.ERASED if is_whole else selects.GONE, {} if is_whole else {"since": since}
        )
        wanted = selects.everything() if is_whole else selects.changed()
        sent = _sent(connection, wanted, since=since)
        epoch, cursor, revision, carried = _one(head)
        customers = self._customers(connection) if is_whole or carried != said.carried else None
        came = (customers or frozenset()) - frozenset(known)
        of_entered: Sequence[Rows] = ()
        if came and not is_whole:
            of_entered = self._read(_sent(connection, selects.entered(), entered=list(came)))
        buried = graves.fetchall()
        connection.execute("COMMIT")
        return Pulled(
            asked_from=since,
            epoch=epoch,
            cursor=cursor,
            schema_revision=revision,
            carried=carried,
            customers=customers,
            rows=_joined(self._read(sent), of_entered),
            gone=[] if is_whole else [(table, key) for table, key, _ in buried],
            erased=frozenset((table, key) for table, key, why in buried if why == ERASED),
            is_whole=is_whole,
        )

    def _customers(self, connection: psycopg.Connection[Any]) -> frozenset[UUID]:
        (keys,) = _one(connection.execute(selects.CARRIED))
        return frozenset(keys)

    def _read(self, sent: Sequence[tuple[selects.Select, psycopg.Cursor[Any]]]) -> list[Rows]:
        found = []
        for one, cursor in sent:
            rows = cursor.fetchall()
            if rows:
                found.append(Rows(one.table, one.columns, rows))
                if self._heard is not None:
                    self._heard(one.table, len(rows))
        return found

    # --- asking ---------------------------------------------------------------------------------

    def _ask(self, statement: str, *values: object) -> Any:
        with self._connected() as connection:
            row = connection.execute(statement, values).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def _connected(self) -> Iterator[psycopg.Connection[Any]]:
        """Give the connection; what the driver raises comes out as people read it."""
        with self._link.told():
            yield self._link.connection()


def _sent(
    connection: psycopg.Connection[Any], wanted: Sequence[selects.Select], **values: object
) -> list[tuple[selects.Select, psycopg.Cursor[Any]]]:
    """Send statements, whose answers are read later; in the binary form nothing is converted."""
    return [
        (one, connection.cursor(binary=True).execute(one.text, values or None)) for one in wanted
    ]


def _joined(changed: Sequence[Rows], entered: Sequence[Rows]) -> list[Rows]:
    """Return both, parents before children; a row that stands in both comes twice, the same."""
    order = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
    return sorted([*changed, *entered], key=lambda one: order[one.table])


def _one(cursor: psycopg.Cursor[Any]) -> tuple[Any, ...]:
    row = cursor.fetchone()
    if row is None:
        raise AssertionError
    return tuple(row)


def _outcome(answer: dict[str, Any], entry: Entry) -> Outcome:
    row = answer.get("row")
    entity = entry.row["entity"] if entry.entity == "commands" else entry.entity
    return Outcome(
        number=answer["number"],
        answer=Answer(answer["answer"]),
        reason=answer.get("reason") or "",
        row=None if row is None else stored_row(entity, row),
    )
