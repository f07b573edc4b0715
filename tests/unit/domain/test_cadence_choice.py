"""What an operator's own date breaks, and how policies are stored."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.cadence import DEFAULT_POLICY, CadencePolicy, CadenceRules, CadenceScope
from cockpit.domain.cadence_choice import (
    Breach,
    CadenceFacts,
    capped_until,
    check_choice,
    is_part_of,
    ours,
    standing_stays,
)
from cockpit.domain.cadence_documents import rules_document, rules_of, scope_document, scope_of
from cockpit.domain.calling_window import Place, WindowRules, Wishes, window_now
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.contact import Outcome
from cockpit.domain.contact_caps import Cap, is_within
from cockpit.domain.next_step import Attempt, NextStep, Reach, StepKind
from cockpit.domain.vocabulary import Channel, ContactDirection, LifecycleStatus, QueueEffect
from tests.support import cadence_data as data
from tests.support.cadence_data import outcome

REACH = Reach(
    Place("SP", "São Paulo", DEFAULT_ZONE), Wishes(), WindowRules(), frozenset({Channel.PHONE})
)
NO_ANSWER = outcome(QueueEffect.COOL_DOWN, 4 * 60, is_reached=False)
UNDECIDED = outcome(QueueEffect.CALL_AGAIN, 24 * 60)
QUOTE = outcome(QueueEffect.CALL_AGAIN, 24 * 60, is_request=True)
OUT = ContactDirection.OUTBOUND


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DEFAULT_ZONE).astimezone(UTC)


#: A Monday.
NOW = moment("2026-03-16 09:30")


def breaches(
    given_outcome: Outcome,
    chosen: str,
    *,
    has_time: bool = True,
    caps: tuple[Cap, ...] = (),
    past: tuple[Attempt, ...] = (),
) -> tuple[Breach, ...]:
    policy = CadencePolicy(rules=CadenceRules(caps=caps))
    facts = CadenceFacts(policy, past, REACH)
    contacts = facts.with_contact(given_outcome, NOW, Channel.PHONE, OUT)
    step = facts.step(given_outcome, contacts)
    return check_choice(facts, step, contacts, AppointmentDraft(moment(chosen), has_time))


@pytest.mark.parametrize(
    ("chosen", "has_time", "found"),
    [
        ("2026-03-17 10:00", True, ()),
        ("2026-03-17 19:00", True, (Breach.WINDOW,)),
        ("2026-03-21 10:00", True, (Breach.WINDOW,)),
        ("2026-03-21 00:00", False, (Breach.WINDOW,)),
        ("2026-03-23 00:00", False, ()),
    ],
)
def test_a_date_outside_of_the_window_breaks_it(
    chosen: str, has_time: bool, found: tuple[Breach, ...]
) -> None:
    assert breaches(UNDECIDED, chosen, has_time=has_time) == found


def test_a_date_over_the_cap_breaks_it_and_a_whole_day_only_where_none_of_it_is_free() -> None:
    caps = (Cap(1, 7),)
    assert breaches(UNDECIDED, "2026-03-18 10:00", caps=caps) == (Breach.CAP,)
    assert breaches(UNDECIDED, "2026-03-23 09:00", caps=caps) == (Breach.CAP,)
    assert breaches(UNDECIDED, "2026-03-23 09:30", caps=caps) == ()
    assert breaches(UNDECIDED, "2026-03-23 00:00", has_time=False, caps=caps) == ()
    assert breaches(UNDECIDED, "2026-03-20 00:00", has_time=False, caps=caps) == (Breach.CAP,)


def test_who_asked_is_answered_before_the_deadline_whatever_the_cap() -> None:
    caps = (Cap(1, 30),)
    assert breaches(QUOTE, "2026-03-17 09:00", caps=caps) == ()
    assert breaches(QUOTE, "2026-03-17 10:00", caps=caps) == (Breach.DEADLINE,)
    assert breaches(QUOTE, "2026-03-17 00:00", has_time=False) == ()
    assert breaches(QUOTE, "2026-03-18 00:00", has_time=False) == (Breach.DEADLINE,)


def test_who_rests_is_left_alone_before_their_day() -> None:
    row = tuple(
        Attempt(NOW - timedelta(days=days), is_reached=False, effect=QueueEffect.COOL_DOWN)
        for days in (6, 5, 4)
    )
    assert breaches(NO_ANSWER, "2026-03-20 10:00", past=row) == (Breach.REST,)
    assert breaches(NO_ANSWER, "2026-03-31 00:00", has_time=False, past=row) == ()


@given(data.policies, data.outcomes, data.pasts(), data.reaches)
def test_what_the_cadence_proposes_breaks_nothing(
    policy: CadencePolicy, given_outcome: Outcome, past: list[Attempt], reach: Reach
) -> None:
    facts = CadenceFacts(policy, tuple(past[:-1]), reach)
    step = facts.step(given_outcome, past)
    if step.due_at is None:
        return
    chosen = AppointmentDraft(step.due_at, has_time=True)
    found = check_choice(facts, step, past, chosen)
    # No window opened before the deadline: the first opening after it is all there is.
    assert found in ((), (Breach.DEADLINE,))
    assert not found or step.deadline is not None


@given(data.policies, data.outcomes, data.pasts(), data.reaches, st.integers(0, 60 * 24 * 60))
def test_a_time_that_breaks_nothing_keeps_window_and_caps(
    policy: CadencePolicy,
    given_outcome: Outcome,
    past: list[Attempt],
    reach: Reach,
    minutes: int,
) -> None:
    facts = CadenceFacts(policy, tuple(past[:-1]), reach)
    step = facts.step(given_outcome, past)
    at = past[-1].at + timedelta(minutes=minutes)
    found = check_choice(facts, step, past, AppointmentDraft(at, has_time=True))
    is_open = window_now(reach.place, reach.wishes, reach.window, at).closed is None
    assert is_open == (Breach.WINDOW not in found)
    if step.kind is not StepKind.ANSWER and is_open:
        assert is_within(policy.rules.caps, ours(past), at) == (Breach.CAP not in found)


def test_a_full_cap_ends_when_its_oldest_contact_is_old_enough() -> None:
    facts = CadenceFacts(CadencePolicy(rules=CadenceRules(caps=(Cap(2, 7),))), (), REACH)
    one = Attempt(NOW, is_reached=False, effect=QueueEffect.NONE)
    two = replace(one, at=NOW + timedelta(hours=1))
    theirs = replace(one, is_ours=False)
    assert capped_until(facts, [one], NOW) is None
    assert capped_until(facts, [theirs, theirs, one], NOW) is None
    assert capped_until(facts, [one, two], two.at) == NOW + timedelta(days=7)


def test_a_message_and_the_contact_that_is_logged_for_it_are_one() -> None:
    sent = Attempt(
        NOW - timedelta(minutes=5), is_reached=False, effect=QueueEffect.NONE,
        channel=Channel.WHATSAPP,
    )  # fmt: skip
    facts = CadenceFacts(DEFAULT_POLICY, (sent,), REACH)
    logged = outcome(QueueEffect.COOL_DOWN, 48 * 60, is_reached=False)
    assert len(facts.with_contact(logged, NOW, Channel.WHATSAPP, OUT)) == 1
    assert len(facts.with_contact(logged, NOW, Channel.PHONE, OUT)) == 2
    later = NOW + timedelta(hours=2)
    assert len(facts.with_contact(logged, later, Channel.WHATSAPP, OUT)) == 2
    assert not is_part_of(replace(sent, is_reached=True), sent)


def test_a_later_next_contact_stays_unless_an_answer_comes_due_before_it() -> None:
    facts = CadenceFacts(DEFAULT_POLICY, (), REACH, next_contact_at=NOW + timedelta(days=3))
    assert standing_stays(facts, NextStep(StepKind.FOLLOW_UP))
    answer = NextStep(StepKind.ANSWER, deadline=NOW + timedelta(days=1))
    assert not standing_stays(facts, answer)
    sooner = replace(facts, next_contact_at=NOW + timedelta(hours=3))
    assert standing_stays(sooner, answer)
    assert not standing_stays(replace(facts, next_contact_at=None), answer)


@given(data.rules)
def test_rules_are_read_back_as_they_were_written(rules: CadenceRules) -> None:
    assert rules_of(json.loads(json.dumps(rules_document(rules)))) == rules


@given(
    st.frozensets(st.sampled_from(LifecycleStatus)),
    st.frozensets(st.uuids()),
    st.frozensets(st.uuids()),
)
def test_a_scope_is_read_back_as_it_was_written(
    statuses: frozenset[LifecycleStatus], segments: frozenset[UUID], campaigns: frozenset[UUID]
) -> None:
    scope = CadenceScope(statuses, segments, campaigns)
    assert scope_of(json.loads(json.dumps(scope_document(scope)))) == scope


def test_what_a_document_does_not_say_is_as_by_default_and_the_rest_is_left_out() -> None:
    assert rules_of({}) == CadenceRules()
    odd = {"rest_days": "soon", "channels": ["phone", "fax"], "caps": [{"count": 0, "days": 1}, 7]}
    assert rules_of(odd) == CadenceRules(channels=(Channel.PHONE,), caps=())
    with pytest.raises(ValueError, match="bored"):
        scope_of({"statuses": ["bored"]})


@pytest.mark.parametrize("number", [10**12, 10**400, True, 1.5, float("inf"), -1, "7", None, []])
def test_numbers_beyond_any_calendar_are_left_out(number: object) -> None:
    step = {"wait_minutes": number, "goal": [], "channel": {}}
    rules = rules_of(
        {
            "retries": [step], "follow_ups": [step], "rest_days": number, "request_hours": number,
            "caps": [{"count": 1, "days": number}, {"count": number, "days": 1}, number],
            "discount_bp": number, "orders": {"late_days": number, "confirm_days": number},
        }
    )  # fmt: skip
    default = CadenceRules()
    assert (rules.retries, rules.follow_ups, rules.caps) == ((), (), ())
    assert (rules.rest_days, rules.request_hours) == (default.rest_days, default.request_hours)
    assert (rules.discount_bp, rules.orders.late_days, rules.orders.confirm_days) == (None,) * 3


@pytest.mark.parametrize("stored", [[], 7, {"statuses": None}, {"segment_ids": [1]}])
def test_a_scope_of_another_shape_is_nobodys(stored: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        scope_of(stored)
    assert rules_of([] if isinstance(stored, dict) else stored) == CadenceRules()
