"""Every figure of every page, on the demo company: each opens the customers behind it."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.pictures import seen_as
from cockpit.app.session import Session
from cockpit.app.window import Desk, open_picture
from cockpit.app.wiring import open_session
from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Comparison, Cut
from cockpit.domain.vocabulary import Role
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_table import FigureTable
from cockpit.ui.indicators.filters import Filters
from cockpit.ui.indicators.page import IndicatorPage
from cockpit.ui.indicators.pages.bridge import BridgePage
from cockpit.ui.indicators.pages.cycles import CyclesPage
from cockpit.ui.indicators.pages.objections import ObjectionsPage
from cockpit.ui.indicators.pages.reactivation import ReactivationPage
from cockpit.ui.indicators.screen import PAGES, IndicatorScreen
from cockpit.ui.plots.plot import Plot
from tests.support.demo_company import DemoCompanies

TODAY = date(2026, 3, 2)
PATIENCE_MS = 60_000
#: Figures that count customers: as many open.
COUNTS = {
    Defined.CLIENTS, Defined.REACTIVATED, Defined.CUSTOMERS, Defined.AT_RISK,
    Defined.CAMPAIGN_MEMBERS, Defined.HOLD_OUT, Defined.CAMPAIGN_BUYERS,
}  # fmt: skip


@pytest.fixture(scope="module")
def session(
    demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("demo")
    demo_companies.copy(TODAY, folder / "giro.db")
    options = Options(database=str(folder / "giro.db"), as_of=TODAY)
    with open_session(options, Paths(folder)) as made:
        yield seen_as(made, Role.MANAGER)


@pytest.fixture
def desk(session: Session, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    with open_picture(session, qapp, Options()) as made:
        qtbot.addWidget(made.window)
        made.window.resize(1366, 768)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        made.window.start()
        model = made.window.work_list.model
        qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=PATIENCE_MS)
        made.window.indicators.open()
        yield made
        made.window.close()


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> IndicatorScreen:
    corner = desk.window.indicators
    qtbot.waitUntil(lambda: corner.screen is not None, timeout=PATIENCE_MS)
    found = corner.screen
    assert found is not None
    qtbot.waitUntil(found.isVisible, timeout=PATIENCE_MS)
    found.bar.set_filters(Filters("este ano", Comparison.YEAR, Cut.TEAM))
    qtbot.waitUntil(lambda: not found.is_reading, timeout=PATIENCE_MS)
    return found


def shown(qtbot: QtBot, screen: IndicatorScreen, number: int) -> IndicatorPage:
    screen.show_page(number)
    qtbot.waitUntil(
        lambda: not screen.is_reading and screen.page.asked is not None, timeout=PATIENCE_MS
    )
    return screen.page


def faces(page: IndicatorPage) -> Iterator[str]:
    """Show everything that a page can show, one after the other."""
    match page:
        case ReactivationPage() | ObjectionsPage():
            for chip in page.chips:
                chip.click()
                yield chip.text()
        case CyclesPage():
            for chip in page.ways:
                chip.click()
                yield chip.text()
        case BridgePage():
            for unit in page.units:
                unit.click()
                for state in range(page.state.count()):
                    page.state.setCurrentIndex(state)
                    page.state.activated.emit(state)
                    yield f"{unit.text()} {page.state.currentText()}"
        case _:
            yield ""


def is_nothing(text: str) -> bool:
    """Return whether a figure is written as none at all, or as zero."""
    return not any(
        one in "123456789" for one in text.split(" ↑", maxsplit=1)[0].split(" ↓", maxsplit=1)[0]
    )


def faults(ctx: UiContext, page: IndicatorPage) -> Iterator[str]:
    """Yield what opens nobody though it is a figure of somebody."""
    for figure, card in page.cards.items():
        if card._opens is None:
            yield f"card {figure}: {card.value_text()}"
            continue
        found = card._opens(ctx)
        if not found and not is_nothing(card.value_text()):
            yield f"card {figure}: nobody behind {card.value_text()}"
        if figure in COUNTS and str(len(found)) != card.value_text().replace(".", ""):
            yield f"card {figure}: {len(found)} behind {card.value_text()}"
    for plot in page.findChildren(Plot):
        spots = plot.spots if plot.isVisible() else ()
        yield from (f"{plot.title}: {one.reading}" for one in spots if one.key is None)
        if spots and not any(one.key(ctx) for one in spots if one.key is not None):
            yield f"{plot.title}: nobody behind any value"
    yield from cells(ctx, page.table)


def cells(ctx: UiContext, table: FigureTable[object]) -> Iterator[str]:
    for row in range(min(table.records.rowCount(), 12)):
        for column, text in enumerate(table.texts(row)):
            title = table.records.headerData(column, Qt.Orientation.Horizontal)
            opens = table.opens_at(row, column)
            if table._figure_columns[column].is_figure and text and opens is None:
                yield f"cell {title}: {text}"
            if opens is not None and not is_nothing(text) and not opens(ctx):
                yield f"cell {title}: nobody behind {text}"


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_each_figure_opens_the_customers_behind_it(
    desk: Desk, screen: IndicatorScreen, qtbot: QtBot, number: int
) -> None:
    page = shown(qtbot, screen, number)
    ctx, found = desk.ctx, []
    for face in faces(page):
        found += [f"{face}: {one}" for one in faults(ctx, page)]
    assert found == []


def listed(qtbot: QtBot, screen: IndicatorScreen, act: Callable[[], object]) -> set[UUID]:
    with qtbot.waitSignal(screen.customers_requested, timeout=PATIENCE_MS) as signal:
        act()
    return set(signal.args[0])


def test_intervals_and_alerts_open_by_key_and_by_mouse(
    desk: Desk, screen: IndicatorScreen, qtbot: QtBot
) -> None:
    page = shown(qtbot, screen, len(PAGES) - 1)
    assert isinstance(page, CyclesPage)
    page.plot.setFocus()
    qtbot.keyClick(page.plot, Qt.Key.Key_End)
    longest = listed(qtbot, screen, lambda: qtbot.keyClick(page.plot, Qt.Key.Key_Return))
    desk.window.indicators.open()
    page = shown(qtbot, screen, len(PAGES) - 1)
    viewport = page.plot._view.viewport()
    place = viewport.mapFrom(page.plot, page.plot.place_of(len(page.plot.spots) - 1))
    by_mouse = listed(
        qtbot, screen, lambda: qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    )
    assert by_mouse == longest
    desk.window.indicators.open()
    page = shown(qtbot, screen, len(PAGES) - 1)
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.records.index(5, 1))
    flagged = listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    assert len(flagged) == page.table.records.rows[5].flagged_count
