"""Dates in a salesperson's words, in both languages."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.natural_date import FURTHEST, LocalMoment, moment_of, parse

SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=DEFAULT_ZONE)
NINE, TWO = time(9), time(14)
EARLIEST = datetime(2020, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
LATEST = datetime(2090, 1, 1)  # noqa: DTZ001
languages = st.sampled_from(Language)
presents = st.datetimes(
    timezones=st.just(DEFAULT_ZONE), allow_imaginary=False, min_value=EARLIEST, max_value=LATEST
)


def nov(day: int) -> date:
    return date(2026, 11, day)


@pytest.mark.parametrize(
    ("words", "day", "clock"),
    [
        ("amanhã 14h", nov(22), TWO),
        ("amanha", nov(22), None),
        ("Amanhã às 14", nov(22), TWO),
        ("depois de amanhã 9h", nov(23), NINE),
        ("hoje", nov(21), None),
        ("hoje 16:30", nov(21), time(16, 30)),
        ("sexta", nov(27), None),
        ("sexta-feira que vem", nov(27), None),
        ("seg 9h", nov(23), NINE),
        ("segunda feira 9h30", nov(23), time(9, 30)),
        ("terça, 14h", nov(24), TWO),
        ("sábado", nov(28), None),
        ("semana que vem", nov(23), None),
        ("mês que vem", date(2026, 12, 1), None),
        ("+3d", nov(24), None),
        ("+3d 14h", nov(24), TWO),
        ("+2h", nov(21), time(12)),
        ("+15h", nov(22), time(1)),
        ("30 min", nov(21), time(10, 30)),
        ("3 dias", nov(24), None),
        ("3 dias 14h", nov(24), TWO),
        ("daqui a 2 semanas", date(2026, 12, 5), None),
        ("em 1 mês", date(2026, 12, 21), None),
        ("15/12", date(2026, 12, 15), None),
        ("15/12 9:30", date(2026, 12, 15), time(9, 30)),
        ("15/12/2026", date(2026, 12, 15), None),
        ("15.12.26 meio-dia", date(2026, 12, 15), time(12)),
        ("2026-12-15", date(2026, 12, 15), None),
        ("20/11", date(2027, 11, 20), None),
        ("29/02", date(2028, 2, 29), None),
        ("dia 5", date(2026, 12, 5), None),
        ("dia 31", date(2026, 12, 31), None),
        ("16:30", nov(21), time(16, 30)),
        ("9h", nov(22), NINE),
        ("14 horas", nov(21), TWO),
        ("tomorrow 2pm", nov(22), TWO),
        ("tomorrow at 2 pm", nov(22), TWO),
        ("tomorrow 12am", nov(22), time(0)),
        ("fri 10:00", nov(27), time(10)),
        ("next friday", nov(27), None),
        ("in 3 days", nov(24), None),
        ("in 2 hours", nov(21), time(12)),
        ("next week", nov(23), None),
        ("day after tomorrow noon", nov(23), time(12)),
        ("ter 24/11/2026 02:00", nov(24), time(2)),
    ],
)
def test_words_are_understood(words: str, day: date, clock: time | None) -> None:
    assert parse(words, now=SATURDAY) == LocalMoment(day, clock)


@pytest.mark.parametrize("words", ["", "   ", "banana", "amanhã de banana", "sexta talvez", "+3x"])
def test_other_words_say_nothing(words: str) -> None:
    assert parse(words, now=SATURDAY) is None


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("hoje 9h", "error.date_past"),
        ("20/11/2026", "error.date_past"),
        ("+0h", "error.date_past"),
        ("15", "error.date_ambiguous"),
        ("sexta 9", "error.date_ambiguous"),
        ("amanhã 2h", "error.time_ambiguous"),
        ("tomorrow at 2", "error.time_ambiguous"),
        ("qua 24/11/2026", "error.date_weekday"),
        ("31/11", "error.date_impossible"),
        ("15/13/2026", "error.date_impossible"),
        ("dia 32", "error.date_impossible"),
        ("amanhã 25h", "error.date_impossible"),
        ("15/12/2099", "error.date_too_far"),
        ("+9999 semanas", "error.date_too_far"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_what_cannot_be_meant_is_refused_with_a_sentence(
    words: str, key: str, language: Language
) -> None:
    with pytest.raises(BadInputError) as caught:
        parse(words, now=SATURDAY)
    assert caught.value.message.key == key
    assert resources.text(caught.value.message, language).endswith(".")


def test_a_weekday_never_means_today() -> None:
    friday = SATURDAY - timedelta(days=1)
    assert parse("sexta", now=friday) == LocalMoment(nov(27))


def test_the_last_day_of_a_month_stays_in_the_next_month() -> None:
    january = datetime(2027, 1, 31, 10, 0, tzinfo=DEFAULT_ZONE)
    assert parse("+1 mês", now=january) == LocalMoment(date(2027, 2, 28))


@given(
    now=presents,
    ahead=st.integers(1, FURTHEST.days),
    clock=st.none() | st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    language=languages,
)
def test_the_preview_means_the_same_moment_again(
    now: datetime, ahead: int, clock: time | None, language: Language
) -> None:
    moment = LocalMoment(now.date() + timedelta(days=ahead), clock)
    assert parse(moment.text(language), now=now) == moment


WORDS = [
    *("hoje", "amanhã", "sexta", "dom", "mon", "+", "3d", "2h", "2", "14h", "9:30", "15/12", "h"),
    *("31/2", "29/02", "dia", "em", "in", "dias", "semanas", "2pm", "às", "que vem", "2026", "0"),
]


@given(
    now=presents,
    text=st.text(max_size=20) | st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
)
def test_what_is_understood_is_never_past(now: datetime, text: str) -> None:
    try:
        moment = parse(text, now=now)
    except BadInputError:
        return
    if moment is None:
        return
    wall = now.replace(tzinfo=None)
    assert wall.date() <= moment.day <= wall.date() + FURTHEST
    assert moment.time_of_day is None or datetime.combine(moment.day, moment.time_of_day) > wall


@given(now=presents, has_time=st.booleans())
def test_an_instant_comes_back_from_its_moment(now: datetime, has_time: bool) -> None:
    moment = moment_of(now, DEFAULT_ZONE, has_time=has_time)
    assert moment_of(moment.instant(DEFAULT_ZONE), DEFAULT_ZONE, has_time=has_time) == moment
