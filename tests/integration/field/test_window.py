"""A laptop's window: it synchronises, and leaves to the server what is everybody's."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app import window
from cockpit.app.field import blocked
from cockpit.app.field.setup import set_up
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import Paths
from cockpit.app.window import open_desk
from cockpit.app.wiring import open_session
from cockpit.domain.rights import Task
from cockpit.domain.sync import ServerSays
from cockpit.runtime.objection_waker import ObjectionWaker
from cockpit.runtime.sync_controller import SyncController
from tests.integration.field.conftest import Office
from tests.support.ended_windows import end_window


def test_who_works_behind_it(
    office: Office,
    paths: Paths,
    options: Options,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qapp = QApplication.instance()
    assert isinstance(qapp, QApplication)
    set_up(options, paths, str, lambda _key: None)
    chosen = Options(is_field=True, fielding=FieldOptions())
    with open_session(chosen, paths) as session, open_desk(session, qapp, chosen) as desk:
        assert isinstance(desk.ctx.sync, SyncController)
        assert desk.ctx.joining is None
        assert not desk.ctx.user.may(Task.IMPORT)
        keepers = list(window._keepers(session, desk.ctx, desk.window, chosen))
        assert not any(isinstance(one, ObjectionWaker) for one in keepers)
        with qtbot.waitSignal(desk.ctx.sync.synced, timeout=20_000):
            desk.ctx.sync.synchronise()
        monkeypatch.setattr(blocked, "CLOSED_SECONDS", 0)
        office.says = ServerSays.REVOKED
        desk.window.show()
        desk.ctx.sync.synchronise()
        qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=20_000)
        end_window(desk.window)
    assert office.wiped
