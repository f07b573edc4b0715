"""Intervals as they were published, and as a statistics library has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cockpit.domain.uplift import Interval, Verdict, newcombe, student, verdict_of, welch, wilson

#: Newcombe 1998, Table II: the eight contrasts, method 10 (score, without correction).
PUBLISHED = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]

parts = st.integers(1, 400).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count)))
values = st.lists(st.integers(0, 5_000_000), min_size=30, max_size=80)


@pytest.mark.parametrize(("hits", "count", "other_hits", "other_count", "low", "high"), PUBLISHED)
def test_differences_lie_where_the_published_table_has_them(  # noqa: PLR0917 - a table's row
    hits: int, count: int, other_hits: int, other_count: int, low: float, high: float
) -> None:
    found = newcombe(hits, count, other_hits, other_count)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(parts)
def test_a_share_lies_where_a_library_says(part: tuple[int, int]) -> None:
    hits, count = part
    found = wilson(hits, count)
    expected = stats.binomtest(hits, count).proportion_ci(0.95, method="wilson")
    assert found.low == pytest.approx(expected.low, abs=1e-9)
    assert found.high == pytest.approx(expected.high, abs=1e-9)


@given(parts, parts)
def test_the_interval_holds_the_difference_and_turns_with_the_parts(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    there, back = newcombe(*one, *other), newcombe(*other, *one)
    difference = one[0] / one[1] - other[0] / other[1]
    assert -1 - 1e-9 <= there.low <= difference <= there.high <= 1 + 1e-9
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))


@given(st.integers(25, 5_000), st.sampled_from((0.9, 0.95, 0.975, 0.995)))
def test_quantiles_of_students_distribution_are_right(freedom: int, probability: float) -> None:
    assert student(freedom, probability) == pytest.approx(
        stats.t.ppf(probability, freedom), rel=1e-5
    )


@given(values, values)
def test_means_differ_as_a_library_says(one: list[int], other: list[int]) -> None:
    found = welch(one, other)
    if len(set(one)) == 1 and len(set(other)) == 1:
        assert found.low == found.high == one[0] - other[0]
        return
    expected = stats.ttest_ind(one, other, equal_var=False).confidence_interval(0.95)
    assert found.low == pytest.approx(expected.low, rel=1e-4, abs=1)
    assert found.high == pytest.approx(expected.high, rel=1e-4, abs=1)


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [(0.01, 0.2, Verdict.MORE), (-0.2, -0.01, Verdict.LESS), (-0.1, 0.1, Verdict.UNCLEAR)],
)
def test_what_may_be_said_follows_from_where_nought_lies(
    low: float, high: float, verdict: Verdict
) -> None:
    assert verdict_of(Interval(low, high)) is verdict
