"""The product mix: how often, how much, what is due, what was given up."""

from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.products import PurchaseLine, product_mix
from cockpit.domain.sections import ProductState, ProductUse

TODAY = date(2026, 3, 16)


def line(days: int, code: str = "A", order: int | None = None, **changes: object) -> PurchaseLine:
    values: dict[str, object] = {
        "order_id": UUID(int=days if order is None else order),
        "day": TODAY - timedelta(days=days),
        "code": code,
        "name": f"Produto {code}",
        "family": "F",
        "quantity_milli": 2_000,
        "total_cents": 5_000,
    }
    return PurchaseLine(**values | changes)  # type: ignore[arg-type]


def only(*lines: PurchaseLine) -> ProductUse:
    (use,) = product_mix(lines, TODAY)
    return use


def test_a_product_bought_once_has_no_interval() -> None:
    use = only(line(40))
    assert (use.state, use.interval_days, use.silence_days) == (ProductState.ONCE, None, 40)


def test_it_is_due_from_its_usual_interval_on() -> None:
    assert only(line(59), line(39), line(19)).state is ProductState.REGULAR
    assert only(line(60), line(40), line(20)).state is ProductState.DUE


def test_it_lapsed_after_two_intervals_and_two_orders_without_it() -> None:
    old = [line(81), line(61), line(41)]
    others = [line(20, "B"), line(10, "B")]
    found = {use.code: use.state for use in product_mix([*old, *others], TODAY)}
    assert found["A"] is ProductState.LAPSED
    found = {use.code: use.state for use in product_mix([*old, *others[:1]], TODAY)}
    assert found["A"] is ProductState.DUE, "it was in the last but one order"
    at_two = [line(80), line(60), line(40), *others]
    assert {use.code: use.state for use in product_mix(at_two, TODAY)}["A"] is ProductState.DUE


def test_a_return_lowers_the_value_whatever_its_sign_and_is_no_purchase() -> None:
    for cents in (2_000, -2_000):
        use = only(line(30), line(10), line(5, is_return=True, total_cents=cents))
        assert (use.total_cents, use.order_count, use.silence_days) == (8_000, 2, 10)
    assert product_mix([line(5, is_return=True)], TODAY) == ()


def test_what_has_no_code_is_known_by_its_name() -> None:
    lines = [line(9, "", name="Graxa"), line(5, "", name="Graxa"), line(5, "", name="Óleo")]
    assert {use.name: use.order_count for use in product_mix(lines, TODAY)} == {
        "Graxa": 2,
        "Óleo": 1,
    }


def test_the_usual_quantity_is_an_orders_and_the_price_is_the_last_one_paid() -> None:
    use = only(
        line(30, quantity_milli=1_000, total_cents=1_000),
        line(20, order=7, quantity_milli=2_000, total_cents=1_800),
        line(20, order=7, quantity_milli=1_000, total_cents=900),
    )
    assert use.usual_quantity_milli == 2_000
    assert use.last_unit_cents == 900


@given(
    st.lists(
        st.tuples(
            st.integers(0, 900), st.sampled_from("ABC"), st.integers(1, 10**6), st.booleans()
        ),
        max_size=60,
    )
)
def test_the_mix_agrees_with_its_lines(drawn: list[tuple[int, str, int, bool]]) -> None:
    lines = [
        line(days, code, total_cents=cents, is_return=is_return)
        for days, code, cents, is_return in drawn
    ]
    uses = product_mix(lines, TODAY)
    bought = {code for _, code, _, is_return in drawn if not is_return}
    assert {use.code for use in uses} == bought
    assert [use.total_cents for use in uses] == sorted(
        (use.total_cents for use in uses), reverse=True
    )
    assert all(0 <= use.share <= 1 for use in uses)
    assert sum(use.share for use in uses) <= 1 + 1e-9
    for use in uses:
        days = sorted({d for d, code, _, is_return in drawn if code == use.code and not is_return})
        assert use.silence_days == days[0]
        assert (use.interval_days is None) == (len(days) == 1) == (use.state is ProductState.ONCE)
        if use.interval_days is not None:
            gaps = [later - earlier for earlier, later in pairwise(days)]
            assert use.interval_days == round(median(gaps)) >= 1
            assert (use.silence_days < use.interval_days) == (use.state is ProductState.REGULAR)
