"""From one day's portfolio to the next one's: who moved where, in customers and in money.

Each status closes by itself: start + in - out + change of those who stayed = end. Money that
changes while a customer moves is told with the move, so that the bridge closes to the cent.
"""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.segments import Integers


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everybody on a day.

    Attributes:
        state: Number of each customer's state; shape (customers,).
        cents: What each is worth; shape (customers,).
    """

    state: Integers
    cents: Integers


@dataclass(frozen=True, slots=True)
class Bridge:
    """Moves between two days; rows are states at the start, columns at the end.

    Attributes:
        customers: How many moved, those who stayed on the diagonal; shape (states, states).
        start_cents: What they were worth at the start; shape (states, states).
        end_cents: What the same are worth at the end; shape (states, states).
    """

    customers: Integers
    start_cents: Integers
    end_cents: Integers


def bridge(start: Snapshot, end: Snapshot, *, states: int) -> Bridge:
    """Return the moves between two days.

    Args:
        start: Everybody on the first day.
        end: The same customers, in the same places, on the second.
        states: How many states there are.
    """
    move = start.state * states + end.state
    shape = (states, states)

    def total(cents: Integers) -> Integers:
        sums = np.zeros(states * states, dtype=np.int64)
        np.add.at(sums, move, cents)
        return sums.reshape(shape)

    counts = np.bincount(move, minlength=states * states).astype(np.int64).reshape(shape)
    return Bridge(counts, total(start.cents), total(end.cents))


def moved(start: Snapshot, end: Snapshot, source: int, target: int) -> Integers:
    """Return who moved from one state to another, by position; the most money first."""
    rows = np.flatnonzero((start.state == source) & (end.state == target))
    return rows[np.argsort(-np.maximum(start.cents[rows], end.cents[rows]), kind="stable")]
