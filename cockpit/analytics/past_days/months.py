"""Everybody's status and yearly money on many days, a group of customers at a time.

Most customers are judged from sums over their events that were added up once (``prefixes``). Who
was ever blocked, has seasons of their own, or of whom something else was known on the day, is
judged as on any single day.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.cycle_book import book_on
from cockpit.analytics.engine import parameters_of
from cockpit.analytics.judgement import used_cycle
from cockpit.analytics.own_record import adjusted
from cockpit.analytics.past_days.day import Rules, of_rows, reach_of, rules_of, statuses_of
from cockpit.analytics.past_days.material import (
    Amendments,
    Returns,
    amendments,
    events_at,
    first_events,
    standing_at,
    with_amendments,
    yearly_cents,
)
from cockpit.analytics.past_days.prefixes import Prefixes
from cockpit.analytics.past_days.records import Records
from cockpit.analytics.portfolio_clock import clock_of
from cockpit.analytics.scoring import in_chunks, posterior, value_standing
from cockpit.analytics.seasons import own_seasons
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.analytics.status import NEW_UP_TO_ORDERS, RECOVERY_ORDERS, code_of
from cockpit.domain.past_columns import DayRules, PastMaterial
from cockpit.domain.vocabulary import LifecycleStatus

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
    group = _Group(material, rows, returns)
    days = [group.on(one) for one in rules]
    return GroupStandings(np.stack([one for one, _ in days]), np.stack([one for _, one in days]))


class _Group:
    """Consecutive customers, judged on one day after the other."""

    def __init__(self, material: PastMaterial, rows: slice, returns: Returns) -> None:
        self._material, self._rows, self._returns = material, rows, returns
        self._keys = material.customer_id[rows]
        self._prefixes = Prefixes(events_at(material, rows))
        size = len(self._keys)
        blocked = set(material.standing.blocks.customer_id)
        self._was_blocked = np.fromiter((key in blocked for key in self._keys), np.bool_, size)
        self._counts = np.zeros(size, dtype=np.int64)
        self._mean_cents = np.zeros(size)
        self._has_seasons = np.zeros(size, dtype=np.bool_)
        self._judged_by: DayRules | None = None
        self._records: Records

    def on(self, rules: DayRules) -> tuple[Codes, Integers]:
        """Return statuses and yearly money on a day, later than those before."""
        self._look_at(rules)
        day, events = rules.on.toordinal(), self._prefixes.events
        self._go_on_to(self._prefixes.counts_on(day))
        amended = amendments(events, day, self._returns, rules.amended, self._rows.start)
        is_apart = self._was_blocked | self._has_seasons
        if amended is not None:
            is_apart[amended.rows] = True
        status = self._usual(day, ~is_apart)
        apart = np.flatnonzero(is_apart)
        has_events = self._counts > 0
        cents = np.zeros(len(status), dtype=np.int64)
        last = events.bounds[:-1][has_events] + self._counts[has_events] - 1
        cents[has_events] = self._prefixes.yearly_cents[last]
        if len(apart):
            status[apart] = self._apart(rules, apart, amended)
        if amended is not None:
            cents[amended.rows] = yearly_cents(amended.events)
        return status, cents

    def _look_at(self, rules: DayRules) -> None:
        """Take what judges; what was remembered of intervals holds as long as it stays the same."""
        before = self._judged_by
        if before is not None and (before.policies, before.fit, before.standing) == (
            rules.policies,
            rules.fit,
            rules.standing,
        ):
            return
        standing = standing_at(rules.standing or self._material.standing, self._rows)
        self._rules = rules_of(rules.policies, standing, parameters_of(rules.fit))
        self._clock = clock_of(self._rules.parameters)
        self._records = Records(self._prefixes, self._rules)
        self._judged_by = rules

    def _go_on_to(self, counts: Integers) -> None:
        """Learn of the events that came since the day before."""
        rows = np.flatnonzero(counts != self._counts)
        self._counts = counts
        if not len(rows):
            return
        self._mean_cents[rows] = self._prefixes.mean_cents(rows, counts[rows])
        may_have = rows[
            ~self._was_blocked[rows] & self._prefixes.may_have_seasons(rows, counts[rows])
        ]
        known = first_events(self._prefixes.events, may_have, counts[may_have])
        self._has_seasons[may_have] = own_seasons(
            known, np.ones(len(may_have), dtype=np.bool_)
        ).has_clock

    def _apart(self, rules: DayRules, rows: Integers, amended: Amendments | None) -> Codes:
        """Return the statuses of customers who are judged as on a single day; shape as rows."""
        known = first_events(self._prefixes.events, rows, self._counts[rows])
        if amended is not None:
            place = np.searchsorted(rows, amended.rows)
            known = with_amendments(known, Amendments(place, amended.events))
        blocks = self._material.standing.blocks.known_on(rules.on)
        keys = [self._keys[at] for at in rows.tolist()]
        book = book_on(known, blocked_days(blocks, keys), rules.on.toordinal())
        return statuses_of(book, of_rows(self._rules, rows)).astype(np.int8)

    def _usual(self, day: int, is_usual: Flags) -> Codes:
        """Return the statuses of everybody else; shape (customers,)."""
        status = np.full(len(is_usual), code_of(LifecycleStatus.PROSPECT), dtype=np.int8)
        rows = np.flatnonzero(is_usual & (self._counts > 0))
        if not len(rows):
            return status
        last = self._prefixes.events.bounds[:-1][rows] + self._counts[rows] - 1
        silence = (day - self._prefixes.events.day[last]).astype(np.float64)
        is_lost = silence > self._rules.policy.lost_days[rows]
        status[rows[is_lost]] = code_of(LifecycleStatus.LOST)
        rows, last, silence = rows[~is_lost], last[~is_lost], silence[~is_lost]
        status[rows] = self._judged(day, rows, last, silence)
        return status

    def _judged(self, day: int, rows: Integers, last: Integers, silence: Floats) -> Codes:
        """Return the statuses of customers with orders who are not lost; all of shape (n,)."""
        rules = of_rows(self._rules, rows)
        worth = value_standing(rules.parameters, self._mean_cents[rows])
        cycle, raw, share = self._signs(day, rules, last, silence, worth)
        policy, fixed = rules.policy, rules.policy.is_fixed
        is_inactive = np.where(
            fixed, silence >= policy.fixed_inactive_days, share < policy.inactive_return_share
        )
        least, most = reach_of(policy.cut)
        is_late = np.where(fixed, silence >= policy.fixed_at_risk_days, raw > most)
        open_ = np.flatnonzero(~is_inactive & ~fixed & (raw >= least) & (raw <= most))
        surplus = self._records.surpluses(rows[open_], last[open_], worth[open_])
        is_late[open_] = adjusted(raw[open_], surplus) >= policy.cut[open_]
        within = policy.recovered_cycles * cycle
        asked = np.flatnonzero(~is_inactive & ~is_late)
        is_back = np.zeros(len(rows), dtype=np.bool_)
        is_back[asked] = self._came_back(day, rows[asked], last[asked], worth[asked], within[asked])
        return np.select(
            [is_inactive, is_late, is_back, self._counts[rows] <= NEW_UP_TO_ORDERS],
            [
                code_of(one)
                for one in (
                    LifecycleStatus.INACTIVE,
                    LifecycleStatus.AT_RISK,
                    LifecycleStatus.RECOVERED,
                    LifecycleStatus.NEW,
                )
            ],
            default=code_of(LifecycleStatus.ACTIVE),
        ).astype(np.int8)

    def _signs(
        self, day: int, rules: Rules, last: Integers, silence: Floats, worth: Floats
    ) -> tuple[Floats, ...]:
        """Return cycle, raw quantile and P(order within the horizon); each of shape (n,)."""
        gaps, counts = self._prefixes.gaps_at(last), self._prefixes.number[last] + 1
        is_published = rules.parameters.is_published

        def signs(part: slice) -> tuple[Floats, ...]:
            known = posterior(rules.tables, gaps.at(part), worth[part])
            cycle = used_cycle(
                counts[part],
                gaps.at(part),
                known.mean_interval(),
                rules.segment[part],
                is_published=is_published,
            )
            ahead = self._clock.ahead(day, rules.policy.horizon(cycle, part))
            now, later = known.lasting(silence[part]), known.lasting(silence[part] + ahead)
            return cycle, 1.0 - now, (now - later) / (now + known.dropped)

        return in_chunks(signs, len(last), 3)

    def _came_back(
        self, day: int, rows: Integers, last: Integers, worth: Floats, within: Floats
    ) -> Flags:
        """Return who came back from an inactivity so recently that it counts; shape (n,)."""
        is_back = np.zeros(len(rows), dtype=np.bool_)
        open_ = np.arange(len(rows))
        for back in range(RECOVERY_ORDERS):
            event = last[open_] - back
            near = self._prefixes.number[last[open_]] > back
            near &= day - self._prefixes.events.day[event] <= within[open_]
            open_ = open_[near]
            if not len(open_):
                break
            found = self._records.was_inactive(rows[open_], last[open_] - back, worth[open_])
            is_back[open_] |= found
            open_ = open_[~found]
        return is_back
