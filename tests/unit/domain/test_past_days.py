"""Days of a filter as they are typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.past_days import day_of

TODAY = date(2022, 3, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hoje", TODAY),
        ("Ontem", date(2022, 3, 21)),
        ("anteontem", date(2022, 3, 20)),
        ("amanhã", date(2022, 3, 23)),
        ("-30d", date(2022, 2, 20)),
        ("- 30 dias", date(2022, 2, 20)),
        ("+7", date(2022, 3, 29)),
        ("há 10 dias", date(2022, 3, 12)),
        ("10 days ago", date(2022, 3, 12)),
        ("15/12", date(2021, 12, 15)),
        ("15/06", date(2022, 6, 15)),
        ("15/12/20", date(2020, 12, 15)),
        ("1.2.2021", date(2021, 2, 1)),
        ("12/2021", date(2021, 12, 1)),
        ("2021-12-24", date(2021, 12, 24)),
    ],
)
def test_a_day_is_understood(text, day):
    assert day_of(text, today=TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "muito", "31/02", "45/12/2021", "-", "13/2021/1", "há dias", "29/02"]
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(BadInputError):
        day_of(text, today=TODAY)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.dates(date(2001, 1, 1)))
def test_a_full_date_is_that_day_whatever_day_it_is(day, today):
    assert day_of(formats.day(day), today=today) == day
    assert day_of(day.isoformat(), today=today) == day


@given(st.integers(-182, 182), st.dates(date(2001, 1, 1), date(2090, 1, 1)))
def test_a_day_without_its_year_is_the_nearest(distance, today):
    day = today + timedelta(days=distance)
    if (day.month, day.day) != (2, 29):
        assert day_of(f"{day.day}/{day.month}", today=today) == day
