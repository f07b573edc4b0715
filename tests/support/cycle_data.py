"""An invented customer's purchase cycle: fourteen purchases, the last 50 days ago, far too late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from cockpit.domain.cycle import CycleStatistics, CycleVerdict
from cockpit.domain.cycle_reports import GAP_EDGES, CyclePicture, GapBin
from cockpit.domain.vocabulary import LifecycleStatus, Trend

TODAY = date(2022, 3, 22)


def make_statistics(**changes: object) -> CycleStatistics:
    """Return what is known of a customer with fourteen purchases, the last 50 days ago."""
    statistics = CycleStatistics(
        order_count=14,
        first_order_on=date(2021, 3, 4),
        last_order_on=TODAY - timedelta(days=50),
        gap_low_days=8,
        gap_high_days=23,
        mean_value_cents=214_000,
    )
    return replace(statistics, **changes)  # type: ignore[arg-type]


def make_verdict(**changes: object) -> CycleVerdict:
    """Return the judgement of a customer who is far outside their cycle."""
    verdict = CycleVerdict(
        status=LifecycleStatus.INACTIVE,
        own_status=LifecycleStatus.INACTIVE,
        fixed_status=LifecycleStatus.ACTIVE,
        silence_days=50,
        frequency_days=16.0,
        is_frequency_firm=True,
        cycles_late=50 / 16,
        gap_quantile=0.97,
        alive=0.31,
        none_90=0.72,
        next_order_from_on=TODAY + timedelta(days=4),
        next_order_on=TODAY + timedelta(days=13),
        next_order_until_on=TODAY + timedelta(days=29),
        trend=Trend.DOWN,
        value_cents=214_000,
        value_12m_cents=2_996_000,
        at_risk_cents=454_750,
        lost_so_far_cents=310_400,
        lost_12m_cents=3_367_000,
    )
    return replace(verdict, **changes)  # type: ignore[arg-type]


def make_picture(**changes: object) -> CyclePicture:
    """Return the purchases in time that go with ``make_verdict``: one is an outlier."""
    ages = (50, 62, 78, 101, 109, 132, 150, 158, 181, 204, 212, 229, 252, 383)
    gaps = [ages[place + 1] - ages[place] for place in range(len(ages) - 1)]
    values = [182_340 + 31_977 * ((7 * place) % 5) for place in range(len(ages))]
    values[5] = 1_240_000
    picture = CyclePicture(
        today=TODAY,
        order_on=tuple(TODAY - timedelta(days=age) for age in reversed(ages)),
        value_cents=tuple(values),
        is_outlier=tuple(value > 1_000_000 for value in values),
        expected_from_on=TODAY + timedelta(days=4),
        expected_on=TODAY + timedelta(days=13),
        expected_until_on=TODAY + timedelta(days=29),
        at_risk_on=TODAY - timedelta(days=21),
        gap_bins=make_gap_bins(gaps),
        silence_days=50,
    )
    return replace(picture, **changes)  # type: ignore[arg-type]


def make_gap_bins(gaps: Sequence[int]) -> tuple[GapBin, ...]:
    """Return the histogram of these intervals in days."""
    edges = (*GAP_EDGES, None)
    bins = []
    for low, high in pairwise(edges):
        assert low is not None
        count = sum(low <= gap and (high is None or gap < high) for gap in gaps)
        bins.append(GapBin(low, high, count / len(gaps) if gaps else 0.0, count))
    return tuple(bins)
