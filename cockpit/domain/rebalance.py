"""Portfolios made even, or handed over: a plan that is looked at before anybody is moved.

Customers whom somebody is calling, or to whom their seller promised to call back in person, stay
where they are. Of the others those go first with whom the seller has not talked lately.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from uuid import UUID

Owner = UUID | None


class Measure(StrEnum):
    """What is to be even."""

    CUSTOMERS = "customers"
    AT_RISK = "at_risk"
    VALUE = "value"


class Part(StrEnum):
    """How a portfolio takes part in making them even."""

    SHARES = "shares"
    GIVES = "gives"
    KEEPS = "keeps"


@dataclass(frozen=True, slots=True)
class Holding:
    """One customer of a portfolio.

    Attributes:
        owner_id: Whose; None is the shared list's.
        value_cents: What they bought in the last twelve months.
        is_bound: Whether they stay: they are being called, or have a personal promise.
        is_recent: Whether somebody talked to them lately.
    """

    customer_id: UUID
    owner_id: Owner
    at_risk_cents: int = 0
    value_cents: int = 0
    is_bound: bool = False
    is_recent: bool = False

    def weight(self, measure: Measure) -> int:
        """Return what they count for."""
        if measure is Measure.CUSTOMERS:
            return 1
        return self.at_risk_cents if measure is Measure.AT_RISK else self.value_cents


@dataclass(frozen=True, slots=True)
class Totals:
    """A portfolio's size."""

    customers: int = 0
    at_risk_cents: int = 0
    value_cents: int = 0
    bound: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """Customers who go from one portfolio into another."""

    source: Owner
    target: Owner
    customer_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class Plan:
    """Whose customers they would be.

    Attributes:
        holdings: The customers as they are.
        targets: Into whose portfolio those go who move.
    """

    holdings: Sequence[Holding] = ()
    targets: Mapping[UUID, Owner] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Return how many customers move."""
        return len(self.targets)

    def owner(self, one: Holding) -> Owner:
        """Return whose a customer would be."""
        return self.targets.get(one.customer_id, one.owner_id)

    def before(self) -> dict[Owner, Totals]:
        """Return the portfolios as they are."""
        return _totals((one, one.owner_id) for one in self.holdings)

    def after(self) -> dict[Owner, Totals]:
        """Return the portfolios as they would be."""
        return _totals((one, self.owner(one)) for one in self.holdings)

    def moves(self) -> tuple[Move, ...]:
        """Return what is to be done, by source and target."""
        found: dict[tuple[Owner, Owner], list[UUID]] = {}
        for one in self.holdings:
            target = self.owner(one)
            if target != one.owner_id:
                found.setdefault((one.owner_id, target), []).append(one.customer_id)
        return tuple(Move(*ends, tuple(keys)) for ends, keys in found.items())

    def with_moved(self, source: Owner, target: Owner, count: int) -> "Plan":
        """Return the plan with so many of a portfolio's customers moved, as far as they go."""
        free = [one for one in self.holdings if self.owner(one) == source and not one.is_bound]
        free.sort(key=partial(_readiness, measure=Measure.VALUE))
        return self._with((one, target) for one in free[: max(count, 0)])

    def levelled(self, parts: Mapping[Owner, Part], measure: Measure) -> "Plan":
        """Return the plan with the portfolios that share as even as they can be.

        Those that give are emptied, those that keep, and those not named, are left alone. Whoever
        has more than an even share gives what is over it, and whoever has least takes first.

        Args:
            parts: How each portfolio takes part.
            measure: What is to be even.
        """
        loads = {one: 0 for one, part in parts.items() if part is Part.SHARES}
        held: dict[Owner, list[Holding]] = {
            one: [] for one, part in parts.items() if part is not Part.KEEPS
        }
        for one in self.holdings:
            owner = self.owner(one)
            if owner in held:
                held[owner].append(one)
            if owner in loads:
                loads[owner] += one.weight(measure)
        if not loads:
            return self
        pool = [one for owner in held if owner not in loads for one in held[owner]]
        pool = [one for one in pool if not one.is_bound]
        share = _even_share(held, loads, sum(one.weight(measure) for one in pool), measure)
        kept: dict[Owner, list[Holding]] = {}
        for owner, load in tuple(loads.items()):
            beyond = list(_beyond(held[owner], load, share, measure))
            gone = {one.customer_id for one in beyond}
            kept[owner] = [
                one for one in held[owner] if not one.is_bound and one.customer_id not in gone
            ]
            loads[owner] = load - sum(one.weight(measure) for one in beyond)
            pool += beyond
        moved = list(_shared_out(pool, loads, measure))
        for one, owner in moved:
            loads[owner] += one.weight(measure)
        return self._with([*moved, *_last_ones(kept, loads, measure)])

    def _with(self, moved: Iterable[tuple[Holding, Owner]]) -> "Plan":
        targets = dict(self.targets)
        for one, target in moved:
            if target == one.owner_id:
                targets.pop(one.customer_id, None)
            else:
                targets[one.customer_id] = target
        return replace(self, targets=targets)


