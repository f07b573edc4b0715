from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from unittest.mock import ANY

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from cockpit.domain.clock import AsOfClock, Clock
from cockpit.domain.errors import CancelledError, GiroError
from cockpit.runtime.clock_gap import CHECK_SECONDS
from cockpit.runtime.cycle_keeper import CycleKeeper, Pace
from tests.support.keeper_fakes import AT_ONCE, REFIT, REFRESH, UPKEEP, FakeProgram
from tests.support.runtime_fakes import FakeTime

HOUR = 3600
DAY = 24 * HOUR


@dataclass
class Desk:
    """A keeper over a program that only the test ends, with a clock that only the test moves."""

    keeper: CycleKeeper
    program: FakeProgram
    time: FakeTime
    told: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        keeper = self.keeper
        keeper.work_began.connect(lambda: self.told.append("began"))
        keeper.work_ended.connect(lambda error: self.told.append(("ended", error)))
        keeper.refit_started.connect(lambda: self.told.append("refit started"))
        keeper.refit_finished.connect(lambda: self.told.append("refit finished"))
        keeper.refit_failed.connect(self.told.append)

    def look(self) -> None:
        """Let the keeper look at the clock, as it does every few seconds, and act on it."""
        self.keeper.check_day()
        settle()

    def begin_day(self) -> None:
        """Start, and let the first refresh come to its end."""
        self.keeper.start()
        settle()
        self.program.finish()


def settle() -> None:
    """Let everything happen that need not wait."""
    loop = QEventLoop()
    QTimer.singleShot(10, loop.quit)
    loop.exec()


def make_desk(pace: Pace = AT_ONCE, clock: Clock | None = None) -> Desk:
    program, time = FakeProgram(), FakeTime()
    return Desk(CycleKeeper(program, UPKEEP, clock or time, pace=pace), program, time)


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    desk = make_desk()
    yield desk
    desk.keeper.stop()


def test_the_start_catches_up_with_the_midnights_of_the_closed_program(desk: Desk) -> None:
    desk.keeper.start()
    settle()
    assert desk.program.started == [REFRESH]
    assert desk.keeper.is_running
    desk.program.finish()
    assert not desk.keeper.is_running
    assert desk.told == ["began", ("ended", None)]


def test_the_first_list_has_the_machine_for_itself(qapp: object) -> None:
    desk = make_desk(Pace(first=60_000))
    desk.keeper.start()
    settle()
    assert not desk.program.started
    desk.keeper.stop()


@pytest.mark.parametrize("pass_time", [FakeTime.pass_by, FakeTime.sleep, FakeTime.set_clock])
@pytest.mark.parametrize("seconds", [DAY, 9 * DAY, -DAY])
def test_another_day_is_begun_however_it_came(desk: Desk, pass_time: object, seconds: int) -> None:
    desk.begin_day()
    pass_time(desk.time, seconds)  # type: ignore[operator]
    desk.look()
    assert desk.program.started == [REFRESH] * 2


def test_midnight_is_the_local_one(desk: Desk) -> None:
    desk.begin_day()
    local = desk.time.now().astimezone(desk.time.zone)
    left = DAY - local.hour * HOUR - local.minute * 60 - local.second
    desk.time.pass_by(left - 1)
    desk.look()
    assert len(desk.program.started) == 1
    desk.time.pass_by(1)
    desk.look()
    assert len(desk.program.started) == 2


def test_the_same_day_asks_for_nothing(desk: Desk) -> None:
    desk.begin_day()
    desk.time.sleep(HOUR)
    desk.look()
    desk.time.set_clock(-HOUR)
    desk.look()
    assert len(desk.program.started) == 1


def test_the_clock_is_looked_at_all_the_time(desk: Desk) -> None:
    desk.keeper.start()
    assert desk.keeper._watch.isActive()
    assert desk.keeper._watch.interval() == CHECK_SECONDS * 1000


def test_several_programs_do_not_begin_the_day_in_the_same_second(qapp: object) -> None:
    waits = set()
    for _ in range(20):
        desk = make_desk(Pace(first=0, spread=600_000))
        desk.begin_day()
        desk.time.pass_by(DAY)
        desk.keeper.check_day()
        waits.add(desk.keeper._wait.interval())
        desk.keeper.stop()
    assert len(waits) > 10
    assert max(waits) <= 600_000


