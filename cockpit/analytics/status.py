"""Where each customer stands in their own purchase cycle on a day."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.analytics.value import money_at_risk_cents
from cockpit.domain.cycle import CyclePolicy, CycleVerdict
from cockpit.domain.vocabulary import LifecycleStatus

#: Arrays hold a status as its position here.
STATUSES = tuple(LifecycleStatus)
NEW_UP_TO_ORDERS = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """What a judgement needs to know; every attribute has shape (customers,).

    Attributes:
        order_count: Order events.
        last_day: Proleptic ordinal of the last order's day, 0 without orders.
        frequency_days: Own mean interval in days, NaN without one.
        mean_value_cents: Mean value of a purchase in cents.
        is_prospect: Whether the category says that it never bought.
        is_blocked: Whether sales to it are blocked.
    """

    order_count: Integers
    last_day: Integers
    frequency_days: Floats
    mean_value_cents: Integers
    is_prospect: Flags
    is_blocked: Flags


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts by columns; every attribute has shape (customers,).

    Attributes:
        status: Position in ``STATUSES``.
        recency_days: Whole days since the last order, -1 without one.
        cycles_late: Recency / frequency, NaN without one of them.
        at_risk_cents: Money that a call can still save, in cents.
    """

    status: Integers
    recency_days: Integers
    cycles_late: Floats
    at_risk_cents: Integers


def judge(standing: Standing, policy: CyclePolicy, *, as_of: date) -> Judgement:
    """Judge every customer by the own cycle, or by fixed days where there is none.

    A clock that was set back gives a recency of 0, never a negative one. Nothing is at risk with
    prospects, who never bought, and with blocked customers, whom a call cannot bring back.

    Args:
        standing: What is known of the customers.
        policy: The thresholds.
        as_of: The day of the judgement.
    """
    has_orders = (standing.order_count > 0) & (standing.last_day > 0)
    recency = np.where(has_orders, np.maximum(as_of.toordinal() - standing.last_day, 0), -1)
    cycles_late = np.full(len(recency), np.nan)
    has_cycle = has_orders & (standing.frequency_days > 0)
    np.divide(recency, standing.frequency_days, out=cycles_late, where=has_cycle)
    status = _status(standing, policy, recency, cycles_late)
    is_sellable = (status != _code(LifecycleStatus.BLOCKED)) & (
        status != _code(LifecycleStatus.PROSPECT)
    )
    money = money_at_risk_cents(
        standing.mean_value_cents, standing.frequency_days, cycles_late, policy.at_risk_cycles
    )
    return Judgement(
        status=status,
        recency_days=recency,
        cycles_late=cycles_late,
        at_risk_cents=np.where(is_sellable, money, 0),
    )


def _status(
    standing: Standing, policy: CyclePolicy, recency: Integers, cycles_late: Floats
) -> Integers:
    """Return the first status whose condition holds; shape (customers,)."""
    has_cycle = ~np.isnan(cycles_late)
    is_inactive = np.where(
        has_cycle, cycles_late >= policy.inactive_cycles, recency >= policy.inactive_days
    )
    conditions = [
        (LifecycleStatus.BLOCKED, standing.is_blocked),
        (LifecycleStatus.PROSPECT, standing.is_prospect | (recency < 0)),
        (LifecycleStatus.LOST, recency > policy.lost_days),
        (LifecycleStatus.INACTIVE, is_inactive),
        (LifecycleStatus.AT_RISK, has_cycle & (cycles_late >= policy.at_risk_cycles)),
        (LifecycleStatus.NEW, standing.order_count <= NEW_UP_TO_ORDERS),
    ]
    return np.select(
        [holds for _, holds in conditions],
        [_code(status) for status, _ in conditions],
        default=_code(LifecycleStatus.ACTIVE),
    )


def as_verdicts(judgement: Judgement) -> list[CycleVerdict]:
    """Return the verdicts as the domain knows them, one object per customer, in their order."""
    return list(
        map(
            CycleVerdict,
            statuses(judgement),
            recencies(judgement),
            cycles(judgement),
            judgement.at_risk_cents.tolist(),
        )
    )


def statuses(judgement: Judgement) -> list[LifecycleStatus]:
    """Return each customer's status as the domain knows it."""
    return list(map(STATUSES.__getitem__, judgement.status.tolist()))


def recencies(judgement: Judgement) -> list[int | None]:
    """Return each customer's recency in days, None without an order."""
    return [None if days < 0 else days for days in judgement.recency_days.tolist()]


def cycles(judgement: Judgement) -> list[float | None]:
    """Return each customer's recency / frequency, None without one of them."""
    return [None if late != late else late for late in judgement.cycles_late.tolist()]  # noqa: PLR0124


def _code(status: LifecycleStatus) -> int:
    return STATUSES.index(status)
