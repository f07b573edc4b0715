"""Who may take a portfolio along is offered it: in the menu, and where there is nobody yet."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cockpit.domain.errors import BadInputError
from cockpit.ui.actions import ActionId
from cockpit.ui.main_window import MainWindow
from cockpit.ui.taking_along.dialog import TakingAlongDialog
from tests.support.ended_windows import end_window
from tests.support.taking_fakes import FakeTaking
from tests.support.ui_data import UiWorld


def test_the_menu_offers_it_where_it_can_be_done(world: UiWorld) -> None:
    for taking, is_there in ((None, False), (FakeTaking(), True)):
        world.ctx = replace(world.ctx, taking=taking)
        window = MainWindow(world.ctx)
        assert any(one.action is ActionId.TAKE_ALONG for one in window.shortcuts) is is_there
        end_window(window)


def test_from_an_open_server_one_key_is_enough(world: UiWorld, qtbot: QtBot) -> None:
    dialog = TakingAlongDialog(world.ctx, FakeTaking("postgresql://ana@banco/giro"))
    qtbot.addWidget(dialog)
    dialog.start()
    assert "Do servidor ana@banco/giro." in dialog.sentence.text()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "312 clientes" in dialog.sentence.text()


@pytest.mark.parametrize("key", ["field_needs_passphrase", "server_no_keyring"])
def test_a_keyring_that_fails_after_all_is_made_up_for(
    key: str, world: UiWorld, qtbot: QtBot
) -> None:
    taking = FakeTaking("postgresql://ana@banco/giro")
    dialog = TakingAlongDialog(world.ctx, taking)
    qtbot.addWidget(dialog)
    dialog.start()
    taking.error = BadInputError(key, length=12)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.form.phrase_part.isVisible()
    assert dialog.trouble.isVisible()
    assert not dialog.yes_button.isEnabled()
    for line in (dialog.form.phrase, dialog.form.phrase_again):
        QTest.keyClicks(line, "um barco azul")
    taking.error = None
    QTest.keyClick(dialog.form.phrase_again, Qt.Key.Key_Return)
    assert taking.wanted[-1].passphrase == "um barco azul"
    assert "312 clientes" in dialog.sentence.text()
