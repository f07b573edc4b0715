"""Who may be offered now: the ledger's order, and what each bar says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.bars import BarredError, label, rule, sentence
from cockpit.domain.calling_window import Closed, Window
from cockpit.domain.eligibility import BAR_OF_HOLD, JUST_CALLED, Bar, Barred, Standing, bar_of
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import HoldKind, LifecycleStatus
from resources import text

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
HOUR = timedelta(hours=1)
OPEN = Window(NOW, None, "", None, NOW + HOUR)
HOLIDAY = Window(NOW, Closed.HOLIDAY, "Natal", NOW + 20 * HOUR, None)
SHUT = Window(NOW, Closed.HOURS, "", NOW + 20 * HOUR, None)
FREE = Standing(LifecycleStatus.AT_RISK)
LATER = NOW + HOUR

#: A standing or window that brings about each bar, in the order in which they count.
BARS: list[tuple[Bar, dict[str, object], Window]] = [
    (Bar.DO_NOT_CONTACT, {"is_phone_forbidden": True}, OPEN),
    (Bar.NO_PHONE, {"has_phone": False}, OPEN),
    (Bar.BLOCKED, {"is_blocked": True}, OPEN),
    (Bar.HOLD_OUT, {"is_held_out": True}, OPEN),
    (Bar.CLAIMED, {"claimed_by": "Bia"}, OPEN),
    (Bar.PACKED, {"packed_by": "Bia", "packed_until": LATER}, OPEN),
    (
        Bar.JUST_CALLED,
        {"last_contact_at": NOW - HOUR / 2, "last_contact_by": "Bia"},
        OPEN,
    ),
    (Bar.RESERVED, {"reserved_until": LATER, "reserved_by": "Bia"}, OPEN),
    (Bar.SCHEDULED, {"due_at": LATER}, OPEN),
    (Bar.COOLING_DOWN, {"hold": HoldKind.COOLING_DOWN, "hold_until": LATER}, OPEN),
    (Bar.RESTING, {"hold": HoldKind.RESTING, "hold_until": LATER}, OPEN),
    (Bar.CAPPED, {"hold": HoldKind.CAPPED, "hold_until": LATER}, OPEN),
    (Bar.HOLIDAY, {}, HOLIDAY),
    (Bar.IN_CYCLE, {"status": LifecycleStatus.ACTIVE}, OPEN),
]
FORBIDDING = (Bar.DO_NOT_CONTACT, Bar.NO_PHONE, Bar.CLAIMED, Bar.PACKED, Bar.HOLIDAY)

instants = st.none() | st.integers(-180, 180).map(lambda minutes: NOW + timedelta(minutes=minutes))
standings = st.builds(
    Standing,
    status=st.sampled_from(LifecycleStatus),
    is_phone_forbidden=st.booleans(),
    has_phone=st.booleans(),
    is_blocked=st.booleans(),
    is_held_out=st.booleans(),
    claimed_by=st.sampled_from(["", "Bia"]),
    packed_by=st.just("Bia"),
    packed_until=instants,
    last_contact_at=instants,
    last_contact_by=st.just("Bia"),
    reserved_until=instants,
    reserved_by=st.just("Caio"),
    due_at=instants,
    hold=st.none() | st.sampled_from(HoldKind),
    hold_until=instants,
    is_woken=st.booleans(),
    is_raised=st.booleans(),
)
windows = st.sampled_from([OPEN, HOLIDAY, SHUT])


@pytest.mark.parametrize(("bar", "facts", "window"), BARS)
def test_each_bar_has_its_cause(bar: Bar, facts: dict[str, object], window: Window) -> None:
    barred = bar_of(replace(FREE, **facts), window, now=NOW)  # type: ignore[arg-type]
    assert barred is not None
    assert barred.bar is bar
    assert bar_of(FREE, OPEN, now=NOW) is None


@pytest.mark.parametrize("place", range(len(BARS) - 1))
def test_of_two_bars_the_first_counts(place: int) -> None:
    bar, facts, window = BARS[place]
    for _, other_facts, other_window in BARS[place + 1 :]:
        both = other_facts | facts
        worst = window if window is not OPEN else other_window
        barred = bar_of(replace(FREE, **both), worst, now=NOW)  # type: ignore[arg-type]
        assert barred is not None
        assert barred.bar is bar


@pytest.mark.parametrize(("bar", "facts", "window"), BARS)
def test_a_due_callback_gives_way_only_to_what_forbids_or_makes_a_call_impossible(
    bar: Bar, facts: dict[str, object], window: Window
) -> None:
    due = replace(FREE, **(facts | {"due_at": NOW}))  # type: ignore[arg-type]
    barred = bar_of(due, window, now=NOW)
    assert (barred is not None) == (bar in FORBIDDING)


@pytest.mark.parametrize("changes", [{}, {"due_at": NOW - HOUR}, {"is_woken": True}])
def test_who_was_skipped_is_left_alone(changes: dict[str, object]) -> None:
    skipped = replace(FREE, hold=HoldKind.SKIPPED, hold_until=LATER, **changes)  # type: ignore[arg-type]
    assert bar_of(skipped, OPEN, now=NOW) == Barred(Bar.SKIPPED, LATER)
    assert bar_of(skipped, OPEN, now=LATER) is None


@pytest.mark.parametrize(
    ("hold", "until"),
    [(HoldKind.COOLING_DOWN, LATER), (HoldKind.RESTING, LATER), (HoldKind.CLOSED, None)],
)
def test_a_woken_objection_ends_a_rest(hold: HoldKind, until: datetime | None) -> None:
    resting = replace(FREE, hold=hold, hold_until=until)
    assert bar_of(resting, OPEN, now=NOW) is not None
    assert bar_of(replace(resting, is_woken=True), OPEN, now=NOW) is None


def test_a_woken_objection_does_not_end_a_cap() -> None:
    capped = replace(FREE, hold=HoldKind.CAPPED, hold_until=LATER, is_woken=True)
    assert bar_of(capped, OPEN, now=NOW) == Barred(Bar.CAPPED, LATER)
    assert bar_of(capped, OPEN, now=LATER) is None


def test_a_rest_without_an_end_lasts() -> None:
    closed = replace(FREE, hold=HoldKind.CLOSED)
    assert bar_of(closed, OPEN, now=NOW + 9999 * HOUR) == Barred(Bar.CLOSED)


@given(standings, windows)
def test_nobody_is_offered_who_must_not_be_called(standing: Standing, window: Window) -> None:
    barred = bar_of(standing, window, now=NOW)
    if standing.is_phone_forbidden or not standing.has_phone or window.closed is not None:
        assert barred is not None
    if standing.claimed_by:
        assert barred is not None
    if standing.is_phone_forbidden:
        assert barred == Barred(Bar.DO_NOT_CONTACT)


@given(standings, windows)
def test_a_bar_with_an_end_is_over_then_or_another_stands(
    standing: Standing, window: Window
) -> None:
    """What the ledger promises comes true: at its end no bar of that kind stands any more."""
    barred = bar_of(standing, window, now=NOW)
    timed = {Bar.JUST_CALLED, Bar.SCHEDULED, *BAR_OF_HOLD.values()}
    if barred is not None and barred.until is not None and barred.bar in timed:
        assert barred.until > NOW
        then = bar_of(standing, window, now=barred.until)
        assert then is None or then.bar is not barred.bar


@given(standings, windows)
def test_whoever_was_called_within_the_hour_is_offered_only_for_a_commitment(
    standing: Standing, window: Window
) -> None:
    called = replace(standing, last_contact_at=NOW - JUST_CALLED / 2)
    if bar_of(called, window, now=NOW) is None:
        assert called.due_at is not None
        assert called.due_at <= NOW


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("bar", Bar)
@pytest.mark.parametrize("until", [None, NOW + HOUR, NOW + 100 * HOUR])
def test_every_bar_is_told_in_both_languages(
    bar: Bar, language: Language, until: datetime | None
) -> None:
    told = text(sentence(Barred(bar, until, "Bia"), now=NOW), language)
    assert told.endswith(".")
    assert "{" not in told
    assert text(label(bar), language)
    assert text(rule(bar), language).endswith(".")


@pytest.mark.parametrize(
    ("barred", "told"),
    [
        (Barred(Bar.CLAIMED, who="Ana"), "Ana está com este cliente."),
        (
            Barred(Bar.SCHEDULED, datetime(2026, 11, 25, 3, tzinfo=UTC)),
            "O próximo contato está marcado: 25/11.",
        ),
        (
            Barred(Bar.SCHEDULED, datetime(2027, 1, 4, 11, tzinfo=UTC)),
            "O próximo contato está marcado: 04/01/2027 08:00.",
        ),
        (
            Barred(Bar.CLOSED),
            "Disse que não compra por ora: só volta quando alguém o chamar.",
        ),
    ],
)
def test_a_sentence_tells_the_end_as_short_as_it_may_be(barred: Barred, told: str) -> None:
    assert text(BarredError(barred, now=NOW).message, Language.PORTUGUESE) == told


def test_who_is_in_the_field_is_told_with_the_day_they_return() -> None:
    last_minute = datetime(2026, 11, 28, 2, 59, tzinfo=UTC)
    barred = Barred(Bar.PACKED, last_minute, "Rui")
    told = text(sentence(barred, now=NOW), Language.PORTUGUESE)
    assert told == "Está na carteira de campo de Rui até 27/11."
    assert "Rui" in text(sentence(Barred(Bar.PACKED, who="Rui"), now=NOW), Language.ENGLISH)
    with pytest.raises(BarredError):
        raise BarredError(barred, now=NOW)


def test_a_pack_whose_time_is_over_bars_nobody() -> None:
    packed = replace(FREE, packed_by="Rui", packed_until=NOW)
    assert bar_of(packed, OPEN, now=NOW) is None
    assert bar_of(packed, OPEN, now=NOW - HOUR) == Barred(Bar.PACKED, NOW, "Rui")
