"""Statuses on many days at once: a spell is the time after an order event, as far as it is asked.

What is believed of a customer changes with an order alone; between two orders nothing but the
silence grows. So each spell's beliefs are worked out once, whatever the number of its days. Most
silences are so short that bounds decide them: a gap is shorter than ``s`` with probability
``rate * s`` at most, and longer than ``t`` with ``mean / t`` at most (Markov's inequality, of the
orders within ``s`` and of the gap). Only what these leave open is computed to the end.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.judgement import used_cycle
from cockpit.analytics.own_record import adjusted
from cockpit.analytics.past_days.day import Rules, reach_of
from cockpit.analytics.past_days.prefixes import Prefixes
from cockpit.analytics.past_days.records import Records
from cockpit.analytics.portfolio_clock import PortfolioClock, clock_of
from cockpit.analytics.scoring import CHUNK, posterior, value_standing
from cockpit.analytics.segments import Flags, Floats, Integers, bounds_of
from cockpit.analytics.status import NEW_UP_TO_ORDERS, RECOVERY_ORDERS, code_of
from cockpit.domain.vocabulary import LifecycleStatus

Codes = NDArray[np.int8]

#: Wider than any rounding of a bound.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Spells:
    """Spells and the days on which they are judged.

    Attributes:
        row: Whose each spell is; shape (spells,).
        event: Position of the order event that it follows, ascending; shape (spells,).
        spell: Which spell an entry is of, ascending; shape (entries,).
        day: Ordinal of its day, ascending within a spell; shape (entries,).
    """

    row: Integers
    event: Integers
    spell: Integers
    day: Integers

    @classmethod
    def of(cls, prefixes: Prefixes, customer: Integers, last: Integers, day: Integers) -> "Spells":
        """Return the spells of some entries.

        Args:
            prefixes: The events.
            customer: Whose each history is; shape (histories,).
            last: Position of the last event of each entry, ascending; shape (entries,).
            day: As the attribute.
        """
        is_first = np.ones(len(last), dtype=np.bool_)
        is_first[1:] = last[1:] != last[:-1]
        event = last[is_first]
        return cls(customer[prefixes.events.customer[event]], event, np.cumsum(is_first) - 1, day)

    def some(self, entries: Integers) -> "Spells":
        """Return the spells of some entries, ascending."""
        is_there = np.zeros(len(self.event), dtype=np.bool_)
        is_there[self.spell[entries]] = True
        place = np.cumsum(is_there) - 1
        return Spells(
            self.row[is_there],
            self.event[is_there],
            place[self.spell[entries]],
            self.day[entries],
        )


def statuses_of_spells(
    prefixes: Prefixes, rules: Rules, spells: Spells, pause: Callable[[], None]
) -> Codes:
    """Return the status of each entry; shape (entries,).

    Args:
        prefixes: The events.
        rules: Of the group's customers.
        spells: Of customers who were never blocked and have no seasons of their own.
        pause: Called between pieces of the work.
    """
    silence = (spells.day - prefixes.events.day[spells.event][spells.spell]).astype(np.float64)
    is_lost = silence > rules.policy.lost_days[spells.row][spells.spell]
    status = np.full(len(silence), code_of(LifecycleStatus.LOST), dtype=np.int8)
    asked = np.flatnonzero(~is_lost)
    if len(asked):
        pause()
        judge = _Judge(prefixes, rules, spells.some(asked))
        status[asked] = judge.statuses(silence[asked], pause)
    return status


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the own cycle says.

    Attributes:
        cycle: Usual interval in days; shape (spells,).
        raw: Gap quantile before the own record, 0 where it is surely too low; shape (entries,).
        is_inactive: Shape (entries,).
    """

    cycle: Floats
    raw: Floats
    is_inactive: Flags


