"""Totals of who is in the queue and who is not."""

from collections.abc import Iterator
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.segments import Integers
from cockpit.analytics.work_list.bars import BARS, Bars
from cockpit.analytics.work_list.columns import NEVER, instant
from cockpit.domain.eligibility import Ledger, LedgerLine


def ledger_of(bars: Bars, cents: Integers, lines: Integers) -> Ledger:
    """Return some customers by why they are in the queue or not, those in it first.

    Args:
        bars: Who is barred.
        cents: The money at risk; shape (lines of the table,).
        lines: Whom to count.
    """
    code, until, money = bars.code[lines].astype(np.int64) + 1, bars.until[lines], cents[lines]
    counts = np.bincount(code, minlength=len(BARS) + 1)
    found = []
    for number, bar in enumerate((None, *BARS)):
        if counts[number]:
            own = code == number
            total = int(money[own].sum())
            found.append(LedgerLine(bar, int(counts[number]), total, _first(until[own])))
    return Ledger(tuple(found))


def by_code(codes: NDArray[np.integer], lines: Integers) -> Iterator[tuple[int, Integers]]:
    """Yield each code of some lines with its lines, in the order of the codes.

    Args:
        codes: Of all lines of the table; shape (lines of the table,).
        lines: Whose.
    """
    own = codes[lines]
    order = np.argsort(own, kind="stable")
    found, starts = np.unique(own[order], return_index=True)
    yield from zip(found.tolist(), np.split(lines[order], starts[1:]), strict=False)


def _first(until: Integers) -> datetime | None:
    """Return the first of some instants, None where there is none."""
    known = until[until != NEVER]
    return instant(int(known.min())) if len(known) else None
