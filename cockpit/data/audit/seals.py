"""Sealing: the hashes of all facts since the last seal, chained to it.

One at a time: a server's advisory lock, or the embedded file's write lock, lets the second of two
who would seal find that it is done. A seal holds what is new alone; now and then one also says how
far all devices are sealed, so that the next need not read all before it.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from cockpit.data.audit.index import Span, heads, indexed_facts
from cockpit.domain.audit import MARK_BYTES, SealMark
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from models import AuditSeal

#: Facts per seal; more go into the next ones. An embedded file is locked while one is made.
MOST_FACTS = 10_000
#: Every so many seals one says how far all devices are sealed.
CHECKPOINT = 50
PAUSE = timedelta(seconds=50)
NOTHING = bytes(32)
_LOCK = 0x4769726F0004
_SEALS = select(AuditSeal.id, AuditSeal.sealed_at, AuditSeal.heads, AuditSeal.sha256)
_NEWEST_FIRST = _SEALS.order_by(AuditSeal.sealed_at.desc(), AuditSeal.id.desc())
_OLDEST_FIRST = _SEALS.order_by(AuditSeal.sealed_at, AuditSeal.id)


@dataclass(frozen=True, slots=True)
class SealedSpan:
    """What a seal says of one device.

    Attributes:
        device_id: Which.
        after: The number before the first that is sealed.
        upto: The last.
        sha256: Hash of all their digests.
        marks: The beginnings of their digests.
    """

    device_id: str
    after: int
    upto: int
    sha256: str
    marks: bytes

    @property
    def count(self) -> int:
        """Return how many facts it seals."""
        return self.upto - self.after


@dataclass(frozen=True, slots=True)
class StoredSeal:
    """A seal as it is stored."""

    key: UUID
    sealed_at: datetime
    heads: dict[str, Any]
    sha256: str

    @property
    def number(self) -> int:
        """Return which one it says it is."""
        number = self.heads.get("number")
        return number if isinstance(number, int) else 0

    @property
    def mark(self) -> SealMark:
        """Return it as one writes it down."""
        return SealMark(self.number, self.sha256)

    @property
    def is_own_hash(self) -> bool:
        """Return whether its hash is that of what it says."""
        return self.sha256 == seal_hash(self.key, self.sealed_at, self.heads)

    def spans(self) -> Iterator[SealedSpan]:
        """Return what it says of each device.

        Raises:
            ValueError, TypeError, KeyError: It is no seal.
        """
        for one in self.heads["devices"]:
            marks = b64decode(one["marks"], validate=True)
            yield SealedSpan(
                str(one["device"]), int(one["after"]), int(one["upto"]), one["sha256"], marks
            )


def seal_hash(key: UUID, sealed_at: datetime, said: dict[str, Any]) -> str:
    """Return the hash of a seal."""
    content = {"id": key, "sealed_at": sealed_at, "heads": said}
    return fingerprint(AuditSeal.__tablename__, content)


def stored_seals(connection: Connection) -> Iterator[StoredSeal]:
    """Return all seals, the oldest first."""
    options = {"stream_results": True, "yield_per": 100}
    for row in connection.execute(_OLDEST_FIRST, execution_options=options):
        yield StoredSeal(*row)


def last_seal(connection: Connection) -> StoredSeal | None:
    """Return the newest seal."""
    row = connection.execute(_NEWEST_FIRST.limit(1)).first()
    return None if row is None else StoredSeal(*row)


def seal(connection: Connection, *, at: datetime, is_at_once: bool = False) -> SealMark | None:
    """Seal what was stored since the last seal, or a first part of it.

    Args:
        connection: An open writing transaction.
        at: The present instant.
        is_at_once: Whether not to wait for the minute after the last seal.

    Returns:
        The new seal; None where nothing is new, or somebody sealed a moment ago.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    last = last_seal(connection)
    if last is not None and not is_at_once and timedelta(0) <= at - last.sealed_at < PAUSE:
        return None
    sealed = _sealed_heads(connection)
    spans = _new_spans(heads(connection), sealed)
    if not spans:
        return None
    number = 1 if last is None else last.number + 1
    said: dict[str, Any] = {"number": number, "devices": _said(connection, spans)}
    if last is not None:
        said["previous"] = last.sha256
        # Seals are read in the order of their instants, be the clock put back.
        at = max(at, last.sealed_at + timedelta(microseconds=1))
    if number % CHECKPOINT == 1:
        sealed |= {str(span.device_id): span.upto for span in spans}
        said["all"] = sealed
    key = new_id()
    digest = seal_hash(key, at, said)
    connection.execute(insert(AuditSeal).values(id=key, sealed_at=at, heads=said, sha256=digest))
    return SealMark(number, digest)


def digest_of(digests: bytes | bytearray) -> str:
    """Return the hash over the digests of a span."""
    return sha256(digests).hexdigest()


def _sealed_heads(connection: Connection) -> dict[str, int]:
    """Return how far each device is sealed, by the seals since the last that says it of all."""
    sealed: dict[str, int] = {}
    options = {"stream_results": True, "yield_per": 10}
    with connection.execute(_NEWEST_FIRST, execution_options=options) as rows:
        for one in (StoredSeal(*row) for row in rows):
            for span in one.heads["devices"]:
                sealed.setdefault(span["device"], span["upto"])
            if "all" in one.heads:
                everything: dict[str, int] = one.heads["all"]
                return everything | sealed
    return sealed


def _new_spans(now: dict[UUID, int], sealed: dict[str, int]) -> list[Span]:
    """Return the numbers that are not sealed yet, at most so many as one seal takes."""
    spans, room = [], MOST_FACTS
    for device_id, last in sorted(now.items()):
        after = sealed.get(str(device_id), 0)
        upto = min(last, after + room)
        if upto > after:
            spans.append(Span(device_id, after, upto))
            room -= upto - after
    return spans


def _said(connection: Connection, spans: list[Span]) -> list[dict[str, Any]]:
    """Return what a seal says of these numbers; one that is missing already counts as nothing."""
    digests = {span.device_id: bytearray(NOTHING * span.count) for span in spans}
    afters = {span.device_id: span.after for span in spans}
    for fact in indexed_facts(connection, spans):
        place = 32 * (fact.number - afters[fact.device_id] - 1)
        columns = digests[fact.device_id]
        if columns[place : place + 32] == NOTHING:
            columns[place : place + 32] = fact.digest
    return [
        {
            "device": str(span.device_id),
            "after": span.after,
            "upto": span.upto,
            "sha256": digest_of(digests[span.device_id]),
            "marks": b64encode(marks_of(digests[span.device_id])).decode(),
        }
        for span in spans
    ]


def marks_of(digests: bytes | bytearray) -> bytes:
    """Return the beginning of each digest of a span."""
    return b"".join(digests[at : at + MARK_BYTES] for at in range(0, len(digests), 32))
