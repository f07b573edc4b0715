"""Sums as they are said aloud."""

import pytest

from cockpit.domain.formats import Language
from cockpit.ui.work_list.amounts import short_reais
from tests.support.ui_data import UiWorld


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "R$ 0"),
        (99_949, "R$ 999"),
        (123_456, "R$ 1,2 mil"),
        (35_400_000, "R$ 354 mil"),
        (100_000_000, "R$ 1 mi"),
        (-35_400_000, "R$ -354 mil"),
        (250_000_000_000, "R$ 2,5 bi"),
    ],
)
def test_sums_are_short(world: UiWorld, cents, text):
    assert short_reais(cents, Language.PORTUGUESE) == text
