"""Figures of the purchase cycle beside what they are measured by, as aligned lines."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scripts.bench_support import aligned

T = TypeVar("T")

_HEADER = ("", "baseline", "target", "found", "seconds")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        name: What is measured.
        found: What was found.
        baseline: What others reach, or what was reached before; empty without one.
        target: What is wanted; empty without one.
        seconds: Processor time that it took; None where it came along with the line above.
    """

    name: str
    found: str
    baseline: str = ""
    target: str = ""
    seconds: float | None = None


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what some work gives, and the processor time it took in seconds."""
    started = time.process_time()
    result = work()
    return result, time.process_time() - started


def share(value: float | None) -> str:
    """Return a share as the definitions print it: three digits after the point."""
    return "-" if value is None else f"{value:.3f}".lstrip("0")


def figures_table(figures: Sequence[Figure]) -> str:
    """Return the figures as aligned lines, one each, under a heading."""
    rows = [_HEADER] + [
        (
            one.name,
            one.baseline,
            one.target,
            one.found,
            "" if one.seconds is None else f"{one.seconds:.2f}",
        )
        for one in figures
    ]
    return aligned(rows)
