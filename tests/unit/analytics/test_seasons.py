"""Clocks that run as customers buy: their own seasons, and the portfolio's busy weeks."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.correction import FEATURES, corrected, log_odds
from cockpit.analytics.cycle_book import CycleBook, book_on
from cockpit.analytics.k_grid import CorrectionTerm, KGridParameters, published
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.own_time import own_time
from cockpit.analytics.portfolio_clock import PortfolioClock, clock_of, fit_clock
from cockpit.analytics.scoring import grid_tables, value_standing
from cockpit.analytics.seasons import YEAR, OwnSeasons, own_seasons
from cockpit.analytics.segments import bounds_of
from cockpit.domain.columns import BlockColumns
from tests.support.cycle_judging import FITTED

FIRST = 730_000
NOBODY = blocked_days(BlockColumns(), [])


def events_of(*histories: list[int]) -> OrderEvents:
    """Return customers' orders of R$ 100, on days counted from the first day of all."""
    counts = np.array([len(days) for days in histories])
    day = np.concatenate([np.array(sorted(days), dtype=np.int64) for days in histories]) + FIRST
    customer = np.repeat(np.arange(len(counts)), counts)
    return OrderEvents(customer, day, np.full(len(day), 10_000), bounds_of(counts))


def seasons_of(*histories: list[int]) -> OwnSeasons:
    return own_seasons(events_of(*histories), np.ones(len(histories), dtype=np.bool_))


def spring(years: int) -> list[int]:
    """Return orders every five days in the first two months of each year."""
    return [round(YEAR * year) + day for year in range(years) for day in range(0, 60, 5)]


ALL_YEAR = list(range(0, 1_460, 12))


def test_only_who_buys_by_season_gets_a_clock() -> None:
    found = seasons_of(spring(4), ALL_YEAR, spring(2), spring(4)[::6])
    assert found.has_clock.tolist() == [True, False, False, False]


def test_season_that_ended_a_year_ago_wins_no_clock() -> None:
    moved = [*spring(3), *(day + 180 for day in spring(4)[-12:])]
    assert not seasons_of(moved).has_clock[0]


def test_clock_runs_fast_in_season_and_slowly_else_and_a_year_is_a_year() -> None:
    clock, who = seasons_of(spring(4)), np.zeros(1, dtype=np.int64)

    def time(day: float) -> float:
        return float(clock.at(who, np.array([FIRST + day]))[0])

    assert time(30) - time(0) > 45
    assert time(250) - time(220) < 20
    assert time(2 * YEAR) - time(YEAR) == pytest.approx(YEAR)


@given(st.floats(0, 4_000))
def test_day_at_a_time_is_the_inverse(day: float) -> None:
    clock, who = seasons_of(ALL_YEAR, spring(4)), np.ones(1, dtype=np.int64)
    time = clock.at(who, np.array([FIRST + day]))
    assert clock.day_at(who, time)[0] == pytest.approx(FIRST + day, abs=1e-6)


def test_own_time_ahead_and_back_again_agree() -> None:
    book = book_on(events_of(spring(4), ALL_YEAR), NOBODY, FIRST + 1_460)
    own = own_time(book, clock_of(published()))
    days = np.array([77.0, 77.0])
    time = own.ahead(days, 0)
    assert time[0] != pytest.approx(77.0)
    assert time[1] == 77.0
    np.testing.assert_allclose(own.whole_days(time, 0), days)
    assert own.gaps.days[0] != book.gaps.days[0]
    assert own.gaps.days[1] == book.gaps.days[1]


def crowd(surge_from: int, size: int = 150, days: int = 800) -> OrderEvents:
    """Return customers who buy every 20 days or so, twice as often from some day on."""
    draw = np.random.default_rng(3)
    histories = []
    for _ in range(size):
        day, bought = int(draw.integers(0, 300)), []
        while day < days:
            bought.append(day)
            day += 1 + int(draw.gamma(2.0, 5.0 if day >= surge_from else 10.0))
        histories.append(bought)
    return events_of(*histories)


