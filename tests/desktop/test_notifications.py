import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import MatchRule
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.runtime.dbus_notifier import DbusNotifier
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.session_bus import BusError, SessionBus
from cockpit.runtime.task_runner import TaskRunner
from cockpit.runtime.translation import install_language
from cockpit.services.ports import Popup
from tests.support.desktop_session import (
    DesktopSession,
    NotificationDaemon,
    notification_daemon,
    running,
)

pytestmark = pytest.mark.desktop

TITLE = "Ligar para 1 cliente"
BODY = "Retorno das 15h <combinado> & confirmado"


@pytest.fixture
def notifier(
    qapp: QApplication, desktop_session: DesktopSession, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DbusNotifier]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop_session.bus_address)
    install_language(qapp, Language.ENGLISH)  # whatever a former test left
    notifier = DbusNotifier()
    yield notifier
    notifier.close()


def test_a_notification_is_shown_with_its_text_as_written(
    notifier: DbusNotifier, dunst: NotificationDaemon, qtbot: QtBot
) -> None:
    assert notifier.notify(Popup(TITLE, BODY, (new_id(),)))
    qtbot.waitUntil(lambda: dunst.shown_count() == 1)
    dunst.dismiss()
    qtbot.waitUntil(lambda: bool(dunst.history()))
    (shown,) = dunst.history()
    assert shown["appname"] == "Giro"
    assert shown["summary"] == TITLE
    assert shown["body"] == "Retorno das 15h &lt;combinado&gt; &amp; confirmado"
    assert shown["timeout"] == 0


def test_a_click_opens_what_the_notification_is_about(
    notifier: DbusNotifier, dunst: NotificationDaemon, qtbot: QtBot
) -> None:
    ids = [new_id(), new_id()]
    notifier.notify(Popup(TITLE, BODY, tuple(ids)))
    qtbot.waitUntil(lambda: dunst.shown_count() == 1)
    with qtbot.waitSignal(notifier.action_invoked) as blocker:
        dunst.click()
    assert blocker.args[:2] == [tuple(ids), "open"]


@pytest.mark.parametrize(
    ("label", "action"), [("Snooze", "snooze"), ("Open", "open"), ("Done", "done")]
)
def test_an_action_of_the_menu_comes_back_once(
    notifier: DbusNotifier, dunst: NotificationDaemon, qtbot: QtBot, label: str, action: str
) -> None:
    heard: list[object] = []
    notifier.action_invoked.connect(lambda ids, name, _token: heard.append((ids, name)))
    ids = (new_id(),)
    notifier.notify(Popup(TITLE, BODY, tuple(ids)))
    qtbot.waitUntil(lambda: dunst.shown_count() == 1)
    dunst.choose(label)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.waitUntil(lambda: dunst.shown_count() == 0)
    assert heard == [(ids, action)]


def test_each_answer_names_its_own_reminders(
    notifier: DbusNotifier, dunst: NotificationDaemon, qtbot: QtBot
) -> None:
    heard: list[tuple[object, str]] = []
    notifier.action_invoked.connect(lambda ids, name, _token: heard.append((ids, name)))
    first, second = (new_id(),), (new_id(),)
    notifier.notify(Popup("Primeiro", "", first))
    notifier.notify(Popup("Segundo", "", second))
    qtbot.waitUntil(lambda: dunst.shown_count() == 2)
    dunst.dismiss()
    qtbot.waitUntil(lambda: len(heard) == 1)
    dunst.click()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert {ids for ids, _ in heard} == {first, second}
    assert sorted(name for _, name in heard) == ["dismissed", "open"]


def test_what_was_answered_in_the_window_leaves_the_desktop_without_a_word(
    notifier: DbusNotifier, dunst: NotificationDaemon, qtbot: QtBot
) -> None:
    ids = [new_id(), new_id()]
    notifier.notify(Popup(TITLE, BODY, tuple(ids)))
    qtbot.waitUntil(lambda: dunst.shown_count() == 1)
    notifier.withdraw(ids[:1])
    assert dunst.shown_count() == 1
    with qtbot.assertNotEmitted(notifier.action_invoked, wait=100):
        notifier.withdraw(ids)
    qtbot.waitUntil(lambda: dunst.shown_count() == 0)


def test_a_new_notification_daemon_is_found_after_the_old_one_went(
    notifier: DbusNotifier, desktop_session: DesktopSession, qtbot: QtBot
) -> None:
    with notification_daemon(desktop_session):
        assert notifier.notify(Popup(TITLE, BODY, (new_id(),)))
    assert not notifier.notify(Popup(TITLE, BODY, (new_id(),)))
    with notification_daemon(desktop_session) as dunst:
        assert notifier.notify(Popup(TITLE, BODY, (new_id(),)))
        qtbot.waitUntil(lambda: dunst.shown_count() == 1)


def test_the_notifications_of_other_programs_are_left_alone(
    notifier: DbusNotifier, dunst: NotificationDaemon, qtbot: QtBot
) -> None:
    other = DbusNotifier()
    other.notify(Popup("Outro programa", "", (new_id(),)))
    assert notifier.notify(Popup(TITLE, BODY, (new_id(),)))
    qtbot.waitUntil(lambda: dunst.shown_count() == 2)
    with qtbot.assertNotEmitted(other.action_invoked):
        with qtbot.waitSignal(notifier.action_invoked):
            dunst.choose(TITLE)
        qtbot.waitUntil(lambda: dunst.shown_count() == 1)
    other.close()


def test_the_end_of_the_bus_is_no_crash_and_a_new_bus_is_found(
    notifier: DbusNotifier, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket = f"unix:path={tmp_path / 'bus'}"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", socket)
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address={socket}"]
    assert not notifier.notify(Popup(TITLE, BODY, (new_id(),)))
    with running(command, dict(os.environ)):
        assert not notifier.notify(Popup(TITLE, BODY, (new_id(),)))
        bus = SessionBus(lambda _name, _values: None)
        assert bus.is_alive
    qtbot.waitUntil(lambda: not bus.is_alive)
    with pytest.raises(BusError):
        bus.hear(MatchRule(type="signal"))
    bus.close()
    with running(command, dict(os.environ)):
        SessionBus(lambda _name, _values: None).close()


def test_without_a_daemon_the_next_notifier_has_its_turn(
    notifier: DbusNotifier, qtbot: QtBot
) -> None:
    class Tray:
        def __init__(self) -> None:
            self.shown: list[str] = []

        def notify(self, popup: Popup) -> bool:
            self.shown.append(popup.title)
            return True

    runner, tray = TaskRunner(), Tray()
    chain = NotifierChain(runner, background=[notifier], foreground=[tray])
    chain.notify(Popup(TITLE, BODY, (new_id(),)))
    chain.notify(Popup("Outro", BODY))
    qtbot.waitUntil(lambda: sorted(tray.shown) == [TITLE, "Outro"])
    runner.shutdown()
