"""Measuring side by side: this machine's speed, ours against a reference, medians and ratios.

A figure without its machine says nothing, so every table begins with a calibration line. Ours and
the reference run by turns (A B A B …), so that a busy minute hurts both::

    print(calibration_line())
    print(table([alternate(Contest("work list", ours=load, reference=bare_query))]))
"""

import math
import re
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

CALIBRATION_STEPS = 3_000_000
PAIRS = 5
_HEADER = ("", "ours p50", "ours p95", "reference p50", "reference p95", "ratio")


@dataclass(frozen=True)
class Contest:
    """One piece of work, done by us and by a bare reference.

    Attributes:
        name: What is measured, for the table.
        ours: Does it as the program does.
        reference: Does the same with nothing around it.
    """

    name: str
    ours: Callable[[], object]
    reference: Callable[[], object]


@dataclass(frozen=True)
class Outcome:
    """What a contest took, in seconds.

    Attributes:
        name: What was measured.
        ours: One time per pair.
        reference: One time per pair.
    """

    name: str
    ours: tuple[float, ...]
    reference: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Return the median of ours over the reference, pair by pair; below 1 we are faster."""
        pairs = zip(self.ours, self.reference, strict=True)
        return statistics.median(one / max(other, 1e-9) for one, other in pairs)


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def calibration_line() -> str:
    """Return a line that tells this machine's speed right now."""

    def loop() -> None:
        for _ in range(CALIBRATION_STEPS):
            pass

    return f"calibration: {CALIBRATION_STEPS:,} Python loop steps in {seconds(loop):.3f} s"


def alternate(contest: Contest, *, pairs: int = PAIRS) -> Outcome:
    """Run ours and the reference by turns, after one run of each that is not counted."""
    return alternate_told(
        contest.name,
        lambda: seconds(contest.ours),
        lambda: seconds(contest.reference),
        pairs=pairs,
    )


def alternate_told(
    name: str,
    ours: Callable[[], float],
    reference: Callable[[], float],
    *,
    pairs: int = PAIRS,
) -> Outcome:
    """Do as ``alternate`` with work that returns its own time, in seconds."""
    ours()
    reference()
    times = [(ours(), reference()) for _ in range(pairs)]
    own, other = zip(*times, strict=True)
    return Outcome(name, own, other)


def p95(times: Sequence[float]) -> float:
    """Return the time that 95% of the runs stay within; with few runs that is the slowest."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def milliseconds(value: float) -> str:
    """Return seconds as milliseconds with three digits that count."""
    value *= 1_000
    return f"{value:.{2 if value < 10 else 1 if value < 100 else 0}f} ms"


def table(outcomes: Sequence[Outcome]) -> str:
    """Return the outcomes as aligned lines, one each, under a heading."""
    rows = [_HEADER] + [
        (
            outcome.name,
            milliseconds(statistics.median(outcome.ours)),
            milliseconds(p95(outcome.ours)),
            milliseconds(statistics.median(outcome.reference)),
            milliseconds(p95(outcome.reference)),
            f"x {outcome.ratio:.2f}",
        )
        for outcome in outcomes
    ]
    return aligned(rows)


def peak_mebibytes() -> int:
    """Return the most memory that this process had, in MiB; 0 where the system is not Linux.

    ``ru_maxrss`` would count that of the process it was forked from as well.
    """
    status = Path("/proc/self/status")
    text = status.read_text(encoding="utf-8") if status.exists() else ""
    found = re.search(r"VmHWM:\s*([0-9]+) kB", text)
    return int(found[1]) // 1024 if found else 0


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as lines; the first column stands at the left, the others right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if position else cell.ljust(width)
            for position, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
