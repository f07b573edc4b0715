"""Packed rows as arrays: keys as numbers, instants as local days and minutes, codes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.segments import Integers
from cockpit.domain.fact_columns import Packed

Hashes = NDArray[np.uint64]

#: An odd number: keys that differ in one half alone still differ.
_MIX = np.uint64(0x9E3779B97F4A7C15)
_HALF = 8
_KEY = 16
_DIGITS = 20
_FIRST_LETTER = ord("A")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
EPOCH_DAY = date(2000, 1, 1).toordinal()
_UNIX_DAY = date(1970, 1, 1).toordinal()
_SECOND = 1_000_000
MINUTE = 60 * _SECOND
DAY = 86_400 * _SECOND
_DAY_MINUTES = 1440
_MONTHS_TO_1970 = 1970 * 12
_HUNDRED = 100


def _pairs() -> Integers:
    """Return the numbers that two letters mean, by what they are as one number of two bytes."""
    found = np.zeros(1 << 16, dtype=np.int64)
    for number in range(_HUNDRED):
        found[int.from_bytes(b"%02d" % number, "little")] = number
    return found


_PAIRS = _pairs()


def hashes(packed: Packed, name: str) -> Hashes:
    """Return the keys of a column as one number each, 0 where there is none; shape (rows,)."""
    mixed: Hashes = upper_half(packed, name) * _MIX ^ lower_half(packed, name)
    return mixed


def upper_half(packed: Packed, name: str) -> Hashes:
    """Return the first half of each key as a number; shape (rows,)."""
    return _part(packed, name, ">u8").astype(np.uint64)


def lower_half(packed: Packed, name: str) -> Hashes:
    """Return the second half of each key as a number; shape (rows,)."""
    return _part(packed, name, ">u8", _HALF).astype(np.uint64)


def keys_of(packed: Packed, name: str) -> NDArray[np.generic]:
    """Return the keys of a column themselves, 16 bytes each; shape (rows,)."""
    return _part(packed, name, f"V{_KEY}")


def letters(packed: Packed, name: str) -> NDArray[np.uint8]:
    """Return a column of codes as their letters; shape (rows,)."""
    return _part(packed, name, "u1").astype(np.uint8)


def hash_of(keys: Iterable[UUID]) -> Hashes:
    """Return keys as the numbers that ``hashes`` makes of them; shape (keys,)."""
    return key_hashes(b"".join(key.bytes for key in keys))


def key_hashes(data: bytes) -> Hashes:
    """Return keys of 16 bytes, one after the other, as the same numbers; shape (keys,)."""
    halves = np.frombuffer(data, dtype=">u8").astype(np.uint64).reshape(-1, 2)
    mixed: Hashes = halves[:, 0] * _MIX ^ halves[:, 1]
    return mixed


def key_at(packed: Packed, name: str, row: int) -> UUID:
    """Return the key in one row."""
    start = row * packed.width + packed.fields[name].offset
    return UUID(bytes=packed.data[start : start + _KEY])


def numbers(packed: Packed, name: str) -> Integers:
    """Return a column of whole numbers, letters' codes or days' ordinals; shape (rows,)."""
    if not packed.count:
        return np.zeros(0, dtype=np.int64)
    form = packed.fields[name].form
    if form == "letter":
        return _part(packed, name, "u1").astype(np.int64) - _FIRST_LETTER
    if form == "number":
        return _part(packed, name, ">i8").astype(np.int64)
    if form == "days":
        return _part(packed, name, ">i4").astype(np.int64) + EPOCH_DAY
    if form == "text_day":
        return _days_of(packed, name) + EPOCH_DAY
    return _number(packed, name, 0, _DIGITS)


def instants(packed: Packed, name: str) -> Integers:
    """Return a column of instants in microseconds since 2000-01-01, UTC; shape (rows,)."""
    if not packed.count:
        return np.zeros(0, dtype=np.int64)
    if packed.fields[name].form == "microseconds":
        return _part(packed, name, ">i8").astype(np.int64)
    minutes = _two(packed, name, 11) * 60 + _two(packed, name, 14)
    seconds = minutes * 60 + _two(packed, name, 17)
    fraction = _number(packed, name, 20, 6)
    return _days_of(packed, name) * DAY + seconds * _SECOND + fraction


@dataclass(frozen=True, slots=True)
class KeyIndex:
    """Positions of keys.

    Attributes:
        sorted: Their numbers, ascending; shape (keys,).
        order: At which position each of these stands; shape (keys,).
    """

    sorted: Hashes
    order: Integers

    @classmethod
    def of(cls, found: Hashes) -> "KeyIndex":
        """Return the index of keys, each there once.

        Raises:
            ValueError: Two keys have one number.
        """
        order = np.argsort(found)
        ascending = found[order]
        if np.any(ascending[1:] == ascending[:-1]):
            raise ValueError("two keys have one number")
        return cls(ascending, order)

    def positions(self, wanted: Hashes) -> Integers:
        """Return where keys stand, -1 for those that are not there; shape as given."""
        if not len(self.sorted):
            return np.full(len(wanted), -1, dtype=np.int64)
        places = np.searchsorted(self.sorted, wanted)
        places[places == len(self.sorted)] = 0
        found: Integers = np.where(self.sorted[places] == wanted, self.order[places], -1)
        return found


@dataclass(frozen=True, slots=True)
class LocalTime:
    """The offsets of a time zone over a span.

    Attributes:
        starts: From which instants they hold, in microseconds since 2000; ascending.
        offsets: What is added to UTC, in microseconds.
    """

    starts: Integers
    offsets: Integers

    @classmethod
    def of(cls, zone: ZoneInfo, first: date, last: date) -> "LocalTime":
        """Return the offsets from the day before the first to the day after the last."""
        at = datetime.combine(first, datetime.min.time(), tzinfo=UTC) - timedelta(days=2)
        end = datetime.combine(last, datetime.min.time(), tzinfo=UTC) + timedelta(days=3)
        found = [(at, _offset(zone, at))]
        while at < end:
            following = at + timedelta(days=1)
            if _offset(zone, following) != found[-1][1]:
                change = _change(zone, at, following)
                found.append((change, _offset(zone, change)))
            at = following
        starts = [(at - _EPOCH) // timedelta(microseconds=1) for at, _ in found]
        offsets = [offset // timedelta(microseconds=1) for _, offset in found]
        return cls(np.array(starts, dtype=np.int64), np.array(offsets, dtype=np.int64))

    def local(self, at: Integers) -> Integers:
        """Return local time in microseconds since 2000-01-01 00:00 there; shape as given."""
        which = np.searchsorted(self.starts, at, side="right") - 1
        moved: Integers = at + self.offsets[np.maximum(which, 0)]
        return moved


def day_span(at: Integers) -> tuple[date, date]:
    """Return the days, in UTC, of the earliest and the latest of some instants."""
    first, last = (date.fromordinal(int(one) // DAY + EPOCH_DAY) for one in (at.min(), at.max()))
    return first, last


def day_ordinals(local: Integers) -> Integers:
    """Return the proleptic ordinals of local instants; shape as given."""
    ordinals: Integers = local // DAY + EPOCH_DAY
    return ordinals


def microseconds(at: Sequence[datetime]) -> Integers:
    """Return aware instants as ``instants`` does; shape (instants,)."""
    tick = timedelta(microseconds=1)
    return np.array([(one - _EPOCH) // tick for one in at], dtype=np.int64)


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the first whole minute of the offset that holds after a change."""
    former = _offset(zone, before)
    low, high = 0, _DAY_MINUTES
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, before + timedelta(minutes=middle)) == former:
            low = middle
        else:
            high = middle
    return min(before + timedelta(minutes=high), after)


