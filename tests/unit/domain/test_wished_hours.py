"""Hours of the day as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.calling_window import Hours, Place, WindowRules, Wishes, window_now, zone_of
from cockpit.domain.contact_wishes import Statement, leaves_time, statements
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import Channel
from cockpit.domain.wished_hours import hours_text, parse_hours
from tests.support import cadence_data as data

minutes = st.none() | st.integers(1, 24 * 60 - 1)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", (None, None)),
        ("14-17", (840, 1020)),
        ("14h – 17h30", (840, 1050)),
        ("das 9 às 11:30", (540, 690)),
        ("9 a 12", (540, 720)),
        ("entre 14h e 16h", (840, 960)),
        ("depois das 14", (840, None)),
        ("a partir das 14:30", (870, None)),
        ("até às 11", (None, 660)),
        ("antes das 11h", (None, 660)),
        ("Manhã", (480, 720)),
        ("à tarde", (780, 1080)),
        ("from 9 to 11", (540, 660)),
        ("after 2", (120, None)),
    ],
)
def test_hours_are_understood_as_they_are_said(
    text: str, hours: tuple[int | None, int | None]
) -> None:
    assert parse_hours(text) == hours


@pytest.mark.parametrize(
    "text", ["quando der", "17-14", "9-9", "25-26", "14:75-17", "-", "14", "0"]
)
def test_what_is_not_understood_is_told(text: str) -> None:
    assert parse_hours(text) is None


@given(minutes, minutes, st.sampled_from(Language))
def test_what_is_shown_can_be_typed_again(
    first: int | None, until: int | None, language: Language
) -> None:
    if first is None or until is None or first < until:
        assert parse_hours(hours_text(first, until, language)) == (first, until)


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_hours_of_a_day_or_nothing(text: str) -> None:
    found = parse_hours(text)
    if found is not None:
        first, until = found
        assert 0 <= (first or 0) < (24 * 60 if until is None else until) <= 24 * 60


@given(data.wishes, data.hours, data.instants)
def test_wishes_that_leave_no_time_never_open(wishes: Wishes, hours: Hours, now) -> None:  # type: ignore[no-untyped-def]
    place = Place("SP", "São Paulo", zone_of("SP"))
    window = window_now(place, wishes, WindowRules(default=hours, optional_days=False), now)
    is_ever = window.closed is None or window.opens_at is not None
    if (wishes.from_minute or 0) < (1440 if wishes.until_minute is None else wishes.until_minute):
        assert leaves_time(wishes, hours) == is_ever


@given(st.frozensets(data.channels), st.frozensets(data.channels))
def test_the_statements_lead_from_what_was_closed_to_what_is(
    before: frozenset[Channel], after: frozenset[Channel]
) -> None:
    closed = before
    for one in statements(before, after):
        named = frozenset(Channel) if one.channel is None else frozenset({one.channel})
        closed = closed | named if one.is_forbidden else closed - named
    assert closed == after
    assert (statements(before, after) == ()) == (before == after)


def test_all_channels_at_once_are_one_statement() -> None:
    every = frozenset(Channel)
    assert statements(frozenset(), every) == (Statement(None, is_forbidden=True),)
    assert statements(every, frozenset()) == (Statement(None, is_forbidden=False),)
