"""When orders are followed up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.cadence import DEFAULT_POLICY, CadencePolicy, CadenceRules, OrderFollowUps
from cockpit.domain.cadence_choice import CadenceFacts, ours
from cockpit.domain.calling_window import Place, WindowRules, Wishes, window_now
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.contact_caps import Cap, is_within
from cockpit.domain.ids import new_id
from cockpit.domain.next_step import Attempt, Reach
from cockpit.domain.order_follow_up import FollowedOrder, follow_up_at, follow_up_draft, sentence
from cockpit.domain.vocabulary import (
    AppointmentKind,
    Channel,
    ContactGoal,
    OrderFollowUpKind,
    QueueEffect,
)
from tests.support import cadence_data as data

REACH = Reach(
    Place("SP", "São Paulo", DEFAULT_ZONE), Wishes(), WindowRules(), frozenset({Channel.PHONE})
)
FACTS = CadenceFacts(DEFAULT_POLICY, (), REACH)
#: A Friday, a fortnight of working days around it.
FRIDAY = date(2026, 3, 20)
CONFIRM, LATE, THANK = OrderFollowUpKind


def moment(day: date, hour: int = 10) -> datetime:
    at = datetime(day.year, day.month, day.day, hour, tzinfo=DEFAULT_ZONE)
    return at.astimezone(UTC)


def order(kind: OrderFollowUpKind, promised_on: date | None, ordered_on: date) -> FollowedOrder:
    return FollowedOrder(new_id(), new_id(), "1001", kind, ordered_on, promised_on, new_id())


@pytest.mark.parametrize(
    ("promised_on", "asked_on", "is_due"),
    [
        (date(2026, 3, 20), date(2026, 3, 18), False),
        (date(2026, 3, 20), date(2026, 3, 19), True),
        (date(2026, 3, 20), date(2026, 3, 20), False),
        # A Monday is confirmed on the Friday before it: in between nobody is called.
        (date(2026, 3, 23), date(2026, 3, 20), True),
        (date(2026, 3, 24), date(2026, 3, 20), False),
    ],
)
def test_a_delivery_is_confirmed_on_the_last_open_day_before_it(
    promised_on: date, asked_on: date, is_due: bool
) -> None:
    found = follow_up_at(order(CONFIRM, promised_on, FRIDAY), FACTS, moment(asked_on))
    assert found == (moment(asked_on) if is_due else None)


def test_a_late_order_is_acted_on_a_day_after_its_promise() -> None:
    late = order(LATE, date(2026, 3, 16), date(2026, 3, 2))
    assert follow_up_at(late, FACTS, moment(date(2026, 3, 16))) is None
    assert follow_up_at(late, FACTS, moment(date(2026, 3, 17))) == moment(date(2026, 3, 17))


def test_a_first_sale_is_thanked_for_after_some_days() -> None:
    sold = order(THANK, None, date(2026, 3, 16))
    assert follow_up_at(sold, FACTS, moment(date(2026, 3, 18))) is None
    assert follow_up_at(sold, FACTS, moment(date(2026, 3, 19))) == moment(date(2026, 3, 19))


@pytest.mark.parametrize("kind", OrderFollowUpKind)
def test_a_kind_that_the_policy_leaves_out_is_not_planned(kind: OrderFollowUpKind) -> None:
    nothing = CadencePolicy(rules=CadenceRules(orders=OrderFollowUps(None, None, None)))
    one = order(kind, FRIDAY, date(2026, 3, 2))
    days = [moment(FRIDAY + timedelta(days=number)) for number in range(-10, 20)]
    assert {follow_up_at(one, replace(FACTS, policy=nothing), at) for at in days} == {None}


def test_nobody_who_closed_every_channel_is_followed_up() -> None:
    closed = replace(FACTS, reach=replace(REACH, channels=frozenset()))
    late = order(LATE, date(2026, 3, 2), date(2026, 2, 2))
    assert follow_up_at(late, closed, moment(FRIDAY)) is None


def test_a_full_cap_puts_a_late_order_off() -> None:
    called = Attempt(moment(FRIDAY, 9), is_reached=True, effect=QueueEffect.NONE)
    capped = CadencePolicy(rules=CadenceRules(caps=(Cap(1, 7),)))
    facts = replace(FACTS, policy=capped, past=(called,))
    late = order(LATE, date(2026, 3, 18), date(2026, 3, 2))
    assert follow_up_at(late, facts, moment(FRIDAY)) == moment(FRIDAY + timedelta(days=7), 9)


def test_it_is_the_portfolio_s_or_everybody_s_and_has_its_goal() -> None:
    late = order(LATE, date(2026, 3, 18), date(2026, 3, 2))
    draft = follow_up_draft(late, moment(FRIDAY), "x", DEFAULT_ZONE, None)
    assert (draft.kind, draft.goal) == (AppointmentKind.FOLLOW_UP, ContactGoal.SETTLE_DELAY)
    assert (draft.due_at, draft.has_time) == (moment(FRIDAY, 0), False)
    nobodys = follow_up_draft(replace(late, owner_id=None), moment(FRIDAY), "x", DEFAULT_ZONE, None)
    assert nobodys.kind is AppointmentKind.TEAM_CALLBACK
    assert sentence(late).key == "follow_up.late"


pasts = st.one_of(st.just(()), data.pasts().map(tuple))
known = st.builds(CadenceFacts, data.policies, pasts, data.reaches)


@given(st.sampled_from(OrderFollowUpKind), known, data.instants, st.integers(-60, 60))
def test_no_follow_up_leaves_the_window_or_the_caps_or_comes_on_the_wrong_side_of_its_day(
    kind: OrderFollowUpKind, facts: CadenceFacts, now: datetime, promised_in: int
) -> None:
    reach = facts.reach
    today = now.astimezone(reach.place.zone).date()
    promised_on = today + timedelta(days=promised_in)
    due = follow_up_at(order(kind, promised_on, today - timedelta(days=20)), facts, now)
    if due is None:
        return
    assert due >= now
    assert window_now(reach.place, reach.wishes, reach.window, due).closed is None
    assert is_within(facts.policy.rules.caps, ours(facts.past), due)
    day = due.astimezone(reach.place.zone).date()
    assert kind is not OrderFollowUpKind.CONFIRM or day < promised_on
    assert kind is not OrderFollowUpKind.LATE or day > promised_on
