"""The operator's day and what is advised in it."""

from datetime import UTC, datetime, timedelta

import pytest

from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import Advice, Pause, WorkDay, advice

START = datetime(2026, 3, 2, 11, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def day(*pauses: tuple[BreakKind, int, int | None], end: int | None = None) -> WorkDay:
    return WorkDay(
        [(START, None if end is None else at(end))],
        [Pause(kind, at(a), None if b is None else at(b)) for kind, a, b in pauses],
    )


def test_meals_are_no_work_and_rests_are() -> None:
    one = day((BreakKind.REST, 60, 70), (BreakKind.MEAL, 120, 140), end=200)
    assert one.worked(at(500)) == timedelta(minutes=180)
    assert one.pause is None


def test_a_pause_that_goes_on_is_told_and_counts_until_now() -> None:
    one = day((BreakKind.MEAL, 120, None))
    assert one.pause is not None
    assert one.worked(at(130)) == timedelta(minutes=120)


@pytest.mark.parametrize(
    ("pauses", "minute", "expected"),
    [
        ((), 59, None),
        ((), 119, None),
        ((), 120, Advice.REST),
        (((BreakKind.REST, 120, 130),), 200, None),
        (((BreakKind.REST, 120, 130),), 250, Advice.MEAL),
        (((BreakKind.REST, 120, 130), (BreakKind.MEAL, 180, 200)), 319, None),
        (((BreakKind.REST, 120, 130), (BreakKind.MEAL, 180, 200)), 320, Advice.REST),
        (((BreakKind.REST, 60, 70), (BreakKind.REST, 90, 100)), 220, Advice.MEAL),
        (((BreakKind.MEAL, 180, 200),), 379, None),
        (((BreakKind.MEAL, 180, 200),), 380, Advice.END),
        (((BreakKind.REST, 120, None),), 129, None),
        (((BreakKind.REST, 120, None),), 130, Advice.BACK),
        (((BreakKind.OTHER, 120, None),), 400, None),
    ],
)
def test_the_advice_follows_the_rule(
    pauses: tuple[tuple[BreakKind, int, int | None], ...], minute: int, expected: Advice | None
) -> None:
    assert advice(day(*pauses), at(minute)) is expected


def test_who_ended_the_day_is_left_alone() -> None:
    assert advice(day(end=380), at(800)) is None
    assert advice(WorkDay(), at(0)) is None
