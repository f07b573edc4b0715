"""Progress and results against programs that count one by one."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.campaign_progress import CallFacts, Credited, Progress, progress_of
from cockpit.domain.campaign_results import CampaignResult, result_of
from cockpit.domain.campaigns import (
    CampaignPlan,
    CampaignRow,
    CampaignState,
    Goal,
    GoalKind,
    StoredMember,
)
from cockpit.domain.periods import Period
from cockpit.domain.uplift import Verdict, newcombe
from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus

FIRST = date(2026, 3, 2)
PERIOD = Period(FIRST, FIRST + timedelta(days=9))
PLAN = CampaignPlan(UUID(int=5), "Retomada", FIRST, FIRST + timedelta(days=19))
ROW = CampaignRow(PLAN, CampaignState.RUNNING)
PEOPLE = {UUID(int=900 + n): name for n, name in enumerate(("Caio", "Ana", "Bia"))}

days = st.integers(-3, 13).map(lambda n: FIRST + timedelta(days=n))
customers = st.integers(1, 8).map(lambda n: UUID(int=n))
orders = st.lists(st.tuples(days, st.integers(1, 90_000)), max_size=5, unique_by=lambda o: o[0])
purchases = st.dictionaries(customers, orders.map(sorted), max_size=8)
calls = st.lists(
    st.builds(
        CallFacts,
        customers,
        st.sampled_from(sorted(PEOPLE)),
        st.integers(0, 9).map(lambda n: FIRST + timedelta(days=n)),
        st.booleans(),
    ),
    max_size=25,
).map(lambda found: sorted(found, key=lambda one: one.day))


def progress(
    made: list[CallFacts], bought: dict[UUID, list[tuple[date, int]]], goal: Goal | None = None
) -> Progress:
    plan = CampaignPlan(PLAN.campaign_id, "R", PLAN.starts_on, PLAN.ends_on, goal=goal)
    return progress_of(
        CampaignRow(plan, CampaignState.RUNNING), PERIOD,
        customer_ids=[UUID(int=n) for n in range(1, 9)], calls=made, purchases=bought,
        credited=Credited((UUID(int=1), UUID(int=2)), 500), names=PEOPLE,
    )  # fmt: skip


@given(calls, purchases)
def test_progress_counts_what_a_plain_program_counts(
    made: list[CallFacts], bought: dict[UUID, list[tuple[date, int]]]
) -> None:
    found = progress(made, bought)
    count = money = 0
    ordering = set()
    by_caller = dict.fromkeys(PEOPLE, 0)
    for key, events in bought.items():
        for day, cents in events:
            last = None
            for one in made:
                if one.customer_id == key and one.day <= day:
                    last = one
            if last is not None and PERIOD.first <= day <= PERIOD.last:
                count, money = count + 1, money + cents
                ordering.add(key)
                by_caller[last.user_id] += cents
    assert (found.figures.orders, found.figures.order_cents) == (count, money)
    assert set(found.ordering_ids) == ordering
    assert found.figures.contacts == len(made)
    assert set(found.contacted_ids) == {one.customer_id for one in made}
    assert set(found.reached_ids) == {one.customer_id for one in made if one.is_reached}
    assert set(found.waiting_ids) | set(found.contacted_ids) >= {UUID(int=n) for n in range(1, 9)}
    assert not set(found.waiting_ids) & set(found.contacted_ids)
    told = {one.user_id: one.figures.order_cents for one in found.by_operator}
    assert {key: cents for key, cents in by_caller.items() if cents} == {
        key: cents for key, cents in told.items() if cents
    }
    assert sum(one.figures.contacts for one in found.by_operator) == len(made)


def test_people_are_told_by_name_and_never_by_figure() -> None:
    made = [CallFacts(UUID(int=n), who, FIRST, True) for n, who in enumerate(sorted(PEOPLE), 1)]
    made += [CallFacts(UUID(int=7), min(PEOPLE), FIRST, True)] * 3
    assert [one.name for one in progress(made, {}).by_operator] == ["Ana", "Bia", "Caio"]


@pytest.mark.parametrize(
    ("kind", "done"),
    [
        (GoalKind.CONTACTS, 2),
        (GoalKind.ORDERS, 1),
        (GoalKind.REACTIVATIONS, 2),
        (GoalKind.MONEY, 700),
    ],
)
def test_a_goal_is_measured_in_its_own_kind_and_at_its_pace(kind: GoalKind, done: int) -> None:
    one, other = UUID(int=1), UUID(int=2)
    made = [CallFacts(key, min(PEOPLE), FIRST, True) for key in (one, one, other)]
    bought = {one: [(FIRST - timedelta(days=1), 100), (FIRST, 700)]}
    found = progress(made, bought, Goal(kind, 1_000))
    assert found.done == done
    # Half of its twenty days are gone.
    assert (found.expected, found.projected) == (500, 2 * done)


members = st.lists(
    st.builds(
        StoredMember,
        customers,
        st.sampled_from(CampaignArm),
        st.sampled_from((None, LifecycleStatus.INACTIVE, LifecycleStatus.AT_RISK)),
        st.integers(0, 9_000),
    ),
    max_size=8,
    unique_by=lambda one: one.customer_id,
)


def result(found: list[StoredMember], bought: dict[UUID, list[tuple[date, int]]]) -> CampaignResult:
    return result_of(ROW, PERIOD, found, bought, Credited(), is_over=False)


@given(members, purchases)
def test_everybody_counts_in_the_part_they_were_drawn_into(
    found: list[StoredMember], bought: dict[UUID, list[tuple[date, int]]]
) -> None:
    told = result(found, bought)
    for arm, part in ((CampaignArm.TREATED, told.treated), (CampaignArm.HOLD_OUT, told.held_out)):
        drawn = [m.customer_id for m in found if m.arm is arm and m.status is not None]
        events = [
            (key, cents)
            for key in drawn
            for day, cents in bought.get(key, [])
            if FIRST <= day <= PERIOD.last
        ]
        assert part.customer_ids == tuple(drawn)
        assert set(part.buyer_ids) == {key for key, _ in events}
        assert (part.orders, part.cents) == (len(events), sum(cents for _, cents in events))
    assert set(told.late_ids) == {m.customer_id for m in found if m.status is None}
    expected = (
        Verdict.TOO_FEW if told.treated.members and told.held_out.members else Verdict.NOT_COMPARED
    )
    assert told.rate.verdict is told.value.verdict is expected
    assert told.rate.interval is told.value.interval is None


@pytest.mark.parametrize(
    ("treated", "held_out", "verdict"),
    [((60, 200), (20, 200), Verdict.MORE), ((20, 200), (60, 200), Verdict.LESS),
     ((30, 200), (28, 200), Verdict.UNCLEAR), ((5, 200), (4, 200), Verdict.TOO_FEW),
     ((20, 40), (10, 29), Verdict.TOO_FEW), ((20, 40), (0, 0), Verdict.NOT_COMPARED)],
)  # fmt: skip
def test_the_verdict_is_the_interval_s_and_few_say_nothing(
    treated: tuple[int, int], held_out: tuple[int, int], verdict: Verdict
) -> None:
    found: list[StoredMember] = []
    bought: dict[UUID, list[tuple[date, int]]] = {}
    for arm, (buyers, count) in zip(CampaignArm, (treated, held_out), strict=True):
        for place in range(count):
            key = UUID(int=len(found) + 1)
            found.append(StoredMember(key, arm, LifecycleStatus.INACTIVE, 0))
            if place < buyers:
                bought[key] = [(FIRST, 10_000 + place)]
    told = result(found, bought)
    assert told.rate.verdict is verdict
    if told.rate.interval is not None:
        assert told.rate.interval == newcombe(*treated, *held_out)
        assert told.rate.difference == pytest.approx(
            treated[0] / treated[1] - held_out[0] / held_out[1]
        )
        assert told.value.difference == pytest.approx(
            told.treated.cents / treated[1] - told.held_out.cents / held_out[1]
        )
