"""A customer's own seasons: some buy before Christmas, some for the harvest, most all year round.

The year, counted from the customer's first order, is cut into twelve; each twelfth gets an index,
orders seen over orders expected if the year were flat, shrunk towards 1. The customer's time runs
fast in the twelfths in which they usually buy. It is used only where it foretold the last year of
orders better than a flat year would have, so that who has no season is judged in plain days.

Everything depends on the order events alone, never on the day of the judgement; so the time of a
silence only ever grows with the silence.

Source: Gamma-Poisson shrinkage (Clayton & Kaldor 1987, Biometrics 43(3)) with 24 pseudo-orders a
year; see docs/purchase-cycle.md, "seasonal clock".
"""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Flags, Floats, Integers, bounds_of

YEAR = 365.25
_PARTS = 12
_PART_DAYS = YEAR / _PARTS
_PSEUDO_ORDERS = 24.0
LEAST_DAYS = 730
LEAST_ORDERS = 12
#: Log likelihood that the index must win on the last year of orders.
_LEAST_GAIN = 0.5
_DAY_BITS = 23
#: Few enough that the arrays stay in the processor's cache.
_AT_A_TIME = 4_096


@dataclass(frozen=True, slots=True)
class OwnSeasons:
    """The clocks of the customers who have one; m of them.

    Attributes:
        place: For every customer the row of their clock, -1 without; shape (customers,).
        first_day: Ordinal of each clock's first day, at which a year begins; shape (m,).
        index: Speed in each twelfth of the year, 1 on average; shape (m, 12).
        reached: Time at the beginning of each twelfth, in days; shape (m, 13).
    """

    place: Integers
    first_day: Integers
    index: Floats
    reached: Floats

    @property
    def has_clock(self) -> Flags:
        """Return which customers have a clock of their own; shape (customers,)."""
        return self.place >= 0

    def at(self, customer: Integers, day: Floats) -> Floats:
        """Return the time of days of customers who have a clock.

        Args:
            customer: Positions; shape (n,).
            day: Ordinals, whole or not; shape (n,).

        Returns:
            In days, as large as the ordinals; shape (n,).
        """
        row = self.place[customer]
        lived = day - self.first_day[row]
        years = np.floor(lived / YEAR)
        rest = lived - years * YEAR
        part = np.clip((rest / _PART_DAYS).astype(np.int64), 0, _PARTS - 1)
        within = self.reached[row, part] + (rest - part * _PART_DAYS) * self.index[row, part]
        return np.asarray(self.first_day[row] + years * YEAR + within)

    def day_at(self, customer: Integers, time: Floats) -> Floats:
        """Return the day at a time: the inverse of ``at``; shapes as there."""
        row = self.place[customer]
        lived = time - self.first_day[row]
        years = np.floor(lived / YEAR)
        rest = lived - years * YEAR
        part = (self.reached[row, 1:-1] <= rest[:, None]).sum(axis=1)
        within = part * _PART_DAYS + (rest - self.reached[row, part]) / self.index[row, part]
        return np.asarray(self.first_day[row] + years * YEAR + within)


def own_seasons(events: OrderEvents, may_have: Flags) -> OwnSeasons:
    """Return the clocks that won on the customers' last year of orders.

    Args:
        events: Order events.
        may_have: Who may have a clock at all; shape (customers,).
    """
    span = events.last_day - events.first_day
    rows = np.flatnonzero(may_have & (span >= LEAST_DAYS) & (events.counts >= LEAST_ORDERS))
    place = np.full(len(events.counts), -1, dtype=np.int64)
    place[rows] = np.arange(len(rows))
    chosen = np.flatnonzero(place[events.customer] >= 0) if len(rows) else rows
    row = place[events.customer[chosen]]
    lived = (events.day[chosen] - events.first_day[events.customer[chosen]]).astype(np.float64)
    span_days = span[rows].astype(np.float64)
    known = _counts(row, lived, len(rows))
    last_year = lived > (span_days - YEAR)[row]
    recent = _counts(row[last_year], lived[last_year], len(rows))
    wins = np.flatnonzero(_gain(known - recent, recent, span_days) > _LEAST_GAIN)
    index = _index(known[:, wins], _exposure(span_days[wins])).T
    place[rows] = -1
    place[rows[wins]] = np.arange(len(wins))
    reached = np.zeros((len(wins), _PARTS + 1))
    np.cumsum(index * _PART_DAYS, axis=1, out=reached[:, 1:])
    return OwnSeasons(place, events.first_day[rows[wins]], index, reached)


