"""Which orders count for which contacts, by what is known now or was known at an instant."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.columns import BlockColumns
from cockpit.domain.goods_value import with_goods
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import (
    ApproachColumns,
    CreditedDay,
    EventColumns,
)
from cockpit.domain.reactivation_rule import WithinDays
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.cycle_state import CycleStates
from cockpit.services.ports import Crediting, ReadUnit

#: The company's setting: from which day on contacts hold for how many days.
RULE = "reactivation.within_days"


@dataclass(frozen=True, slots=True)
class CreditReader:
    """Finds credits.

    Attributes:
        states: Knows whether the stored order events hold.
        make_crediting: Returns who gives credits; its code is loaded late.
    """

    states: CycleStates
    make_crediting: Callable[[], Crediting]

    @property
    def clock(self) -> Clock:
        """Return the program's clock."""
        return self.states.clock

    def credited(
        self, unit: ReadUnit, period: Period, *, known_at: datetime | None = None
    ) -> tuple[CreditedDay, ...]:
        """Return what orders of a period's days count for, by day.

        A period of which nothing is over yet has none.

        Args:
            unit: Where to read.
            period: Days of orders.
            known_at: Up to when data count as known; None for what the clock says.
        """
        known_at = known_at or self.clock.known_at
        rule = self.rule(unit)
        approaches = unit.reactivation.approaches(
            period, zone=self.clock.zone, known_at=known_at, within_days=rule.longest
        )
        if not approaches.customer_id:
            return ()
        approaches = replace(approaches, within_days=[rule.on(day) for day in approaches.day])
        events = self._events(unit, approaches, known_at)
        found = self.make_crediting().credited(approaches, events, period)
        days = map(date.fromordinal, found.day)
        returns = map(date.fromordinal, found.return_day)
        return tuple(
            CreditedDay(
                contact_id=approaches.contact_id[at],
                customer_id=approaches.customer_id[at],
                user_id=approaches.user_id[at],
                channel=approaches.channel[at],
                campaign_id=approaches.campaign_id[at],
                contacted_on=date.fromordinal(approaches.day[at]),
                returned_on=returned_on,
                ordered_on=day,
                returns=int(day == returned_on),
                orders=1,
                cents=cents,
                goods_cents=cents,
            )
            for at, day, cents, returned_on in zip(
                found.approach, days, found.cents, returns, strict=True
            )
        )

    def valued(
        self, unit: ReadUnit, period: Period, *, known_at: datetime | None = None
    ) -> tuple[CreditedDay, ...]:
        """Return what ``credited`` does, with the value without taxes.

        Args:
            unit: Where to read.
            period: Days of orders.
            known_at: Up to when data count as known; None for what the clock says.
        """
        days = self.credited(unit, period, known_at=known_at)
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
        self, unit: ReadUnit, approaches: ApproachColumns, known_at: datetime | None
    ) -> EventColumns:
        """Return the order events of whoever was approached, as known then."""
        customers = sorted(set(approaches.customer_id))
        if known_at == self.clock.known_at and self.states.holds(unit):
            doubtful = {*unit.metrics.missing(), *unit.metrics.waiting()}.intersection(customers)
            if not doubtful:
                return unit.reactivation.events(customers)
            stored = unit.reactivation.events([key for key in customers if key not in doubtful])
            return _joined(stored, self._from_documents(unit, sorted(doubtful), known_at))
        return self._from_documents(unit, customers, known_at)

    def _from_documents(
        self, unit: ReadUnit, customers: list[UUID], known_at: datetime | None
    ) -> EventColumns:
        """Return order events from documents; blocked days change none of them."""
        day = self.clock.today()
        if known_at is not None:
            day = known_at.astimezone(self.clock.zone).date()
        orders = unit.order_book.columns(customer_ids=customers, known_at=known_at)
        found = self.states.engine.statistics(orders, BlockColumns(), as_of=day)
        return EventColumns(found.customer_id, found.event_days, found.event_cents)


def _joined(one: EventColumns, other: EventColumns) -> EventColumns:
    return EventColumns(
        [*one.customer_id, *other.customer_id],
        [*one.event_days, *other.event_days],
        [*one.event_cents, *other.event_cents],
    )
