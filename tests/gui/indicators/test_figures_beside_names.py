"""Tables of indicators at any width, and how a change is said."""

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.formats import Language
from cockpit.ui.indicators.screen import IndicatorScreen
from cockpit.ui.indicators.words import change_words, count, points, reais, share
from cockpit.ui.widgets.even_columns import MOST_EXTRA

PT = Language.PORTUGUESE


@pytest.mark.parametrize("width", [1366, 1920])
def test_a_figure_stands_near_its_name(screen: IndicatorScreen, width: int, qtbot: QtBot) -> None:
    screen.resize(width, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    table = screen.page.table  # type: ignore[attr-defined]
    header = table.horizontalHeader()
    names = max(table.sizeHintForColumn(0), header.sectionSizeHint(0))
    assert names <= header.sectionSize(0) <= names + MOST_EXTRA
    assert header.length() <= table.viewport().width()


def test_on_a_narrow_window_the_names_give_way(screen: IndicatorScreen, qtbot: QtBot) -> None:
    screen.resize(760, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    table = screen.page.table  # type: ignore[attr-defined]
    header = table.horizontalHeader()
    for column in range(1, header.count()):
        assert header.sectionSize(column) >= table.sizeHintForColumn(column)


def test_less_is_said_once_and_with_a_minus(screen: IndicatorScreen) -> None:
    assert change_words(0.759, 0.766, share, PT) == "↓ 0,7 p.p. a menos (76,6%)"
    assert change_words(0.766, 0.759, share, PT) == "↑ 0,7 p.p. a mais (75,9%)"
    assert change_words(5, 0, count, PT) == "↑ antes: 0"
    assert points(-0.025, PT) == "−2,5 p.p."
    assert points(0.00001, PT) == "0,0 p.p."
    assert count(-50, PT) == "−50"
    assert reais(-320_000, PT) == "−R$ 3.200"
