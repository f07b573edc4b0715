"""A laptop synchronises by itself: soon, regularly, seldom, or once somebody did something."""

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice
from cockpit.domain.errors import StorageFullError
from cockpit.domain.field import FieldMood, FieldState
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.runtime.clock_gap import ClockGapDetector
from cockpit.runtime.route_watch import RouteWatch, own_addresses
from cockpit.runtime.sync_controller import SyncController
from cockpit.runtime.task_runner import Lane
from cockpit.services.field import FieldService
from tests.support.runtime_fakes import FakeTime
from tests.support.sync_fakes import (
    FakeNameBook,
    FakeSynchroniser,
    make_conflict,
    make_standing,
    make_waiting,
)
from tests.support.ui_data import UiWorld


@pytest.fixture
def server() -> FakeSynchroniser:
    return FakeSynchroniser()


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def networks() -> list[str]:
    return ["192.168.0.7"]


@pytest.fixture
def controller(
    world: UiWorld, server: FakeSynchroniser, time: FakeTime, networks: list[str]
) -> Iterator[SyncController]:
    detector = ClockGapDetector(lambda: time.wall, lambda: time.monotonic)
    field = FieldService(server, FakeNameBook(), time)
    routes = RouteWatch(lambda: tuple(networks))
    made = SyncController(field, world.runner, world.feed, detector=detector, routes=routes)
    yield made
    made.stop()


def fire(timer: QTimer) -> None:
    """Let a timer's time be over."""
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def ends(controller: SyncController, server: FakeSynchroniser, end: SyncEnd) -> int | None:
    """Let a synchronisation end so, and return after how many seconds it is tried again."""
    server.report = SyncReport(end)
    controller.synchronise()
    return controller.next_seconds


def test_it_begins_shortly_after_the_start(
    controller: SyncController, server: FakeSynchroniser, qtbot: QtBot
) -> None:
    server.waits = [make_waiting()]
    controller.start()
    assert server.count == 0, "the window comes first"
    assert controller.state.mood is FieldMood.WAITING
    with qtbot.waitSignal(controller.synced) as told:
        fire(controller._next)
    assert (server.count, told.args) == (1, [SyncReport(SyncEnd.DONE)])


def test_it_runs_on_the_network_lane(controller: SyncController, world: UiWorld) -> None:
    controller.synchronise()
    assert world.runner.lanes == [Lane.NETWORK, Lane.READ]


def test_it_goes_on_every_minute_and_never_in_step(
    controller: SyncController, server: FakeSynchroniser
) -> None:
    pauses = {ends(controller, server, SyncEnd.DONE) for _ in range(40)}
    assert all(48 <= pause <= 72 for pause in pauses)
    assert len(pauses) > 5


def test_pauses_grow_while_the_server_is_away(
    controller: SyncController, server: FakeSynchroniser
) -> None:
    expected = (1, 2, 4, 8, 15, 30, 60, 60, 60)
    for seconds in expected:
        pause = ends(controller, server, SyncEnd.AWAY)
        assert seconds * 0.7 - 1 <= pause <= seconds * 1.3 + 1
    assert controller.state.mood is FieldMood.AWAY
    assert ends(controller, server, SyncEnd.DONE) > 40
    assert ends(controller, server, SyncEnd.AWAY) <= 2, "the pauses begin anew"


def test_a_network_that_comes_is_tried_at_once(
    controller: SyncController, server: FakeSynchroniser, networks: list[str]
) -> None:
    for _ in range(9):
        ends(controller, server, SyncEnd.AWAY)
    networks.clear()
    controller.check()
    assert server.count == 9, "no network is nothing to try"
    networks.append("10.0.0.3")
    controller.check()
    assert server.count == 10
    assert (controller.next_seconds or 9) <= 2, "it may take a moment to be ready"
    controller.check()
    assert server.count == 10
    networks.append("2001:db8::7")
    ends(controller, server, SyncEnd.DONE)
    controller.check()
    assert server.count == 11, "whoever is in contact goes on as before"


