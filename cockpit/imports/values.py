"""Amounts of money and quantities, as Brazilian exports write them.

A value that can be read in two ways is never taken in silence.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from cockpit.imports.unreadable import UnreadableError

#: Ten billion reais; the sum of millions of such amounts still fits 64 bits.
MOST_CENTS = 10**12
#: A billion units, in thousandths.
MOST_MILLI = 10**12

_SIGNED = re.compile(
    r"(?P<open>\()?(?P<minus>[-−–])?\s*(?:R\$)?\s*(?P<inner>[-−–])?\s*"
    r"(?P<body>[0-9.,]+)\s*(?P<after>[-−–])?(?P<close>\))?",
    re.IGNORECASE,
)
_LONGEST_AMOUNT = 40
_GROUPED = {mark: re.compile(rf"[0-9]{{1,3}}(?:\{mark}[0-9]{{3}})+") for mark in ".,"}


class DecimalMark(StrEnum):
    """What parts the cents from the reais."""

    COMMA = ","
    POINT = "."


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money, or a quantity.

    Attributes:
        cents: Its value in hundredths; of a quantity in thousandths.
        is_doubtful: Whether ``1.234`` may be a thousand or one: the file does not tell, or it is
            read with three decimals, which amounts of money do not have.
    """

    cents: int
    is_doubtful: bool = False


def decimal_mark(texts: Iterable[str]) -> DecimalMark | None:
    """Return what a file's amounts have for a decimal mark; None where they do not tell."""
    marks = {_own_mark(found["body"]) for text in texts if (found := _signed(text))}
    marks.discard(None)
    return marks.pop() if len(marks) == 1 else None


def amount(text: str, mark: DecimalMark | None) -> Amount:
    """Read an amount of reais; a minus or parentheses make it negative.

    Args:
        text: For example ``R$ 1.234,56``, ``(12.5)`` or ``1234``.
        mark: The file's decimal mark, which settles what ``1.234`` is.

    Raises:
        UnreadableError: It is no amount, or one beyond belief.
    """
    found = _number(text, mark, places=2, most=MOST_CENTS, name="amount")
    return replace(found, is_doubtful=found.is_doubtful or _has_three_decimals(text, mark))


def price(text: str, mark: DecimalMark | None) -> Amount:
    """Read the price of a unit or a discount, whose three decimals behind a comma are usual.

    Args:
        text: For example ``5,899``.
        mark: The file's decimal mark.

    Raises:
        UnreadableError: It is no amount, or one beyond belief.
    """
    if mark is DecimalMark.COMMA:
        return _number(text, mark, places=2, most=MOST_CENTS, name="amount")
    return amount(text, mark)


def quantity(text: str, mark: DecimalMark | None) -> Amount:
    """Read a quantity, in thousandths of its unit.

    Args:
        text: For example ``12``, ``1.200,5`` or ``-3``; a currency is no part of it.
        mark: The file's decimal mark.

    Raises:
        UnreadableError: It is no quantity, or one beyond belief.
    """
    return _number(text, mark, places=3, most=MOST_MILLI, name="quantity")


def exact(text: str, mark: DecimalMark | None) -> Decimal:
    """Return the reais of an amount with all its decimals, its sign aside.

    Args:
        text: A text that ``amount`` reads.
        mark: The file's decimal mark.

    Raises:
        UnreadableError: It is no amount.
    """
    parts = _signed(text)
    body = parts["body"] if parts else ""
    value = _decimal(body, _own_mark(body) or mark or DecimalMark.COMMA)
    if value is None:
        raise UnreadableError("amount_unreadable", text)
    return value


def looks_like_amount(text: str) -> bool:
    """Return whether a text may be an amount, whichever its decimal mark."""
    return _signed(text) is not None


def _number(text: str, mark: DecimalMark | None, *, places: int, most: int, name: str) -> Amount:
    """Read a signed number in units of its last decimal place, rounded half up."""
    parts = _signed(text)
    if parts is None or bool(parts["open"]) != bool(parts["close"]):
        raise UnreadableError(f"{name}_unreadable", text)
    signs = [parts[part] for part in ("open", "minus", "inner", "after") if parts[part]]
    if len(signs) > 1:
        raise UnreadableError(f"{name}_unreadable", text)
    body = parts["body"]
    own = _own_mark(body)
    is_doubtful = own is None and mark is None and ("." in body or "," in body)
    if is_doubtful and "," in body:
        raise UnreadableError("amount_ambiguous", text)
    value = _decimal(body, own or mark or DecimalMark.COMMA)
    if value is None:
        raise UnreadableError(f"{name}_unreadable", text)
    whole = int(value.scaleb(places).to_integral_value(ROUND_HALF_UP))
    if whole >= most:
        raise UnreadableError(f"{name}_too_large", text)
    return Amount(-whole if signs else whole, is_doubtful)


def _signed(text: str) -> re.Match[str] | None:
    """Return sign, currency and digits of an amount, or None where it is none."""
    return _SIGNED.fullmatch(text.strip()) if len(text) <= _LONGEST_AMOUNT else None


def _has_three_decimals(text: str, mark: DecimalMark | None) -> bool:
    """Return whether what may be thousands is read as decimals, as the file's others have them."""
    parts = _signed(text)
    body = parts["body"] if parts else ""
    return mark is not None and mark in body and _own_mark(body) is None


def _own_mark(body: str) -> DecimalMark | None:
    """Return the decimal mark that an amount shows by itself, or None."""
    points, commas = body.count("."), body.count(",")
    if points and commas:
        return DecimalMark.COMMA if body.rindex(",") > body.rindex(".") else DecimalMark.POINT
    if not points and not commas:
        return None
    sign = "." if points else ","
    if points + commas > 1:
        return DecimalMark.COMMA if sign == "." else DecimalMark.POINT
    head, _, tail = body.partition(sign)
    may_be_thousands = len(tail) == 3 and 0 < len(head) <= 3 and head[0] != "0"
    return None if may_be_thousands else DecimalMark(sign)


def _decimal(body: str, mark: DecimalMark) -> Decimal | None:
    """Return an unsigned number; None where it is malformed."""
    head, _, tail = body.partition(mark)
    thousands = "." if mark is DecimalMark.COMMA else ","
    if thousands in head:
        if not _GROUPED[thousands].fullmatch(head):
            return None
        head = head.replace(thousands, "")
    if not (head or tail) or not (head + tail).isdigit():
        return None
    return Decimal(f"{head or '0'}.{tail or '0'}")
