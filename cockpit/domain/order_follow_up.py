"""When an order is followed up: before its promised day, when it is late, after a first sale.

Nobody asked for these contacts, so they keep the calling window and every cap.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.cadence import OrderFollowUps
from cockpit.domain.cadence_choice import CadenceFacts, ours
from cockpit.domain.calling_window import first_opening
from cockpit.domain.contact_caps import earliest
from cockpit.domain.messages import Message
from cockpit.domain.next_step import Reach
from cockpit.domain.vocabulary import AppointmentKind, ContactGoal, OrderFollowUpKind

GOALS = {
    OrderFollowUpKind.CONFIRM: ContactGoal.CONFIRM_DELIVERY,
    OrderFollowUpKind.LATE: ContactGoal.SETTLE_DELAY,
    OrderFollowUpKind.THANK: ContactGoal.THANK,
}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FollowedOrder:
    """An order that may have to be followed up.

    Attributes:
        promised_on: When it was promised; None where nothing was.
        owner_id: In whose portfolio the customer is.
    """

    order_id: UUID
    customer_id: UUID
    number: str
    kind: OrderFollowUpKind
    ordered_on: date
    promised_on: date | None
    owner_id: UUID | None


@dataclass(frozen=True, slots=True)
class StandingContact:
    """The customer's open next contact, as far as it makes way or not."""

    appointment_id: UUID
    kind: AppointmentKind
    owner_id: UUID | None
    due_at: datetime
    has_time: bool
    note: str


def follow_up_at(order: FollowedOrder, facts: CadenceFacts, now: datetime) -> datetime | None:
    """Return when to follow an order up, in UTC; None where not yet, not any more or never.

    Args:
        order: The order, and why.
        facts: The customer's.
        now: Aware.
    """
    reach, rules = facts.reach, facts.policy.rules.orders
    kept = earliest(facts.policy.rules.caps, ours(facts.past), now)
    due = first_opening(reach.place, reach.wishes, reach.window, kept)
    if due is None or not reach.channels:
        return None
    day = due.astimezone(reach.place.zone).date()
    match order.kind:
        case OrderFollowUpKind.CONFIRM:
            return due if _is_last_chance(order, rules, reach, day) else None
        case OrderFollowUpKind.LATE:
            is_late = _reached(order.promised_on, rules.late_days, day)
            return due if is_late else None
        case OrderFollowUpKind.THANK:
            return due if _reached(order.ordered_on, rules.thank_days, day) else None


def follow_up_draft(
    order: FollowedOrder, due: datetime, note: str, zone: ZoneInfo, standing: StandingContact | None
) -> AppointmentDraft:
    """Return the next contact of an order, on the day of an instant.

    It is for whoever the next contact is for whose place it takes, and else for the portfolio's
    owner or anybody.
    """
    kind = AppointmentKind.FOLLOW_UP if order.owner_id else AppointmentKind.TEAM_CALLBACK
    return AppointmentDraft(
        due_at=datetime.combine(due.astimezone(zone).date(), time.min, tzinfo=zone),
        has_time=False,
        kind=kind if standing is None else standing.kind,
        note=note,
        goal=GOALS[order.kind],
    )


def sentence(order: FollowedOrder) -> Message:
    """Return what the next contact is about."""
    if order.promised_on is None or order.kind is OrderFollowUpKind.THANK:
        return Message.of(f"follow_up.{order.kind}", number=order.number)
    return Message.of(f"follow_up.{order.kind}", number=order.number, day=order.promised_on)


def _is_last_chance(order: FollowedOrder, rules: OrderFollowUps, reach: Reach, day: date) -> bool:
    """Return whether a day is the last open one so many days before the promised one."""
    if rules.confirm_days is None or order.promised_on is None or day >= order.promised_on:
        return False
    wished = order.promised_on - timedelta(days=rules.confirm_days)
    tomorrow = datetime.combine(day + _DAY, time.min, tzinfo=reach.place.zone)
    following = first_opening(reach.place, reach.wishes, reach.window, tomorrow)
    return following is None or following.astimezone(reach.place.zone).date() > wished


def _reached(since: date | None, days: int | None, day: date) -> bool:
    return since is not None and days is not None and day >= since + timedelta(days=days)
