"""Plans that make sense, and a draw that nobody can bend."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from math import ceil
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.campaigns import (
    CampaignPlan,
    CampaignState,
    Candidate,
    Exclusion,
    Goal,
    GoalKind,
    preview_of,
    state_of,
    strata,
)
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus

KEY = UUID(int=5)
PLAN = CampaignPlan(KEY, "Retomada", date(2026, 3, 2), date(2026, 3, 31), hold_out_bp=2_000)
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)

keys = st.uuids()
candidates = st.lists(
    st.builds(
        Candidate,
        keys,
        st.just("Ana"),
        st.just("1"),
        st.sampled_from(LifecycleStatus),
        st.one_of(st.just(0), st.integers(1, 9_000_000)),
        st.sampled_from((None, None, None, *Exclusion)),
    ),
    max_size=120,
    unique_by=lambda one: one.customer_id,
)
shares = st.integers(0, 5_000)


@given(keys, candidates, shares)
def test_each_part_s_share_is_the_campaign_s_within_one(
    key: UUID, chosen: list[Candidate], share: int
) -> None:
    parts = strata(key, chosen, share)
    for part in parts:
        assert abs(part.held_out - len(part.customer_ids) * share / 10_000) < 1
    drawn = [one for part in parts for one in part.customer_ids]
    assert sorted(drawn) == sorted(one.customer_id for one in chosen)
    assert sum(part.held_out for part in parts) == len(chosen) * share // 10_000


@given(candidates)
def test_parts_are_of_one_status_and_thirds_of_one_worth(chosen: list[Candidate]) -> None:
    by_key = {one.customer_id: one for one in chosen}
    worth: dict[tuple[LifecycleStatus, int], list[int]] = {}
    for part in strata(KEY, chosen, 1_000):
        members = [by_key[key] for key in part.customer_ids]
        assert {one.status for one in members} == {part.status}
        worth[part.status, part.band] = [one.yearly_cents for one in members]
    for (status, band), cents in worth.items():
        assert (max(cents) == 0) == (band == 0)
        above = worth.get((status, band + 1), [10**9])
        assert max(cents) <= min(above)
        buying = sum(len(worth.get((status, third), ())) for third in (1, 2, 3))
        assert band == 0 or len(cents) <= ceil(buying / 3)


@given(candidates, shares, st.randoms(use_true_random=False))
def test_the_draw_follows_from_the_keys_alone(
    chosen: list[Candidate], share: int, random: Random
) -> None:
    plan = replace(PLAN, hold_out_bp=share)
    arms = {one.customer_id: one.arm for one in preview_of(plan, chosen).members}
    random.shuffle(chosen)
    again = preview_of(replace(plan, name="Outra"), chosen)
    assert {one.customer_id: one.arm for one in again.members} == arms
    assert arms.keys() == {one.customer_id for one in chosen if one.exclusion is None}
    assert set(arms) & {one.customer_id for one in chosen if one.exclusion is not None} == set()


def test_another_campaign_draws_others() -> None:
    chosen = [
        Candidate(UUID(int=n), "Ana", "1", LifecycleStatus.INACTIVE, 100) for n in range(1, 201)
    ]
    one, other = (
        {m.customer_id for m in preview_of(replace(PLAN, campaign_id=key), chosen).held_out}
        for key in (UUID(int=1), UUID(int=2))
    )
    assert len(one) == len(other) == 40
    assert one != other


def test_a_preview_tells_who_stays_out_and_why() -> None:
    chosen = [
        Candidate(UUID(int=n), "Ana", "1", LifecycleStatus.INACTIVE, 100 * n, why)
        for n, why in enumerate((None, Exclusion.BLOCKED, Exclusion.IN_ANOTHER, None, None))
    ]
    preview = preview_of(PLAN, chosen)
    assert {why: len(whom) for why, whom in preview.excluded().items()} == {
        Exclusion.BLOCKED: 1,
        Exclusion.IN_ANOTHER: 1,
    }
    assert preview.yearly_cents == 700
    assert Counter(one.arm for one in preview.members) == {CampaignArm.TREATED: 3}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"name": "  "}, "campaign_needs_name"),
        ({"ends_on": date(2026, 3, 1)}, "period_ends_before_it_begins"),
        ({"hold_out_bp": 5_001}, "campaign_hold_out_out_of_range"),
        ({"hold_out_bp": -1}, "campaign_hold_out_out_of_range"),
        ({"goal": Goal(GoalKind.ORDERS, 0)}, "campaign_goal_not_positive"),
        ({"goal": Goal(GoalKind.MONEY, 10**25)}, "campaign_goal_too_high"),
        ({"name": "a" * 121}, "campaign_name_too_long"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(changes: dict[str, object], key: str) -> None:
    PLAN.check()
    with pytest.raises(BadInputError, match=key):
        replace(PLAN, **changes).check()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "ended", "today", "state"),
    [
        (None, None, date(2026, 3, 9), CampaignState.DRAFT),
        (AT, None, date(2026, 3, 1), CampaignState.PLANNED),
        (AT, None, date(2026, 3, 2), CampaignState.RUNNING),
        (AT, None, date(2026, 3, 31), CampaignState.RUNNING),
        (AT, None, date(2026, 4, 1), CampaignState.OVER),
        (AT, AT, date(2026, 3, 9), CampaignState.ENDED),
    ],
)
def test_where_a_campaign_stands_depends_on_the_day(
    published: datetime | None, ended: datetime | None, today: date, state: CampaignState
) -> None:
    assert state_of(PLAN, published_at=published, ended_at=ended, today=today) is state