def _part(packed: Packed, name: str, kind: str, skipped: int = 0) -> NDArray[np.generic]:
    """Return a column where it lies; shape (rows,)."""
    if not packed.count:
        return np.zeros(0, dtype=kind)
    return np.ndarray(
        (packed.count,),
        dtype=kind,
        buffer=packed.data,
        offset=packed.fields[name].offset + skipped,
        strides=(packed.width,),
    )


def _two(packed: Packed, name: str, first: int) -> Integers:
    """Return two digits of a column of text as numbers; shape (rows,)."""
    found: Integers = _PAIRS[_part(packed, name, "<u2", first)]
    return found


def _number(packed: Packed, name: str, first: int, count: int) -> Integers:
    """Return an even count of digits of a column of text as numbers; shape (rows,)."""
    value = _two(packed, name, first)
    for place in range(first + 2, first + count, 2):
        value *= _HUNDRED
        value += _two(packed, name, place)
    return value


def _days_of(packed: Packed, name: str) -> Integers:
    """Return the days since 2000-01-01 of texts that begin with a day; shape (rows,)."""
    months = _number(packed, name, 0, 4) * 12 + _two(packed, name, 5) - 1 - _MONTHS_TO_1970
    first, last = int(months.min()), int(months.max())
    begins = np.arange(first, last + 1).astype("M8[M]").astype("M8[D]").astype(np.int64)
    days: Integers = begins[months - first] + _two(packed, name, 8) - 1 + _UNIX_DAY - EPOCH_DAY
    return days
