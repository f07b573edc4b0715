"""What a laptop's file has still to send: gathered, numbered anew, and kept for a time."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from cockpit.data.replica.forms import instant, table_of, told_row
from cockpit.data.replica.own_device import add_own_device
from cockpit.domain.facts import content_of, fingerprint
from cockpit.domain.replication import FEED_COLUMNS
from cockpit.domain.sync import OFFERED_AGAIN, Entry, within_one_push

_WAITING = """SELECT device_seq, entity, entity_id FROM outbox WHERE sent_at IS NULL
    ORDER BY device_seq LIMIT ?"""
_GIVEN_UP = "SELECT command_id FROM sync_conflicts WHERE decision = 'theirs'"
_MOST_KEYS = 400


def gather(cursor: Any, limit: int) -> list[Entry]:
    """Return the next entries in their order; hashes of commands that miss are stored.

    Args:
        cursor: The driver's, in a writing transaction.
        limit: How many at most.
    """
    waiting = cursor.execute(_WAITING, (limit,)).fetchall()
    rows: dict[tuple[str, bytes], dict[str, Any]] = {}
    for entity, ones in groupby(sorted(waiting, key=lambda one: one[1]), key=lambda one: one[1]):
        keys = [key for _, _, key in ones]
        rows |= {(entity, key): row for key, row in _rows(cursor, entity, keys)}
    given_up = {key for (key,) in cursor.execute(_GIVEN_UP).fetchall()}
    gathered = []
    for number, entity, key in waiting:
        row = rows.get((entity, key))
        if row is None:
            _give_up(cursor, number)
            continue
        if not row["content_sha256"]:
            row["content_sha256"] = said = fingerprint(entity, content_of(row))
            cursor.execute(f"UPDATE {entity} SET content_sha256 = ? WHERE id = ?", (said, key))  # noqa: S608 - ours
        gathered.append(Entry(number, entity, row, is_given_up=key in given_up))
    entries = list(within_one_push(gathered))
    cursor.executemany(
        "UPDATE outbox SET attempts = attempts + 1 WHERE device_seq = ?",
        [(one.number,) for one in entries],
    )
    return entries


def _rows(
    cursor: Any, entity: str, keys: Sequence[bytes]
) -> Iterator[tuple[bytes, dict[str, Any]]]:
    columns = [one.name for one in table_of(entity).columns if one.name not in FEED_COLUMNS]
    listed = ", ".join(f'"{name}"' for name in columns)
    for start in range(0, len(keys), _MOST_KEYS):
        some = keys[start : start + _MOST_KEYS]
        marks = ", ".join("?" * len(some))
        found = cursor.execute(
            f"SELECT id, {listed} FROM {entity} WHERE id IN ({marks})",  # noqa: S608 - ours
            list(some),
        )
        for key, *values in found.fetchall():
            yield key, told_row(entity, columns, values)


def _give_up(cursor: Any, number: int) -> None:
    """Set an entry aside whose row is gone: nothing behind it waits for it."""
    cursor.execute(
        "UPDATE outbox SET sent_at = created_at, parked_at = created_at, last_error = 'row_missing'"
        " WHERE device_seq = ?",
        (number,),
    )


def offer_again(cursor: Any, at: datetime) -> None:
    """Let wait once more what was sent of late: the server may have lost it."""
    cursor.execute(
        "UPDATE outbox SET sent_at = NULL, parked_at = NULL"
        " WHERE sent_at >= ? AND coalesce(last_error, '') <> 'row_missing'",
        (instant(at - OFFERED_AGAIN),),
    )
    cursor.execute(
        "UPDATE attachment_contents SET sent_at = NULL WHERE sent_at >= ?",
        (instant(at - OFFERED_AGAIN),),
    )


def forget_old(cursor: Any, at: datetime) -> None:
    """Forget what was sent long ago, and the commands with what became of them."""
    before = instant(at - OFFERED_AGAIN)
    cursor.execute(
        """DELETE FROM command_outcomes WHERE command_id IN (SELECT entity_id FROM outbox
            WHERE entity = 'commands' AND sent_at < ?)""",
        (before,),
    )
    cursor.execute(
        """DELETE FROM commands WHERE id IN (SELECT entity_id FROM outbox
            WHERE entity = 'commands' AND sent_at < ?)""",
        (before,),
    )
    cursor.execute("DELETE FROM outbox WHERE sent_at < ?", (before,))


def renumber(cursor: Any, device_id: UUID) -> None:
    """Give what waits the numbers of another device, from 1 on, in their order.

    What was sent is no concern of the new device's; unsent events of the audit trail begin a chain.
    """
    cursor.execute("DELETE FROM outbox WHERE sent_at IS NOT NULL")
    waiting = cursor.execute(_WAITING, (-1,)).fetchall()
    previous: str | None = None
    for number, (former, entity, key) in enumerate(waiting, 1):
        cursor.execute(
            f"UPDATE {entity} SET device_id = ?, device_seq = ? WHERE id = ?",  # noqa: S608 - ours
            (device_id.bytes, number, key),
        )
        # In their order, each number is at most the former one: none is taken.
        cursor.execute(
            "UPDATE outbox SET device_seq = ?, attempts = 0 WHERE device_seq = ?", (number, former)
        )
        if entity == "audit_events":
            previous = _chain(cursor, key, previous)
    cursor.execute(
        "UPDATE replicas SET device_id = ?, last_number = ?", (device_id.bytes, len(waiting))
    )
    add_own_device(cursor)


def _chain(cursor: Any, key: bytes, previous: str | None) -> str:
    """Let an event follow another; return its hash."""
    ((_, row),) = _rows(cursor, "audit_events", [key])
    said = fingerprint("audit_events", content_of(row) | {"previous_sha256": previous})
    cursor.execute(
        "UPDATE audit_events SET previous_sha256 = ?, content_sha256 = ? WHERE id = ?",
        (previous, said, key),
    )
    return said
