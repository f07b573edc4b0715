"""Every kind of plot: keys, pointer, screen reader, both schemes, and nothing at all."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.ui.charts.figures import short_number
from cockpit.ui.plots.bridge_plot import BridgePlot, BridgeStep, StepKind
from cockpit.ui.plots.category_plot import Category, CategoryPlot
from cockpit.ui.plots.heat_plot import Cell, HeatPlot
from cockpit.ui.plots.histogram_plot import Column, HistogramPlot, Mark
from cockpit.ui.plots.interval_plot import IntervalPlot, Range
from cockpit.ui.plots.month_plot import LinePlot, Series, StackPlot, Value
from cockpit.ui.plots.plot import Plot
from cockpit.ui.plots.spots import NOWHERE
from tests.support.ui_data import UiWorld
from tests.unit.ui.test_plot_colours import luminance

LONG = "Distribuidora de Parafusos e Ferramentas Irmãos Albuquerque Cavalcanti Ltda."


def categories(plot: CategoryPlot, count: int) -> None:
    rows = [Category(LONG, n, str(n), f"r{n}", f"k{n}", n + 1.0) for n in range(count)]
    plot.show_categories("Título", "Resumo", rows, now="fev", before="jan", share="soma")


def series(plot: LinePlot | StackPlot, count: int) -> None:
    values = tuple(Value(float(n), f"r{n}", f"k{n}") for n in range(count))
    rows = [Series("A", values)] if count else []
    plot.show_series("Título", "Resumo", [f"m{n}" for n in range(count)], rows, short_number)


def steps(plot: BridgePlot, count: int) -> None:
    kinds = (StepKind.LEVEL, StepKind.IN, StepKind.OUT)
    rows = [BridgeStep(f"s{n}", 5.0, "5", f"r{n}", kinds[n % 3], f"k{n}") for n in range(count)]
    plot.show_steps("Título", "Resumo", rows, short_number)


def columns(plot: HistogramPlot, count: int) -> None:
    rows = [Column(f"c{n}", n + 1.0, str(n), f"r{n}", f"k{n}", 2.0) for n in range(count)]
    plot.show_columns(
        "Título", "Resumo", rows, short_number, marks=[Mark(1.5, "80%")], now="a", before="b"
    )


def ranges(plot: IntervalPlot, count: int) -> None:
    rows = [Range(LONG, -0.1, 0.1 * n, 0.1 * n + 0.1, f"r{n}", f"k{n}") for n in range(count)]
    plot.show_ranges("Título", "Resumo", rows, short_number)


def cells(plot: HeatPlot, count: int) -> None:
    rows = [Cell(0, n, n / 10, str(n), f"r{n}", f"k{n}") for n in range(count)]
    plot.show_cells("Título", "Resumo", ["seg"], [f"{n}h" for n in range(count)], rows)


KINDS: dict[type[Plot], Callable[..., None]] = {
    CategoryPlot: categories,
    LinePlot: series,
    StackPlot: series,
    BridgePlot: steps,
    HistogramPlot: columns,
    IntervalPlot: ranges,
    HeatPlot: cells,
}
AcrossKeys = {CategoryPlot: Qt.Key.Key_Down, IntervalPlot: Qt.Key.Key_Down}


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def plot(request: pytest.FixtureRequest, qtbot: QtBot, world: UiWorld) -> Plot:
    made: Plot = request.param(world.ctx)
    qtbot.addWidget(made)
    made.resize(640, 320)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_keys_read_every_value_and_enter_opens_its_customers(plot: Plot, qtbot: QtBot) -> None:
    KINDS[type(plot)](plot, 3)
    key, read = AcrossKeys.get(type(plot), Qt.Key.Key_Right), []
    for _ in range(3):
        qtbot.keyClick(plot, key)
        read.append(plot.reading())
        with qtbot.waitSignal(plot.opened) as opened:
            qtbot.keyClick(plot, Qt.Key.Key_Return)
        assert opened.args == [read[-1].replace("r", "k")]
    assert read == ["r0", "r1", "r2"]
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.reading() == "r0"
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert plot.reading() == "r2"
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.point == NOWHERE


def test_the_pointer_reads_a_value_and_a_click_opens_it(plot: Plot, qtbot: QtBot) -> None:
    KINDS[type(plot)](plot, 3)
    view = plot._view.viewport()
    qtbot.mouseMove(view, QPoint(1, 1))
    for number in range(3):
        place = view.mapFrom(plot, plot.place_of(number))
        qtbot.mouseMove(view, place)
        assert plot.reading() == f"r{number}"
        with qtbot.waitSignal(plot.opened) as opened:
            qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        assert opened.args == [f"k{number}"]


def test_a_screen_reader_gets_heading_summary_and_every_figure(plot: Plot) -> None:
    KINDS[type(plot)](plot, 2)
    described = QAccessible.queryAccessibleInterface(plot)
    assert described.text(QAccessible.Text.Name) == "Título"
    assert described.text(QAccessible.Text.Description).split("\n") == ["Resumo", "r0", "r1"]


def test_both_schemes_draw_other_pictures(plot: Plot, world: UiWorld) -> None:
    KINDS[type(plot)](plot, 3)
    light = plot.grab().toImage()
    world.theme.apply("dark")
    dark = plot.grab().toImage()
    assert dark != light
    corner = dark.pixelColor(plot.width() // 2, plot.height() - 2)
    assert corner.lightness() < 60
    world.theme.apply("light")
    assert plot.grab().toImage() == light


@pytest.mark.parametrize("count", [0, 1, 60])
def test_none_one_and_many_values_are_drawn_in_any_room(
    plot: Plot, count: int, qapp: QApplication
) -> None:
    KINDS[type(plot)](plot, count)
    for width, height in ((640, 320), (160, 150), (1200, 700)):
        plot.resize(width, height)
        qapp.processEvents()
        plot.grab()
    assert len(plot.spots) == count


def test_new_figures_take_the_cursor_away(plot: Plot, qtbot: QtBot) -> None:
    KINDS[type(plot)](plot, 3)
    qtbot.keyClick(plot, Qt.Key.Key_End)
    KINDS[type(plot)](plot, 1)
    assert plot.point == NOWHERE
    assert plot.reading() == ""


def test_the_bubble_stays_within_the_plot(plot: Plot, qtbot: QtBot) -> None:
    KINDS[type(plot)](plot, 3)
    bubble = plot._bubble
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(plot, key)
        assert bubble.isVisible()
        assert plot.rect().contains(bubble.geometry())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_figures_on_a_field_are_readable(world: UiWorld, qtbot: QtBot, scheme: str) -> None:
    world.theme.apply(scheme)
    plot = HeatPlot(world.ctx)
    qtbot.addWidget(plot)
    for part in range(21):
        ground, ink = plot.ground_of(part / 20), world.theme.colour("ink")
        low, high = sorted((luminance(ground.name()), luminance(ink.name())))
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_a_pareto_ends_with_everything(world: UiWorld, qtbot: QtBot) -> None:
    plot = CategoryPlot(world.ctx)
    qtbot.addWidget(plot)
    rows = [Category(f"c{n}", v, str(v), f"r{n}") for n, v in enumerate((5.0, 3.0, 2.0))]
    plot.show_categories("Título", "", rows, share="soma")
    (line,) = (one for one in plot.item.listDataItems() if one.opts.get("symbol") == "o")
    assert list(line.getData()[0]) == pytest.approx([2.5, 4.0, 5.0])
