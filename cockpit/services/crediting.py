"""Which orders count for which contacts, by what is known now or was known at an instant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.columns import BlockColumns
from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.goods_value import with_goods
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import CreditedDay, PackedEvents
from cockpit.domain.reactivation_rule import WithinDays
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.cycle_state import CycleStates
from cockpit.services.ports import Crediting, ReadUnit
from cockpit.services.reading_memory import ReadingMemory

#: The company's setting: from which day on contacts hold for how many days.
RULE = "reactivation.within_days"


@dataclass(frozen=True, slots=True)
class CreditReader:
    """Finds credits.

    Attributes:
        states: Knows whether the stored order events hold.
        make_crediting: Returns who gives credits; its code is loaded late.
        memory: Keeps what was found for reading units; None keeps nothing.
    """

    states: CycleStates
    make_crediting: Callable[[], Crediting]
    memory: ReadingMemory | None = None

    @property
    def clock(self) -> Clock:
        """Return the program's clock."""
        return self.states.clock

    def credited(
        self,
        unit: ReadUnit,
        period: Period,
        *,
        known_at: datetime | None = None,
        around: Period | None = None,
    ) -> CreditedDays:
        """Return what orders of a period's days count for.

        A period of which nothing is over yet has none.

        Args:
            unit: Where to read.
            period: Days of orders.
            known_at: Up to when data count as known; None for what the clock says.
            around: Days that are likely to be asked for as well.
        """
        known_at = known_at or self.clock.known_at
        if self.memory is None:
            return self._read(unit, period, known_at)
        key = ("credited", known_at, self.clock.today())
        days = (period, period if around is None else _both(period, around))
        found = self.memory.of_days(unit, key, days, lambda wide: self._read(unit, wide, known_at))
        return found.within(period)

    def _read(self, unit: ReadUnit, period: Period, known_at: datetime | None) -> CreditedDays:
        """Return what orders of a period's days count for."""
        zone = self.clock.zone
        until = datetime.combine(period.last + timedelta(days=1), time(), tzinfo=zone)
        approaches = unit.reactivation.approaches(until, known_at=known_at)
        if not approaches.rows.count:
            return CreditedDays()
        rule, crediting = self.rule(unit), self.make_crediting()
        events = self._events(unit, partial(crediting.customers, approaches), known_at)
        return crediting.credited(approaches, events, period, zone=zone, within_days=rule.on)

    def valued(
        self,
        unit: ReadUnit,
        period: Period,
        *,
        known_at: datetime | None = None,
        around: Period | None = None,
    ) -> tuple[CreditedDay, ...]:
        """Return what ``credited`` does, with the value without taxes.

        Args:
            unit: Where to read.
            period: Days of orders.
            known_at: Up to when data count as known; None for what the clock says.
            around: Days that are likely to be asked for as well.
        """
        days = tuple(self.credited(unit, period, known_at=known_at, around=around))
        if not days:
            return ()
        sold = unit.reactivation.sold(
            {one.customer_id for one in days}, period, known_at=known_at or self.clock.known_at
        )
        return with_goods(days, sold)

    def rule(self, unit: ReadUnit) -> WithinDays:
        """Return within how many days of a contact an order counts."""
        return WithinDays.of(unit.settings.get(SettingScope.COMPANY, None, RULE))

    def _events(
        self, unit: ReadUnit, customers: Callable[[], list[UUID]], known_at: datetime | None
    ) -> list[PackedEvents]:
        """Return the order events of whoever was approached, as known then."""
        if known_at == self.clock.known_at and self.states.holds(unit):
            found = [unit.reactivation.events()]
            doubtful = {*unit.metrics.missing(), *unit.metrics.waiting()}
            if doubtful:
                doubtful.intersection_update(customers())
            if doubtful:
                found.append(self._from_documents(unit, sorted(doubtful), known_at))
            return found
        return [self._from_documents(unit, customers(), known_at)]

    def _from_documents(
        self, unit: ReadUnit, customers: list[UUID], known_at: datetime | None
    ) -> PackedEvents:
        """Return order events from documents; blocked days change none of them."""
        day = self.clock.today()
        if known_at is not None:
            day = known_at.astimezone(self.clock.zone).date()
        orders = unit.order_book.columns(customer_ids=customers, known_at=known_at)
        found = self.states.engine.statistics(orders, BlockColumns(), as_of=day)
        return PackedEvents.of(found.customer_id, found.event_days, found.event_cents)


def _both(one: Period, other: Period) -> Period:
    """Return the days from the first to the last of two periods."""
    return Period(min(one.first, other.first), max(one.last, other.last))
