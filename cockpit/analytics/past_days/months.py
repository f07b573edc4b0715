"""Everybody's status and yearly money on many days, a group of customers at a time.

Most customers are judged for all days at once, by what their events up to the last one say
(``spells``). Who was ever blocked, or has seasons of their own on one of the days, stands apart:
they are few and are judged together, as on any single day. A customer of whom something else was
known on a day, or whose returns were still to come, has a second history for that day.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.cycle_book import book_on
from cockpit.analytics.engine import parameters_of
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.past_days.day import Rules, of_rows, rules_of, statuses_of
from cockpit.analytics.past_days.material import (
    Returns,
    amendments,
    events_at,
    joined_events,
)
from cockpit.analytics.past_days.prefixes import Prefixes
from cockpit.analytics.past_days.spells import Spells, statuses_of_spells
from cockpit.analytics.portfolio import events_of
from cockpit.analytics.segments import Flags, Integers, bounds_of
from cockpit.analytics.status import code_of
from cockpit.domain.packed_keys import places_of
from cockpit.domain.past_columns import DayRules, PastMaterial
from cockpit.domain.vocabulary import LifecycleStatus

Codes = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Histories:
    """Events of some customers, with second ones of those who had others on a day.

    Attributes:
        events: By history.
        customer: Whose each history is; shape (histories,).
        who: Which history counts on a day; shape (customers, days).
    """

    events: OrderEvents
    customer: Integers
    who: Integers

    def of_rows(self, rows: Integers) -> "Histories":
        """Return those of some customers."""
        history, place = np.unique(self.who[rows], return_inverse=True)
        return Histories(
            events_of(self.events, history),
            np.searchsorted(rows, self.customer[history]),
            place.reshape(len(rows), self.who.shape[1]),
        )


@dataclass(frozen=True, slots=True)
class GroupStandings:
    """A group of customers on some days.

    Attributes:
        status: Positions in ``STATUSES``; shape (days, customers).
        yearly_cents: Shape (days, customers).
        apart: Positions among all customers of those whose status is still to be found.
        histories: Of these.
    """

    status: Codes
    yearly_cents: Integers
    apart: Integers
    histories: Histories


@dataclass(frozen=True, slots=True)
class Apart:
    """Customers who are judged as on any single day; n of them.

    Attributes:
        rows: Positions among all customers; shape (n,).
        keys: Who they are.
        histories: Theirs.
    """

    rows: Integers
    keys: Sequence[UUID]
    histories: Histories


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive days that the same rules judge.

    Attributes:
        days: Which of the days.
        rules: Of all customers.
    """

    days: slice
    rules: Rules


@dataclass(frozen=True, slots=True)
class Months:
    """What judges everybody on some days.

    Attributes:
        material: Everybody's events.
        days: What judges on each day, ascending.
        runs: Of the same days.
        was_blocked: Who was ever blocked; shape (customers,).
    """

    material: PastMaterial
    days: Sequence[DayRules]
    runs: Sequence[Run]
    was_blocked: Flags

    @classmethod
    def of(cls, material: PastMaterial, days: Sequence[DayRules]) -> "Months":
        """Return what judges the customers of a material."""
        return cls(material, days, _runs(material, days), _was_blocked(material))


