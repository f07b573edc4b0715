"""Figures as Brazilians read them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain import formats
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.formats import Language

PT, EN = Language.PORTUGUESE, Language.ENGLISH


@pytest.mark.parametrize(
    ("cents", "portuguese", "english"),
    [
        (0, "R$ 0,00", "R$ 0.00"),
        (5, "R$ 0,05", "R$ 0.05"),
        (182298, "R$ 1.822,98", "R$ 1,822.98"),
        (-12537010, "-R$ 125.370,10", "-R$ 125,370.10"),
        (123456789012, "R$ 1.234.567.890,12", "R$ 1,234,567,890.12"),
    ],
)
def test_money(cents: int, portuguese: str, english: str) -> None:
    assert formats.money(cents, PT) == portuguese
    assert formats.money(cents, EN) == english


@pytest.mark.parametrize(
    ("value", "shown"), [(3.125, "3,1"), (0.0, "0,0"), (-0.04, "0,0"), (1016.25, "1.016,2")]
)
def test_decimals_have_one_place_and_no_negative_zero(value: float, shown: str) -> None:
    assert formats.decimal(value, PT) == shown


@given(st.integers(-(10**15), 10**15))
def test_money_can_be_read_back(cents: int) -> None:
    shown = formats.money(cents, PT, symbol=False)
    assert int(shown.replace(".", "").replace(",", "")) == cents


def test_days_and_moments_are_local() -> None:
    assert formats.day(date(2022, 3, 5)) == "05/03/2022"
    assert formats.moment(datetime(2022, 3, 5, 1, 30, tzinfo=UTC), DEFAULT_ZONE) == (
        "04/03/2022 22:30"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12ABC34501DE35", "12.ABC.345/01DE-35"),
        ("08245948861", "082.459.488-61"),
        ("123", "123"),
        ("", ""),
    ],
)
def test_documents_wear_their_mask(text: str, shown: str) -> None:
    assert formats.tax_id(text) == shown
