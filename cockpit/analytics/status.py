"""Where each customer stands on a day, by the own cycle and by a fixed number of days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.own_record import PastGap
from cockpit.analytics.policy_columns import PolicyColumns
from cockpit.analytics.scoring import GridTables, in_chunks, posterior
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.analytics.sufficient import joined
from cockpit.domain.vocabulary import LifecycleStatus

#: Arrays hold a status as its position here.
STATUSES = tuple(LifecycleStatus)
NEW_UP_TO_ORDERS = 2
#: How many of the newest orders may have ended an inactivity that still counts.
RECOVERY_ORDERS = 8


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
class Model:
    """What past intervals are judged with.

    Attributes:
        tables: Of the parameters.
        standing: As ``scoring.value_standing`` gives it; shape (customers,).
        past: The newest intervals, as ``own_record.past_gaps`` gives them.
    """

    tables: GridTables
    standing: Floats
    past: Sequence[PastGap]


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
    model: Model,
) -> Standing:
    """Return everybody's status by both rules.

    Source: "status" in the purchase-cycle definitions (docs/purchase-cycle.md).

    Args:
        book: The order book on the day.
        signs: What the own cycle says.
        policy: Each customer's policy.
        model: The model and what it knows of past intervals.
    """
    back = _recoveries(book, signs, policy, model)
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


def _recoveries(book: CycleBook, signs: Signs, policy: PolicyColumns, model: Model) -> _Recoveries:
    """Look back over the newest orders for one that ended an inactivity, by both rules."""
    size = len(book.counts)
    within = policy.recovered_cycles * signs.cycle_days
    today = book.own_day(np.arange(size), np.full(size, book.today))
    near = [_near(book, gap, today, within) for gap in model.past[:RECOVERY_ORDERS]]
    if not near:
        return _Recoveries(np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64))
    rows = np.concatenate([gap.rows for gap in near])
    ended = np.concatenate([gap.ended for gap in near])
    own, fixed = _on_the_eve(near, rows, policy, model)
    return _Recoveries(
        _newest(rows[own], ended[own], size), _newest(rows[fixed], ended[fixed], size)
    )


def _near(book: CycleBook, gap: PastGap, today: Integers, within: Floats) -> PastGap:
    """Return the intervals that ended so recently that a recovery still counts."""
    rows = today[gap.rows] - book.own_day(gap.rows, gap.ended) <= within[gap.rows]
    return replace(
        gap,
        rows=gap.rows[rows],
        days=gap.days[rows],
        time=gap.time[rows],
        before=gap.before.at(rows),
        ended=gap.ended[rows],
    )


def _newest(rows: Integers, day: Integers, size: int) -> Integers:
    """Return each customer's newest day, 0 without; shape (size,)."""
    newest = np.zeros(size, dtype=np.int64)
    np.maximum.at(newest, rows, day)
    return newest


def _on_the_eve(
    past: Sequence[PastGap], rows: Integers, policy: PolicyColumns, model: Model
) -> tuple[Flags, Flags]:
    """Return who was inactive or lost the day before an order, by the own cycle and by days."""
    before, standing = joined([gap.before for gap in past]), model.standing[rows]
    eve = np.concatenate([gap.days for gap in past]) - 1.0
    waited = np.maximum(np.concatenate([gap.time for gap in past]) - 1.0, 0.0)

    def shares(part: slice) -> tuple[Floats]:
        known = posterior(model.tables, before.at(part), standing[part])
        horizon = policy.horizon(known.mean_interval(), rows[part])
        now, later = known.lasting(waited[part]), known.lasting(waited[part] + horizon)
        return ((now - later) / (now + known.dropped),)

    return_share = in_chunks(shares, len(eve), 1)[0]
    was_lost = eve > policy.lost_days[rows]
    was_inactive = return_share < policy.inactive_return_share[rows]
    return was_lost | was_inactive, was_lost | (eve >= policy.fixed_inactive_days[rows])
