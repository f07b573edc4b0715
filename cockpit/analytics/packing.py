"""Order events in the form in which they are stored: two byte strings per customer."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Integers, bounds_of

_DAYS = np.dtype("<i4")
_CENTS = np.dtype("<i8")


def packed_days(events: OrderEvents) -> list[bytes]:
    """Return each customer's days as little-endian int32."""
    return _cut(events.day.astype(_DAYS).tobytes(), events.bounds * _DAYS.itemsize)


def packed_cents(events: OrderEvents) -> list[bytes]:
    """Return each customer's values in cents as little-endian int64."""
    return _cut(events.value_cents.astype(_CENTS).tobytes(), events.bounds * _CENTS.itemsize)


def unpacked(event_days: Sequence[bytes], event_cents: Sequence[bytes]) -> OrderEvents:
    """Return the order events of some customers.

    Args:
        event_days: As ``packed_days`` gives them, one per customer.
        event_cents: As ``packed_cents`` gives them, parallel.

    Raises:
        ValueError: Days and values are not of the same number.
    """
    day = np.frombuffer(b"".join(event_days), _DAYS).astype(np.int64)
    cents = np.frombuffer(b"".join(event_cents), _CENTS).astype(np.int64)
    if len(day) != len(cents):
        raise ValueError("stored events have days without values or values without days")
    counts = np.fromiter(map(len, event_days), np.int64, len(event_days)) // _DAYS.itemsize
    return OrderEvents(
        customer=np.repeat(np.arange(len(counts)), counts),
        day=day,
        value_cents=cents,
        bounds=bounds_of(counts),
    )


def _cut(data: bytes, bounds: Integers) -> list[bytes]:
    """Return the pieces of a byte string between consecutive bounds."""
    return [data[start:end] for start, end in pairwise(bounds.tolist())]
