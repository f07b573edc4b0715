"""Who is at the program is chosen by arrows and Enter; a passphrase is asked where there is one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.domain.errors import DatabaseError
from cockpit.domain.ids import new_id
from cockpit.domain.profiles import Profile
from cockpit.domain.vocabulary import Role
from cockpit.ui.profiles.dialog import ProfileDialog
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.panel_data import HeldTaskRunner

ANA = Profile(new_id(), "ana", "Ana Lima", Role.OPERATOR, is_guarded=False)
MARTA = Profile(new_id(), "marta", "Marta Reis", Role.MANAGER, is_guarded=True)


def opens(_profile: Profile, said: str) -> bool:
    return said == "uma frase longa"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ProfileDialog]:
    dialog = ProfileDialog([ANA, MARTA], opens, ImmediateTaskRunner())
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def test_enter_opens_who_needs_no_passphrase(qtbot: QtBot, dialog: ProfileDialog) -> None:
    assert not dialog.line.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.people, Qt.Key.Key_Return)
    assert dialog.chosen == (ANA, "")


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(
    qtbot: QtBot, dialog: ProfileDialog
) -> None:
    qtbot.keyClick(dialog.people, Qt.Key.Key_Down)
    assert dialog.line.isVisible()
    dialog.line.setText("outra coisa")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.trouble.isVisible()
    assert "Marta Reis" in dialog.trouble.text()
    assert not dialog.result()

    dialog.line.setText("uma frase longa")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.chosen == (MARTA, "uma frase longa")


def test_enter_without_a_passphrase_asks_for_it(qtbot: QtBot, dialog: ProfileDialog) -> None:
    qtbot.keyClick(dialog.people, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.people, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.trouble.isVisible()


def test_another_person_is_not_told_what_was_typed(qtbot: QtBot, dialog: ProfileDialog) -> None:
    qtbot.keyClick(dialog.people, Qt.Key.Key_Down)
    dialog.line.setText("segredo")
    qtbot.keyClick(dialog.people, Qt.Key.Key_Up)
    assert dialog.chosen == (ANA, "")


def test_the_window_lives_while_a_passphrase_is_looked_at(qtbot: QtBot) -> None:
    runner = HeldTaskRunner()
    dialog = ProfileDialog([MARTA], opens, runner)
    qtbot.addWidget(dialog)
    dialog.show()
    for said in ("outra coisa", "uma frase longa"):
        dialog.line.setText(said)
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
        assert not dialog.open_button.isEnabled()
        runner.release()
    assert dialog.result()
    assert dialog.chosen == (MARTA, "uma frase longa")


def test_a_passphrase_that_cannot_be_looked_up_ends_the_dialog_with_its_error(qtbot: QtBot) -> None:
    def breaks(_profile: Profile, _said: str) -> bool:
        raise DatabaseError("database_broken")

    dialog = ProfileDialog([MARTA], breaks, ImmediateTaskRunner())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.line.setText("uma frase longa")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert isinstance(dialog.error, DatabaseError)
