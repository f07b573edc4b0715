"""The cadence: what follows on a contact when nobody says otherwise."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.cadence import DEFAULT_POLICY, CadencePolicy, CadenceRules, CadenceStep
from cockpit.domain.calling_window import Place, WindowRules, Wishes, window_now
from cockpit.domain.contact import Outcome
from cockpit.domain.contact_caps import Cap, earliest, is_within
from cockpit.domain.next_step import Attempt, NextStep, Reach, Shift, StepKind, next_step
from cockpit.domain.vocabulary import Channel, ContactGoal, QueueEffect
from tests.support import cadence_data as data
from tests.support.cadence_data import outcome

SP = ZoneInfo("America/Sao_Paulo")
PLACE = Place("SP", "São Paulo", SP)
ALL = frozenset({Channel.PHONE, Channel.WHATSAPP, Channel.EMAIL})
NO_ANSWER = outcome(QueueEffect.COOL_DOWN, 4 * 60, is_reached=False)
UNDECIDED = outcome(QueueEffect.CALL_AGAIN, 3 * 24 * 60)


def reach(channels: frozenset[Channel] = ALL, wishes: Wishes | None = None) -> Reach:
    return Reach(PLACE, wishes or Wishes(), WindowRules(), channels)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SP).astimezone(UTC)


def attempts(*texts: str, given_outcome: Outcome = NO_ANSWER) -> list[Attempt]:
    return [Attempt(moment(text), given_outcome.is_reached, given_outcome.effect) for text in texts]


def step_after(
    given_outcome: Outcome, past: list[Attempt], policy: CadencePolicy = DEFAULT_POLICY
) -> NextStep:
    return next_step(policy, given_outcome, past, reach())


def test_an_unanswered_call_is_tried_again_after_the_outcomes_own_wait() -> None:
    step = step_after(NO_ANSWER, attempts("2026-03-02 09:10"))
    assert (step.kind, step.number, step.count) == (StepKind.RETRY, 1, 3)
    assert step.due_at == moment("2026-03-02 13:10")
    assert step.has_time
    assert step.goal is ContactGoal.REACH


def test_a_retry_of_another_day_takes_the_other_half_of_it_and_another_channel() -> None:
    past = attempts("2026-03-02 09:10", "2026-03-02 11:30")
    step = step_after(NO_ANSWER, past)
    assert step.due_at == moment("2026-03-03 14:30")
    assert not step.has_time
    assert step.channel is Channel.EMAIL
    past = attempts("2026-03-02 09:10", "2026-03-02 16:30")
    assert step_after(NO_ANSWER, past).due_at == moment("2026-03-03 09:30")


def test_after_the_fourth_unanswered_attempt_the_customer_rests() -> None:
    past = attempts("2026-03-02 09:10", "2026-03-02 14:00", "2026-03-03 15:00", "2026-03-05 09:30")
    step = step_after(NO_ANSWER, past)
    assert step.kind is StepKind.REST
    assert step.due_at == moment("2026-03-20 09:30")


def test_an_answer_ends_the_row_of_unanswered_attempts() -> None:
    past = [
        *attempts("2026-03-02 09:10", "2026-03-02 14:00", "2026-03-03 15:00"),
        *attempts("2026-03-05 09:30", given_outcome=UNDECIDED),
        *attempts("2026-03-09 09:30"),
    ]
    assert step_after(NO_ANSWER, past).number == 1


def test_a_long_pause_ends_a_row() -> None:
    calls = ["2025-11-03 09:10", "2025-11-03 14:00", "2025-11-04 15:00", "2025-11-06 09:30"]
    assert step_after(NO_ANSWER, attempts(*calls, "2026-01-05 09:30")).kind is StepKind.REST
    assert step_after(NO_ANSWER, attempts(*calls, "2026-01-06 09:30")).number == 1
    talks = attempts(*calls, "2026-03-02 09:30", given_outcome=UNDECIDED)
    assert step_after(UNDECIDED, talks).number == 1


def test_talks_are_followed_up_on_working_days_until_the_row_ends() -> None:
    first = step_after(UNDECIDED, attempts("2026-03-05 15:00", given_outcome=UNDECIDED))
    assert (first.kind, first.due_at) == (StepKind.FOLLOW_UP, moment("2026-03-10 09:30"))
    days = ["2026-03-05 15:00", "2026-03-10 09:30", "2026-03-13 10:00", "2026-03-20 10:00"]
    fourth = step_after(UNDECIDED, attempts(*days, given_outcome=UNDECIDED))
    assert (fourth.number, fourth.goal) == (4, ContactGoal.DECIDE)
    fifth = step_after(UNDECIDED, attempts(*days, "2026-03-31 10:00", given_outcome=UNDECIDED))
    assert fifth.kind is StepKind.REST


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-03-02 09:00", "2026-03-03 09:00"),
        ("2026-03-02 19:00", "2026-03-03 17:59"),
        ("2026-03-06 17:00", "2026-03-06 17:59"),
        ("2026-03-07 12:00", "2026-03-09 08:00"),
    ],
)
def test_a_request_is_answered_within_a_day_inside_the_window(asked: str, due: str) -> None:
    wanted = outcome(QueueEffect.CALL_AGAIN, 24 * 60, is_request=True)
    step = step_after(wanted, attempts(asked, given_outcome=wanted))
    assert step.kind is StepKind.ANSWER
    assert step.due_at == moment(due)
    assert step.deadline == moment(asked) + timedelta(hours=24)


def test_a_request_is_answered_although_the_cap_is_reached() -> None:
    policy = CadencePolicy(rules=CadenceRules(caps=(Cap(1, 30),)))
    wanted = outcome(QueueEffect.CALL_AGAIN, is_request=True)
    step = step_after(wanted, attempts("2026-03-02 09:00", given_outcome=wanted), policy)
    assert step.due_at == moment("2026-03-03 09:00")


def test_a_first_sale_is_thanked_for_and_another_is_not() -> None:
    sale = outcome(QueueEffect.SALE)
    past = attempts("2026-03-02 09:00", given_outcome=sale)
    thanks = next_step(DEFAULT_POLICY, sale, past, reach(), is_first_sale=True)
    assert (thanks.kind, thanks.due_at) == (StepKind.THANK, moment("2026-03-05 09:30"))
    assert next_step(DEFAULT_POLICY, sale, past, reach()).kind is StepKind.NONE


def test_the_cap_moves_a_step_and_says_so() -> None:
    policy = CadencePolicy(rules=CadenceRules(caps=(Cap(2, 7),)))
    step = step_after(NO_ANSWER, attempts("2026-03-02 10:00", "2026-03-03 10:00"), policy)
    assert step.due_at == moment("2026-03-09 10:00")
    assert step.shifts == (Shift.CAP,)


def test_a_step_whose_own_channel_is_closed_takes_an_open_one() -> None:
    visit = CadenceStep(60, ContactGoal.REACH, Channel.VISIT)
    policy = CadencePolicy(rules=CadenceRules(retries=(visit, visit)))
    step = step_after(NO_ANSWER, attempts("2026-03-02 10:00"), policy)
    assert step.channel is Channel.WHATSAPP
    may_visit = reach(ALL | {Channel.VISIT})
    assert (
        next_step(policy, NO_ANSWER, attempts("2026-03-02 10:00"), may_visit).channel
        is Channel.VISIT
    )


def test_a_closed_channel_is_never_proposed_and_none_open_proposes_nothing() -> None:
    only_mail = next_step(
        DEFAULT_POLICY, NO_ANSWER, attempts("2026-03-02 10:00"), reach(frozenset({Channel.EMAIL}))
    )
    assert only_mail.channel is Channel.EMAIL
    nothing = next_step(DEFAULT_POLICY, NO_ANSWER, attempts("2026-03-02 10:00"), reach(frozenset()))
    assert nothing.kind is StepKind.NONE


@given(data.policies, data.outcomes, data.pasts(), data.reaches, st.booleans())
def test_no_step_leaves_the_window_the_caps_or_the_open_channels(
    policy: CadencePolicy,
    given_outcome: Outcome,
    past: list[Attempt],
    given_reach: Reach,
    is_first_sale: bool,
) -> None:
    step = next_step(policy, given_outcome, past, given_reach, is_first_sale=is_first_sale)
    if given_outcome.effect is QueueEffect.DO_NOT_CONTACT:
        assert step.kind is StepKind.NONE
    assert step.channel is None or step.channel in given_reach.channels
    if step.due_at is None:
        return
    assert step.channel is not None
    assert step.due_at >= past[-1].at
    at = given_reach
    assert window_now(at.place, at.wishes, at.window, step.due_at).closed is None
    if step.kind is not StepKind.ANSWER:
        contacts = [attempt.at for attempt in past if attempt.is_ours]
        assert is_within(policy.rules.caps, contacts, step.due_at)


@given(data.policies, data.reaches, data.instants, st.lists(st.booleans(), max_size=15))
def test_a_customer_who_is_contacted_as_proposed_is_never_contacted_over_a_cap(
    policy: CadencePolicy, given_reach: Reach, start: datetime, answers: list[bool]
) -> None:
    past: list[Attempt] = []
    at = start
    for is_reached in answers:
        given_outcome = UNDECIDED if is_reached else NO_ANSWER
        past.append(Attempt(at, is_reached, given_outcome.effect))
        step = next_step(policy, given_outcome, past, given_reach)
        if step.due_at is None:
            break
        at = step.due_at
    for cap in policy.rules.caps:
        times = [attempt.at for attempt in past]
        for first, last in zip(times, times[cap.count :], strict=False):
            assert last - first >= cap.period


@given(st.lists(data.caps, max_size=4), st.lists(data.instants, max_size=20), data.instants)
def test_the_earliest_instant_is_the_first_that_keeps_every_cap(
    caps: list[Cap], contacts: list[datetime], wished: datetime
) -> None:
    found = earliest(caps, contacts, wished)
    assert is_within(caps, contacts, found)
    before = found - timedelta(microseconds=1)
    assert found == wished or not is_within(caps, contacts, before)
