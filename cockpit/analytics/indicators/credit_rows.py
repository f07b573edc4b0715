"""Credits as arrays, cut and narrowed as contacts are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean, median
from uuid import UUID

import numpy as np

from cockpit.analytics.indicators.cutting import Customers, Facts
from cockpit.analytics.indicators.packed_rows import hash_of
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.contact_figures import ContactLine, Credit
from cockpit.domain.fact_columns import CHANNELS
from cockpit.domain.indicators import Cut, Narrowing
from cockpit.domain.periods import Period

_NO_KEY = UUID(int=0)


class CreditRows:
    """What was credited in a period, of customers whom the viewer sees."""

    def __init__(self, customers: Customers, credits: Sequence[Credit]) -> None:
        place = customers.index.positions(hash_of(one.customer_id for one in credits))
        kept = [one for one, at in zip(credits, place.tolist(), strict=True) if at >= 0]
        values = customers.values
        days = np.array([len(one.orders) for one in kept], dtype=np.int64)
        campaigns = hash_of(one.campaign_id or _NO_KEY for one in kept)
        channels = [CHANNELS.index(one.channel) + 1 for one in kept]
        self._facts = Facts(
            customers,
            np.repeat(place[place >= 0], days),
            np.repeat(values[Cut.OPERATOR].codes(hash_of(one.user_id for one in kept)), days),
            np.repeat(values[Cut.CAMPAIGN].codes(campaigns), days),
            np.repeat(np.array(channels, dtype=np.int64), days),
        )
        orders = [order for one in kept for order in one.orders]
        returned = np.array([one.returned_on.toordinal() for one in kept], dtype=np.int64)
        self._day = np.array([order.day.toordinal() for order in orders], dtype=np.int64)
        self._cents = np.array([order.cents for order in orders], dtype=np.int64)
        self._is_return = self._day == np.repeat(returned, days)
        self._waited = np.repeat(np.array([one.days for one in kept], dtype=np.int64), days)

    def lines(
        self, narrowing: Narrowing, cut: Cut | None, period: Period
    ) -> Mapping[int, ContactLine]:
        """Return returns and recovered money by code of a cut; under 0 without one."""
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
        return {
            code: ContactLine(
                reactivated=len(waited[code]),
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
