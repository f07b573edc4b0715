"""A plan of portfolios moves nobody twice or away from a promise, and makes them even."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.rebalance import Holding, Measure, Part, Plan, Totals

OWNERS = [UUID(int=number) for number in range(1, 6)]
holdings = st.lists(
    st.builds(
        lambda owner, risk, value, is_bound, is_recent: (owner, risk, value, is_bound, is_recent),
        st.sampled_from([None, *OWNERS]),
        st.integers(0, 10_000_00),
        st.integers(0, 90_000_00),
        st.booleans(),
        st.booleans(),
    ),
    max_size=60,
).map(lambda rows: [Holding(UUID(int=1_000 + n), *row) for n, row in enumerate(rows)])
parts = st.dictionaries(st.sampled_from([None, *OWNERS]), st.sampled_from(Part))


def held(count: int, owner: UUID | None, first: int = 0, **changes: object) -> list[Holding]:
    return [
        Holding(UUID(int=10_000 + first + n), owner, **changes)  # type: ignore[arg-type]
        for n in range(count)
    ]


@given(holdings, parts, st.sampled_from(Measure))
def test_levelling_loses_nobody_and_leaves_alone_whom_it_must(
    rows: list[Holding], ways: dict[UUID | None, Part], measure: Measure
) -> None:
    plan = Plan(rows).levelled(ways, measure)

    whose = {one.customer_id: plan.owner(one) for one in rows}
    for one in rows:
        is_moved = whose[one.customer_id] != one.owner_id
        assert not (is_moved and one.is_bound)
        assert not (is_moved and ways.get(one.owner_id, Part.KEEPS) is Part.KEEPS)
        assert not is_moved or ways[whose[one.customer_id]] is Part.SHARES
    before, after = plan.before(), plan.after()
    for name in ("customers", "at_risk_cents", "value_cents", "bound"):
        assert sum(getattr(one, name) for one in before.values()) == sum(
            getattr(one, name) for one in after.values()
        )
    moved = [key for move in plan.moves() for key in move.customer_ids]
    assert len(moved) == len(set(moved)) == plan.count


@given(holdings, parts)
def test_those_who_share_differ_by_one_customer_unless_promises_hold_more(
    rows: list[Holding], ways: dict[UUID | None, Part]
) -> None:
    plan = Plan(rows).levelled(ways, Measure.CUSTOMERS)

    after = plan.after()
    sizes = {one: after.get(one, Totals()) for one, part in ways.items() if part is Part.SHARES}
    if sizes:
        least = min(one.customers for one in sizes.values())
        for one in sizes.values():
            assert one.customers - least <= 1 or one.bound == one.customers


def test_nobody_is_left_behind_where_all_others_keep_one_more_than_an_even_share() -> None:
    sizes = dict(zip(OWNERS[:4], (3, 3, 3, 1), strict=True))
    owners = [owner for owner, count in sizes.items() for _ in range(count)]
    rows = [Holding(UUID(int=1000 + n), owner) for n, owner in enumerate(owners)]
    plan = Plan(rows).levelled(dict.fromkeys(sizes, Part.SHARES), Measure.CUSTOMERS)
    assert sorted(one.customers for one in plan.after().values()) == [2, 2, 3, 3]
    assert plan.count == 1


@given(holdings, parts)
def test_levelling_by_number_twice_moves_nobody_further(
    rows: list[Holding], ways: dict[UUID | None, Part]
) -> None:
    once = Plan(rows).levelled(ways, Measure.CUSTOMERS)
    assert once.levelled(ways, Measure.CUSTOMERS).targets == once.targets


def test_whoever_leaves_hands_everybody_over_but_promises() -> None:
    ana, bia, caio = OWNERS[:3]
    rows = [*held(9, ana), *held(1, ana, 50, is_bound=True), *held(4, bia, 60), *held(1, caio, 70)]

    after = (
        Plan(rows)
        .levelled({ana: Part.GIVES, bia: Part.SHARES, caio: Part.SHARES}, Measure.CUSTOMERS)
        .after()
    )

    assert after[ana].customers == 1
    assert {after[bia].customers, after[caio].customers} == {7}


def test_customers_who_count_for_nothing_are_spread_as_well() -> None:
    ana, bia, caio = OWNERS[:3]
    ways = {ana: Part.GIVES, bia: Part.SHARES, caio: Part.SHARES}

    after = Plan(held(10, ana)).levelled(ways, Measure.AT_RISK).after()

    assert after[bia].customers == after[caio].customers == 5


def test_those_go_first_to_whom_nobody_talked_lately() -> None:
    ana, bia = OWNERS[:2]
    rows = [*held(3, ana, is_recent=True), *held(3, ana, 50)]

    plan = Plan(rows).with_moved(ana, bia, 3)

    assert {one.customer_id for one in rows if plan.owner(one) == bia} == {
        one.customer_id for one in rows if not one.is_recent
    }


def test_moving_somebody_there_and_back_is_no_move() -> None:
    ana, bia = OWNERS[:2]
    plan = Plan(held(4, ana)).with_moved(ana, bia, 4).with_moved(bia, ana, 4)
    assert not plan.count
    assert not plan.moves()


def test_more_than_there_are_moves_all_who_may() -> None:
    ana, bia = OWNERS[:2]
    plan = Plan([*held(4, ana), *held(1, ana, 50, is_bound=True)]).with_moved(ana, bia, 99)
    assert plan.after()[bia].customers == 4


def test_who_has_more_promises_than_an_even_share_leaves_the_rest_to_the_others() -> None:
    ana, bia, caio = OWNERS[:3]
    rows = [*held(8, ana, is_bound=True), *held(2, ana, 20), *held(4, bia, 50)]

    after = (
        Plan(rows).levelled(dict.fromkeys((ana, bia, caio), Part.SHARES), Measure.CUSTOMERS).after()
    )

    assert [after[one].customers for one in (ana, bia, caio)] == [8, 3, 3]
