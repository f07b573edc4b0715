"""Statuses by a fixed number of days, and where purchases concentrate, by dumb loops."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: The first day without sales and the first one after it; None while it lasts.
Block = tuple[date, date | None]


def blocked_days(blocks: Iterable[Block], after: date, until: date) -> int:
    """Return how many days after one day, the other included, were blocked."""
    count, day = 0, after + timedelta(days=1)
    spans = list(blocks)
    while day <= until:
        count += is_blocked(spans, day)
        day += timedelta(days=1)
    return count


def is_blocked(blocks: Iterable[Block], day: date) -> bool:
    """Return whether a block is open on a day."""
    return any(first <= day and (end is None or day < end) for first, end in blocks)


def fixed_status(events: Sequence[date], blocks: Iterable[Block], day: date) -> str:
    """Return the status by 60, 120 and 730 days of silence; "buying" for all that is left."""
    spans = list(blocks)
    if is_blocked(spans, day):
        return "blocked"
    if not events:
        return "prospect"
    last = max(events)
    silence = (day - last).days - blocked_days(spans, last, day)
    for status, days in (("lost", 731), ("inactive", 120), ("at_risk", 60)):
        if silence >= days:
            return status
    return "buying"


@dataclass(frozen=True, slots=True)
class PlainHistory:
    """What one customer's intervals are.

    Attributes:
        gaps: Completed, in days.
        silence: The present one.
        alive: Probability that the customer still buys.
    """

    gaps: Sequence[int]
    silence: int
    alive: float


def interval_shares(histories: Iterable[PlainHistory]) -> list[float]:
    """Return by days the share of intervals of that length: what ends, of what is still watched."""
    ends: defaultdict[int, float] = defaultdict(float)
    leaves: defaultdict[int, float] = defaultdict(float)
    for one in histories:
        if not one.gaps:
            continue
        weight = 1 / (len(one.gaps) + 1)
        for gap in one.gaps:
            ends[gap] += weight
        if one.alive > 0:
            leaves[one.silence] += weight * one.alive
    longest = max([*ends, *leaves])
    shares, survived = [], 1.0
    for day in range(longest + 1):
        watched = sum(w for at, w in ends.items() if at >= day)
        watched += sum(w for at, w in leaves.items() if at >= day)
        share = 1.0 if day == longest else (ends[day] / watched if ends[day] else 0.0)
        shares.append(survived * share)
        survived *= 1 - share
    return shares


def shortest_span(shares: Sequence[float], wanted: float) -> int:
    """Return how many days the shortest span has that holds a share."""
    for length in range(1, len(shares) + 1):
        window = sum(shares[:length])
        for start in range(len(shares) - length + 1):
            if start:
                window += shares[start + length - 1] - shares[start - 1]
            if window >= wanted - 1e-9:
                return length
    return 0


def binned(gaps: Iterable[int], edges: Sequence[int]) -> list[int]:
    """Return how many intervals lie between each edge and the next one."""
    found = Counter(max(at for at, edge in enumerate(edges) if edge <= gap) for gap in gaps)
    return [found[at] for at in range(len(edges))]
