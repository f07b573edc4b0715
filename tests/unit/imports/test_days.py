from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain import formats
from cockpit.domain.import_sources import DayOrder
from cockpit.imports.days import day, has_year_last, looks_like_day, moment, own_day_order
from cockpit.imports.unreadable import UnreadableError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17/02/2022", date(2022, 2, 17)),
        ("7/2/22", date(2022, 2, 7)),
        ("31/12/99", date(1999, 12, 31)),
        ("17-02-2022", date(2022, 2, 17)),
        ("17.02.2022", date(2022, 2, 17)),
        ("2022-02-17", date(2022, 2, 17)),
        ("20220217", date(2022, 2, 17)),
        ("17/02/2022 23:59", date(2022, 2, 17)),
        ("17/02/2022 14:33:07", date(2022, 2, 17)),
        ("2022-02-17T00:00:00.000Z", date(2022, 2, 17)),
        ("2022-02-17 23:30:00-03:00", date(2022, 2, 17)),
        ("44609", date(2022, 2, 17)),
        ("44609,75", date(2022, 2, 17)),
        ("  /  /    ", None),
        ("00/00/0000", None),
        ("0000-00-00 00:00:00", None),
        ("", None),
    ],
)
def test_days_are_read_as_exports_write_them(text: str, expected: date | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "17/02/20226", "20226-02-17", "31/02/2022", "02/17/2022", "17/02/0022", "17/02/1922",
        "12345", "99999", "17/02", "fev/22", "17/02-2022", "2/17/2022 2:33 PM", "１7/02/2022",
    ],
)  # fmt: skip
def test_an_impossible_day_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        day(text)


days = st.dates(date(1980, 1, 1), date(2100, 12, 31))


@given(days)
def test_a_day_reads_back_from_every_printed_form(value: date) -> None:
    serial = (value - date(1899, 12, 30)) // timedelta(days=1)
    printed = [
        formats.day(value),
        value.isoformat(),
        f"{value:%Y%m%d}",
        f"{value:%d/%m/%Y} 08:00",
        str(serial),
    ]
    assert {day(text) for text in printed} == {value}


@given(st.dates(date(1980, 1, 1), date(2079, 12, 31)))
def test_a_year_of_two_digits_is_the_one_from_1980_to_2079(value: date) -> None:
    assert day(f"{value:%d/%m/%y}") == value


def test_the_month_comes_first_where_the_file_says_so() -> None:
    assert day("02/03/2026", DayOrder.MONTH_FIRST) == date(2026, 2, 3)
    assert day("2/17/2022 2:33 PM", DayOrder.MONTH_FIRST) == date(2022, 2, 17)
    assert day("2022-02-17", DayOrder.MONTH_FIRST) == date(2022, 2, 17)
    with pytest.raises(UnreadableError):
        day("17/02/2022", DayOrder.MONTH_FIRST)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("17/02/2022", DayOrder.DAY_FIRST),
        ("2/17/22", DayOrder.MONTH_FIRST),
        ("03/04/2026", None),
        ("2026-04-17", None),
        ("20/20/2026", None),
        ("44612", None),
    ],
)
def test_only_a_part_past_12_tells_the_order_of_a_day(text: str, order: DayOrder | None) -> None:
    assert own_day_order(text) is order
    assert has_year_last(text) is (text.count("/") == 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17/02/2022 14:33:07", datetime(2022, 2, 17, 14, 33, 7)),  # noqa: DTZ001 - local times
        ("17/02/2022 9:05", datetime(2022, 2, 17, 9, 5)),  # noqa: DTZ001
        ("2022-02-17T23:59:59.5Z", datetime(2022, 2, 17, 23, 59, 59)),  # noqa: DTZ001
        ("17/02/2022", datetime(2022, 2, 17)),  # noqa: DTZ001
        ("17/02/2022 12:15 am", datetime(2022, 2, 17, 0, 15)),  # noqa: DTZ001
        ("44609,75", datetime(2022, 2, 17, 18)),  # noqa: DTZ001
        ("44609.99999999", datetime(2022, 2, 17, 23, 59, 59)),  # noqa: DTZ001
        ("  /  /  ", None),
    ],
)
def test_a_moment_is_a_day_with_or_without_a_time(text: str, expected: datetime | None) -> None:
    assert moment(text) == expected


def test_an_impossible_time_is_refused() -> None:
    with pytest.raises(UnreadableError):
        moment("17/02/2022 25:00")


def test_a_day_in_either_order_looks_like_one() -> None:
    assert all(map(looks_like_day, ["17/02/2022", "2/17/2022", "44612", " / / "]))
    assert not any(map(looks_like_day, ["Agro Sul", "123", "17/02/20226"]))
