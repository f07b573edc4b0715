"""The day's keeper: life signs, idleness, sleep, another machine's break, trouble."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.day_record import Span
from cockpit.domain.errors import DatabaseBusyError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import LONGEST_PAUSE, Advice
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.day_keeper import IDLE, DayKeeper
from cockpit.runtime.task_runner import Lane
from tests.support.day_fakes import FakeWorkingDays
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.runtime_fakes import FakeDatabase, FakeTime

MINUTE = 60


@dataclass
class Desk:
    """A keeper over a day in memory, with a clock that only the test moves."""

    time: FakeTime
    days: FakeWorkingDays
    runner: ImmediateTaskRunner
    feed: ChangeFeed
    keeper: DayKeeper

    def pass_by(self, minutes: int) -> None:
        """Let minutes pass, with a pulse at the end of each."""
        for _ in range(minutes):
            self.time.pass_by(MINUTE)
            self.keeper.beat()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    time, runner = FakeTime(), ImmediateTaskRunner()
    feed = ChangeFeed(FakeDatabase(), None)  # type: ignore[arg-type]
    days = FakeWorkingDays(time)
    keeper = DayKeeper(lambda: days, runner, feed, time)  # type: ignore[arg-type]
    keeper.start()
    feed.start()
    yield Desk(time, days, runner, feed, keeper)
    feed.stop()
    keeper.stop()
    runner.shutdown()


def test_the_first_call_begins_the_day_and_the_next_ones_write_nothing(desk: Desk):
    desk.keeper.note_work()
    desk.keeper.note_work()
    assert desk.days.asked == ["begin"]
    assert desk.keeper.is_open


def test_each_minute_gives_a_sign_of_life_while_the_day_is_open_here(desk: Desk):
    desk.pass_by(2)
    assert desk.days.asked == ["today", "today"]
    desk.keeper.begin()
    desk.pass_by(2)
    assert desk.days.asked[2:] == ["begin", "beat", "beat"]
    assert desk.keeper.worked() == timedelta(minutes=2)


def test_who_leaves_the_program_ends_the_day_when_they_were_last_there(desk: Desk, qtbot: QtBot):
    desk.keeper.begin()
    desk.pass_by(5)
    desk.keeper.note_activity()
    last = desk.time.now()
    with qtbot.waitSignal(desk.keeper.lapsed) as told:
        desk.pass_by(round(IDLE.total_seconds() / MINUTE) + 1)
    assert told.args == [last]
    assert desk.keeper.worked() == timedelta(minutes=5)
    assert not desk.keeper.is_open


def test_a_break_is_no_idleness_until_it_is_too_long(desk: Desk):
    desk.keeper.begin()
    desk.keeper.take_break(BreakKind.OTHER)
    desk.pass_by(round(LONGEST_PAUSE.total_seconds() / MINUTE))
    assert desk.keeper.is_on_break
    desk.pass_by(1)
    assert not desk.keeper.is_open


def test_a_call_after_sleep_asks_again_whether_the_day_goes_on(desk: Desk):
    desk.keeper.begin()
    desk.time.sleep(3600)
    desk.keeper.note_work()
    assert desk.days.asked == ["begin", "begin"]


def test_a_break_tells_when_it_has_lasted_as_long_as_it_is_to(desk: Desk, qtbot: QtBot):
    desk.keeper.begin()
    with qtbot.waitSignal(desk.keeper.break_changed) as told:
        desk.keeper.take_break(BreakKind.REST)
    assert told.args == [True]
    desk.pass_by(10)
    assert desk.keeper.advice() is Advice.BACK
    with qtbot.waitSignal(desk.keeper.break_changed) as told:
        desk.keeper.resume()
    assert told.args == [False]


def test_a_break_begun_at_another_machine_is_told_here(desk: Desk, qtbot: QtBot):
    desk.keeper.begin()
    desk.days.spans.append(Span(new_id(), BreakKind.MEAL, desk.time.now()))
    with qtbot.waitSignal(desk.keeper.break_changed):
        desk.feed.tell(ChangeNotice(frozenset({Topic.WORKING_DAY}), frozenset()))
    assert desk.keeper.is_on_break


def test_closing_ends_what_is_open_here_and_only_that(desk: Desk):
    desk.keeper.stop()
    assert desk.days.asked == []
    desk.keeper.start()
    desk.keeper.begin()
    desk.keeper.stop()
    desk.keeper.stop()
    assert desk.days.asked == ["begin", "leave"]


def test_a_pulse_that_fails_waits_for_the_next_one(desk: Desk):
    desk.keeper.begin()
    desk.days.error = DatabaseBusyError("database_busy")
    desk.pass_by(1)
    assert desk.keeper.is_open
    desk.pass_by(1)
    assert desk.days.asked[-1] == "beat"


def test_what_the_user_asked_for_and_failed_is_told(desk: Desk, qtbot: QtBot):
    desk.days.error = DatabaseBusyError("database_busy")
    with qtbot.waitSignal(desk.keeper.failed):
        desk.keeper.begin()


def test_looking_is_a_read_and_what_the_user_does_a_write(desk: Desk):
    desk.keeper.look()
    desk.keeper.begin()
    assert desk.runner.lanes == [Lane.READ, Lane.WRITE]
