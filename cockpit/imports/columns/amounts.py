"""Amounts in their usual forms, a whole column at a time.

``1234,56``, ``1.234,56``, ``1,234.56``, ``1234.5`` and ``1234``, with a minus before them or not:
forms that are the same amount whatever the file's decimal mark is. ``values.amount`` reads all
others.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from cockpit.imports.columns.letters import Booleans, Integers, Letters
from cockpit.imports.values import MOST_CENTS

_ZERO, _COMMA, _POINT, _MINUS = (ord(letter) for letter in "0,.-")
_NINE = 9
#: More digits before the decimal mark are beyond belief.
_MOST_WHOLE = 13
#: Three digits and what parts them from the next three.
_GROUP = 4


@dataclass(frozen=True, slots=True)
class PlainAmounts:
    """A column of amounts, each of shape (texts,).

    Attributes:
        cents: Their size, without the sign; anything where it is not plain.
        is_negative: Whether they are below zero.
        is_plain: Whether they have a usual form.
    """

    cents: Integers
    is_negative: Booleans
    is_plain: Booleans


def plain_amounts(texts: pa.StringArray) -> PlainAmounts:
    """Read the amounts of usual form."""
    letters = Letters.of(texts)
    if not len(letters.data):
        nothing = np.zeros(len(texts), np.bool_)
        return PlainAmounts(np.zeros(len(texts), np.int64), nothing, nothing)
    has_minus = (_at(letters, letters.start) == _MINUS) & (letters.end > letters.start)
    start = letters.start + has_minus
    mark, decimals = _mark(letters, start)
    whole_end = letters.end - decimals - (decimals > 0)
    size = whole_end - start
    whole, is_plain = _whole(letters, whole_end, size, mark)
    is_plain &= (size > 0) & (size <= _MOST_WHOLE)
    last, last_but_one = (_at(letters, letters.end - one) - _ZERO for one in (1, 2))
    is_plain &= (decimals < 1) | (last <= _NINE)
    is_plain &= (decimals < 2) | (last_but_one <= _NINE)
    fraction = np.select(
        [decimals == 2, decimals == 1],
        [last_but_one.astype(np.int64) * 10 + last, last.astype(np.int64) * 10],
        0,
    )
    cents = whole * 100 + fraction
    is_plain &= cents < MOST_CENTS
    return PlainAmounts(cents, has_minus & (cents > 0), is_plain)


def _mark(letters: Letters, start: Integers) -> tuple[npt.NDArray[np.uint8], Integers]:
    """Return the decimal marks, 0 where there is none, and how many digits follow each."""
    count = len(start)
    mark, decimals = np.zeros(count, np.uint8), np.zeros(count, np.int64)
    for digits in (1, 2):
        found = _at(letters, letters.end - digits - 1)
        is_mark = ((found == _COMMA) | (found == _POINT)) & (letters.end - start > digits + 1)
        mark, decimals = np.where(is_mark, found, mark), np.where(is_mark, digits, decimals)
    return mark, decimals


def _whole(
    letters: Letters, end: Integers, size: Integers, mark: npt.NDArray[np.uint8]
) -> tuple[Integers, Booleans]:
    """Return the reais, and which of them are digits with all thousands parted, or none."""
    thousands = np.where(mark == _COMMA, _POINT, _COMMA)
    is_grouped = (size > _GROUP) & (mark > 0) & (_at(letters, end - _GROUP) == thousands)
    is_plain = ~is_grouped | (size % _GROUP > 0)
    total, weight = np.zeros(len(end), np.int64), np.ones(len(end), np.int64)
    for index in range(min(int(size.max(initial=0)), _MOST_WHOLE)):
        found = _at(letters, end - index - 1)
        is_inside = index < size
        is_parting = is_grouped & (index % _GROUP == _GROUP - 1)
        digit = found - _ZERO
        is_plain &= np.where(is_parting, found == thousands, digit <= _NINE) | ~is_inside
        is_digit = is_inside & ~is_parting
        total += np.where(is_digit, digit.astype(np.int64) * weight, 0)
        weight = np.where(is_digit, weight * 10, weight)
    return total, is_plain


def _at(letters: Letters, places: Integers) -> npt.NDArray[np.uint8]:
    """Return the bytes at some places; any byte where a place is outside the column."""
    return np.take(letters.data, places, mode="clip")
