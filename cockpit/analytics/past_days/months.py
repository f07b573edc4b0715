"""Everybody's status and yearly money on many days, a group of customers at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.cycle_book import book_on
from cockpit.analytics.engine import parameters_of
from cockpit.analytics.past_days.day import rules_of, statuses_of
from cockpit.analytics.past_days.material import (
    Returns,
    amendments,
    events_at,
    known_until,
    standing_at,
    with_amendments,
    yearly_cents,
)
from cockpit.analytics.segments import Integers
from cockpit.domain.past_columns import DayRules, PastMaterial

Codes = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class GroupStandings:
    """A group of customers on some days.

    Attributes:
        status: Positions in ``STATUSES``; shape (days, customers).
        yearly_cents: Shape (days, customers).
    """

    status: Codes
    yearly_cents: Integers


def group_standings(
    material: PastMaterial, rows: slice, returns: Returns, rules: Sequence[DayRules]
) -> GroupStandings:
    """Return the standings of consecutive customers.

    Args:
        material: Of all customers.
        rows: Which of them.
        returns: Of these.
        rules: Of each day, ascending.
    """
    events, keys = events_at(material, rows), material.customer_id[rows]
    status = np.empty((len(rules), len(keys)), dtype=np.int8)
    cents = np.empty((len(rules), len(keys)), dtype=np.int64)
    for at, one in enumerate(rules):
        day = one.on.toordinal()
        changed = amendments(events, day, returns, one.amended, rows.start)
        known = with_amendments(known_until(events, day), changed)
        blocks = material.standing.blocks.known_on(one.on)
        book = book_on(known, blocked_days(blocks, keys), day)
        standing = standing_at(one.standing or material.standing, rows)
        status[at] = statuses_of(book, rules_of(one.policies, standing, parameters_of(one.fit)))
        cents[at] = yearly_cents(known)
    return GroupStandings(status, cents)
