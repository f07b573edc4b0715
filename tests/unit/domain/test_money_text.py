"""Amounts as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.money_text import LARGEST_CENTS, parse_reais


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("", None),
        ("  ", None),
        ("1500", 150_000),
        ("1.500", 150_000),
        ("1,500", 150_000),
        ("1.500,50", 150_050),
        ("1500,5", 150_050),
        ("R$ 2 mil", 200_000),
        ("3,5k", 350_000),
        ("0", 0),
        ("12.345.678", 1_234_567_800),
    ],
)
def test_what_is_typed_is_understood(text: str, cents: int | None) -> None:
    assert parse_reais(text) == cents


@pytest.mark.parametrize("text", ["muito", "1.2.3", "-5", "1.50.000", "11987654321000", "5 x 3"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        parse_reais(text)


@given(st.integers(0, LARGEST_CENTS), st.sampled_from(list(Language)), st.booleans())
def test_what_is_shown_is_understood_again(cents: int, language: Language, symbol: bool) -> None:
    assert parse_reais(formats.money(cents, language, symbol=symbol)) == cents


@given(st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        cents = parse_reais(text)
    except BadInputError:
        return
    assert cents is None or 0 <= cents <= LARGEST_CENTS
