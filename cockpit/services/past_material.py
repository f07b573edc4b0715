"""What past days are judged by: everybody's events, and the rules and parameters of each day.

Stored events are taken where they hold; a past day that is itself asked for by ``--as-of`` and a
clock that went back read the documents. Which parameters judge: those in force at the end of the
day, else the first that were ever stored, else those that the clock's day gets.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from cockpit.domain.clock import AsOfClock
from cockpit.domain.columns import OrderColumns, StandingColumns, StatisticsColumns
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.packed_keys import places_of, with_keys
from cockpit.domain.past_columns import AmendedColumns, DayRules, PastMaterial, ReturnColumns
from cockpit.domain.portfolio_figures import Knowledge
from cockpit.domain.vocabulary import OrderKind
from cockpit.services.cycle_state import CycleStates
from cockpit.services.ports import ReadUnit
from cockpit.services.ports.past_days import IsCancelled

_ALL_FITS = 100_000
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known on the clock's day.

    Attributes:
        material: Everybody's events.
        documents: The documents that they were made from; None where they were stored.
        is_stored: Whether all of them were stored.
    """

    material: PastMaterial
    documents: OrderColumns | None
    is_stored: bool = False

    def of(self, seen: Collection[UUID] | None) -> "Known":
        """Return what is known of these customers; None means all of them."""
        return self if seen is None else replace(self, material=_only(self.material, seen))


def known_of(states: CycleStates, unit: ReadUnit, is_cancelled: IsCancelled) -> Known:
    """Return what is known on the clock's day.

    Raises:
        CancelledError: ``is_cancelled`` said so.
    """
    today, known_at = states.clock.today(), states.clock.known_at
    if known_at is not None or not states.holds(unit):
        documents = unit.order_book.columns(known_at=known_at)
        statistics = _statistics(states, unit, documents, today)
        standing = unit.customers.standing(statistics.customer_id, known_at=known_at)
        return Known(_material(statistics, standing), documents)
    stored = unit.past_days.material(is_cancelled)
    doubtful = {*unit.metrics.missing(), *unit.metrics.waiting()}
    if not doubtful:
        return Known(stored, None, is_stored=True)
    documents = unit.order_book.columns(customer_ids=doubtful)
    fresh = _statistics(states, unit, documents, today)
    standing = unit.customers.standing(fresh.customer_id)
    return Known(_with(stored, _material(fresh, standing)), None)


def returns_of(
    known: Known, unit: ReadUnit, days: Sequence[date], is_cancelled: IsCancelled
) -> ReturnColumns:
    """Return what later returns have changed of some days, of stored events.

    Raises:
        CancelledError: ``is_cancelled`` said so.
    """
    if known.documents is not None:
        return ReturnColumns()
    keys = known.material.customer_id
    return unit.past_days.returns(keys, days=days, is_cancelled=is_cancelled)


class RulesOfDays:
    """What judges on some days, of one way of knowing."""

    def __init__(
        self, states: CycleStates, unit: ReadUnit, known: Known, knowledge: Knowledge
    ) -> None:
        """Take what is known; fits are read at once."""
        self._states = states
        self._unit = unit
        self._known = known
        self._knowledge = knowledge
        self._fits = unit.fits.history(_ALL_FITS, at=states.clock.known_at)

    def on(self, day: date) -> DayRules:
        """Return what judges on a day."""
        end = end_of(self._states, day)
        amended, standing = AmendedColumns(), None
        if self._known.documents is not None:
            amended = self._with_later_returns(self._known.documents, day)
        if self._knowledge is Knowledge.THEN and end is not None:
            amended = self._as_known(end, day)
            standing = self._standing(end)
        return DayRules(day, self._unit.policies.book(at=end), self._fit(end), amended, standing)

    def _fit(self, end: datetime | None) -> CycleFit | None:
        made = [one for one in self._fits if end is None or one.fitted_at <= end]
        if made:
            return made[0]
        return self._fits[-1] if self._fits else self._states.fit(self._unit)

    def _with_later_returns(self, documents: OrderColumns, day: date) -> AmendedColumns:
        """Return those whose events a return of a later day lowered, as they were."""
        today = day.toordinal()
        later = {
            customer
            for customer, at, kind in zip(
                documents.customer, documents.day, documents.kind, strict=True
            )
            if kind is OrderKind.RETURN and at > today
        }
        return self._amended(_of_some(documents, later), day)

    def _as_known(self, end: datetime, day: date) -> AmendedColumns:
        """Return those of whom something else was known at the end of a day."""
        wanted = self._unit.past_days.amended(end, until=day)
        if self._known.documents is not None:
            later = self._with_later_returns(self._known.documents, day)
            wanted += [self._known.material.customer_id[at] for at in later.place]
        if not wanted:
            return AmendedColumns()
        found = self._unit.order_book.columns(customer_ids=set(wanted), known_at=end)
        return self._amended(found, day)

    def _amended(self, documents: OrderColumns, day: date) -> AmendedColumns:
        if not documents.customer_ids:
            return AmendedColumns()
        found = _statistics(self._states, self._unit, documents, day)
        place = places_of(self._known.material.customer_id, found.customer_id)
        rows = [at for at, key in enumerate(found.customer_id) if key in place]
        return AmendedColumns(
            [place[found.customer_id[at]] for at in rows],
            [found.event_days[at] for at in rows],
            [found.event_cents[at] for at in rows],
        )

    def _standing(self, end: datetime) -> StandingColumns | None:
        moved = self._unit.past_days.moved(end)
        if not moved:
            return None
        material = self._known.material
        company, segment = list(material.standing.company_id), list(material.standing.segment_id)
        for key, at in places_of(material.customer_id, moved).items():
            company[at], segment[at] = moved[key]
        return StandingColumns(company, segment, material.standing.blocks)


