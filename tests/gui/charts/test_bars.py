"""Bars: the cursor, the marks, and nothing at all."""

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from cockpit.ui.charts.bar_painting import Bar, BarMark, BarSpan
from cockpit.ui.charts.bars import BarChart
from cockpit.ui.charts.canvas import NOWHERE
from tests.support.panel_data import PanelWorld

BARS = tuple(
    Bar(value, label, f"{label} dias: {value:.0%}", f"{value:.0%}", is_strong=value > 0.2)
    for value, label in ((0.5, "0–15"), (0.3, "15–30"), (0.0, "30–45"), (0.2, "45+"))
)


@pytest.fixture
def chart(qtbot: QtBot, world: PanelWorld) -> BarChart:
    made = BarChart(world.ctx)
    qtbot.addWidget(made)
    made.resize(400, 160)
    made.show()
    return made


def test_keys_and_mouse_read_the_same_bars(qtbot: QtBot, chart: BarChart) -> None:
    chart.show_bars("Intervalos", "Metade até 15 dias", BARS)
    read = []
    for _ in BARS:
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        read.append(chart.reading(chart.point))
    assert read == [bar.reading for bar in BARS]
    for number in range(len(BARS)):
        qtbot.mouseMove(chart, chart.point_rect(number).center().toPoint())
        assert chart.point == number
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.point == 0


def test_a_screen_reader_gets_heading_and_summary(chart: BarChart) -> None:
    chart.show_bars("Intervalos", "Metade até 15 dias", BARS)
    described = QAccessible.queryAccessibleInterface(chart)
    assert described.text(QAccessible.Text.Name) == "Intervalos"
    assert described.text(QAccessible.Text.Description) == "Metade até 15 dias"


def test_new_bars_take_the_cursor_away(qtbot: QtBot, chart: BarChart) -> None:
    chart.show_bars("Intervalos", "", BARS)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignal(chart.point_changed) as changed:
        chart.show_bars("Intervalos", "", BARS[:1])
    assert changed.args == [NOWHERE]


def test_a_mark_and_a_span_are_drawn(chart: BarChart) -> None:
    chart.show_bars("Intervalos", "", BARS)
    bare = chart.grab().toImage()
    chart.show_bars("Intervalos", "", BARS, marks=[BarMark(2.5, "hoje", "warning")])
    marked = chart.grab().toImage()
    chart.show_bars("Intervalos", "", BARS, span=BarSpan(0, 2, "80%"))
    spanned = chart.grab().toImage()
    assert bare != marked
    assert bare != spanned
    assert marked != spanned


@pytest.mark.parametrize("bars", [(), (Bar(0, "0", "nada"),), BARS * 200])
def test_none_an_empty_one_and_hundreds_of_bars_are_drawn(
    chart: BarChart, bars: tuple[Bar, ...]
) -> None:
    chart.show_bars("", "", bars, marks=[BarMark(99, "fora")], span=BarSpan(-3, 99, "tudo"))
    for size in (QSize(400, 160), QSize(20, 20)):
        chart.resize(size)
        chart.grab()
        for x in range(0, size.width(), 3):
            assert NOWHERE <= chart.point_at(QPointF(x, 10)) < max(len(bars), 1)