def group_standings(
    months: Months, rows: slice, returns: Returns, pause: Callable[[], None]
) -> GroupStandings:
    """Return the standings of consecutive customers.

    Args:
        months: What judges them.
        rows: Which customers.
        returns: Of these.
        pause: Called now and then; raises where nobody waits any more.
    """
    material, rules, runs = months.material, months.days, months.runs
    days = np.array([one.on.toordinal() for one in rules], dtype=np.int64)
    histories = _histories(events_at(material, rows), returns, rules, rows.start)
    prefixes, who = Prefixes(histories.events), histories.who
    pause()
    counts = prefixes.counts_on(days)[who, np.arange(len(days))]
    # By history, then by day: this is how spells follow each other.
    at = np.flatnonzero(counts.ravel() > 0)
    last = (prefixes.events.bounds[:-1][who] + counts - 1).ravel()[at]
    order = np.argsort(last, kind="stable")
    at, last = at[order], last[order]
    spells = Spells.of(prefixes, histories.customer, last, days[at % len(days)])
    is_apart = months.was_blocked[rows].copy()
    is_apart[spells.row[prefixes.has_seasons_at(spells.event)]] = True
    status = np.full(who.size, code_of(LifecycleStatus.PROSPECT), dtype=np.int8)
    cents = np.zeros(who.size, dtype=np.int64)
    cents[at] = prefixes.yearly_at(spells.event)[spells.spell]
    usual, day_at = ~is_apart[spells.row][spells.spell], at % len(days)
    for run in runs:
        mine = np.flatnonzero(usual & (day_at >= run.days.start) & (day_at < run.days.stop))
        found = statuses_of_spells(prefixes, of_rows(run.rules, rows), spells.some(mine), pause)
        status[at[mine]] = found
    apart = np.flatnonzero(is_apart)
    return GroupStandings(
        np.ascontiguousarray(status.reshape(who.shape).T),
        np.ascontiguousarray(cents.reshape(who.shape).T),
        rows.start + apart,
        histories.of_rows(apart),
    )


def joined_apart(material: PastMaterial, parts: Sequence[GroupStandings]) -> Apart:
    """Return who stands apart in any of the groups of a material."""
    all_of = [one.histories for one in parts]
    rows = bounds_of(np.array([len(one.who) for one in all_of], dtype=np.int64))
    first = bounds_of(np.array([len(one.customer) for one in all_of], dtype=np.int64))
    apart = np.concatenate([one.apart for one in parts])
    return Apart(
        apart,
        [material.customer_id[row] for row in apart.tolist()],
        Histories(
            joined_events([one.events for one in all_of]),
            np.concatenate([one.customer + rows[at] for at, one in enumerate(all_of)]),
            np.concatenate([one.who + first[at] for at, one in enumerate(all_of)]),
        ),
    )


def apart_statuses(months: Months, apart: Apart, at: int) -> Codes:
    """Return the statuses of those who stand apart, judged as on a single day; shape (n,).

    Args:
        months: What judges them.
        apart: Who they are.
        at: Which of the days is meant.
    """
    day = months.days[at]
    run = next(one for one in months.runs if at < one.days.stop)
    known = events_of(apart.histories.events, apart.histories.who[:, at])
    blocks = months.material.standing.blocks.known_on(day.on)
    book = book_on(known, blocked_days(blocks, apart.keys), day.on.toordinal())
    return statuses_of(book, of_rows(run.rules, apart.rows)).astype(np.int8)


def _runs(material: PastMaterial, rules: Sequence[DayRules]) -> list[Run]:
    """Return the runs of days, ascending, that the same policies and parameters judge."""
    found, first = [], 0
    for at in range(1, len(rules) + 1):
        if at == len(rules) or _judge(rules[at]) != _judge(rules[first]):
            one = rules[first]
            standing = one.standing or material.standing
            everybody = rules_of(one.policies, standing, parameters_of(one.fit))
            found.append(Run(slice(first, at), everybody))
            first = at
    return found


def _was_blocked(material: PastMaterial) -> Flags:
    """Return who was ever blocked; shape (customers,)."""
    found = np.zeros(len(material.customer_id), dtype=np.bool_)
    blocked = places_of(material.customer_id, set(material.standing.blocks.customer_id))
    found[list(blocked.values())] = True
    return found


def _judge(rules: DayRules) -> tuple[object, ...]:
    return rules.policies, rules.fit, rules.standing


def _histories(
    events: OrderEvents, returns: Returns, rules: Sequence[DayRules], first: int
) -> Histories:
    """Return the histories of a group that begins at a position among all customers."""
    size = len(events.bounds) - 1
    parts, customer, total = [events], [np.arange(size)], size
    who = np.repeat(np.arange(size)[:, None], len(rules), axis=1)
    for at, one in enumerate(rules):
        changed = amendments(events, one.on.toordinal(), returns, one.amended, first)
        if changed is not None:
            count = len(changed.rows)
            who[changed.rows, at] = np.arange(total, total + count)
            parts.append(changed.events)
            customer.append(changed.rows)
            total += count
    return Histories(joined_events(parts), np.concatenate(customer), who)
