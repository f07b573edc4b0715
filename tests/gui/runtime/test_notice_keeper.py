"""The window has notices made where they are due, one program at a time; not of a past day."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from cockpit.domain.clock import AsOfClock, Clock
from cockpit.domain.errors import DatabaseBusyError
from cockpit.runtime.background_program import Command
from cockpit.runtime.notice_keeper import (
    FIRST_SECONDS,
    PULSE_SECONDS,
    RETRY_SECONDS,
    NoticeKeeper,
)
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.keeper_fakes import FakeProgram
from tests.support.runtime_fakes import FakeTime

NOTIFY = Command("giro", ("notify",))


class World:
    """A keeper with everything around it faked."""

    def __init__(self, clock: Clock, command: Command | None = NOTIFY) -> None:
        self.is_due = False
        self.asked = 0
        self.trouble: Exception | None = None
        self.program = FakeProgram()
        runner = ImmediateTaskRunner()
        self.keeper = NoticeKeeper(self.ask, runner, self.program, command, clock)

    def ask(self) -> bool:
        self.asked += 1
        if self.trouble is not None:
            raise self.trouble
        return self.is_due

    @property
    def waits(self) -> int | None:
        """Return the seconds until the next look, None where there is none."""
        (timer,) = self.keeper.findChildren(QTimer)
        return timer.interval() // 1_000 if timer.isActive() else None


@pytest.fixture
def world(qtbot: QtBot) -> Iterator[World]:
    made = World(FakeTime())
    yield made
    made.keeper.stop()


def test_it_looks_after_the_start_and_then_now_and_then(world: World) -> None:
    world.keeper.start()
    assert world.waits == FIRST_SECONDS
    world.keeper.look()
    assert (world.asked, world.program.started, world.waits) == (1, [], PULSE_SECONDS)


def test_what_is_due_is_done_beside_the_window(world: World) -> None:
    world.is_due = True
    world.keeper.start()
    world.keeper.look()
    assert world.program.started == [NOTIFY]
    world.keeper.look()  # it is being done
    assert world.asked == 1
    world.program.finish(0)
    assert world.waits == PULSE_SECONDS


def test_what_the_server_refused_waits_longer(world: World) -> None:
    world.is_due = True
    world.keeper.start()
    world.keeper.look()
    world.program.finish(1)
    assert world.waits == RETRY_SECONDS


def test_a_busy_database_is_asked_again(world: World) -> None:
    world.trouble = DatabaseBusyError("database_busy")
    world.keeper.start()
    world.keeper.look()
    assert world.waits == PULSE_SECONDS


def test_nothing_goes_on_after_the_end(world: World) -> None:
    world.is_due = True
    world.keeper.start()
    world.keeper.look()
    world.keeper.stop()
    assert not world.program.is_running
    world.keeper.look()
    assert world.asked == 1
    assert world.waits is None


@pytest.mark.parametrize(
    ("clock", "command"), [(AsOfClock(date(2026, 3, 2)), NOTIFY), (FakeTime(), None)]
)
def test_a_past_day_and_a_picture_tell_nobody(
    qtbot: QtBot, clock: Clock, command: Command | None
) -> None:
    world = World(clock, command)
    world.keeper.start()
    world.keeper.look()
    assert (world.waits, world.asked) == (None, 0)
    world.keeper.stop()