def _totals(held: Iterable[tuple[Holding, Owner]]) -> dict[Owner, Totals]:
    sums: dict[Owner, list[int]] = {}
    for one, owner in held:
        line = sums.setdefault(owner, [0, 0, 0, 0])
        line[0] += 1
        line[1] += one.at_risk_cents
        line[2] += one.value_cents
        line[3] += one.is_bound
    return {owner: Totals(*line) for owner, line in sums.items()}


def _readiness(one: Holding, measure: Measure) -> tuple[bool, int, int]:
    """Return by what those go first to whom nobody talked lately, then those who count for most."""
    return one.is_recent, -one.weight(measure), one.customer_id.int


def _even_share(
    held: Mapping[Owner, Sequence[Holding]],
    loads: Mapping[Owner, int],
    given: int,
    measure: Measure,
) -> float:
    """Return what each has when all is even.

    Whoever has more than that in customers who stay is left out: the others share the rest.

    Args:
        held: The customers of each portfolio.
        loads: What those who share have.
        given: What those give away who give all.
        measure: What is to be even.
    """
    bound = {
        owner: sum(one.weight(measure) for one in held[owner] if one.is_bound) for owner in loads
    }
    total, count, share = sum(loads.values()) + given, len(loads), 0.0
    for stays in sorted(bound.values(), reverse=True):
        share = total / count
        if stays <= share:
            break
        total, count = total - stays, max(count - 1, 1)
    return share


def _beyond(
    held: Sequence[Holding], load: int, share: float, measure: Measure
) -> Iterable[Holding]:
    """Return who goes from a portfolio that has more than an even share."""
    for one in sorted(held, key=partial(_readiness, measure=measure)):
        weight = one.weight(measure)
        if not one.is_bound and weight > 0 and load - weight >= share:
            load -= weight
            yield one


def _shared_out(
    pool: Iterable[Holding], loads: Mapping[Owner, int], measure: Measure
) -> Iterable[tuple[Holding, Owner]]:
    """Give each customer, the largest first, to the portfolio that has least.

    Between equal ones the one that got fewest takes: who counts for nothing is spread as well.
    """
    names = dict(enumerate(sorted(loads, key=str)))
    least = [(loads[owner], 0, number) for number, owner in names.items()]
    heapq.heapify(least)
    for one in sorted(pool, key=lambda one: (-one.weight(measure), one.customer_id.int)):
        load, count, number = heapq.heappop(least)
        yield one, names[number]
        heapq.heappush(least, (load + one.weight(measure), count + 1, number))


def _last_ones(
    kept: Mapping[Owner, Sequence[Holding]], loads: Mapping[Owner, int], measure: Measure
) -> Iterable[tuple[Holding, Owner]]:
    """Give one customer of each portfolio that is still a whole one ahead to the one with least.

    Where an even share is two and a half, everybody may have kept three, and the last one got one.
    """
    left = dict(loads)
    for donor in sorted(loads, key=lambda owner: (-loads[owner], str(owner))):
        least = min(left, key=lambda owner: (left[owner], str(owner)))
        ahead = left[donor] - left[least]
        fitting = (one for one in kept[donor] if 0 < 2 * one.weight(measure) <= ahead)
        found = min(fitting, key=partial(_readiness, measure=measure), default=None)
        if found is not None:
            left[donor] -= found.weight(measure)
            left[least] += found.weight(measure)
            yield found, least
