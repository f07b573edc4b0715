"""What is remembered of completed intervals from one day to the next.

Whether an interval looked unusual, and whether it ended an inactivity, follows from what was known
when it began, and from the customer's mean value, which moves a little with each new order. So each
interval is judged once, and again only where the mean value has moved so far that the answer might
be another one.
"""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.k_grid import DISCOUNT
from cockpit.analytics.own_record import MEMORY, RECORD_BUDGET, raw_quantiles
from cockpit.analytics.past_days.day import Rules
from cockpit.analytics.past_days.prefixes import Prefixes
from cockpit.analytics.scoring import in_chunks, posterior
from cockpit.analytics.segments import Flags, Floats, Integers

#: By how much a probability moves at most where the logarithm of a parameter moves by 1; with
#: regularities up to 14 and hundreds of orders it stays below 2.
_MOST_SLOPE = 4.0
_ROUNDING = 1e-9
_POWERS = DISCOUNT ** np.arange(float(MEMORY))


@dataclass(slots=True)
class _Memory:
    """Probabilities by event, with the standing they were worked out for; shape (events,)."""

    share: Floats
    worth: Floats


class Records:
    """The completed intervals of a group under one set of parameters and rules."""

    def __init__(self, prefixes: Prefixes, rules: Rules) -> None:
        """Remember nothing yet."""
        size, parameters = len(prefixes.events.day), rules.parameters
        self._prefixes, self._rules = prefixes, rules
        self._raw = _Memory(np.full(size, np.nan), np.zeros(size))
        self._return = _Memory(np.full(size, np.nan), np.zeros(size))
        self._by_rate = _MOST_SLOPE * abs(parameters.rate_by_value) + _ROUNDING
        self._by_both = self._by_rate + _MOST_SLOPE * abs(parameters.drop_by_value)

    def surpluses(self, rows: Integers, last: Integers, worth: Floats) -> Floats:
        """Return by how much wrong alarms exceeded the budget, as ``own_record.surpluses`` does.

        Args:
            rows: Customers; shape (n,).
            last: Position of the last event of each; shape (n,).
            worth: As ``scoring.value_standing`` gives it; shape (n,).
        """
        surplus, has_one = np.zeros(len(rows)), np.arange(len(rows))
        for back in range(MEMORY):
            has_one = has_one[self._prefixes.number[last[has_one]] > back]
            if not len(has_one):
                break
            unusual = self._raw_at(last[has_one] - back, worth[has_one]) > 1.0 - RECORD_BUDGET
            surplus[has_one] += _POWERS[back] * (unusual.astype(np.float64) - RECORD_BUDGET)
        return surplus

    def was_inactive(self, rows: Integers, event: Integers, worth: Floats) -> Flags:
        """Return whether some events ended an inactivity, by the rule that decides.

        Args:
            rows: Customers; shape (n,).
            event: An event of each that is not the first; shape (n,).
            worth: As above; shape (n,).
        """
        policy, eve = self._rules.policy, self._prefixes.gap_days[event] - 1.0
        was: Flags = eve > policy.lost_days[rows]
        was |= policy.is_fixed[rows] & (eve >= policy.fixed_inactive_days[rows])
        asked = np.flatnonzero(~was & ~policy.is_fixed[rows])
        share = self._return_at(rows[asked], event[asked], worth[asked])
        was[asked] = share < policy.inactive_return_share[rows[asked]]
        return was

    def _raw_at(self, event: Integers, worth: Floats) -> Floats:
        """Return raw quantiles on the right side of the budget; shape as given."""
        doubtful = self._doubtful(self._raw, event, worth, 1.0 - RECORD_BUDGET, self._by_rate)
        again = event[doubtful]
        if len(again):
            known, days = self._prefixes.before.at(again), self._prefixes.gap_days[again]
            self._raw.share[again] = raw_quantiles(self._rules.tables, known, worth[doubtful], days)
            self._raw.worth[again] = worth[doubtful]
        return self._raw.share[event]

    def _return_at(self, rows: Integers, event: Integers, worth: Floats) -> Floats:
        """Return P(order within the horizon) on the eve, on the right side of the policy's."""
        limit = self._rules.policy.inactive_return_share[rows]
        doubtful = self._doubtful(self._return, event, worth, limit, self._by_both)
        again = event[doubtful]
        if len(again):
            self._return.share[again] = self._eve_shares(rows[doubtful], again, worth[doubtful])
            self._return.worth[again] = worth[doubtful]
        return self._return.share[event]

    def _eve_shares(self, rows: Integers, event: Integers, worth: Floats) -> Floats:
        """Return what ``status`` asks of the eve of an order, or less that decides as well.

        Later than a time is who orders at ``mean / time`` at most; see ``spells``.
        """
        before = self._prefixes.before.at(event)
        waited = np.maximum(self._prefixes.gap_days[event] - 1.0, 0.0)
        policy = self._rules.policy

        def shares(part: slice) -> tuple[Floats]:
            known = posterior(self._rules.tables, before.at(part), worth[part])
            horizon, silence = policy.horizon(known.mean_interval(), rows[part]), waited[part]
            limit = policy.inactive_return_share[rows[part]]
            now = known.lasting(silence)
            least = now - known.longest_mean() / np.maximum(silence + horizon, 1.0)
            share = least / (now + known.dropped)
            at = np.flatnonzero(share <= limit + self._by_both)
            some = known.at(at)
            later = some.lasting((silence + horizon)[at])
            share[at] = (now[at] - later) / (now[at] + some.dropped)
            return (share,)

        return in_chunks(shares, len(event), 1)[0]

    @staticmethod
    def _doubtful(
        memory: _Memory, event: Integers, worth: Floats, limit: Floats | float, slope: float
    ) -> Flags:
        """Return what is not known, or near the limit for how far the standing has moved."""
        share, moved = memory.share[event], np.abs(memory.worth[event] - worth)
        near: Flags = ~(np.abs(share - limit) > slope * moved)
        return near & ((moved > 0) | np.isnan(share))
