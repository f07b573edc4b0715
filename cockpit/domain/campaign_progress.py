"""How a campaign goes on: what was done for it, by whom, and how that compares with its goal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cockpit.domain.campaigns import CampaignRow, Goal, GoalKind
from cockpit.domain.periods import Period

#: Order events of one customer: day and cents, by day.
Purchases = Sequence[tuple[date, int]]


@dataclass(frozen=True, slots=True)
class CallFacts:
    """One contact that was made for a campaign, in its last corrected form.

    Attributes:
        customer_id: With whom.
        user_id: Who made it.
        day: On which local day.
        is_reached: Whether its outcome reached somebody.
    """

    customer_id: UUID
    user_id: UUID
    day: date
    is_reached: bool


@dataclass(frozen=True, slots=True)
class Credited:
    """What is credited to a campaign's contacts, by the rule of reactivations.

    Attributes:
        customer_ids: Who came back.
        cents: What their returns are worth.
    """

    customer_ids: tuple[UUID, ...] = ()
    cents: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What was done, of a campaign or of one operator in it.

    Attributes:
        contacts: Contacts made for the campaign.
        contacted: Members with any of them.
        reached: Members whom one of them reached.
        orders: Order events of contacted members from their first contact on, to the last day.
        order_cents: What those are worth.
    """

    contacts: int = 0
    contacted: int = 0
    reached: int = 0
    orders: int = 0
    order_cents: int = 0


@dataclass(frozen=True, slots=True)
class OperatorFigures:
    """What one operator did for a campaign; an order is of who called last before it."""

    user_id: UUID
    name: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Progress:
    """How a campaign goes on.

    Attributes:
        row: Which.
        figures: What was done.
        credited: What is credited to its contacts.
        done: How much of the goal's kind is done; 0 without a goal.
        days: How many days it has.
        days_gone: How many of them are gone, today among them.
        waiting_ids: Members who were not contacted yet.
        contacted_ids: Members who were.
        reached_ids: Members who were reached.
        ordering_ids: Contacted members who ordered since.
        by_operator: For those who may see it, by name; the user's own line alone for others.
    """

    row: CampaignRow
    figures: Figures
    credited: Credited
    done: int
    days: int
    days_gone: int
    waiting_ids: tuple[UUID, ...] = ()
    contacted_ids: tuple[UUID, ...] = ()
    reached_ids: tuple[UUID, ...] = ()
    ordering_ids: tuple[UUID, ...] = ()
    by_operator: tuple[OperatorFigures, ...] = ()

    @property
    def goal(self) -> Goal | None:
        """Return what it wants to reach."""
        return self.row.plan.goal

    @property
    def expected(self) -> int:
        """Return what would be done today at an even pace to the goal; 0 without one."""
        goal = self.row.plan.goal
        return 0 if goal is None else goal.target * self.days_gone // self.days

    @property
    def projected(self) -> int:
        """Return what will be done on the last day if it goes on like this."""
        return self.done * self.days // self.days_gone if self.days_gone else 0


def purchases_in(purchases: Purchases, period: Period) -> list[tuple[date, int]]:
    """Return the order events of a period."""
    return [(day, cents) for day, cents in purchases if day in period]


def progress_of(
    row: CampaignRow,
    period: Period | None,
    *,
    customer_ids: Iterable[UUID],
    calls: Sequence[CallFacts],
    purchases: Mapping[UUID, Purchases],
    credited: Credited,
    names: Mapping[UUID, str],
) -> Progress:
    """Return how a campaign goes on.

    Args:
        row: Which.
        period: From its first day to today or its last one; None before it begins.
        customer_ids: The members who are called.
        calls: Contacts made for it, by instant.
        purchases: The order events of whoever was contacted.
        credited: What is credited to its contacts.
        names: By key, whose own figures are shown.
    """
    orders = _orders(calls, purchases, period)
    contacted = dict.fromkeys(one.customer_id for one in calls)
    reached = dict.fromkeys(one.customer_id for one in calls if one.is_reached)
    figures = _figures(calls, orders)
    goal = row.plan.goal
    return Progress(
        row=row,
        figures=figures,
        credited=credited,
        done=0 if goal is None else _done(goal.kind, figures, credited),
        days=(row.plan.ends_on - row.plan.starts_on).days + 1,
        days_gone=0 if period is None else period.days,
        waiting_ids=tuple(one for one in customer_ids if one not in contacted),
        contacted_ids=tuple(contacted),
        reached_ids=tuple(reached),
        ordering_ids=tuple(dict.fromkeys(one.customer_id for one in orders)),
        by_operator=tuple(_by_operator(calls, orders, names)),
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """An order event after a contact, and whose contact came last before it."""

    customer_id: UUID
    user_id: UUID
    cents: int


def _orders(
    calls: Sequence[CallFacts], purchases: Mapping[UUID, Purchases], period: Period | None
) -> list[_Order]:
    """Return the order events of a period from each customer's first contact on."""
    if period is None:
        return []
    by_customer: defaultdict[UUID, list[CallFacts]] = defaultdict(list)
    for one in calls:
        by_customer[one.customer_id].append(one)
    found: list[_Order] = []
    for key, own in by_customer.items():
        for day, cents in purchases_in(purchases.get(key, ()), period):
            before = [one for one in own if one.day <= day]
            if before:
                found.append(_Order(key, before[-1].user_id, cents))
    return found


def _by_operator(
    calls: Sequence[CallFacts], orders: Sequence[_Order], names: Mapping[UUID, str]
) -> Iterator[OperatorFigures]:
    """Yield what each did who did anything, by name."""
    for user_id, name in sorted(names.items(), key=lambda one: (one[1].casefold(), one[0])):
        own = [one for one in calls if one.user_id == user_id]
        their_orders = [one for one in orders if one.user_id == user_id]
        if own or their_orders:
            yield OperatorFigures(user_id, name, _figures(own, their_orders))


def _figures(calls: Sequence[CallFacts], orders: Sequence[_Order]) -> Figures:
    return Figures(
        contacts=len(calls),
        contacted=len({one.customer_id for one in calls}),
        reached=len({one.customer_id for one in calls if one.is_reached}),
        orders=len(orders),
        order_cents=sum(one.cents for one in orders),
    )


def _done(kind: GoalKind, figures: Figures, credited: Credited) -> int:
    return {
        GoalKind.CONTACTS: figures.contacted,
        GoalKind.ORDERS: figures.orders,
        GoalKind.REACTIVATIONS: len(credited.customer_ids),
        GoalKind.MONEY: figures.order_cents,
    }[kind]
