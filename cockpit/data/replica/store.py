"""A laptop's file as the synchronisation sees it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from cockpit.data.engine import Engines
from cockpit.data.replica import outbox
from cockpit.data.replica.applying import Storing
from cockpit.data.replica.forms import instant, instant_of
from cockpit.data.replica.log import add_line, note_contact
from cockpit.data.replica.removal import TYPED_ABOUT
from cockpit.data.replica.settling import settle
from cockpit.data.replica.work import applying, fold_log, forget_copies
from cockpit.data.revisions import own_revisions
from cockpit.domain.errors import DatabaseError
from cockpit.domain.sync import ERASED, Applied, Entry, Greeting, Outcome, Pulled, Standing

_STANDING = """SELECT device_id, user_id, server, epoch, cursor, schema_revision, carried, stopped,
    contact_at, synced_at, lives_days,
    (SELECT count(*) FROM outbox WHERE sent_at IS NULL) FROM replicas"""
#: While somebody who left is still there, the digest is empty.
_CARRIED = f"""SELECT id FROM customers WHERE (SELECT carried FROM replicas) <> ''
    OR id NOT IN (SELECT customer_id FROM outbox WHERE customer_id NOTNULL)
    AND id NOT IN ({TYPED_ABOUT})"""  # noqa: S608 - ours


class SqlReplicaStore:
    """Implements ``cockpit.services.ports.sync.ReplicaStore``."""

    def __init__(self, engines: Engines) -> None:
        """Take a laptop's open file."""
        self._engines = engines

    def standing(self) -> Standing:
        """Return what the file knows of itself.

        Raises:
            DatabaseError: It is no laptop's.
        """
        with self._engines.reading() as connection:
            row = connection.exec_driver_sql(_STANDING).first()
        if row is None:
            raise DatabaseError("field_file_foreign")
        device, user, server, epoch, cursor, revision, carried, stopped, *rest = row
        contact, synced, days, waiting = rest
        return Standing(
            device_id=UUID(bytes=device),
            user_id=UUID(bytes=user),
            server=server,
            epoch=epoch,
            cursor=cursor,
            schema_revision=revision,
            own_revision=own_revisions().head,
            carried=carried,
            waiting_count=waiting,
            stopped=stopped,
            contact_at=None if contact is None else instant_of(contact),
            synced_at=None if synced is None else instant_of(synced),
            lives_days=days,
            is_first=not revision,
        )

    def note_greeting(self, greeting: Greeting, *, at: datetime) -> None:
        """Store that the server answered, when, and how long the key lives without it; see port."""
        # A clock that is years ahead neither forgets what was sent of late nor passes it by.
        when = min(at, greeting.present)
        with self._writing() as cursor:
            ((epoch,),) = cursor.execute("SELECT epoch FROM replicas").fetchall()
            cursor.execute(
                """UPDATE replicas SET contact_at = ?, synced_at = ?, lives_days = ?,
                    last_number = max(last_number, ?)""",
                (instant(greeting.present), instant(at), greeting.lives_days, greeting.last_number),
            )
            if epoch != greeting.epoch:
                if epoch:
                    outbox.offer_again(cursor, when)
                cursor.execute("UPDATE replicas SET epoch = ?, cursor = 0", (greeting.epoch,))
            elif not greeting.has_news:
                cursor.execute(
                    "UPDATE replicas SET cursor = max(cursor, ?) WHERE cursor > 0",
                    (greeting.cursor,),
                )
            outbox.forget_old(cursor, when)
            note_contact(cursor, at, greeting.present)

    def to_send(self, limit: int) -> Sequence[Entry]:
        """Return the next facts and changes in their order; hashes that miss are stored before."""
        with self._engines.reading() as connection:
            found = connection.exec_driver_sql("SELECT 1 FROM outbox WHERE sent_at IS NULL LIMIT 1")
            if found.first() is None:
                return []
        with self._writing() as cursor:
            return outbox.gather(cursor, limit)

    def settle(self, outcomes: Sequence[Outcome], *, at: datetime) -> int:
        """Store what became of entries; see port."""
        with applying(self._engines) as connection:
            count = settle(connection.connection.cursor(), outcomes, at)
        if any(one.reason == ERASED for one in outcomes):
            self._leave_no_trace()
        return count

    def carried_now(self) -> frozenset[UUID]:
        """Return the customers in the file of whom it has all that the server has.

        Not those who stayed for words that waited or were typed when they left: where they come
        back, they come whole.
        """
        with self._engines.reading() as connection:
            keys = connection.exec_driver_sql(_CARRIED).scalars()
            return frozenset(UUID(bytes=key) for key in keys)

    def apply(self, pulled: Pulled, *, at: datetime) -> Applied:
        """Store the server's rows and the new cursor together, or nothing of both; see port."""
        with applying(self._engines) as connection:
            storing = Storing(connection, pulled)
            applied = Applied(is_stored=False)
            if storing.may():
                applied = storing.store(own_revisions().head)
        if storing.has_erased:
            self._leave_no_trace()
        elif applied.gone:
            fold_log(self._engines)
        return applied

    def _leave_no_trace(self) -> None:
        fold_log(self._engines)
        forget_copies(self._engines)

    def become(self, device_id: UUID) -> None:
        """Give what waits the numbers of another device: this file is a copy of another's."""
        with applying(self._engines) as connection:
            outbox.renumber(connection.connection.cursor(), device_id)

    def stop(self, why: str) -> None:
        """Store why the file does not synchronise any more; empty lets it again."""
        with self._writing() as cursor:
            cursor.execute("UPDATE replicas SET stopped = ?", (why,))

    def note(self, kind: str, *, at: datetime, **detail: object) -> None:
        """Add a line to the log."""
        with self._writing() as cursor:
            add_line(cursor, kind, at, detail)

    def unsent_contents(self) -> Sequence[tuple[UUID, UUID, int]]:
        """Return pieces of attachments whose text the server has: key, attachment and part."""
        statement = """SELECT c.id, c.attachment_id, c.part FROM attachment_contents AS c
            JOIN outbox AS o ON o.entity = 'attachments' AND o.entity_id = c.attachment_id
            WHERE c.sent_at IS NULL AND o.sent_at NOTNULL AND o.parked_at IS NULL
            ORDER BY o.device_seq, c.part"""
        with self._engines.reading() as connection:
            rows = connection.exec_driver_sql(statement).all()
        return [(UUID(bytes=key), UUID(bytes=whose), part) for key, whose, part in rows]

    def content(self, key: UUID) -> bytes:
        """Return one piece.

        Raises:
            KeyError: It is gone.
        """
        with self._engines.reading() as connection:
            found = connection.exec_driver_sql(
                "SELECT content FROM attachment_contents WHERE id = ?", (key.bytes,)
            ).scalar()
        if found is None:
            raise KeyError(key)
        return bytes(found)

    def settle_content(self, key: UUID, *, at: datetime) -> None:
        """Store that the server has one piece."""
        with self._writing() as cursor:
            cursor.execute(
                "UPDATE attachment_contents SET sent_at = ? WHERE id = ?", (instant(at), key.bytes)
            )

    def park_contents(self, attachment_id: UUID, why: str, *, at: datetime) -> None:
        """Let an attachment's pieces wait no more: the server does not take them."""
        with self._writing() as cursor:
            cursor.execute(
                "UPDATE outbox SET parked_at = ?, last_error = ?"
                " WHERE entity = 'attachments' AND entity_id = ?",
                (instant(at), why, attachment_id.bytes),
            )

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """Open a transaction and give the driver's cursor."""
        with self._engines.writing() as connection:
            yield connection.connection.cursor()
