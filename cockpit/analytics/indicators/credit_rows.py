"""Credits as arrays, cut and narrowed as contacts are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import fmean, median
from uuid import UUID

import numpy as np

from cockpit.analytics.indicators.cutting import Customers, Facts
from cockpit.analytics.indicators.packed_rows import hash_of
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.contact_figures import ContactLine
from cockpit.domain.fact_columns import CHANNELS
from cockpit.domain.indicators import Cut, Narrowing
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import CreditedDay

_NO_KEY = UUID(int=0)


class CreditRows:
    """What was credited in a period, of customers whom the viewer sees."""

    def __init__(self, customers: Customers, credits: Sequence[CreditedDay]) -> None:
        place = customers.index.positions(hash_of(one.customer_id for one in credits))
        kept = [one for one, at in zip(credits, place.tolist(), strict=True) if at >= 0]
        values = customers.values
        codes = {one: code for code, one in enumerate(CHANNELS, 1)}
        self._facts = Facts(
            customers,
            place[place >= 0],
            values[Cut.OPERATOR].codes(hash_of(one.user_id for one in kept)),
            values[Cut.CAMPAIGN].codes(hash_of(one.campaign_id or _NO_KEY for one in kept)),
            np.array([codes[one.channel] for one in kept], dtype=np.int64),
        )
        contacted, returned, ordered = (
            _ordinals([getattr(one, name) for one in kept])
            for name in ("contacted_on", "returned_on", "ordered_on")
        )
        self._day = ordered
        self._cents = np.array([one.cents for one in kept], dtype=np.int64)
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
        waited: dict[int, list[int]] = defaultdict(list)
        came_back = mask & self._is_return
        for code, days in zip(
            codes[came_back].tolist(), self._waited[came_back].tolist(), strict=True
        ):
            waited[code].append(days)
        clients = self._facts.client_counts(came_back, codes, size).tolist()
        return {
            code: ContactLine(
                reactivated=clients[code],
                recovered_cents=int(cents[code]),
                mean_days=fmean(waited[code]) if waited[code] else None,
                median_days=float(median(waited[code])) if waited[code] else None,
            )
            for code in np.unique(codes[mask]).tolist()
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


def _ordinals(days: Sequence[date]) -> Integers:
    return np.fromiter(map(date.toordinal, days), np.int64, len(days))
