"""Dialling through the whole window: who may not be called now is called with a reason, or not."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from cockpit.domain.calling_window import Wishes
from cockpit.domain.eligibility import Bar, Barred
from cockpit.domain.vocabulary import Channel, HoldKind
from cockpit.ui.call.state import CallPhase
from cockpit.ui.main_window import MainWindow
from tests.support.keys import press
from tests.support.ui_data import UiWorld

NIGHT = {"wishes": Wishes(weekdays=0b1100000)}


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


@pytest.fixture
def chosen(active: MainWindow, qtbot: QtBot) -> UUID:
    """Who is in view, not called yet."""
    qtbot.waitUntil(lambda: active.customer_panel.panel is not None)
    assert active.customer_panel.panel is not None
    return active.customer_panel.panel.profile.customer_id


def test_f3_takes_the_client_and_dials(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    press(qtbot, active, Qt.Key.Key_F3)
    assert world.queue.held.customer_id == chosen
    assert len(dialled) == 1
    press(qtbot, active, Qt.Key.Key_F3)
    assert len(dialled) == 2
    assert world.reach.overridden == []


def test_a_click_on_a_number_takes_the_client_too(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    number = active.customer_panel.header.reach.first_phone
    assert number is not None
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
    assert world.queue.held.customer_id == chosen
    assert len(dialled) == 1


def test_a_client_whom_a_colleague_calls_is_not_dialled(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    world.queue.bars[chosen] = Barred(Bar.CLAIMED, who="Bia")
    press(qtbot, active, Qt.Key.Key_F3)
    assert dialled == []
    assert active.calls.controller.state.phase is CallPhase.BARRED
    assert not active.calls.overriding.isVisible()


def test_outside_of_the_hours_a_reason_is_asked_once_stored_and_then_dialled(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    world.reach.changes[chosen] = {**NIGHT, "hold": HoldKind.RESTING}
    press(qtbot, active, Qt.Key.Key_F3)
    assert dialled == []
    assert active.calls.overriding.isVisible()
    assert "preferência do cliente" in active.calls.overriding.said()
    assert "aguardando nova tentativa" in active.calls.overriding.said()
    press(qtbot, active, Qt.Key.Key_1)
    assert world.reach.overridden == [(chosen, Channel.PHONE, "O cliente pediu")]
    assert len(dialled) == 1
    press(qtbot, active, Qt.Key.Key_F3)
    assert len(dialled) == 2
    assert len(world.reach.overridden) == 1


def test_copying_a_number_asks_the_same(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    world.reach.changes[chosen] = NIGHT
    active.customer_panel.copy_phone()
    assert active.calls.overriding.isVisible()
    press(qtbot, active, Qt.Key.Key_Escape)
    assert world.reach.overridden == []


def test_no_reason_given_is_no_call_and_nothing_is_stored(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    world.reach.changes[chosen] = NIGHT
    press(qtbot, active, Qt.Key.Key_F3)
    press(qtbot, active, Qt.Key.Key_Escape)
    assert not active.calls.overriding.isVisible()
    assert (dialled, world.reach.overridden) == ([], [])


def test_a_bar_that_a_reason_lifts_is_asked_about_once_for_both(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    world.queue.bars[chosen] = Barred(Bar.OUTSIDE_HOURS)
    world.reach.changes[chosen] = NIGHT
    press(qtbot, active, Qt.Key.Key_F3)
    assert active.calls.overriding.isVisible()
    press(qtbot, active, Qt.Key.Key_1)
    assert world.queue.held.customer_id == chosen
    assert len(dialled) == 1
    assert world.reach.overridden == []  # the queue has noted it


def test_another_bar_s_reason_is_noted_for_the_hours_as_well(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    world.queue.bars[chosen] = Barred(Bar.SCHEDULED)
    world.reach.changes[chosen] = NIGHT
    press(qtbot, active, Qt.Key.Key_F3)
    press(qtbot, active, Qt.Key.Key_1)
    assert world.reach.overridden == [(chosen, Channel.PHONE, "O cliente pediu")]
    assert len(dialled) == 1


def test_a_channel_closed_a_moment_ago_stops_the_call(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    world.reach.changes[chosen] = {"closed": frozenset(Channel)}
    press(qtbot, active, Qt.Key.Key_F3)
    assert dialled == []
    assert not active.calls.overriding.isVisible()
    assert "pediu para não ser contatado" in active._status_bar.message()


def test_looking_at_another_client_drops_the_wish_to_dial(
    world: UiWorld, active: MainWindow, qtbot: QtBot, chosen: UUID, dialled: list[str]
) -> None:
    world.reach.changes[chosen] = NIGHT
    press(qtbot, active, Qt.Key.Key_F3)
    press(qtbot, active, Qt.Key.Key_Escape)
    active.work_list.step(1)
    active.calls.overriding.reason_given.emit("tarde demais")
    assert (dialled, world.reach.overridden) == ([], [])
