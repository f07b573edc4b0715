"""Where each customer stands on a day, by the own cycle and by a fixed number of days."""

from dataclasses import dataclass, replace

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.own_record import PastGap, past_gaps
from cockpit.analytics.policy_columns import PolicyColumns
from cockpit.analytics.scoring import GridTables, in_chunks, posterior
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.domain.vocabulary import LifecycleStatus

#: Arrays hold a status as its position here.
STATUSES = tuple(LifecycleStatus)
NEW_UP_TO_ORDERS = 2
#: How many of the newest orders may have ended an inactivity that still counts.
_RECOVERY_ORDERS = 8


@dataclass(frozen=True, slots=True)
class Signs:
    """What the own cycle says on a day; every attribute has shape (customers,).

    Attributes:
        silence: Days since the last order, blocked ones left out.
        cycle_days: Usual interval in days, never missing.
        gap_quantile: How unusual the silence is.
        return_share: Probability of an order within the policy's horizon.
    """

    silence: Floats
    cycle_days: Floats
    gap_quantile: Floats
    return_share: Floats


@dataclass(frozen=True, slots=True)
class Standing:
    """Statuses on a day; every attribute has shape (customers,).

    Attributes:
        deciding: By the rule that decides; a position in ``STATUSES``, as are the next two.
        own: By the own cycle.
        fixed: By the fixed number of days.
        recovered_day: Ordinal of the order that ended an inactivity and made the deciding status
            "recovered", 0 elsewhere.
    """

    deciding: Integers
    own: Integers
    fixed: Integers
    recovered_day: Integers


def standing_of(
    book: CycleBook,
    signs: Signs,
    policy: PolicyColumns,
    tables: GridTables,
    value_standing: Floats,
) -> Standing:
    """Return everybody's status by both rules.

    Source: "status" in the purchase-cycle definitions (docs/purchase-cycle.md).

    Args:
        book: The order book on the day.
        signs: What the own cycle says.
        policy: Each customer's policy.
        tables: Of the parameters.
        value_standing: As ``scoring.value_standing`` gives it; shape (customers,).
    """
    back = _recoveries(book, signs, policy, tables, value_standing)
    own = _statuses(
        book,
        signs.silence > policy.lost_days,
        signs.return_share < policy.inactive_return_share,
        signs.gap_quantile >= policy.cut,
        back.own_day > 0,
    )
    fixed = _statuses(
        book,
        signs.silence > policy.lost_days,
        signs.silence >= policy.fixed_inactive_days,
        signs.silence >= policy.fixed_at_risk_days,
        back.fixed_day > 0,
    )
    deciding = np.where(policy.is_fixed, fixed, own)
    day = np.where(policy.is_fixed, back.fixed_day, back.own_day)
    is_recovered = deciding == code_of(LifecycleStatus.RECOVERED)
    return Standing(deciding, own, fixed, np.where(is_recovered, day, 0))


def code_of(status: LifecycleStatus) -> int:
    """Return the number by which arrays hold a status."""
    return STATUSES.index(status)


def _statuses(
    book: CycleBook, is_lost: Flags, is_inactive: Flags, is_late: Flags, is_back: Flags
) -> Integers:
    """Return the first status whose condition holds; shape (customers,)."""
    conditions = [
        (LifecycleStatus.BLOCKED, book.is_blocked()),
        (LifecycleStatus.PROSPECT, ~book.has_orders),
        (LifecycleStatus.LOST, is_lost),
        (LifecycleStatus.INACTIVE, is_inactive),
        (LifecycleStatus.AT_RISK, is_late),
        (LifecycleStatus.RECOVERED, is_back),
        (LifecycleStatus.NEW, book.counts <= NEW_UP_TO_ORDERS),
    ]
    return np.select(
        [holds for _, holds in conditions],
        [code_of(status) for status, _ in conditions],
        default=code_of(LifecycleStatus.ACTIVE),
    )


@dataclass(frozen=True, slots=True)
class _Recoveries:
    """Days of the newest orders that ended an inactivity and still count, 0 elsewhere."""

    own_day: Integers
    fixed_day: Integers


def _recoveries(
    book: CycleBook, signs: Signs, policy: PolicyColumns, tables: GridTables, standing: Floats
) -> _Recoveries:
    """Look back over the newest orders for one that ended an inactivity, by both rules."""
    own_day = np.zeros(len(book.counts), dtype=np.int64)
    fixed_day = np.zeros_like(own_day)
    within = policy.recovered_cycles * signs.cycle_days
    today = book.own_day(np.arange(len(within)), np.full(len(within), book.today))
    for gap in past_gaps(book, _RECOVERY_ORDERS):
        is_near = today[gap.rows] - book.own_day(gap.rows, gap.ended) <= within[gap.rows]
        if not is_near.any():
            break  # Earlier orders are further away still.
        near = _chosen(gap, is_near)
        was_inactive, was_inactive_by_days = _on_the_eve(near, policy, tables, standing)
        for day, was in ((own_day, was_inactive), (fixed_day, was_inactive_by_days)):
            is_first = was & (day[near.rows] == 0)
            day[near.rows[is_first]] = near.ended[is_first]
    return _Recoveries(own_day, fixed_day)


def _chosen(gap: PastGap, rows: Flags) -> PastGap:
    """Return the intervals of some of the customers."""
    return replace(
        gap,
        rows=gap.rows[rows],
        days=gap.days[rows],
        before=gap.before.at(rows),
        ended=gap.ended[rows],
    )


def _on_the_eve(
    gap: PastGap, policy: PolicyColumns, tables: GridTables, standing: Floats
) -> tuple[Flags, Flags]:
    """Return who was inactive or lost the day before the order, by the own cycle and by days."""
    eve = gap.days - 1.0
    own = standing[gap.rows]

    def rows(part: slice) -> tuple[Floats]:
        known = posterior(tables, gap.before.at(part), own[part])
        horizon = policy.horizon(known.mean_interval(), gap.rows[part])
        now, later = known.survival(eve[part]), known.survival(eve[part] + horizon)
        none = known.mixed((later + known.dropped) / (now + known.dropped))
        return (1.0 - none,)

    return_share = in_chunks(rows, len(eve), 1)[0]
    was_lost = eve > policy.lost_days[gap.rows]
    was_inactive = return_share < policy.inactive_return_share[gap.rows]
    return was_lost | was_inactive, was_lost | (eve >= policy.fixed_inactive_days[gap.rows])