PLAIN = replace(published(), shape=1.0, days=20.0, drop_a=0.2, drop_b=20.0)


def level_of(book: CycleBook) -> float:
    standing = value_standing(PLAIN, book.mean_value_cents)
    return fit_clock(book, grid_tables(PLAIN), standing).level


def test_busy_weeks_raise_what_is_expected_of_the_next_ones() -> None:
    assert level_of(book_on(crowd(10_000), NOBODY, FIRST + 799)) == pytest.approx(1.0, abs=0.12)
    assert level_of(book_on(crowd(700), NOBODY, FIRST + 799)) > 1.3


def test_short_or_empty_history_has_no_clock() -> None:
    few = book_on(crowd(10_000), NOBODY, FIRST + 60)
    nobody = book_on(crowd(10_000), NOBODY, FIRST - 1)
    tables, standing = grid_tables(PLAIN), np.zeros(150)
    for book in (few, nobody):
        assert fit_clock(book, tables, standing).knots == ()
        assert fit_clock(book, tables, standing).level == 1.0


def test_clock_that_knows_nothing_is_the_calendar() -> None:
    clock = clock_of(published())
    assert clock.ahead(FIRST, np.array([0.0, 7.5, 90.0, 400.0])).tolist() == [0, 7.5, 90, 400]


def test_time_ahead_runs_at_the_level_and_later_at_its_root() -> None:
    clock = PortfolioClock(FIRST, np.array([0.0, 1.0]), level=4.0)
    found = clock.ahead(FIRST, np.array([10.0, 90.0, 100.0]))
    np.testing.assert_allclose(found, [40.0, 360.0, 380.0])
    np.testing.assert_allclose(clock.whole_days(found), [10.0, 90.0, 100.0])


def test_known_days_are_as_long_as_they_were_busy() -> None:
    clock = clock_of(
        replace(FITTED, clock_first_day=FIRST, clock_knots=(1.0, 2.0), clock_level=1.0)
    )
    time = clock.at(np.arange(FIRST - 2, FIRST + 9))
    steps = np.diff(time)
    np.testing.assert_allclose(steps[:3], [1.0, 1.0, 1 + 1 / 7])
    np.testing.assert_allclose(steps[-2:], [2.0, 1.0])
    np.testing.assert_allclose(clock.of_events(np.array([FIRST + 3, FIRST - 2])), time[[5, 0]])


def corrected_with(term: CorrectionTerm, **changes: object) -> tuple[list[float], list[float]]:
    """Return logits of three customers before and after a correction by one term."""
    events = events_of([0, 20, 40], list(range(0, 400, 10)), [390])
    book = book_on(events, NOBODY, FIRST + 400)
    parameters: KGridParameters = replace(PLAIN, correction=(term,), **changes)  # type: ignore[arg-type]
    none, standing = np.array([0.5, 0.4, 0.3]), np.zeros(3)
    found = corrected(book, parameters, grid_tables(parameters), standing, none)
    return log_odds(none).tolist(), log_odds(found).tolist()


def test_correction_shifts_the_logit_by_its_terms() -> None:
    before, after = corrected_with(CorrectionTerm("orders", np.log(3.0), 1.0, 0.5))
    assert after[0] == pytest.approx(before[0])
    assert after[1] == pytest.approx(before[1] + 0.5 * np.log(40 / 3))


def test_correction_is_limited_and_spares_customers_of_one_order() -> None:
    before, after = corrected_with(CorrectionTerm("orders", 0.0, 1.0, 9.0), correction_limit=1.5)
    assert after[1] == pytest.approx(before[1] + 1.5)
    assert after[2] == pytest.approx(before[2])


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_is_finite_and_can_be_used(feature: str) -> None:
    _, after = corrected_with(CorrectionTerm(feature, 0.0, 1.0, 0.1))
    assert np.isfinite(after).all()


def test_without_terms_the_pure_model_stands() -> None:
    book = book_on(events_of([0, 20, 40]), NOBODY, FIRST + 50)
    none = np.array([0.123])
    assert corrected(book, PLAIN, grid_tables(PLAIN), np.zeros(1), none) is none
