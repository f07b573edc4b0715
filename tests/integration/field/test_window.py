"""A laptop's window: it synchronises, and leaves to the server what is everybody's."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cockpit.app import window
from cockpit.app.cli import main
from cockpit.app.field import blocked
from cockpit.app.field.setup import set_up
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.window import Desk, open_desk
from cockpit.app.wiring import open_session
from cockpit.domain.rights import Task
from cockpit.domain.sync import ServerSays
from cockpit.runtime.objection_waker import ObjectionWaker
from cockpit.runtime.sync_controller import SyncController
from cockpit.ui.sync.cover import BlockedCover
from tests.integration.field.conftest import Office
from tests.support.ended_windows import end_window


@pytest.fixture
def desk(office: Office, paths: Paths, options: Options) -> Iterator[Desk]:
    """The window on a laptop's file that has just been set up."""
    qapp = QApplication.instance()
    assert isinstance(qapp, QApplication)
    set_up(options, paths, str, lambda _key: None)
    chosen = Options(is_field=True, fielding=FieldOptions())
    with open_session(chosen, paths) as session, open_desk(session, qapp, chosen) as opened:
        keepers = list(window._keepers(session, opened.ctx, opened.window, chosen))
        assert not any(isinstance(one, ObjectionWaker) for one in keepers)
        yield opened
        end_window(opened.window)
    assert office.wiped


def test_who_works_behind_it(
    desk: Desk, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(desk.ctx.sync, SyncController)
    assert desk.ctx.joining is None
    assert not desk.ctx.user.may(Task.IMPORT)
    with qtbot.waitSignal(desk.ctx.sync.synced, timeout=20_000):
        desk.ctx.sync.synchronise()
    monkeypatch.setattr(blocked, "CLOSED_SECONDS", 1)
    office.says = ServerSays.REVOKED
    desk.window.show()
    dialog = QDialog(desk.window)
    dialog.open()
    desk.ctx.sync.synchronise()
    cover = covering(desk, qtbot)
    assert "bloqueado" in cover.sentence()
    assert not dialog.isVisible()
    assert not desk.window.isEnabled()
    desk.window.resize(1500, 800)
    assert cover.geometry() == desk.window.rect()
    middle = desk.window.childAt(desk.window.rect().center())
    assert middle is cover or cover.isAncestorOf(middle)
    qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=20_000)


def test_what_a_command_heard_first_covers_the_window(
    desk: Desk, office: Office, paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(desk.ctx.sync, SyncController)
    monkeypatch.setattr(blocked, "CLOSED_SECONDS", 0)
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    desk.window.show()
    office.says = ServerSays.REVOKED
    assert main(["sync", "--once"]) == 2
    desk.ctx.sync.synchronise_soon()
    assert covering(desk, qtbot)
    qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=20_000)


def covering(desk: Desk, qtbot: QtBot) -> BlockedCover:
    """Wait until the window is covered, and return by what."""
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(BlockedCover)), timeout=20_000)
    cover = desk.window.findChild(BlockedCover)
    assert isinstance(cover, BlockedCover)
    return cover
