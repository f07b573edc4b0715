"""Judgements as the database and the screens take them: whole numbers, and None for "unknown"."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Any

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.judgement import Judgement
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.analytics.status import STATUSES
from cockpit.analytics.trend import DOWN, FLAT, UP
from cockpit.analytics.value import year_cents
from cockpit.domain.columns import VerdictColumns
from cockpit.domain.vocabulary import LifecycleStatus, Trend

#: Intervals are kept in thousandths of a day, so that a computed one equals a stored one.
_DECIMALS = 3
_BASIS_POINTS = 10_000.0
_TREND_OF_ARROW = {UP: Trend.UP, FLAT: Trend.FLAT, DOWN: Trend.DOWN}


def verdict_columns(book: CycleBook, judgement: Judgement) -> VerdictColumns:
    """Return the judgement of a book's customers, in their order."""
    has_orders, beliefs = book.has_orders, judgement.beliefs
    frequency = np.round(beliefs.cycle_days, _DECIMALS)
    has_frequency = (book.counts > 1) & (frequency > 0)
    late = np.where(has_frequency, judgement.silence / np.where(has_frequency, frequency, 1.0), 0.0)
    recovered = judgement.standing.recovered_day
    return VerdictColumns(
        status=_statuses(judgement.standing.deciding),
        own_status=_statuses(judgement.standing.own),
        fixed_status=_statuses(judgement.standing.fixed),
        silence_days=_whole(judgement.silence, has_orders),
        frequency_days=_or_none(frequency, has_frequency),
        cycles_late=_or_none(late, has_frequency),
        gap_quantile_bp=_basis_points(judgement.gap_quantile, has_orders),
        alive_bp=_basis_points(beliefs.alive, has_orders),
        none_90_bp=_basis_points(judgement.none_90, has_orders),
        next_order_p20_day=_next_day(book, beliefs.next_p20),
        next_order_p50_day=_next_day(book, beliefs.next_p50),
        next_order_p80_day=_next_day(book, beliefs.next_p80),
        trend=list(map(_TREND_OF_ARROW.__getitem__, judgement.trend.tolist())),
        value_cents=_cents(judgement.value_cents),
        value_12m_cents=year_cents(book.events, book.today).tolist(),
        at_risk_cents=_cents(judgement.at_risk_cents),
        lost_so_far_cents=_cents(judgement.lost_so_far_cents),
        lost_12m_cents=_cents(judgement.lost_12m_cents),
        recovered_on_day=_or_none(recovered, recovered > 0),
        is_seasonal=judgement.is_seasonal.tolist(),
    )


def joined(parts: Sequence[VerdictColumns]) -> VerdictColumns:
    """Return the judgements of several groups of customers, one after the other."""
    if len(parts) == 1:
        return parts[0]
    names = VerdictColumns.__dataclass_fields__
    return VerdictColumns(
        **{name: list(chain.from_iterable(getattr(one, name) for one in parts)) for name in names}
    )


def next_days(book: CycleBook, days: Floats) -> Integers:
    """Return the ordinal of the day on which so many days have passed; shape (n,)."""
    day = book.today + np.ceil(days).astype(np.int64)
    return np.minimum(day, date.max.toordinal())


def _next_day(book: CycleBook, days: Floats) -> list[int | None]:
    return _or_none(next_days(book, days), book.has_orders)


def _statuses(codes: Integers) -> list[LifecycleStatus]:
    return list(map(STATUSES.__getitem__, codes.tolist()))


def _cents(values: Floats) -> list[int]:
    cents: list[int] = np.rint(values).astype(np.int64).tolist()
    return cents


def _basis_points(shares: Floats, is_known: Flags) -> list[int | None]:
    return _whole(np.rint(shares * _BASIS_POINTS), is_known)


def _whole(values: Floats, is_known: Flags) -> list[int | None]:
    return _or_none(values.astype(np.int64), is_known)


def _or_none(values: Integers | Floats, is_known: Flags) -> list[Any]:
    """Return plain numbers, None where nothing is known."""
    boxed = values.astype(object)
    boxed[~is_known] = None
    listed: list[Any] = boxed.tolist()
    return listed
