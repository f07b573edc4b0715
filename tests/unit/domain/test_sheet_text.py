"""Text in spreadsheets never runs as a formula and comes back as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cockpit.domain.sheet_text import guarded, unguarded

_TEXTS = st.text() | st.text(alphabet="'=+-@ \t\r\n＝1,a")


@given(_TEXTS)
@example("''=1")
@example("'")
@example("' =A1")
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(_TEXTS)
@example(" \r")
def test_no_guarded_text_begins_as_a_formula(text: str) -> None:
    safe = guarded(text)

    is_number = safe[1:].replace(",", "").replace(".", "").isdigit()
    assert is_number or not safe.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "\t", "\r"))


@pytest.mark.parametrize(
    "text", ["=1+1", "+55 (11) 9", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Padaria", "'Aspas'", "a=b", "-12,50", "+5511999998888"])
def test_plain_texts_and_signed_numbers_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text == unguarded(text)