def seasons_by(events: OrderEvents, event: Integers) -> Flags:
    """Return whose clock had won by some events, as ``own_seasons`` decides of the events up to it.

    Args:
        events: Order events.
        event: Positions among them, ascending; shape (n,).

    Returns:
        Shape (n,).
    """
    customer = events.customer[event]
    span = events.day[event] - events.first_day[customer]
    enough = (span >= LEAST_DAYS) & (event - events.bounds[customer] + 1 >= LEAST_ORDERS)
    found, asked = np.zeros(len(event), dtype=np.bool_), np.flatnonzero(enough)
    if not len(asked):
        return found
    may_have = np.zeros(len(events.counts), dtype=np.bool_)
    may_have[customer[asked]] = True
    chosen = may_have[events.customer]
    place = bounds_of(chosen.astype(np.int64))
    who, day = events.customer[chosen], events.day[chosen]
    parts = _parts((day - events.first_day[who]).astype(np.float64))
    last, mine = event[asked], customer[asked]
    # A year is a quarter of a day more than 365: these are the events that are younger.
    recent_from = ((mine << _DAY_BITS) | events.day[last]) - int(YEAR)
    first_recent = np.searchsorted((who << _DAY_BITS) | day, recent_from)
    earlier = _counts_between(parts, place[events.bounds[:-1][mine]], first_recent)
    recent = _counts_between(parts, first_recent, place[last + 1])
    for start in range(0, len(asked), _AT_A_TIME):
        some = slice(start, start + _AT_A_TIME)
        days = span[asked[some]].astype(np.float64)
        found[asked[some]] = _gain(earlier[:, some], recent[:, some], days) > _LEAST_GAIN
    return found


def _counts_between(parts: Integers, start: Integers, end: Integers) -> Floats:
    """Return how many of consecutive orders lie in each twelfth.

    Args:
        parts: The twelfth of each order.
        start: Positions of the first orders; shape (n,).
        end: Positions behind the last ones; shape (n,).

    Returns:
        Shape (12, n).
    """
    counts = np.empty((_PARTS, len(start)))
    running = np.zeros(len(parts) + 1, dtype=np.int32)
    for part in range(_PARTS):
        np.cumsum(parts == part, out=running[1:])
        counts[part] = running[end] - running[start]
    return counts


def _counts(row: Integers, lived: Floats, size: int) -> Floats:
    """Return each customer's orders by twelfth; shape (12, size)."""
    counts = np.bincount(_parts(lived) * size + row, minlength=size * _PARTS).astype(np.float64)
    return counts.reshape(_PARTS, size)


def _parts(lived: Floats) -> Integers:
    """Return in which twelfth of a year some days of a clock lie; shape as given."""
    return np.minimum((np.mod(lived, YEAR) / _PART_DAYS).astype(np.int64), _PARTS - 1)


def _exposure(lived: Floats) -> Floats:
    """Return how many days of each twelfth lie in the first days of a clock; shape (12, n)."""
    years = np.floor(lived / YEAR)
    rest = (lived - years * YEAR) - np.arange(_PARTS)[:, None] * _PART_DAYS
    return np.asarray(years * _PART_DAYS + np.clip(rest, 0.0, _PART_DAYS))


def _index(counts: Floats, exposure: Floats) -> Floats:
    """Return the posterior mean index, 1 on average over the year; all of shape (12, n)."""
    flat = _over_year(counts) / np.maximum(_over_year(exposure), 1.0)
    pseudo = _PSEUDO_ORDERS / _PARTS
    index = (pseudo + _smooth(counts)) / (pseudo + _smooth(flat * exposure))
    return np.asarray(index * _PARTS / _over_year(index))


def _gain(earlier: Floats, recent: Floats, span: Floats) -> Floats:
    """Return the log likelihood that the index of the earlier orders wins on the recent ones.

    Given how many orders the last year had; so only their places in the year count, not the rate.

    Args:
        earlier: Orders before the last year, by twelfth; shape (12, n).
        recent: Orders of the last year; shape (12, n).
        span: Days from the first to the last order; shape (n,).
    """
    before = _exposure(span - YEAR)
    last = _exposure(span) - before
    index = _index(earlier, before)
    expected = _over_year(index * last) / np.maximum(_over_year(last), 1.0)
    return np.asarray(_over_year(recent * np.log(index / expected)))


def _over_year(values: Floats) -> Floats:
    """Return the sums over the year, part by part so that no bit depends on other customers.

    Args:
        values: Shape (12, n).

    Returns:
        Shape (n,).
    """
    total: Floats = values[0].copy()
    for part in range(1, _PARTS):
        total += values[part]
    return total


def _smooth(values: Floats) -> Floats:
    """Return each twelfth's half and a quarter of each of its neighbours; shape (12, n)."""
    before, after = np.roll(values, 1, axis=0), np.roll(values, -1, axis=0)
    return 0.25 * before + 0.5 * values + 0.25 * after
