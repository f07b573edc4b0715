"""One day out of what several programs recorded, and of what the operator corrected."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.day_record import (
    SILENCE,
    CallTime,
    Correction,
    CorrectionDraft,
    DayRecord,
    Span,
    Stretch,
    corrected,
    work_day,
)
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import LONGEST_PAUSE

START = datetime(2026, 3, 2, 11, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
A, B, C = (UUID(int=number) for number in (1, 2, 3))


def at(minute: int) -> datetime:
    return START + minute * MINUTE


def span(key: UUID, kind: BreakKind | None, start: int, end: int | None) -> Span:
    return Span(key, kind, at(start), None if end is None else at(end))


def correction(number: int, draft: CorrectionDraft) -> Correction:
    return Correction(UUID(int=number), draft, at(600 + number))


def draft(key: UUID, kind: BreakKind | None, start: int, end: int | None, **more: bool):
    return CorrectionDraft(
        key, kind, at(start), None if end is None else at(end), "era assim", **more
    )


SPANS = st.lists(
    st.tuples(
        st.sampled_from((None, None, *BreakKind)),
        st.integers(0, 60),
        st.none() | st.integers(0, 60),
    ),
    max_size=8,
).map(
    lambda rows: [
        span(UUID(int=number), kind, start, None if long is None else start + long)
        for number, (kind, start, long) in enumerate(rows)
    ]
)


def minutes(spans: list[Span], now: int, *, is_work: bool) -> set[int]:
    """Return the minutes that spans cover, counted one by one."""
    return {
        minute
        for one in spans
        if (one.kind is None) is is_work
        for minute in range(now)
        if one.started_at <= at(minute) < (one.ended_at or at(now))
    }


@given(SPANS)
def test_a_day_is_the_union_of_what_its_programs_recorded(spans: list[Span]):
    now, day = 200, work_day(spans)
    work = minutes(spans, now, is_work=True)
    assert sum(((end or at(now)) - start for start, end in day.stretches), timedelta()) == (
        len(work) * MINUTE
    )
    paused = sum(((one.ended_at or at(now)) - one.started_at for one in day.pauses), timedelta())
    assert paused <= len(work & minutes(spans, now, is_work=False)) * MINUTE


@given(SPANS)
def test_stretches_and_pauses_are_in_order_and_only_the_last_goes_on(spans: list[Span]):
    day = work_day(spans)
    rows = (day.stretches, [(one.started_at, one.ended_at) for one in day.pauses])
    for row in rows:
        for (_, end), (start, _end) in pairwise(row):
            assert end is not None
            assert end <= start
    for one in day.pauses:
        within = [
            begins <= one.started_at and (ends is None or (one.ended_at or ends) <= ends)
            for begins, ends in day.stretches
        ]
        assert any(within)
    assert day.worked(at(200)) >= timedelta()


def test_two_machines_make_one_day():
    day = work_day([span(A, None, 0, 60), span(B, None, 30, None), span(C, BreakKind.MEAL, 40, 60)])
    assert day.stretches == ((at(0), None),)
    assert day.worked(at(100)) == 80 * MINUTE


def test_a_break_that_two_machines_recorded_counts_once():
    both = [span(B, BreakKind.REST, 10, 20), span(C, BreakKind.OTHER, 15, 25)]
    day = work_day([span(A, None, 0, 60), *both])
    assert [(one.started_at, one.ended_at) for one in day.pauses] == [
        (at(10), at(20)), (at(20), at(25)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("silence", "is_paused", "is_over"),
    [
        (SILENCE, False, False),
        (SILENCE + MINUTE, False, True),
        (SILENCE + MINUTE, True, False),
        (LONGEST_PAUSE, True, False),
        (LONGEST_PAUSE + MINUTE, True, True),
    ],
)
def test_what_nobody_ended_is_over_at_the_last_sign_of_life(
    silence: timedelta, is_paused: bool, is_over: bool
):
    pauses = (span(B, BreakKind.MEAL, 5, None),) if is_paused else ()
    one = Stretch(A, None, at(0), None, at(10), pauses)
    assert one.forgotten_end(at(10) + silence) == (at(10) if is_over else None)


def test_a_sign_of_life_that_lies_ahead_by_a_clock_set_back_is_none():
    one = Stretch(A, None, at(50), None, at(100))
    assert one.forgotten_end(at(60)) == at(60)
    assert one.forgotten_end(at(20)) == at(50)


def test_the_newest_correction_of_a_stretch_counts_and_carries_its_reason():
    recorded = [span(A, None, 10, 60)]
    found = corrected(
        recorded,
        [correction(2, draft(A, None, 0, 50)), correction(1, draft(A, None, 5, 55))],
    )
    assert [(one.started_at, one.ended_at, one.reason) for one in found] == [
        (at(0), at(50), "era assim")
    ]


def test_a_struck_break_is_gone_and_an_unknown_one_added():
    recorded = [span(A, None, 0, 60), span(B, BreakKind.REST, 10, 20)]
    struck = draft(B, BreakKind.REST, 10, 20, is_struck=True)
    added = draft(C, BreakKind.MEAL, 30, 50)
    found = corrected(recorded, [correction(1, struck), correction(2, added)])
    assert [(one.span_id, one.is_corrected) for one in found] == [(A, False), (C, True)]


def test_what_goes_on_goes_on_after_its_beginning_was_corrected():
    [found] = corrected([span(A, None, 10, None)], [correction(1, draft(A, None, 0, None))])
    assert (found.started_at, found.ended_at) == (at(0), None)


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (CorrectionDraft(A, None, at(0), at(10), "  "), "error.correction_needs_reason"),
        (draft(A, None, 20, 10), "error.correction_backwards"),
        (draft(A, None, 10, 10), "error.correction_backwards"),
        (draft(A, None, 0, 25 * 60), "error.correction_ahead"),
        (draft(A, None, 1000, None), "error.correction_ahead"),
    ],
)
def test_a_correction_that_cannot_be_so_is_refused(one: CorrectionDraft, key: str):
    with pytest.raises(BadInputError) as caught:
        one.check(at(600))
    assert caught.value.message.key == key


def test_the_length_of_calls_leaves_out_those_that_nobody_timed():
    calls = tuple(CallTime(A, "Acme", at(1), "", seconds) for seconds in (60, None, 120))
    record = DayRecord(date(2026, 3, 2), (), calls, at(600))
    assert record.mean_call == timedelta(seconds=90)
    assert DayRecord(date(2026, 3, 2), (), calls[1:2], at(600)).mean_call is None
