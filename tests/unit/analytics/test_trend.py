"""The trend arrow speaks only where chance does not explain the difference."""

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.vocabulary import Trend
from tests.support.cycle_judging import statistics_of, verdicts_of
from tests.support.order_books import SALE, Document, key, sales


def trend_of(*documents: Document) -> Trend:
    return verdicts_of(statistics_of({key(1): documents}), parameters=None).trend[0]


def test_steady_buyer_has_no_arrow() -> None:
    assert trend_of(*sales(*range(5, 700, 15))) is Trend.FLAT


def test_buyer_who_stopped_points_down() -> None:
    assert trend_of(*sales(*range(62, 700, 10))) is Trend.DOWN


def test_buyer_who_buys_twice_as_often_points_up() -> None:
    assert trend_of(*sales(*range(1, 60, 5), *range(61, 425, 10))) is Trend.UP


def test_buyer_of_half_the_value_points_down() -> None:
    recent, before = sales(*range(2, 60, 3), cents=4_000), sales(*range(62, 425, 3), cents=10_000)
    assert trend_of(*recent, *before) is Trend.DOWN


def test_small_clear_difference_has_no_arrow() -> None:
    recent, before = sales(*range(60), cents=9_000), sales(*range(60, 425), cents=10_000)
    assert trend_of(*recent, *before) is Trend.FLAT


def test_large_difference_of_few_orders_has_no_arrow() -> None:
    assert trend_of(*sales(10, 20, 200, 320)) is Trend.FLAT


def test_one_extraordinary_order_points_nowhere() -> None:
    steady = sales(*range(5, 700, 15), cents=1_000)
    assert trend_of(*steady, (1, 500_000, SALE)) is Trend.FLAT


def test_order_with_which_a_customer_began_is_no_evidence_of_a_faster_past() -> None:
    # Six orders, every 20 days: counted with the first one, the past looks a fifth faster.
    assert trend_of(*sales(*range(55, 156, 20))) is Trend.FLAT


def test_short_past_has_no_arrow() -> None:
    growing = [*range(1, 60, 3), 62, 100, 140]
    assert trend_of(*sales(*growing)) is Trend.FLAT
    assert trend_of(*sales(*growing, 155)) is Trend.UP


def test_single_order_before_is_no_past() -> None:
    assert trend_of(*sales(*range(1, 50, 2), 400)) is Trend.FLAT


@given(
    st.lists(st.tuples(st.integers(0, 600), st.integers(1, 10**6)), max_size=40),
    st.sampled_from([2, 8, 1024]),
)
def test_scaling_all_values_changes_no_arrow(rows: list[tuple[int, int]], factor: int) -> None:
    usual = [(age, cents, SALE) for age, cents in rows]
    scaled = [(age, cents * factor, SALE) for age, cents in rows]
    assert trend_of(*usual) is trend_of(*scaled)
