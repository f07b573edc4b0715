"""Differences are written alike wherever they stand: one minus, one plus, and none on nothing."""

import pytest

from cockpit.domain.formats import Language
from cockpit.ui.indicators.words import signed_money

PT = Language.PORTUGUESE


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (123_456, "+R$ 1.234,56"),
        (-30_000, "−R$ 300,00"),
        (0, "R$ 0,00"),
        (0.4, "R$ 0,00"),
        (-0.4, "R$ 0,00"),
    ],
)
def test_a_difference_in_money_has_its_sign(cents: float, words: str) -> None:
    assert signed_money(cents, PT) == words