def test_this_computers_own_addresses_can_be_asked() -> None:
    found = own_addresses()
    assert len(found) <= 2
    assert all(socket.getaddrinfo(one, None) for one in found)


@pytest.mark.parametrize("end", [SyncEnd.REFUSED, SyncEnd.REVOKED, SyncEnd.UNKNOWN_DEVICE])
def test_it_stops_until_told(
    controller: SyncController, server: FakeSynchroniser, time: FakeTime, end: SyncEnd
) -> None:
    server.present = make_standing(stopped={"unknown_device": "unknown"}.get(end, end.value))
    assert ends(controller, server, end) is None
    assert controller.state.mood is FieldMood.STOPPED
    time.sleep(3600)
    controller.check()
    assert server.count == 1
    server.present = make_standing()
    assert ends(controller, server, SyncEnd.DONE) is not None
    assert controller.state.mood is FieldMood.SYNCED


@pytest.mark.parametrize("end", [SyncEnd.UPDATE_FIRST, SyncEnd.SERVER_BEHIND])
def test_an_old_program_goes_on_sending_seldom(
    controller: SyncController, server: FakeSynchroniser, end: SyncEnd
) -> None:
    assert ends(controller, server, end) >= 200
    assert controller.state.mood is FieldMood.OUTDATED


def test_another_program_at_it_is_no_news(
    controller: SyncController, server: FakeSynchroniser
) -> None:
    ends(controller, server, SyncEnd.DONE)
    assert ends(controller, server, SyncEnd.BUSY) <= 7
    assert controller.state.mood is FieldMood.SYNCED


def test_an_own_commit_is_sent_soon(
    controller: SyncController, world: UiWorld, server: FakeSynchroniser
) -> None:
    server.waits = [make_waiting()]
    world.feed.changed.emit(ChangeNotice.everything())
    world.feed.changed.emit(ChangeNotice.everything())
    assert server.count == 0
    fire(controller._soon)
    assert server.count == 1


def test_what_the_server_brought_is_no_reason_to_ask_again(
    controller: SyncController, world: UiWorld, server: FakeSynchroniser
) -> None:
    world.feed.changed.emit(ChangeNotice.everything())
    fire(controller._soon)
    assert server.count == 0


def test_an_own_commit_does_not_hasten_what_is_away(
    controller: SyncController, world: UiWorld, server: FakeSynchroniser
) -> None:
    ends(controller, server, SyncEnd.AWAY)
    server.waits = [make_waiting()]
    world.feed.changed.emit(ChangeNotice.everything())
    fire(controller._soon)
    assert server.count == 1
    assert controller.state.waiting_count == 1, "but it is counted"


def test_after_a_sleep_it_is_tried_at_once(
    controller: SyncController, server: FakeSynchroniser, time: FakeTime
) -> None:
    for _ in range(6):
        ends(controller, server, SyncEnd.AWAY)
    time.sleep(3600)
    controller.check()
    assert server.count == 7
    assert controller.next_seconds <= 2


def test_trouble_of_the_file_is_told_and_tried_again(
    controller: SyncController, server: FakeSynchroniser, qtbot: QtBot
) -> None:
    server.error = StorageFullError("disk_full")
    with qtbot.waitSignal(controller.failed) as told:
        controller.synchronise()
    assert told.args == [server.error]
    assert not controller.is_at_work
    assert controller.next_seconds >= 200


def test_conflicts_come_before_what_waits(
    controller: SyncController, server: FakeSynchroniser
) -> None:
    server.waits, server.disagreements = [make_waiting()], [make_conflict()]
    ends(controller, server, SyncEnd.DONE)
    assert controller.state.mood is FieldMood.CONFLICTS
    assert (controller.state.waiting_count, controller.state.conflict_count) == (1, 1)


def test_nothing_is_told_or_tried_after_the_end(
    controller: SyncController, server: FakeSynchroniser
) -> None:
    told: list[FieldState] = []
    controller.standing_changed.connect(told.append)
    controller.start()
    controller.stop()
    told.clear()
    controller.synchronise()
    controller.check()
    assert (server.count, told, controller.next_seconds) == (0, [], None)
