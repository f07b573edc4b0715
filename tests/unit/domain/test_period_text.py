"""Periods as they are typed, and as they are written."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.period_text import parse_period, period_text
from cockpit.domain.periods import Period, month_of, quarter_of, year_of

TODAY = date(2026, 3, 2)
DAYS = st.dates(date(1991, 1, 1), date(2198, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("este mês", "2026-03-01", "2026-03-31"),
        ("MÊS PASSADO", "2026-02-01", "2026-02-28"),
        ("last month", "2026-02-01", "2026-02-28"),
        ("este trimestre", "2026-01-01", "2026-03-31"),
        ("trimestre passado", "2025-10-01", "2025-12-31"),
        ("ano passado", "2025-01-01", "2025-12-31"),
        ("hoje", "2026-03-02", "2026-03-02"),
        ("ontem", "2026-03-01", "2026-03-01"),
        ("últimos 30 dias", "2026-02-01", "2026-03-02"),
        ("12 meses", "2025-04-01", "2026-03-31"),
        ("02/2026", "2026-02-01", "2026-02-28"),
        ("2/2024", "2024-02-01", "2024-02-29"),
        ("fev/26", "2026-02-01", "2026-02-28"),
        ("fevereiro de 2026", "2026-02-01", "2026-02-28"),
        ("março", "2026-03-01", "2026-03-31"),
        ("abril", "2025-04-01", "2025-04-30"),
        ("1º tri 2026", "2026-01-01", "2026-03-31"),
        ("4t/2025", "2025-10-01", "2025-12-31"),
        ("Q2 2025", "2025-04-01", "2025-06-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("01/02/2026 a 15/02/2026", "2026-02-01", "2026-02-15"),
        ("1/2 até 15/2", "2026-02-01", "2026-02-15"),
        ("20/12 - 10/1", "2025-12-20", "2026-01-10"),
        ("15/02/2026", "2026-02-15", "2026-02-15"),
    ],
)
def test_what_is_typed_is_understood(text: str, first: str, last: str) -> None:
    expected = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert parse_period(text, TODAY) == expected


@pytest.mark.parametrize(
    "text",
    ["", "x", "13/2026", "31/02/2026", "5º tri 2026", "0 dias", "99999", "0099", "a", "1/2 a", "-",
     "01/01/2026 a 02/01/2026 a 03/01/2026", "9999 dias", "999 meses"],
)  # fmt: skip
def test_what_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(BadInputError) as refused:
        parse_period(text, TODAY)
    assert refused.value.message.key == "error.period_not_understood"


def test_an_end_before_its_beginning_is_refused() -> None:
    with pytest.raises(BadInputError) as refused:
        parse_period("15/02/2026 a 01/02/2026", TODAY)
    assert refused.value.message.key == "error.period_ends_before_it_begins"


@given(DAYS, st.integers(0, 800), st.sampled_from(list(Language)))
def test_what_is_written_means_the_same_again(first: date, days: int, language: Language) -> None:
    for period in (
        Period(first, min(first + timedelta(days=days), date(2198, 12, 31))),
        month_of(first),
        quarter_of(first),
        year_of(first),
    ):
        assert parse_period(period_text(period, language), TODAY) == period


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    with suppress(BadInputError):
        parse_period(text, TODAY)
