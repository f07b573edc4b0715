"""Round ticks, days at the beginning of something, and values in pixels."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.formats import Language
from cockpit.ui.charts.figures import axis_day, percent, short_money, short_number
from cockpit.ui.charts.scale import Scale, date_ticks, nice_ticks, padded


@pytest.mark.parametrize(
    ("low", "high", "most", "ticks"),
    [
        (0, 3100, 4, (0, 1000, 2000, 3000)),
        (0, 3100, 2, (0, 2000)),
        (0, 1, 5, (0, 0.5, 1)),
        (0.12, 0.97, 4, (0.2, 0.4, 0.6, 0.8)),
        (5, 5, 3, (5,)),
    ],
)
def test_ticks_are_round_numbers(
    low: float, high: float, most: int, ticks: tuple[float, ...]
) -> None:
    assert nice_ticks(low, high, most) == pytest.approx(ticks)


@given(
    low=st.floats(-1e9, 1e9),
    length=st.floats(1e-3, 1e12),
    most=st.integers(2, 12),
)
def test_there_are_never_more_ticks_than_asked_for(low: float, length: float, most: int) -> None:
    ticks = nice_ticks(low, low + length, most)
    assert 1 <= len(ticks) <= most
    slack = length * 1e-6 + abs(low) * 1e-6
    assert all(low - slack <= tick <= low + length + slack for tick in ticks)


@pytest.mark.parametrize(
    ("first", "last", "unit", "days"),
    [
        ("2022-02-01", "2022-03-01", "day", ["2022-02-07", "2022-02-21"]),
        (
            "2021-03-04",
            "2022-04-20",
            "month",
            ["2021-04-01", "2021-07-01", "2021-10-01", "2022-01-01", "2022-04-01"],
        ),
        (
            "2015-01-01",
            "2022-01-01",
            "year",
            ["2016-01-01", "2018-01-01", "2020-01-01", "2022-01-01"],
        ),
    ],
)
def test_days_of_an_axis_begin_a_week_a_month_or_a_year(
    first: str, last: str, unit: str, days: list[str]
) -> None:
    ticks = date_ticks(date.fromisoformat(first), date.fromisoformat(last), 5)
    assert ticks.unit == unit
    assert [day.isoformat() for day in ticks.days] == days


@given(first=st.dates(), last=st.dates(), most=st.integers(2, 12))
def test_the_days_of_an_axis_lie_on_it_and_are_few(first: date, last: date, most: int) -> None:
    first, last = sorted((first, last))
    days = date_ticks(first, last, most).days
    assert len(days) <= most
    assert list(days) == sorted(set(days))
    assert all(first <= day <= last for day in days)


@given(first=st.dates(), last=st.dates())
def test_a_padded_span_stays_within_the_calendar(first: date, last: date) -> None:
    first, last = sorted((first, last))
    start, end = padded(first, last, 0.05)
    assert start <= first <= last <= end
    assert start < end


def test_a_scale_goes_both_ways_and_has_a_middle_without_a_length() -> None:
    scale = Scale(10, 20, 100, 0)
    assert scale.at(12.5) == 75
    assert scale.value_at(75) == 12.5
    assert Scale(7, 7, 0, 100).at(7) == 50
    assert Scale(7, 9, 3, 3).value_at(3) == 7


def test_figures_are_short_in_both_languages() -> None:
    portuguese, english = Language.PORTUGUESE, Language.ENGLISH
    assert short_money(150_000, portuguese) == "R$ 1,5 mil"
    assert short_money(150_000, english) == "R$ 1.5k"
    assert [short_number(value, portuguese) for value in (0, 950, 12_000, 2_500_000, 3e9)] == [
        "0",
        "950",
        "12 mil",
        "2,5 mi",
        "3 bi",
    ]
    assert percent(0.264, portuguese) == "26%"
    assert percent(0.264, portuguese, 1) == "26,4%"
    assert axis_day(date(2022, 2, 1), "month", portuguese) == "fev/22"
    assert axis_day(date(2022, 2, 1), "month", english) == "Feb 22"
    assert axis_day(date(2022, 2, 21), "day", english) == "21/02"
    assert axis_day(date(800, 1, 1), "year", english) == "0800"
