"""The indicators in the whole window: opened by their key, from a figure to the list and back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.domain.figures import Defined
from cockpit.ui.actions import ActionId
from cockpit.ui.main_window import MainWindow
from cockpit.ui.reports.dialog import ReportDialog
from tests.support.ui_data import UiWorld


@pytest.fixture
def window(managing: UiWorld, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(managing.ctx)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.start()
    yield made
    made.close()


def test_a_figure_lists_its_customers_and_the_key_leads_back(
    window: MainWindow, managing: UiWorld, qtbot: QtBot
) -> None:
    rows = managing.work_list.rows
    wanted = {rows[3]["customer_id"], rows[5]["customer_id"]}
    managing.indicators.found = lambda _question, _opened: sorted(wanted)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_I, keys)
    screen = window.indicators.screen
    assert screen is not None
    assert window.screens.pages.currentWidget() is screen
    asked = len(managing.indicators.asked)

    qtbot.keyClick(screen.page.cards[Defined.CONTACTS], Qt.Key.Key_Return)

    assert window.screens.is_desk_shown
    query = window.work_list.query
    assert query.filter is not None
    (condition,) = query.filter.conditions
    assert set(condition.values) == {str(one) for one in wanted} or set(condition.values) == wanted
    window.action(ActionId.INDICATORS).trigger()
    assert window.screens.pages.currentWidget() is screen
    assert len(managing.indicators.asked) > asked


def test_escape_leads_from_the_indicators_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.action(ActionId.INDICATORS).trigger()
    assert not window.screens.is_desk_shown
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.screens.is_desk_shown


def test_export_opens_the_reports_dialog_with_the_pages_question(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.action(ActionId.INDICATORS).trigger()
    screen = window.indicators.screen
    assert screen is not None
    screen.show_page(1)
    qtbot.keyClick(screen, Qt.Key.Key_E)
    (dialog,) = window.findChildren(ReportDialog)
    assert dialog.request.question.period == screen.bar.asked.period
    assert dialog.request.name is screen.page.report
    dialog.reject()
