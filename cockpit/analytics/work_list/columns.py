"""The columns of a table: typed arrays that answer as Python values; immutable.

Each can be replaced at a few lines without touching the others: a column that does not change is
the same object afterwards, with what it has worked out so far.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cached_property
from typing import Any, Generic, Protocol, Self, TypeVar
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.domain.plain_text import plain

#: The instant that stands for None.
NEVER = np.iinfo(np.int64).min
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.toordinal()
_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_STEP = timedelta(microseconds=1)
#: Numbers that lie this close together are ordered by counting.
_NARROW = 4

V = TypeVar("V")
E = TypeVar("E", bound=Enum)
T = TypeVar("T", bound=np.generic)
Codes = NDArray[np.int32]


class Column(Protocol[V]):
    """One column of the table."""

    def value(self, line: int) -> V:
        """Return a line's value."""
        ...

    def values(self, lines: Integers) -> list[V]:
        """Return the values of some lines."""
        ...

    def replaced(self, lines: Integers, values: Sequence[V], size: int) -> "Column[V]":
        """Return the column with other values at some lines, the same one where none differs.

        Args:
            lines: Where; from the present size on they are new.
            values: Parallel to the lines.
            size: How many lines there are afterwards; every new one is among ``lines``.
        """
        ...

    @property
    def ranks(self) -> Integers:
        """Return numbers in the order of the values, -1 for unknown ones; shape (lines,)."""
        ...


def is_same(column: Column[V], lines: Integers, values: Sequence[V], size: int, known: int) -> bool:
    """Return whether replacing would change nothing."""
    if size != known:
        return False
    return all(column.value(int(line)) == value for line, value in zip(lines, values, strict=True))


def grown(values: NDArray[T], size: int) -> NDArray[T]:
    """Return a copy with room for so many lines."""
    copy = np.zeros(size, dtype=values.dtype)
    copy[: len(values)] = values
    return copy


@dataclass(frozen=True)
class IntegerColumn:
    """Whole numbers that are always known."""

    array: Integers

    @classmethod
    def of(cls, values: Sequence[int]) -> Self:
        """Return values as a column."""
        return cls(np.array(values, dtype=np.int64))

    def value(self, line: int) -> int:
        """Return a line's value."""
        return int(self.array[line])

    def values(self, lines: Integers) -> list[int]:
        """Return the values of some lines."""
        found: list[int] = self.array[lines].tolist()
        return found

    def replaced(self, lines: Integers, values: Sequence[int], size: int) -> "IntegerColumn":
        """Return the column with other values at some lines."""
        if is_same(self, lines, values, size, len(self.array)):
            return self
        array = grown(self.array, size)
        array[lines] = values
        return IntegerColumn(array)

    @cached_property
    def ranks(self) -> Integers:
        """Return numbers in the order of the values."""
        return ranks_of(self.array)


@dataclass(frozen=True)
class NumberColumn:
    """Numbers that may be unknown.

    Attributes:
        array: NaN where unknown.
        is_whole: Whether the values are whole numbers.
    """

    array: Floats
    is_whole: bool

    @classmethod
    def of(cls, values: Sequence[float | None], *, is_whole: bool) -> Self:
        """Return values as a column."""
        return cls(np.array(values, dtype=np.float64), is_whole)

    def value(self, line: int) -> float | None:
        """Return a line's value."""
        found = float(self.array[line])
        if found != found:  # noqa: PLR0124 - NaN alone differs from itself
            return None
        return int(found) if self.is_whole else found

    def values(self, lines: Integers) -> list[float | None]:
        """Return the values of some lines."""
        array = self.array[lines]
        known = ~np.isnan(array)
        numbers = (
            np.where(known, array, 0.0).astype(np.int64) if self.is_whole else array
        ).tolist()
        return [one if is_known else None for one, is_known in zip(numbers, known, strict=True)]

    def replaced(
        self, lines: Integers, values: Sequence[float | None], size: int
    ) -> "NumberColumn":
        """Return the column with other values at some lines."""
        if is_same(self, lines, values, size, len(self.array)):
            return self
        array = grown(self.array, size)
        array[lines] = np.array(values, dtype=np.float64)
        return NumberColumn(array, self.is_whole)

    @cached_property
    def ranks(self) -> Integers:
        """Return numbers in the order of the values, -1 where unknown."""
        unknown = np.isnan(self.array)
        known: NDArray[np.generic] = np.where(unknown, 0.0, self.array)  # NaN sorts slowly
        return np.where(unknown, -1, ranks_of(known.astype(np.int64) if self.is_whole else known))


