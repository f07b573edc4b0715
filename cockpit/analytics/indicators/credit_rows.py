"""Credits as arrays, cut and narrowed as contacts are."""

from collections.abc import Mapping
from uuid import UUID

import numpy as np

from cockpit.analytics.indicators.cutting import Customers, Facts
from cockpit.analytics.indicators.packed_rows import hashes, numbers
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.contact_figures import ContactLine
from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.indicators import Cut, Narrowing
from cockpit.domain.periods import Period


class CreditRows:
    """What was credited in a period, of customers whom the viewer sees."""

    def __init__(self, customers: Customers, credits: CreditedDays) -> None:
        rows, values = credits.packed, customers.values
        place = customers.index.positions(hashes(rows, "customer"))
        kept = np.flatnonzero(place >= 0)
        self._facts = Facts(
            customers,
            place[kept],
            values[Cut.OPERATOR].codes(hashes(rows, "operator")[kept]),
            values[Cut.CAMPAIGN].codes(hashes(rows, "campaign")[kept]),
            numbers(rows, "channel")[kept] + 1,
        )
        contacted, returned, ordered = (
            numbers(rows, name)[kept] for name in ("contacted", "returned", "ordered")
        )
        self._day = ordered
        self._cents = numbers(rows, "cents")[kept]
        self._is_return = ordered == returned
        self._waited = returned - contacted

    def lines(
        self, narrowing: Narrowing, cut: Cut | None, period: Period
    ) -> Mapping[int, ContactLine]:
        """Return who came back, and recovered money, by code of a cut; under 0 without one."""
        mask = self._mask(narrowing, period)
        codes = np.zeros(len(mask), dtype=np.int64) if cut is None else self._facts.codes(cut)
        size = int(codes.max(initial=0)) + 1
        cents = np.zeros(size, dtype=np.int64)
        np.add.at(cents, codes[mask], self._cents[mask])
        came_back = mask & self._is_return
        whose, days = codes[came_back], self._waited[came_back]
        days = days[np.lexsort((days, whose))]
        ends = np.cumsum(np.bincount(whose, minlength=size)).tolist()
        begins = [0, *ends]
        clients = self._facts.client_counts(came_back, codes, size).tolist()
        return {
            code: _line(clients[code], days[begins[code] : ends[code]], int(cents[code]))
            for code in np.flatnonzero(np.bincount(codes[mask])).tolist()
        }

    def money(self, narrowing: Narrowing, period: Period, *, only_returns: bool) -> dict[UUID, int]:
        """Return who came back, or had credited orders, and their credited cents."""
        mask = self._mask(narrowing, period)
        if not only_returns:
            return self._facts.money(mask, self._cents)
        whole = self._facts.money(mask, self._cents)
        return {key: whole[key] for key in self._facts.money(mask & self._is_return)}

    def _mask(self, narrowing: Narrowing, period: Period) -> Flags:
        day: Integers = self._day
        first, last = period.first.toordinal(), period.last.toordinal()
        mask: Flags = self._facts.mask(narrowing) & (day >= first) & (day <= last)
        return mask


def _line(clients: int, days: Integers, cents: int) -> ContactLine:
    """Return the figures of a code.

    Args:
        clients: How many customers came back.
        days: From contact to return, ascending; shape (returns,).
        cents: What was recovered.
    """
    count = len(days)
    if not count:
        return ContactLine(reactivated=clients, recovered_cents=cents)
    middle = int(days[(count - 1) // 2]) + int(days[count // 2])
    return ContactLine(
        reactivated=clients,
        recovered_cents=cents,
        mean_days=int(days.sum()) / count,
        median_days=middle / 2,
    )