def test_midnight_during_a_refresh_is_followed_by_another_one(desk: Desk) -> None:
    desk.keeper.start()
    settle()
    desk.time.pass_by(DAY)
    desk.look()
    assert len(desk.program.started) == 1
    desk.program.finish()
    settle()
    assert len(desk.program.started) == 2


def test_a_refresh_that_failed_is_tried_again_later(qapp: object) -> None:
    desk = make_desk(Pace(first=0, spread=0, retry=30))
    desk.keeper.start()
    settle()
    desk.program.finish(2)
    assert desk.told == ["began", ("ended", ANY)]
    assert desk.told[-1] != ("ended", None)
    assert len(desk.program.started) == 1
    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()
    assert len(desk.program.started) == 2
    desk.keeper.stop()


def test_a_fit_can_be_asked_for(desk: Desk) -> None:
    desk.begin_day()
    desk.told.clear()
    desk.keeper.refit_now()
    assert desk.keeper.is_refitting
    assert desk.program.started[1:] == [REFIT]
    desk.program.finish()
    assert desk.told == ["began", "refit started", ("ended", None), "refit finished"]
    assert not desk.keeper.is_running


def test_only_one_fit_is_made_at_a_time(desk: Desk) -> None:
    desk.keeper.refit_now()
    desk.keeper.refit_now()
    settle()
    assert desk.program.started == [REFIT]


def test_a_fit_takes_the_place_of_a_refresh_under_way(desk: Desk) -> None:
    desk.keeper.start()
    settle()
    desk.keeper.refit_now()
    assert desk.program.ends == 1
    assert desk.program.started == [REFRESH, REFIT]


def test_a_fit_that_failed_is_told_as_a_sentence_and_followed_by_a_refresh(qapp: object) -> None:
    desk = make_desk(Pace(first=0, spread=0, retry=0))
    desk.begin_day()
    desk.keeper.refit_now()
    desk.program.finish(1)
    error = desk.told[-1]
    assert isinstance(error, GiroError)
    assert error.message.key == "error.cycles_not_refreshed"
    settle()
    assert desk.program.started == [REFRESH, REFIT, REFRESH]
    desk.keeper.stop()


def test_a_cancelled_fit_ends_at_once_and_is_followed_by_a_refresh(desk: Desk) -> None:
    desk.begin_day()
    desk.keeper.refit_now()
    desk.keeper.cancel()
    assert desk.program.ends == 1
    assert not desk.keeper.is_running
    assert isinstance(desk.told[-1], CancelledError)
    settle()
    assert desk.program.started == [REFRESH, REFIT, REFRESH]


def test_a_refresh_can_be_ended_too(desk: Desk) -> None:
    desk.keeper.start()
    settle()
    desk.keeper.cancel()
    assert desk.program.ends == 1
    assert isinstance(desk.told[-1][1], CancelledError)  # type: ignore[index]


def test_cancelling_nothing_does_nothing(desk: Desk) -> None:
    desk.keeper.cancel()
    settle()
    assert not desk.told
    assert not desk.program.started


def test_the_end_of_the_window_ends_a_fit_and_tells_nothing(desk: Desk) -> None:
    desk.begin_day()
    desk.keeper.refit_now()
    desk.told.clear()
    desk.keeper.stop()
    assert desk.program.ends == 1
    assert not desk.told
    desk.time.pass_by(DAY)
    desk.keeper.refit_now()
    desk.look()
    assert desk.program.started == [REFRESH, REFIT]


def test_a_past_day_is_never_stored(qapp: object) -> None:
    desk = make_desk(clock=AsOfClock(date(2022, 3, 22)))
    desk.keeper.start()
    desk.keeper.refit_now()
    settle()
    assert not desk.keeper.can_refit
    assert not desk.program.started
    desk.keeper.stop()


def test_signals_do_not_pile_up_over_a_year_of_midnights(desk: Desk, qtbot: QtBot) -> None:
    desk.begin_day()
    for _ in range(365):
        desk.time.pass_by(DAY)
        desk.keeper.check_day()
        qtbot.waitUntil(lambda: desk.keeper.is_running)
        desk.program.finish()
    assert desk.told == ["began", ("ended", None)] * 366
