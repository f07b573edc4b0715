"""By what facts are cut and narrowed: a code per fact and cut, and masks over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np

from cockpit.analytics.indicators.packed_rows import Hashes, KeyIndex, hash_of, hashes, key_at
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.fact_columns import CHANNELS, FactNames, Packed
from cockpit.domain.indicators import OF_CUSTOMERS, Cut, CutKey, Narrowing

#: More cells than these are not laid out to be counted.
_MOST_CELLS = 60_000_000


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a cut; code 0 is none.

    Attributes:
        keys: By code.
        index: Codes, less one, of the keys that are UUIDs.
    """

    keys: tuple[CutKey, ...]
    index: KeyIndex

    @classmethod
    def of(cls, keys: Sequence[UUID]) -> "Values":
        """Return the values of a cut by keys."""
        return cls((None, *keys), KeyIndex.of(hash_of(keys)))

    def codes(self, wanted: Hashes) -> Integers:
        """Return the codes of keys; 0 for none and for those that nobody knows."""
        return self.index.positions(wanted) + 1

    def chosen(self, only: frozenset[CutKey]) -> Flags:
        """Return by code whether a narrowing leaves it in; shape (values,)."""
        return np.array([key in only for key in self.keys], dtype=np.bool_)


class Customers:
    """All customers whom the viewer sees, with what they are cut by.

    Attributes:
        names: The small tables of the same reading.
        zone: Whose days are meant.
        values: Of each cut.
    """

    def __init__(self, packed: Packed, names: FactNames, zone: ZoneInfo) -> None:
        self._packed = packed
        self.names, self.zone = names, zone
        self.index = KeyIndex.of(hashes(packed, "customer"))
        people = list(names.people)
        self.values: Mapping[Cut, Values] = {
            Cut.OPERATOR: Values.of(people),
            Cut.SELLER: Values.of(people),
            **{
                cut: Values.of([one.key for one in found if isinstance(one.key, UUID)])
                for cut, found in names.others.items()
            },
            Cut.CHANNEL: Values((None, *CHANNELS), KeyIndex.of(hash_of(()))),
        }
        seller = self.values[Cut.SELLER].codes(hashes(packed, "seller"))
        teams = [None, *(names.people[key].team_id for key in people)]
        team_codes = self.values[Cut.TEAM].codes(hash_of(one or UUID(int=0) for one in teams))
        self._codes: Mapping[Cut, Integers] = {
            Cut.SELLER: seller,
            Cut.TEAM: team_codes[seller],
            Cut.REGION: self.values[Cut.REGION].codes(hashes(packed, "region")),
            Cut.SEGMENT: self.values[Cut.SEGMENT].codes(hashes(packed, "segment")),
            Cut.COMPANY: self.values[Cut.COMPANY].codes(hashes(packed, "company")),
        }

    def __len__(self) -> int:
        """Return how many there are."""
        return self._packed.count

    def key(self, position: int) -> UUID:
        """Return who stands at a position."""
        return key_at(self._packed, "customer", position)

    def codes(self, cut: Cut) -> Integers:
        """Return everybody's codes by a cut that customers have; shape (customers,)."""
        return self._codes[cut]

    def passes(self, customer_ids: Sequence[UUID], narrowing: Narrowing) -> list[bool]:
        """Return which of these customers a narrowing leaves in, by what customers are cut by."""
        at = self.index.positions(hash_of(customer_ids))
        passed = at >= 0
        for cut, only in narrowing.only.items():
            if cut in OF_CUSTOMERS:
                passed &= self.values[cut].chosen(only)[self._codes[cut][at]]
        return [bool(one) for one in passed]

    def keys(self, customer_ids: Sequence[UUID], cut: Cut) -> list[CutKey]:
        """Return what customers belong to by a cut that customers have."""
        at = self.index.positions(hash_of(customer_ids))
        values = self.values[cut].keys
        codes = np.where(at >= 0, self._codes[cut][at], 0) if len(at) else at
        return [values[code] for code in codes.tolist()]


@dataclass(frozen=True)
class Facts:
    """Facts about customers, by whom and how; parallel arrays of shape (facts,).

    Attributes:
        customers: Whose positions these are.
        customer: About whom, by position.
        operator: Code of who made the contact.
        campaign: Code of its campaign.
        channel: Code of its channel.
    """

    customers: Customers
    customer: Integers
    operator: Integers
    campaign: Integers
    channel: Integers

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.customer)

    @cached_property
    def _own(self) -> Mapping[Cut, Integers]:
        return {
            Cut.OPERATOR: self.operator,
            Cut.CAMPAIGN: self.campaign,
            Cut.CHANNEL: self.channel,
        }

    def codes(self, cut: Cut) -> Integers:
        """Return the facts' codes by a cut; shape (facts,)."""
        own = self._own.get(cut)
        return self.customers.codes(cut)[self.customer] if own is None else own

    def keys(self, cut: Cut) -> tuple[CutKey, ...]:
        """Return the values of a cut, by code."""
        return self.customers.values[cut].keys

    def mask(self, narrowing: Narrowing) -> Flags:
        """Return which facts a narrowing leaves in; shape (facts,)."""
        left = np.ones(len(self), dtype=np.bool_)
        for cut, only in narrowing.only.items():
            chosen = self.customers.values[cut].chosen(only)
            own = self._own.get(cut)
            if own is None:
                left &= chosen[self.customers.codes(cut)][self.customer]
            else:
                left &= chosen[own]
        return left

    def client_counts(self, mask: Flags, codes: Integers, size: int) -> Integers:
        """Return how many distinct customers each code has; shape (size,)."""
        count = len(self.customers)
        cells = codes[mask] * count + self.customer[mask]
        if size * count > _MOST_CELLS:
            return np.bincount(np.unique(cells) // max(count, 1), minlength=size)
        seen = np.zeros(size * count, dtype=np.bool_)
        seen[cells] = True
        return np.asarray(np.count_nonzero(seen.reshape(size, count), axis=1), dtype=np.int64)

    def money(self, mask: Flags, cents: Integers | None = None) -> dict[UUID, int]:
        """Return the customers of some facts with the sum of their cents, 0 without."""
        total = np.zeros(len(self.customers), dtype=np.int64)
        seen = np.zeros(len(self.customers), dtype=np.bool_)
        seen[self.customer[mask]] = True
        if cents is not None:
            np.add.at(total, self.customer[mask], cents[mask])
        places = np.flatnonzero(seen)
        key = self.customers.key
        return {key(place): int(total[place]) for place in places.tolist()}
