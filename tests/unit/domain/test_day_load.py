"""Spreading next contacts over days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.day_load import DayLoad, spread

START = date(2026, 3, 2)

loads = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 30)), min_size=1, max_size=12).map(
    lambda pairs: [
        DayLoad(START + timedelta(days=number), count, capacity)
        for number, (count, capacity) in enumerate(pairs)
    ]
)


def day(number: int) -> date:
    return START + timedelta(days=number)


def test_the_first_come_soonest_and_the_days_end_up_alike() -> None:
    days = [DayLoad(day(0), 4, 10), DayLoad(day(1), 0, 10), DayLoad(day(2), 2, 10)]
    found = spread(list(range(9)), days)
    assert [found[key] for key in range(9)] == [day(0)] + [day(1)] * 5 + [day(2)] * 3


def test_who_can_be_called_on_some_days_only_gets_one_of_them() -> None:
    days = [DayLoad(day(0), 0, 1), DayLoad(day(1), 0, 1)]
    found = spread(["a", "b"], days, may_use={"a": frozenset({day(1)})})
    assert found == {"a": day(1), "b": day(0)}


@given(st.integers(0, 200), loads)
def test_no_day_is_filled_over_its_capacity_and_no_place_stays_free_in_vain(
    count: int, days: list[DayLoad]
) -> None:
    found = spread(list(range(count)), days)
    assert len(found) == min(count, sum(one.free for one in days))
    for one in days:
        assert sum(found[key] == one.day for key in found) <= one.free
    order = [found[key] for key in sorted(found)]
    assert order == sorted(order)


@given(st.integers(0, 120), loads)
def test_a_day_that_got_one_is_no_fuller_than_the_emptiest_other_day(
    count: int, days: list[DayLoad]
) -> None:
    found = spread(list(range(count)), days)
    after = {one.day: one.count + sum(d == one.day for d in found.values()) for one in days}
    filled = [one for one in days if any(d == one.day for d in found.values())]
    open_days = [one for one in days if after[one.day] < one.capacity]
    for one in filled:
        for other in open_days:
            assert (after[one.day] - 1) / one.capacity <= after[other.day] / other.capacity
