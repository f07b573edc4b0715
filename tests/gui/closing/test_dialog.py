"""Closed periods in their dialog: the list, closing, checking, and the rules."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.closing import ClosingRule
from cockpit.domain.errors import BadInputError
from cockpit.domain.periods import month_of
from cockpit.domain.vocabulary import Role
from cockpit.ui.closing.dialog import ClosingDialog
from cockpit.ui.widgets.question import Question
from tests.support.panel_data import PanelWorld
from tests.support.reading_order import steps_against_reading


@pytest.fixture
def world(qapp: QApplication) -> Iterator[PanelWorld]:
    made = PanelWorld(qapp)
    yield made
    made.close()


def opened(world: PanelWorld, qtbot: QtBot, role: Role = Role.MANAGER) -> ClosingDialog:
    window = QWidget()
    qtbot.addWidget(window)
    world.shown.append(window)
    window.show()
    user = replace(world.ctx.user, role=role)
    made = ClosingDialog(replace(world.ctx, user=user), window)
    made.start()
    qtbot.waitUntil(lambda: made.table.records.rowCount() == 2)
    return made


def cells(dialog: ClosingDialog, row: int) -> list[str]:
    model = dialog.table.records
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_closed_months_stand_with_their_figures_and_what_came_late(
    world: PanelWorld, qtbot: QtBot
) -> None:
    dialog = opened(world, qtbot)
    first, _, author, *figures = cells(dialog, 0)
    assert (first, author) == ("jan/2022", "Carla")
    assert figures == ["4", "R$ 11.000,00", "R$ 12.345,00", "−R$ 300,00"]
    assert cells(dialog, 1)[2] == "sozinho"
    assert cells(dialog, 1)[-1] == "–"


def test_the_next_month_is_closed_with_the_keyboard(world: PanelWorld, qtbot: QtBot) -> None:
    dialog = opened(world, qtbot)
    assert dialog.months.currentData() == month_of(date(2022, 2, 1))
    dialog.close_button.setFocus()
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Space)
    (asked,) = dialog.findChildren(Question)
    assert asked.windowTitle() == "Fechar fev/2022?"
    assert dialog.table.records.rowCount() == 2
    QTest.keyClick(asked.yes_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.table.records.rowCount() == 3)
    assert dialog.said() == "fev/2022 foi fechado."
    assert not dialog.close_button.isEnabled()
    assert dialog.focusWidget() is dialog.table, "no rule is in danger of the next key"


def test_a_month_is_not_closed_by_escape(world: PanelWorld, qtbot: QtBot) -> None:
    dialog = opened(world, qtbot)
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Space)
    (asked,) = dialog.findChildren(Question)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert dialog.table.records.rowCount() == 2
    assert dialog.said() == ""


def test_a_month_that_cannot_be_closed_says_why(world: PanelWorld, qtbot: QtBot) -> None:
    dialog = opened(world, qtbot)
    world.frozen_periods.trouble = BadInputError("closing_import_open")
    dialog.close_month()
    qtbot.waitUntil(lambda: "importação" in dialog.said())
    assert dialog.close_button.isEnabled()


def test_a_closed_month_is_checked(world: PanelWorld, qtbot: QtBot) -> None:
    dialog = opened(world, qtbot)
    dialog.table.selectRow(0)
    assert dialog.check_button.isEnabled()
    dialog.check_again()
    qtbot.waitUntil(lambda: "confere" in dialog.said())
    assert "R$ 12.345,00 (R$ 11.000,00 sem impostos)" in dialog.said()


def test_rules_are_kept(world: PanelWorld, qtbot: QtBot) -> None:
    dialog = opened(world, qtbot)
    assert (dialog.within.value(), dialog.on_day.text()) == (30, "nunca")
    dialog.within.setValue(45)
    dialog.on_day.setValue(5)
    dialog.keep_rules()
    qtbot.waitUntil(lambda: "Guardado" in dialog.said())
    assert world.frozen_periods.kept == ClosingRule(5)
    assert world.reactivation.rule.versions[-1][1] == 45


def test_a_supervisor_looks_and_closes_nothing(world: PanelWorld, qtbot: QtBot) -> None:
    dialog = opened(world, qtbot, Role.SUPERVISOR)
    dialog.table.setCurrentIndex(dialog.table.records.index(0, 0))
    assert not dialog.check_button.isEnabled()
    assert not dialog.close_button.isEnabled()
    assert not dialog.months.isEnabled()
    assert not dialog.on_day.isEnabled()


def test_tab_goes_as_the_eye_does(world: PanelWorld, qtbot: QtBot) -> None:
    assert steps_against_reading(opened(world, qtbot)) == []