def end_of(states: CycleStates, day: date) -> datetime | None:
    """Return up to when things count as known on a day; None for all that is stored."""
    known_at = states.clock.known_at
    if day >= states.clock.today():
        return known_at
    end = AsOfClock(day, states.clock.zone).known_at
    return end if known_at is None else min(end, known_at)


def _statistics(
    states: CycleStates, unit: ReadUnit, documents: OrderColumns, day: date
) -> StatisticsColumns:
    blocks = unit.customers.blocks(documents.customer_ids).known_on(day)
    return states.engine.statistics(documents, blocks, as_of=day)


def _material(statistics: StatisticsColumns, standing: StandingColumns) -> PastMaterial:
    return PastMaterial(
        list(statistics.customer_id),
        list(statistics.event_days),
        list(statistics.event_cents),
        standing,
    )


def _with(stored: PastMaterial, fresh: PastMaterial) -> PastMaterial:
    """Return the stored customers, those known afresh replaced or added."""
    place = places_of(stored.customer_id, fresh.customer_id)
    added = [at for at, key in enumerate(fresh.customer_id) if key not in place]
    again = [(place[key], at) for at, key in enumerate(fresh.customer_id) if key in place]

    def both(old: Sequence[Part], new: Sequence[Part]) -> list[Part]:
        found = [*old, *(new[at] for at in added)]
        for old_at, new_at in again:
            found[old_at] = new[new_at]
        return found

    return PastMaterial(
        with_keys(stored.customer_id, [fresh.customer_id[at] for at in added]),
        both(stored.event_days, fresh.event_days),
        both(stored.event_cents, fresh.event_cents),
        StandingColumns(
            both(stored.standing.company_id, fresh.standing.company_id),
            both(stored.standing.segment_id, fresh.standing.segment_id),
            stored.standing.blocks,
        ),
    )


def _only(material: PastMaterial, seen: Collection[UUID]) -> PastMaterial:
    """Return some customers of a material."""
    kept = sorted(places_of(material.customer_id, seen).values())
    standing, divided = material.standing, material.divided
    return PastMaterial(
        [material.customer_id[at] for at in kept],
        [material.event_days[at] for at in kept],
        [material.event_cents[at] for at in kept],
        StandingColumns(
            [standing.company_id[at] for at in kept],
            [standing.segment_id[at] for at in kept],
            standing.blocks,
        ),
        divided
        and {
            cut: replace(column, places=[column.places[at] for at in kept])
            for cut, column in divided.items()
        },
    )


def _of_some(documents: OrderColumns, customers: Collection[int]) -> OrderColumns:
    """Return the documents of some customers, by position."""
    new = {customer: at for at, customer in enumerate(sorted(customers))}
    rows = [at for at, customer in enumerate(documents.customer) if customer in new]
    return replace(
        documents,
        customer_ids=[documents.customer_ids[customer] for customer in new],
        customer=[new[documents.customer[at]] for at in rows],
        day=[documents.day[at] for at in rows],
        net_cents=[documents.net_cents[at] for at in rows],
        kind=[documents.kind[at] for at in rows],
    )
