"""Amounts, quantities and days as the layout writes them: a decimal point, the year first."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cockpit.domain.messages import Message
from cockpit.imports.cells import RejectedError
from cockpit.imports.days import FIRST_YEAR, LAST_YEAR
from cockpit.imports.values import MOST_CENTS

_CENTS = re.compile(r"([0-9]{1,13})\.([0-9]{2})")
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,10})?")
_MOST_MILLI = 10**15


def cents(text: str) -> int:
    """Return an amount in cents; an empty text is nothing.

    Raises:
        RejectedError: It is no amount, or one beyond belief.
    """
    if not text:
        return 0
    exact = _CENTS.fullmatch(text)
    value = int(exact[1] + exact[2]) if exact else _scaled(text, 100)
    if value >= MOST_CENTS:
        raise RejectedError(Message.of("imports.amount_too_large", value=text[:40]))
    return value


def milli(text: str) -> int:
    """Return a quantity in thousandths.

    Raises:
        RejectedError: It is no quantity, or one beyond belief.
    """
    value = _scaled(text, 1000)
    if value >= _MOST_MILLI:
        raise RejectedError(Message.of("imports.amount_too_large", value=text[:40]))
    return value


def day(text: str) -> date:
    """Return the day of ``2026-03-01`` or ``2026-03-01T09:30:00-03:00``, local as it is written.

    Raises:
        RejectedError: It is no day, or one that no order book holds.
    """
    try:
        found = date.fromisoformat(text[:10])
    except ValueError:
        raise RejectedError(Message.of("imports.day_unreadable", value=text[:40])) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR or text[10:11] not in {"", "T"}:
        raise RejectedError(Message.of("imports.day_impossible", value=text[:40]))
    return found


def _scaled(text: str, factor: int) -> int:
    if not _NUMBER.fullmatch(text):
        raise RejectedError(Message.of("imports.amount_unreadable", value=text[:40]))
    return int((Decimal(text) * factor).to_integral_value(ROUND_HALF_UP))
