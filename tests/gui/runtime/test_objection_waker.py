"""Objections are woken at the start, with the days, and after what imports bring."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import AsOfClock, Clock
from cockpit.domain.errors import DatabaseBusyError
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.objection_waker import ObjectionWaker
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.runtime_fakes import FakeDatabase, FakeTime

DAY = 86_400


@dataclass
class FakeService:
    """Counts how often it was asked."""

    asked: int = 0
    trouble: Exception | None = None
    inside: Any = None
    woken: list[UUID] = field(default_factory=list)

    def wake(self) -> list[UUID]:
        self.asked += 1
        if self.inside is not None:
            self.inside()
        if self.trouble is not None:
            raise self.trouble
        return self.woken


class World:
    """A waker with everything around it faked."""

    def __init__(self, clock: Clock) -> None:
        self.service = FakeService()
        self.runner = ImmediateTaskRunner()
        self.feed = ChangeFeed(FakeDatabase(), None)  # type: ignore[arg-type]
        self.waker = ObjectionWaker(self.service, self.runner, self.feed, clock)  # type: ignore[arg-type]

    def timer_is_active(self) -> bool:
        return any(timer.isActive() for timer in self.waker.findChildren(type(self.waker._soon)))


@pytest.fixture
def clock() -> FakeTime:
    return FakeTime()


@pytest.fixture
def world(qtbot: QtBot, clock: FakeTime) -> Iterator[World]:
    made = World(clock)
    yield made
    made.waker.stop()
    made.feed.stop()


def test_a_new_day_wakes_at_once_and_only_once(world: World, clock: FakeTime) -> None:
    world.waker.check_day()
    assert world.service.asked == 0
    clock.pass_by(DAY)
    world.waker.check_day()
    world.waker.check_day()
    assert world.service.asked == 1


def test_changed_documents_are_looked_at_soon_and_contacts_are_not(
    world: World, qtbot: QtBot
) -> None:
    world.waker._soon.setInterval(0)
    world.waker.start()
    qtbot.waitUntil(lambda: world.service.asked == 1)
    world.feed.changed.emit(ChangeNotice(frozenset({Topic.CONTACTS})))
    assert not world.waker._soon.isActive()
    world.feed.changed.emit(ChangeNotice(frozenset({Topic.ORDERS})))
    qtbot.waitUntil(lambda: world.service.asked == 2)


def test_nothing_is_asked_while_an_answer_is_awaited(world: World) -> None:
    world.service.inside = world.waker.wake
    world.waker.wake()
    assert world.service.asked == 1


def test_a_failure_is_told_and_the_next_pulse_asks_again(world: World, qtbot: QtBot) -> None:
    world.service.trouble = DatabaseBusyError("database_busy")
    with qtbot.waitSignal(world.runner.failed):
        world.waker.wake()
    world.service.trouble = None
    world.waker.wake()
    assert world.service.asked == 2


def test_a_past_day_wakes_nobody_and_stopping_stops_all(qtbot: QtBot, world: World) -> None:
    past = World(AsOfClock(date(2022, 3, 22)))
    past.waker.start()
    assert not past.timer_is_active()
    past.feed.stop()
    world.waker.start()
    assert world.timer_is_active()
    world.waker.stop()
    world.feed.changed.emit(ChangeNotice(frozenset({Topic.ORDERS})))
    assert not world.timer_is_active()