class _Judge:
    """Judges spells of customers who are not lost."""

    def __init__(self, prefixes: Prefixes, rules: Rules, spells: Spells) -> None:
        self._prefixes, self._rules, self._spells = prefixes, rules, spells
        self._clock: PortfolioClock = clock_of(rules.parameters)
        mean = prefixes.mean_cents_at(spells.event)
        self._worth = value_standing(rules.parameters, mean)
        self._records = Records(prefixes, rules)
        sizes = np.bincount(spells.spell, minlength=len(spells.event))
        self._bounds = bounds_of(sizes)
        least, most = reach_of(rules.policy.cut)
        self._least, self._most = least[spells.row], most[spells.row]

    def statuses(self, silence: Floats, pause: Callable[[], None]) -> Codes:
        """Return the status of each entry; its silence is given; both of shape (entries,)."""
        policy, spells = self._rules.policy, self._spells
        signs, row = self._signs(silence), spells.row[spells.spell]
        fixed = policy.is_fixed[row]
        is_inactive = np.where(fixed, silence >= policy.fixed_inactive_days[row], signs.is_inactive)
        is_late = np.where(
            fixed, silence >= policy.fixed_at_risk_days[row], signs.raw > self._most[spells.spell]
        )
        is_open = ~is_inactive & ~is_late & ~fixed & (signs.raw >= self._least[spells.spell])
        open_ = np.flatnonzero(is_open)
        is_late[open_] = self._adjusted(signs.raw, open_) >= policy.cut[row[open_]]
        pause()
        asked = np.flatnonzero(~is_inactive & ~is_late)
        is_back = np.zeros(len(silence), dtype=np.bool_)
        is_back[asked] = self._came_back(asked, policy.recovered_cycles[spells.row] * signs.cycle)
        is_new = (self._prefixes.number[spells.event] < NEW_UP_TO_ORDERS)[spells.spell]
        return np.select(
            [is_inactive, is_late, is_back, is_new],
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

    def _signs(self, silence: Floats) -> _Signs:
        """Work out what is believed, so many spells at a time as the processor's cache holds."""
        size = len(self._spells.event)
        cycle, raw = np.empty(size), np.zeros(len(silence))
        is_inactive = np.zeros(len(silence), dtype=np.bool_)
        for start in range(0, size, CHUNK):
            part = slice(start, min(start + CHUNK, size))
            entries = slice(self._bounds[part.start], self._bounds[part.stop])
            cycle[part], raw[entries], is_inactive[entries] = self._signs_of(
                part, self._spells.day[entries], silence[entries]
            )
        return _Signs(cycle, raw, is_inactive)

    def _signs_of(
        self, part: slice, day: Integers, silence: Floats
    ) -> tuple[Floats, Floats, Flags]:
        """Return cycles of some spells, and raw quantiles and inactivity of their entries."""
        rows, event = self._spells.row[part], self._spells.event[part]
        gaps, policy, tables = self._prefixes.gaps_at(event), self._rules.policy, self._rules.tables
        known = posterior(tables, gaps, self._worth[part])
        cycle = used_cycle(
            self._prefixes.number[event] + 1,
            gaps,
            known.mean_interval(),
            self._rules.segment[rows],
            is_published=tables.parameters.is_published,
        )
        of = np.repeat(np.arange(len(rows)), np.diff(self._bounds[part.start : part.stop + 1]))
        ahead = self._clock.ahead(day, policy.horizon(cycle, rows)[of])
        limit, dropped = policy.inactive_return_share[rows][of], known.dropped[of]
        later = known.longest_mean()[of] / (silence + ahead)
        now = np.maximum(1.0 - known.rate()[of] * silence, 0.0)
        is_calm = 1.0 - now < self._least[part][of] - _ROUNDING
        is_calm &= (now - later) / (now + dropped) > limit + _ROUNDING
        raw, is_inactive = np.zeros(len(silence)), np.zeros(len(silence), dtype=np.bool_)
        at = np.flatnonzero(~(is_calm | policy.is_fixed[rows][of]))
        now = known.at(of[at]).lasting(silence[at])
        raw[at] = 1.0 - now
        is_open = (now - later[at]) / (now + dropped[at]) <= limit[at] + _ROUNDING
        at, now = at[is_open], now[is_open]
        later = known.at(of[at]).lasting(silence[at] + ahead[at])
        is_inactive[at] = (now - later) / (now + dropped[at]) < limit[at]
        return cycle, raw, is_inactive

    def _adjusted(self, raw: Floats, entries: Integers) -> Floats:
        """Return what the own record makes of some entries' quantiles; shape as entries."""
        spell, place = np.unique(self._spells.spell[entries], return_inverse=True)
        rows, event = self._spells.row[spell], self._spells.event[spell]
        surplus = self._records.surpluses(rows, event, self._worth[spell])
        return adjusted(raw[entries], surplus[place])

    def _came_back(self, entries: Integers, within: Floats) -> Flags:
        """Return who came back from an inactivity so recently that it counts; shape as entries.

        Args:
            entries: Ascending.
            within: For how many days it counts; shape (spells,).
        """
        spells, days = self._spells, self._prefixes.events.day
        spell, first, place = np.unique(
            spells.spell[entries], return_index=True, return_inverse=True
        )
        # What is too long ago on a spell's first day is so on all of them.
        day, within = spells.day[entries][first], within[spell]
        rows, last, worth = spells.row[spell], spells.event[spell], self._worth[spell]
        came_on = np.full(len(spell), -np.inf)
        open_ = np.arange(len(spell))
        for back in range(RECOVERY_ORDERS):
            event = last[open_] - back
            near = self._prefixes.number[last[open_]] > back
            near &= day[open_] - days[event] <= within[open_]
            open_, event = open_[near], event[near]
            if not len(open_):
                break
            found = self._records.was_inactive(rows[open_], event, worth[open_])
            came_on[open_[found]] = days[event[found]]
            open_ = open_[~found]
        is_back: Flags = spells.day[entries] - came_on[place] <= within[place]
        return is_back
