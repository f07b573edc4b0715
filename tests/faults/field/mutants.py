"""Laptops' programs with one thing wrong, which the harness has to find out."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Any, TypeAlias
from uuid import UUID

from cockpit.data.replica.store import SqlReplicaStore
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.sync import Answer, Entry, Greeting, Outcome, Pulled, Said
from cockpit.sync import selects
from cockpit.sync.transport import PostgresTransport

#: Puts another thing in the place of something's attribute, as ``setattr`` does.
Put: TypeAlias = Callable[[Any, str, Any], None]


def newest_row_as_cursor(put: Put) -> None:
    """Go on from the newest transaction there is, though older ones are still at work."""
    for name in ("HEAD", "GONE", "ENDED", "_IN_WINDOW"):
        text = getattr(selects, name)
        put(selects, name, text.replace("pg_snapshot_xmin", "pg_snapshot_xmax"))
    for made in (selects.changed, selects.entered, selects.everything):
        made.cache_clear()


def no_idempotency(put: Put) -> None:
    """Send what was not answered under another key, as something new."""
    push, attempts = PostgresTransport.push, count(1)

    def pushed(
        self: PostgresTransport, device_id: UUID, entries: Sequence[Entry]
    ) -> Sequence[Outcome]:
        try:
            return push(self, device_id, entries)
        except GiroError:
            device = new_id()
            self.register(device, f"outro {next(attempts)}")
            push(
                self,
                device,
                [_as_new(one, number, device) for number, one in enumerate(entries, 1)],
            )
            raise

    put(PostgresTransport, "push", pushed)


def _as_new(entry: Entry, number: int, device: UUID) -> Entry:
    row: dict[str, Any] = {**entry.row, "id": str(new_id())}
    row |= {"device_id": str(device), "device_seq": number}
    return replace(entry, number=number, row=row)


def ack_before_commit(put: Put) -> None:
    """Let go of what waits before the server has it."""
    to_send = SqlReplicaStore.to_send

    def sent(self: SqlReplicaStore, limit: int) -> Sequence[Entry]:
        entries = to_send(self, limit)
        outcomes = [Outcome(one.number, Answer.STORED) for one in entries]
        self.settle(outcomes, at=datetime.now().astimezone())
        return entries

    put(SqlReplicaStore, "to_send", sent)


def no_epoch(put: Put) -> None:
    """Take a server that was set back for the same one."""
    greet, pull = PostgresTransport.greet, PostgresTransport.pull

    def greeted(self: PostgresTransport, said: Said) -> Greeting:
        return replace(greet(self, said), epoch="same")

    def pulled(
        self: PostgresTransport, said: Said, *, known: Collection[UUID], is_whole: bool
    ) -> Pulled:
        return replace(pull(self, said, known=known, is_whole=is_whole), epoch="same")

    put(PostgresTransport, "greet", greeted)
    put(PostgresTransport, "pull", pulled)


MUTANTS: Mapping[str, Callable[[Put], None]] = {
    "newest_row_as_cursor": newest_row_as_cursor,
    "no_idempotency": no_idempotency,
    "ack_before_commit": ack_before_commit,
    "no_epoch": no_epoch,
}