@dataclass(frozen=True)
class FlagColumn:
    """Yes or no."""

    array: Flags

    @classmethod
    def of(cls, values: Sequence[bool]) -> Self:
        """Return values as a column."""
        return cls(np.array(values, dtype=np.bool_))

    def value(self, line: int) -> bool:
        """Return a line's value."""
        return bool(self.array[line])

    def values(self, lines: Integers) -> list[bool]:
        """Return the values of some lines."""
        found: list[bool] = self.array[lines].tolist()
        return found

    def replaced(self, lines: Integers, values: Sequence[bool], size: int) -> "FlagColumn":
        """Return the column with other values at some lines."""
        if is_same(self, lines, values, size, len(self.array)):
            return self
        array = grown(self.array, size)
        array[lines] = values
        return FlagColumn(array)

    @cached_property
    def ranks(self) -> Integers:
        """Return 0 for no and 1 for yes."""
        return self.array.astype(np.int64)


@dataclass(frozen=True)
class InstantColumn:
    """Instants as microseconds since 1970, ``NEVER`` for None."""

    array: Integers

    @classmethod
    def of(cls, values: Sequence[datetime | None]) -> Self:
        """Return values as a column."""
        seconds = [np.nan if value is None else value.timestamp() for value in values]
        return cls(_microseconds(np.array(seconds, dtype=np.float64)))

    def value(self, line: int) -> datetime | None:
        """Return a line's value, aware, in UTC."""
        return instant(int(self.array[line]))

    def values(self, lines: Integers) -> list[datetime | None]:
        """Return the values of some lines."""
        return [instant(one) for one in self.array[lines].tolist()]

    def replaced(
        self, lines: Integers, values: Sequence[datetime | None], size: int
    ) -> "InstantColumn":
        """Return the column with other values at some lines."""
        if is_same(self, lines, values, size, len(self.array)):
            return self
        array = grown(self.array, size)
        array[lines] = InstantColumn.of(values).array
        return InstantColumn(array)

    @cached_property
    def ranks(self) -> Integers:
        """Return numbers in the order of the instants, -1 for None."""
        return np.where(self.array == NEVER, -1, ranks_of(self.array))

    def local_days(self, zone: ZoneInfo) -> Integers:
        """Return each instant's day in a zone as an ordinal, 0 for None; shape (lines,)."""
        found = self.__dict__.get("_local_days")
        if found is None or found[0] != zone:
            found = zone, _local_days(self.array, zone)
            self.__dict__["_local_days"] = found
        days: Integers = found[1]
        return days


@dataclass(frozen=True)
class ChoiceColumn:
    """Texts of which there are few: a number per line, and what the numbers mean."""

    codes: Codes
    choices: tuple[str, ...]

    @classmethod
    def of(cls, values: Sequence[str]) -> Self:
        """Return values as a column."""
        code_of = {value: code for code, value in enumerate(dict.fromkeys(values))}
        codes = np.fromiter(map(code_of.__getitem__, values), np.int32, len(values))
        return cls(codes, tuple(code_of))

    def value(self, line: int) -> str:
        """Return a line's value."""
        return self.choices[int(self.codes[line])]

    def values(self, lines: Integers) -> list[str]:
        """Return the values of some lines."""
        return [self.choices[code] for code in self.codes[lines].tolist()]

    def replaced(self, lines: Integers, values: Sequence[str], size: int) -> "ChoiceColumn":
        """Return the column with other values at some lines."""
        if is_same(self, lines, values, size, len(self.codes)):
            return self
        code_of = {value: code for code, value in enumerate(self.choices)}
        codes = grown(self.codes, size)
        codes[lines] = [code_of.setdefault(value, len(code_of)) for value in values]
        return ChoiceColumn(codes, tuple(code_of))

    @cached_property
    def is_filled(self) -> Flags:
        """Return which values are not empty; shape (lines,)."""
        return np.array([bool(one) for one in self.choices] or [False])[self.codes]

    @cached_property
    def ranks(self) -> Integers:
        """Return numbers in the alphabetical order of the values, -1 for empty ones."""
        texts = [plain(one) for one in self.choices]
        place = {text: rank for rank, text in enumerate(sorted(set(texts)))}
        ranks = [place[text] if one else -1 for one, text in zip(self.choices, texts, strict=True)]
        return np.array(ranks or [-1], dtype=np.int64)[self.codes]


