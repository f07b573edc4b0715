"""An invented portfolio whose customers are known to be there or gone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from uuid import UUID

import numpy as np

from cockpit.analytics.order_events import Documents
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.domain.columns import OrderColumns
from cockpit.domain.vocabulary import OrderKind

FIRST_DAY = date(2024, 1, 1)
NEVER = np.iinfo(np.int64).max


class Leaving(Enum):
    """When customers leave for good."""

    AFTER_AN_ORDER = auto()
    AFTER_A_REPEAT_ORDER = auto()
    AT_ANY_TIME = auto()


@dataclass(frozen=True, slots=True)
class WorldPlan:
    """How the customers of an invented portfolio differ.

    Attributes:
        customers: How many there are.
        days: How long they are watched.
        arrival_days: Within how many days they all buy for the first time; at most ``days``.
        rate_shape: Shape of the gamma distribution of the orders per day.
        rate_scale: Its scale in days.
        regularity: Phases of an interval, with the share of the customers who have so many.
        leaving: When customers leave.
        leave_a: First parameter of the beta distribution of the probabilities to leave at an order;
            the shape of the gamma distribution of the rates of leaving at any time.
        leave_b: Second parameter; the scale in days.
        log_value: Mean of the logarithm of a customer's usual order in cents.
        log_value_between: Its standard deviation between customers.
        log_value_within: The standard deviation of the logarithms of a customer's orders.
        seed: Of all that is drawn.
    """

    customers: int = 2_000
    days: int = 730
    arrival_days: int = 365
    rate_shape: float = 1.5
    rate_scale: float = 45.0
    regularity: Mapping[int, float] = field(default_factory=lambda: {1: 0.4, 2: 0.3, 4: 0.3})
    leaving: Leaving = Leaving.AFTER_AN_ORDER
    leave_a: float = 0.6
    leave_b: float = 5.0
    log_value: float = 10.0
    log_value_between: float = 0.8
    log_value_within: float = 0.4
    seed: int = 1


@dataclass(frozen=True, slots=True)
class World:
    """An invented order book and the truth behind it.

    Attributes:
        book: Its documents, all sales, by customer and day.
        died_on: Ordinal of the day on which each customer left, ``NEVER`` for who outlived the
            watching; shape (customers,).
        regularity: Phases of each customer's intervals; shape (customers,).
        last_day: The last day that was watched.
    """

    book: Documents
    died_on: Integers
    regularity: Integers
    last_day: date

    def is_alive(self, day: date) -> Flags:
        """Return who has not left at the end of a day; shape (customers,)."""
        return self.died_on > day.toordinal()

    def orders(self) -> OrderColumns:
        """Return the order book as the engine reads it; keys are positions."""
        return OrderColumns(
            customer_ids=[UUID(int=position) for position in range(self.book.customer_count)],
            customer=self.book.customer.tolist(),
            day=self.book.day.tolist(),
            net_cents=self.book.net_cents.tolist(),
            kind=[OrderKind.SALE] * len(self.book.day),
        )

    def bought_between(self, after: date, until: date) -> Flags:
        """Return who ordered after a day up to another; shape (customers,)."""
        is_within = (self.book.day > after.toordinal()) & (self.book.day <= until.toordinal())
        return np.bincount(self.book.customer[is_within], minlength=len(self.died_on)) > 0


def invent_world(plan: WorldPlan) -> World:
    """Draw a portfolio; the same plan gives the same one."""
    draw = np.random.default_rng(plan.seed)
    size = plan.customers
    regularity = draw.choice(list(plan.regularity), size=size, p=list(plan.regularity.values()))
    rate = draw.gamma(plan.rate_shape, 1.0 / plan.rate_scale, size)
    first = draw.uniform(0.0, plan.arrival_days, size)
    usual = draw.normal(plan.log_value, plan.log_value_between, size)
    leaves_with, dies_at = _drop_out(plan, draw, first)

    buyer, moment = [np.arange(size)], [first]
    who, now, is_first = np.arange(size), first, True
    while len(who):
        may_leave = not is_first or plan.leaving is Leaving.AFTER_AN_ORDER
        leaves = (draw.random(len(who)) < leaves_with[who]) & may_leave
        dies_at[who[leaves]] = now[leaves]
        gap = draw.gamma(regularity[who], 1.0 / (regularity[who] * rate[who]))
        now = now + gap
        goes_on = ~leaves & (now < plan.days) & (now < dies_at[who])
        who, now, is_first = who[goes_on], now[goes_on], False
        buyer.append(who)
        moment.append(now)

    customer, when = np.concatenate(buyer), np.concatenate(moment)
    order = np.lexsort((when, customer))
    customer, day = customer[order], FIRST_DAY.toordinal() + when[order].astype(np.int64)
    cents = np.exp(usual[customer] + draw.normal(0.0, plan.log_value_within, len(customer)))
    died_on = np.full(size, NEVER)
    is_gone = dies_at < plan.days
    died_on[is_gone] = FIRST_DAY.toordinal() + dies_at[is_gone].astype(np.int64)
    return World(
        book=Documents(
            customer_count=size,
            customer=customer,
            day=day,
            net_cents=np.maximum(np.rint(cents), 1).astype(np.int64),
            is_return=np.zeros(len(customer), dtype=np.bool_),
        ),
        died_on=died_on,
        regularity=regularity,
        last_day=FIRST_DAY + timedelta(days=plan.days - 1),
    )


def _drop_out(plan: WorldPlan, draw: np.random.Generator, first: Floats) -> tuple[Floats, Floats]:
    """Return each customer's probability to leave at an order, and the moment of leaving so far."""
    if plan.leaving is Leaving.AT_ANY_TIME:
        leave_rate = draw.gamma(plan.leave_a, 1.0 / plan.leave_b, len(first))
        return np.zeros(len(first)), first + draw.exponential(1.0, len(first)) / leave_rate
    leaves_with = draw.beta(plan.leave_a, plan.leave_b, len(first))
    return leaves_with, np.full(len(first), np.inf)


def calibration_error(probability: Floats, is_true: Flags, bins: int = 10) -> float:
    """Return the expected calibration error over bins of equal width, weighted by their size.

    Source: Naeini, Cooper & Hauskrecht (2015), "Obtaining well calibrated probabilities using
    Bayesian binning", AAAI.
    """
    place = np.minimum((probability * bins).astype(np.int64), bins - 1)
    told = np.bincount(place, probability, bins)
    came = np.bincount(place, is_true, bins)
    return float(np.abs(told - came).sum() / len(probability))
