"""How screens write figures in Portuguese, written once more."""

from collections.abc import Callable
from typing import Any


def swapped(text: str) -> str:
    """Exchange points and commas."""
    return text.translate(str.maketrans(",.", ".,"))


def number(value: float | None) -> str:
    return "–" if value is None else swapped(f"{value:,.0f}").replace("-", "−")


def whole(cents: float | None) -> str:
    """Return whole reais."""
    if cents is None:
        return "–"
    reais = (abs(cents) + 50) // 100
    return ("−" if cents < 0 and reais else "") + "R$ " + swapped(f"{reais:,.0f}")


def exact(cents: int | None) -> str:
    if cents is None:
        return "–"
    return ("−" if cents < 0 else "") + "R$ " + swapped(f"{abs(cents) / 100:,.2f}")


def percent(value: float | None) -> str:
    return "–" if value is None else swapped(f"{100 * value:,.1f}%")


def days(value: float | None) -> str:
    if value is None:
        return "–"
    return swapped(f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}")


def points(value: float | None) -> str:
    if value is None:
        return "–"
    written = swapped(f"{100 * abs(value):,.1f}")
    sign = "" if written == "0,0" else "+" if value > 0 else "−"
    return f"{sign}{written} p.p."


def moved(now: float | None, before: float | None, write: Callable[[Any], str]) -> str:
    """Return a cell's figure with the arrow of its change."""
    if now is None or before is None:
        return write(now)
    if write(now) == write(before):
        return f"{write(now)} →"
    return f"{write(now)} {'↑' if now > before else '↓'}"


def share_of(part: float, of: float) -> float | None:
    return part / of if of else None