@dataclass(frozen=True)
class MemberColumn(Generic[E]):
    """Members of an enumeration, or None: their place in it, -1 for None."""

    codes: NDArray[np.int8]
    members: tuple[E, ...]

    @classmethod
    def of(cls, values: Sequence[E | None], kind: type[E]) -> Self:
        """Return values as a column."""
        members = tuple(kind)
        code_of: dict[int, int] = {id(member): code for code, member in enumerate(members)}
        code_of[id(None)] = -1
        # Members exist once, and their identity is found ten times as fast as their hash.
        codes = map(code_of.__getitem__, map(id, values))
        return cls(np.fromiter(codes, np.int8, len(values)), members)

    def value(self, line: int) -> E | None:
        """Return a line's value."""
        code = int(self.codes[line])
        return None if code < 0 else self.members[code]

    def values(self, lines: Integers) -> list[E | None]:
        """Return the values of some lines."""
        members = (*self.members, None)
        return [members[code] for code in self.codes[lines].tolist()]

    def replaced(self, lines: Integers, values: Sequence[E | None], size: int) -> "MemberColumn[E]":
        """Return the column with other values at some lines."""
        if is_same(self, lines, values, size, len(self.codes)):
            return self
        codes = grown(self.codes, size)
        codes[lines] = [-1 if one is None else self.members.index(one) for one in values]
        return MemberColumn(codes, self.members)

    def code(self, member: E) -> int:
        """Return the number of a member."""
        return self.members.index(member)

    @cached_property
    def ranks(self) -> Integers:
        """Return each member's place in the enumeration, -1 for None."""
        return self.codes.astype(np.int64)


def ranks_of(values: NDArray[np.generic]) -> Integers:
    """Return each value's place among the distinct ones."""
    if not len(values):
        return np.zeros(0, dtype=np.int64)
    if values.dtype == np.int64:
        least = int(values.min())
        width = int(values.max()) - least + 1
        if width <= _NARROW * len(values):
            return _counted(values - least, width)
    order = np.argsort(values)
    ordered = values[order]
    ranks = np.empty(len(values), dtype=np.int64)
    ranks[order] = np.append(0, np.cumsum(ordered[1:] != ordered[:-1]))
    return ranks


def _counted(values: NDArray[Any], width: int) -> Integers:
    """Return the places of numbers from 0 to below a width, by counting."""
    is_used = np.zeros(width, dtype=np.bool_)
    is_used[values] = True
    places: Integers = np.cumsum(is_used) - 1
    return np.asarray(places[values])


def microseconds(instant: datetime) -> int:
    """Return an aware instant as microseconds since 1970."""
    return (instant - _EPOCH) // _STEP


def instant(value: int) -> datetime | None:
    """Return microseconds since 1970 as an instant, None for ``NEVER``."""
    return None if value == NEVER else _EPOCH + timedelta(microseconds=value)


def _microseconds(seconds: Floats) -> Integers:
    """Return seconds since 1970 as microseconds; a double holds them exactly enough until 2200."""
    found = np.full(len(seconds), NEVER, dtype=np.int64)
    known = ~np.isnan(seconds)
    found[known] = np.rint(seconds[known] * _SECOND).astype(np.int64)
    return found


def _local_days(values: Integers, zone: ZoneInfo) -> Integers:
    """Return each instant's day in a zone; on most days the clock does not change."""
    days = np.zeros(len(values), dtype=np.int64)
    known = np.flatnonzero(values != NEVER)
    at = values[known]
    utc_days, place = np.unique(at // _DAY, return_inverse=True)
    opening = np.array([_offset(int(day) * _DAY, zone) for day in utc_days], dtype=np.int64)
    closing = np.array([_offset(int(day + 1) * _DAY, zone) for day in utc_days], dtype=np.int64)
    offset = opening[place]
    for one in np.flatnonzero(opening[place] != closing[place]):
        offset[one] = _offset(int(at[one]), zone)
    days[known] = (at + offset) // _DAY + _EPOCH_DAY
    return days


def _offset(value: int, zone: ZoneInfo) -> int:
    """Return how many microseconds a zone's clock is ahead of UTC at an instant."""
    offset = (_EPOCH + timedelta(microseconds=value)).astimezone(zone).utcoffset()
    return (offset or timedelta(0)) // _STEP
