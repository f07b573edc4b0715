"""The sheet of shortcuts leaves no place out, names each key once, and tells of what one may do."""

from collections import Counter
from dataclasses import replace
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from cockpit.domain.vocabulary import Role
from cockpit.ui.actions import ACTIONS, UP_TO, Where
from cockpit.ui.main_window import MainWindow
from cockpit.ui.shortcuts_sheet import ShortcutsSheet
from tests.support.ui_data import UiWorld


def test_every_place_has_its_group_and_the_nearest_stands_first(qtbot: QtBot) -> None:
    sheet = ShortcutsSheet(ACTIONS, here=(Where.AGENDA,))
    qtbot.addWidget(sheet)
    assert set(sheet.places()) == {one.where for one in ACTIONS} == set(Where)
    assert sheet.places()[0] is Where.AGENDA
    assert len(set(sheet.places())) == len(sheet.places())


@pytest.mark.parametrize("width", [700, 1366, 4000])
def test_the_sheet_is_never_wider_than_the_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    screen = Mock(**{"primaryScreen.return_value.availableSize.return_value": QSize(width, 768)})
    monkeypatch.setattr("cockpit.ui.shortcuts_sheet.QGuiApplication", screen)
    sheet = ShortcutsSheet(ACTIONS)
    qtbot.addWidget(sheet)
    assert sheet.sizeHint().width() <= width


def test_no_key_means_two_things_in_one_place() -> None:
    keys = Counter((spec.where, key) for spec in ACTIONS for key in spec.keys if key != UP_TO)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_of_the_window_means_two_things() -> None:
    keys = Counter(key for spec in ACTIONS if spec.action is not None for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_an_operator_is_not_told_of_what_only_supervisors_do(world: UiWorld, qtbot: QtBot) -> None:
    sheets = []
    for role in (Role.OPERATOR, Role.SUPERVISOR):
        window = MainWindow(replace(world.ctx, user=replace(world.ctx.user, role=role)))
        qtbot.addWidget(window)
        sheets.append({(one.where, one.keys) for one in window.shortcuts})
        window.close()
    told, all_told = sheets
    only = {(Where.POST_ITS, ("Del",)), (Where.POST_ITS, ("N",)), (Where.AGENDA, ("C",))}
    assert only | {(Where.LEDGER, ("P",))} <= all_told - told
    assert told < all_told
