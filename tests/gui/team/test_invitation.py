"""The invitation and the password, as dialogs."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cockpit.domain.errors import BadInputError
from cockpit.runtime.joining import Joining
from cockpit.ui.actions import ActionId
from cockpit.ui.main_window import MainWindow
from cockpit.ui.team.invitation_dialog import InvitationDialog
from cockpit.ui.team.password_dialog import PasswordDialog
from tests.support.ended_windows import end_window
from tests.support.ui_data import UiWorld

LINE = "giro-convite:abc"


class Server:
    """Stands for the server; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []
        self.trouble: str | None = None
        self.restarts = 0

    def accept(self, line: str, password: str | None) -> str:
        self.asked.append((line, password))
        if self.trouble is not None and password is None:
            raise BadInputError(self.trouble)
        return "postgresql://ana@srv/giro"

    def restart(self) -> None:
        self.restarts += 1


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def dialog(world: UiWorld, qtbot: QtBot, server: Server) -> Iterator[InvitationDialog]:
    dialog = InvitationDialog(world.ctx, Joining(server.accept, server.restart, 12))
    qtbot.addWidget(dialog)
    dialog.start()
    yield dialog
    dialog.close()


def click(dialog: InvitationDialog) -> None:
    QTest.mouseClick(dialog.yes_button, Qt.MouseButton.LeftButton)


def test_a_pasted_line_is_accepted_and_the_program_opens_again(
    dialog: InvitationDialog, server: Server, qtbot: QtBot
) -> None:
    assert not dialog.yes_button.isEnabled()
    dialog.line.setPlainText(LINE)
    click(dialog)
    qtbot.waitUntil(lambda: "srv" in dialog.sentence.text())
    assert server.asked == [(LINE, None)]
    click(dialog)
    assert server.restarts == 1


def test_without_a_keyring_the_person_chooses_the_password(
    dialog: InvitationDialog, server: Server, qtbot: QtBot
) -> None:
    server.trouble = "server_no_keyring"
    dialog.line.setPlainText(LINE)
    click(dialog)
    qtbot.waitUntil(dialog.fields.isVisible)
    assert dialog.trouble.isVisible()
    assert not dialog.yes_button.isEnabled()
    dialog.password.setText("senha-da-ana")
    dialog.again.setText("senha-da-anna")
    assert not dialog.yes_button.isEnabled()
    dialog.again.setText("senha-da-ana")
    click(dialog)
    qtbot.waitUntil(lambda: "srv" in dialog.sentence.text())
    assert server.asked[-1] == (LINE, "senha-da-ana")


def test_a_used_invitation_is_told(dialog: InvitationDialog, server: Server, qtbot: QtBot) -> None:
    server.trouble = "server_no_invitation"
    dialog.line.setPlainText(LINE)
    click(dialog)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.yes_button.isEnabled()
    assert server.restarts == 0


def test_the_menu_leads_to_a_team_only_from_a_file(world: UiWorld, server: Server) -> None:
    for joining, is_there in ((None, False), (Joining(server.accept, server.restart, 12), True)):
        world.ctx = replace(world.ctx, joining=joining)
        window = MainWindow(world.ctx)
        assert any(one.action is ActionId.JOIN for one in window.shortcuts) is is_there
        end_window(window)


def test_the_password_is_hidden_and_enter_opens(world: UiWorld, qtbot: QtBot) -> None:
    dialog = PasswordDialog("postgresql://ana@srv/giro", is_again=True)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.line.echoMode() is QLineEdit.EchoMode.Password
    assert not dialog.open_button.isEnabled()
    QTest.keyClicks(dialog.line, "segredo")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.result() == PasswordDialog.DialogCode.Accepted
    assert dialog.password == "segredo"
