"""Following orders up: confirm before the promised day, act on late ones, thank for first sales.

One program does it for everybody; each order once per reason. A next contact that somebody set for
the same day or sooner takes the order along and is left as it is.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from textwrap import shorten
from uuid import UUID

from cockpit.domain.agenda import NOTE_LENGTH
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.messages import Message
from cockpit.domain.notices import DUTY_LEASE, DutyHold
from cockpit.domain.order_follow_up import (
    FollowedOrder,
    StandingContact,
    follow_up_at,
    follow_up_draft,
    sentence,
)
from cockpit.domain.vocabulary import OrderFollowUpKind
from cockpit.services.cadence import facts_of
from cockpit.services.ports import CurrentUser, Database, WriteUnit
from cockpit.services.queue import end_skip

DUTY = "order_follow_ups"
#: Customers per transaction: nobody else waits longer than for these.
_AT_ONCE = 20
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OrderFollowUpService:
    """Plans the contacts that orders need.

    Attributes:
        say: Puts what a next contact is about into the company's language.
    """

    database: Database
    clock: Clock
    user: CurrentUser
    say: Callable[[Message], str]

    def run(self) -> int:
        """Plan what is due; return how many next contacts were set.

        Nothing happens on a past day that is asked for, or while another program is at it.
        """
        if self.clock.known_at is not None:
            return 0
        with self.database.read() as unit:
            orders = unit.order_follow_ups.open_orders(today=self.clock.today())
        if not orders:
            return 0
        with self.database.write() as unit:
            hold = unit.duties.take(DUTY, user=self.user, at=self.clock.now(), lease=DUTY_LEASE)
            unit.changed(customer_ids=[])
        if hold is None:
            return 0
        try:
            count = self._plan_all(hold, orders)
        finally:
            with self.database.write() as unit:
                unit.duties.release(hold, at=self.clock.now())
                unit.changed(customer_ids=[])
        _log.info("planned %d follow-ups of orders", count)
        return count

    def _plan_all(self, hold: DutyHold, orders: Sequence[FollowedOrder]) -> int:
        count = 0
        for customers in _in_parts(orders):
            with self.database.write() as unit:
                if not unit.duties.renew(hold, at=self.clock.now(), lease=DUTY_LEASE):
                    unit.changed(customer_ids=[])
                    return count
                planned = [
                    customer_id
                    for customer_id, theirs in customers
                    if self._plan(unit, customer_id, theirs)
                ]
                topics = (Topic.AGENDA, Topic.REMINDERS, Topic.QUEUE) if planned else ()
                unit.changed(*topics, customer_ids=planned)
                count += len(planned)
        return count

    def _plan(self, unit: WriteUnit, customer_id: UUID, orders: Sequence[FollowedOrder]) -> bool:
        """Plan one customer's follow-up; return whether a next contact was set.

        Several orders at once become one contact, for the gravest reason.
        """
        now = self.clock.now()
        facts = facts_of(unit, customer_id, now=now, today=self.clock.today())
        if facts is None:
            return False
        due = {
            order: at
            for order in sorted(orders, key=_gravity)
            if (at := follow_up_at(order, facts, now))
        }
        mine = [order for order in due if unit.order_follow_ups.claim(order, at=now)]
        if not mine:
            return False
        first, standing = mine[0], unit.order_follow_ups.standing(customer_id)
        if standing is not None and self._stays(standing, first, due[first]):
            self._attach(unit, mine, standing.appointment_id)
            return False
        note = self._note(mine, standing)
        owner_id = first.owner_id if standing is None else standing.owner_id
        draft = follow_up_draft(first, due[first], note, self.clock.zone, standing)
        key = unit.agenda.plan_for(customer_id, draft, owner_id=owner_id, user=self.user, at=now)
        end_skip(unit, customer_id, user=self.user, at=now)
        self._attach(unit, mine, key)
        return True

    def _stays(self, standing: StandingContact, order: FollowedOrder, due: datetime) -> bool:
        """Return whether what is agreed comes soon enough, or matters more."""
        if order.kind is OrderFollowUpKind.THANK:
            return True
        day_end = datetime.combine(
            due.astimezone(self.clock.zone).date(), time.max, tzinfo=self.clock.zone
        )
        return standing.due_at <= day_end

    def _note(self, orders: Sequence[FollowedOrder], standing: StandingContact | None) -> str:
        """Return what the contact is about, and what had been agreed before it."""
        parts = [self.say(sentence(order)) for order in orders]
        if standing is not None:
            day = standing.due_at.astimezone(self.clock.zone).date()
            agreed = Message.of("follow_up.agreed", day=day, note=standing.note)
            parts.append(self.say(agreed))
        return shorten(" · ".join(parts), NOTE_LENGTH, placeholder="…")

    def _attach(self, unit: WriteUnit, orders: Sequence[FollowedOrder], key: UUID) -> None:
        for order in orders:
            unit.order_follow_ups.attach(order, key)


def _gravity(order: FollowedOrder) -> int:
    kinds = (OrderFollowUpKind.LATE, OrderFollowUpKind.CONFIRM, OrderFollowUpKind.THANK)
    return kinds.index(order.kind)


def _in_parts(
    orders: Sequence[FollowedOrder],
) -> Iterator[list[tuple[UUID, list[FollowedOrder]]]]:
    """Yield the customers with their orders, so many at once."""
    by_customer: dict[UUID, list[FollowedOrder]] = {}
    for order in orders:
        by_customer.setdefault(order.customer_id, []).append(order)
    customers = list(by_customer.items())
    for first in range(0, len(customers), _AT_ONCE):
        yield customers[first : first + _AT_ONCE]
