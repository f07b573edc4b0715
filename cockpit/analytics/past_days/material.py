"""Order events of a group of customers, and what of them was known on a day."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.packing import unpacked
from cockpit.analytics.portfolio import events_of
from cockpit.analytics.segments import Floats, Integers, bounds_of
from cockpit.domain.columns import StandingColumns
from cockpit.domain.past_columns import AmendedColumns, PastMaterial, ReturnColumns

#: Few enough that the arrays stay in the processor's cache.
CUSTOMERS_AT_A_TIME = 8_192
_DAY_BITS = 23


@dataclass(frozen=True, slots=True)
class Amendments:
    """Customers of whom other events count on a day; positions within a group, ascending.

    Attributes:
        rows: Whose; shape (n,).
        events: All their events of that day; n customers.
    """

    rows: Integers
    events: OrderEvents


@dataclass(frozen=True, slots=True)
class Returns:
    """``ReturnColumns`` of a group as arrays of equal length; rows are positions in the group."""

    row: Integers
    sold_day: Integers
    from_day: Integers
    until_day: Integers
    value_cents: Integers

    def on(self, day: int) -> "Returns":
        """Return those that a later return has changed since a day."""
        chosen = (self.from_day <= day) & (day < self.until_day)
        return self._at(chosen)

    def of_rows(self, first: int, size: int) -> "Returns":
        """Return those of consecutive customers, counted from the first of them."""
        chosen = self._at((self.row >= first) & (self.row < first + size))
        return Returns(
            chosen.row - first,
            chosen.sold_day,
            chosen.from_day,
            chosen.until_day,
            chosen.value_cents,
        )

    def _at(self, chosen: object) -> "Returns":
        names = Returns.__dataclass_fields__
        return Returns(*(getattr(self, name)[chosen] for name in names))


def returns_of(columns: ReturnColumns) -> Returns:
    """Return the columns as arrays."""
    names = Returns.__dataclass_fields__
    given = ("place", *list(names)[1:])
    return Returns(*(np.asarray(getattr(columns, name), dtype=np.int64) for name in given))


def events_at(material: PastMaterial, part: slice) -> OrderEvents:
    """Return all events of consecutive customers."""
    return unpacked(material.event_days[part], material.event_cents[part])


def standing_at(standing: StandingColumns, part: slice) -> StandingColumns:
    """Return companies and segments of consecutive customers, with everybody's blocks."""
    return StandingColumns(standing.company_id[part], standing.segment_id[part], standing.blocks)


def amendments(
    events: OrderEvents, day: int, returns: Returns, amended: AmendedColumns, first: int
) -> Amendments | None:
    """Return whose events of a day are others than those up to that day; None for nobody's.

    Args:
        events: All events of a group.
        day: Ordinal of the day.
        returns: Of the group.
        amended: Of all customers; goes before the returns.
        first: Position of the group's first customer among all.
    """
    size = len(events.bounds) - 1
    place = np.asarray(amended.place, dtype=np.int64) - first
    given = np.flatnonzero((place >= 0) & (place < size))
    changed = returns.on(day)
    restored = np.setdiff1d(changed.row, place[given])
    if not len(given) and not len(restored):
        return None
    stated = unpacked(
        [amended.event_days[at] for at in given.tolist()],
        [amended.event_cents[at] for at in given.tolist()],
    )
    known = events_of(events, restored).until(day)
    rows = np.concatenate((place[given], restored))
    order = np.argsort(rows, kind="stable")
    both = joined_events((stated, _restored(known, restored, changed)))
    return Amendments(rows[order], events_of(both, order))


def with_amendments(events: OrderEvents, amended: Amendments | None) -> OrderEvents:
    """Return the events with those of some customers replaced."""
    if amended is None:
        return events
    size = len(events.bounds) - 1
    source = np.arange(size)
    source[amended.rows] = size + np.arange(len(amended.rows))
    return events_of(joined_events((events, amended.events)), source)


def _restored(events: OrderEvents, rows: Integers, changed: Returns) -> OrderEvents:
    """Return the events of some customers with values as they were before returns.

    Args:
        events: Those of ``rows``, in their order, up to the day.
        rows: Positions in the group, ascending; shape (n,).
        changed: What was worth something else on the day.
    """
    mine = np.isin(changed.row, rows)
    who = np.searchsorted(rows, changed.row[mine])
    key = np.concatenate(
        ((who << _DAY_BITS) | changed.sold_day[mine], (events.customer << _DAY_BITS) | events.day)
    )
    cents = np.concatenate((changed.value_cents[mine], events.value_cents))
    # The first of two that are equal counts: what was, before what is.
    distinct, first = np.unique(key, return_index=True)
    value = cents[first]
    is_there = value > 0
    customer = distinct[is_there] >> _DAY_BITS
    return OrderEvents(
        customer,
        distinct[is_there] & ((1 << _DAY_BITS) - 1),
        value[is_there],
        bounds_of(np.bincount(customer, minlength=len(rows))),
    )


def joined_events(parts: Sequence[OrderEvents]) -> OrderEvents:
    """Return the events of several groups of customers, one group after the other."""
    if len(parts) == 1:
        return parts[0]
    first = bounds_of(np.array([len(one.bounds) - 1 for one in parts], dtype=np.int64)).tolist()
    counts = np.concatenate([np.diff(one.bounds) for one in parts])
    return OrderEvents(
        np.concatenate([one.customer + at for one, at in zip(parts, first[:-1], strict=True)]),
        np.concatenate([one.day for one in parts]),
        np.concatenate([one.value_cents for one in parts]),
        bounds_of(counts),
    )


def whole_cents(values: Floats) -> Integers:
    """Return amounts in whole cents, as judgements are stored."""
    return np.rint(values).astype(np.int64)
