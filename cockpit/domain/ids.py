"""Time-ordered identifiers (UUID version 7, RFC 9562 section 5.7)."""

import secrets
import threading
import time
from uuid import UUID

_LOW = (1 << 62) - 1

_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """Return a UUIDv7 greater than every one that this process returned before.

    The 48-bit millisecond clock is followed by a 12-bit and a 62-bit random field. Within one
    millisecond, or when the clock steps back, the former value is incremented instead
    (RFC 9562 section 6.2, method 2), so that keys keep the order in which they were made.
    """
    return new_ids(1)


def new_ids(count: int) -> UUID:
    """Reserve keys whose numbers (``UUID.int``) follow each other, and return the first of them.

    Args:
        count: How many; at least 1.
    """
    global _last  # noqa: PLW0603 - the monotonic counter belongs to the process
    milliseconds = time.time_ns() // 1_000_000
    fresh = milliseconds << 74 | secrets.randbits(74)
    with _lock:
        first = fresh if fresh > _last else _last + 1
        if (first & _LOW) + count > _LOW:
            # The keys would run over the variant's bits: go on with the next 12-bit field.
            first = (first | _LOW) + 1
        _last = first + count - 1
    return _as_uuid(first)


def id_after(first: UUID, number: int) -> UUID:
    """Return the key that comes so many places after another in the order of ``new_id``."""
    high, low = first.int >> 64 & 0xFFF, first.int & _LOW
    return _as_uuid((first.int >> 80 << 74 | high << 62 | low) + number)


def _as_uuid(value: int) -> UUID:
    """Spread timestamp and random fields over a UUID, with version and variant between them."""
    timestamp, random = value >> 74, value & (1 << 74) - 1
    high, low = random >> 62, random & _LOW
    return UUID(int=timestamp << 80 | 7 << 76 | high << 64 | 2 << 62 | low)
