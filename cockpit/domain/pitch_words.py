"""Pieces that the sentences of the pitch are made of."""

from collections.abc import Sequence
from typing import Any

from cockpit.domain.messages import Message, MessageValue

#: So many names are said; the others are counted.
_MOST_NAMES = 3
_CENTS = 100


def money(cents: int) -> Message:
    """Return an amount in whole reais: beside the phone the cents only delay."""
    return Message.of("pitch.money", reais=round(cents / _CENTS))


def days(count: int) -> Message:
    """Return a number of days."""
    return Message.of("pitch.days_one") if count == 1 else Message.of("pitch.days", count=count)


def names(found: Sequence[str]) -> str | Message:
    """Return the first few names, and how many there are besides."""
    said, rest = "; ".join(found[:_MOST_NAMES]), len(found) - _MOST_NAMES
    return said if rest <= 0 else Message.of("pitch.list_more", names=said, count=rest)


def counted(key: str, count: int, **values: MessageValue) -> Message:
    """Return a sentence about one or several."""
    if count == 1:
        return Message.of(f"{key}_one", **values)
    return Message.of(key, count=count, **values)


def first_line(text: str) -> str:
    """Return a text's first line that says something."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def worded(key: str, **values: Any) -> Message:
    """Return a sentence of the pitch."""
    return Message.of(f"pitch.{key}", **values)
