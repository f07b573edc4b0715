from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as datetime_time
from math import ceil
from threading import Event
from time import sleep

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cockpit.domain.agenda import Reminder
from cockpit.domain.announcements import Manner, Quiet
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import Clock, SystemClock
from cockpit.domain.errors import DatabaseBusyError
from cockpit.domain.vocabulary import ReminderState
from cockpit.runtime.alarm import SchedulerAlarm
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.clock_gap import CHECK_SECONDS, ClockGapDetector
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.quiet_keeper import Hush, QuietKeeper
from cockpit.runtime.reminder_clock import ReminderClock
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.runtime.wake_plan import RETRY
from cockpit.services.preferences import PreferenceService
from cockpit.services.reminders import ReminderService
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.runtime_fakes import START, USER, FakeAlarm, FakeDatabase, FakeTime

MINUTE = 60


@dataclass
class Desk:
    """A reminder clock over a table in memory, with clocks that only the test moves."""

    database: FakeDatabase
    time: FakeTime
    alarm: FakeAlarm
    runner: TaskRunner
    clock: ReminderClock
    told: list[Reminder]

    @property
    def told_names(self) -> list[str]:
        return [reminder.customer_name for reminder in self.told]

    def arm(self, minutes: float, name: str = "Acatama Brinquedos") -> Reminder:
        at = self.time.now() + timedelta(minutes=minutes)
        return self.database.reminders.arm(at, name)

    def notice(self, *topics: Topic) -> None:
        self.clock._on_feed_changed(ChangeNotice(frozenset(topics)))


def quiet_keeper(database: FakeDatabase, time: Clock, runner: TaskRunner) -> QuietKeeper:
    preferences = Preferences(PreferenceService(database, USER), runner, {}, runner)
    return QuietKeeper(preferences, time, runner)


def make_desk(database: FakeDatabase, time: FakeTime, runner: TaskRunner, alarm: FakeAlarm) -> Desk:
    told: list[Reminder] = []
    clock = ReminderClock(
        ReminderService(database, time, USER),
        runner,
        ChangeFeed(database, None, parent=runner),
        time,
        quiet_keeper(database, time, runner),
        alarm=alarm,
        detector=ClockGapDetector(lambda: time.wall, lambda: time.monotonic),
        parent=runner,
    )
    clock.reminders_fell_due.connect(told.extend)
    return Desk(database, time, alarm, runner, clock, told)


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    desk = make_desk(FakeDatabase(), FakeTime(), ImmediateTaskRunner(), FakeAlarm())
    yield desk
    desk.clock.stop()
    desk.runner.shutdown()


def test_what_fell_due_while_the_program_was_closed_is_raised_at_the_start(desk: Desk) -> None:
    desk.arm(-30, "Agro Sul")
    desk.arm(-90, "Agro Box")
    desk.clock.start()
    assert desk.told_names == ["Agro Box", "Agro Sul"]
    assert desk.alarm.wait is None


def test_a_reminder_is_raised_when_its_alarm_rings_and_only_once(desk: Desk, qtbot: QtBot) -> None:
    desk.clock.start()
    desk.arm(10)
    desk.notice(Topic.AGENDA)
    assert desk.alarm.wait == timedelta(minutes=10)
    desk.time.pass_by(10 * MINUTE)
    desk.alarm.ring()
    desk.alarm.ring()
    qtbot.waitUntil(lambda: bool(desk.told))
    desk.clock.replan()
    assert len(desk.told) == 1


def test_a_restart_neither_repeats_nor_forgets(desk: Desk) -> None:
    desk.arm(-1, "before")
    desk.arm(5, "while closed")
    desk.clock.start()
    desk.clock.stop()
    desk.database.reminders.unshown.clear()
    desk.time.pass_by(10 * MINUTE)
    again = make_desk(desk.database, desk.time, desk.runner, FakeAlarm())
    again.clock.start()
    again.clock.stop()
    assert desk.told_names == ["before"]
    assert again.told_names == ["while closed"]


def test_what_was_claimed_and_not_shown_before_a_crash_is_told_again(desk: Desk) -> None:
    desk.arm(-1, "not shown")
    desk.clock.start()
    desk.clock.stop()
    again = make_desk(desk.database, desk.time, desk.runner, FakeAlarm())
    again.clock.start()
    again.clock.replan()
    again.clock.stop()
    assert again.told_names == ["not shown"]


@pytest.mark.parametrize("pass_time", [FakeTime.sleep, FakeTime.set_clock])
def test_sleep_or_a_clock_set_forward_raises_what_was_due_meanwhile(
    desk: Desk, pass_time: object
) -> None:
    desk.arm(30)
    desk.clock.start()
    desk.time.pass_by(CHECK_SECONDS)
    desk.clock.check_clock()
    assert not desk.told
    pass_time(desk.time, 45 * MINUTE)  # type: ignore[operator]
    desk.clock.check_clock()
    assert len(desk.told) == 1


def test_a_clock_set_back_moves_the_alarm_along(desk: Desk) -> None:
    desk.arm(30)
    desk.clock.start()
    desk.time.set_clock(-60 * MINUTE)
    desk.clock.check_clock()
    assert not desk.told
    assert desk.alarm.wait == timedelta(minutes=90)


def test_where_the_monotonic_clock_goes_on_in_suspend_the_late_check_notices(desk: Desk) -> None:
    desk.clock.start()
    desk.arm(30, "set by another process")
    desk.time.pass_by(60 * MINUTE)
    desk.clock.check_clock()
    assert len(desk.told) == 1


def test_a_lost_alarm_is_noticed_at_the_next_check(desk: Desk) -> None:
    desk.arm(0.1)
    desk.clock.start()
    for _ in range(2):
        desk.time.pass_by(CHECK_SECONDS)
        desk.clock.check_clock()
    assert len(desk.told) == 1


def test_a_quiet_check_asks_nothing(desk: Desk) -> None:
    desk.clock.start()
    assert isinstance(desk.runner, ImmediateTaskRunner)
    asked = len(desk.runner.lanes)
    for _ in range(100):
        desk.time.pass_by(CHECK_SECONDS)
        desk.clock.check_clock()
    assert len(desk.runner.lanes) == asked


def test_a_snoozed_reminder_comes_back(desk: Desk) -> None:
    reminder = desk.arm(-1)
    desk.clock.start()
    ReminderService(desk.database, desk.time, USER).snooze(
        [reminder.reminder_id], timedelta(minutes=5)
    )
    desk.time.pass_by(2)
    desk.notice(Topic.REMINDERS)
    assert desk.alarm.wait == timedelta(minutes=5, seconds=-2)
    desk.time.pass_by(5 * MINUTE)
    desk.clock.check_clock()
    assert len(desk.told) == 2


def test_the_database_is_asked_on_the_writer_lane_only(desk: Desk) -> None:
    desk.arm(-1)
    desk.clock.start()
    assert isinstance(desk.runner, ImmediateTaskRunner)
    assert set(desk.runner.lanes) == {Lane.WRITE}


@pytest.mark.parametrize("seconds", [0.5, 1.5, 2.5, 3.5, 4.5])
def test_a_reminder_that_falls_due_in_the_middle_of_a_question_is_not_forgotten(
    qapp: object, seconds: float
) -> None:
    class TickingTime(FakeTime):
        def now(self) -> datetime:
            self.pass_by(1)
            return super().now()

    time = TickingTime()
    desk = make_desk(FakeDatabase(), time, ImmediateTaskRunner(), FakeAlarm())
    desk.database.reminders.arm(START + timedelta(seconds=seconds))
    desk.clock.start()
    assert desk.told or desk.alarm.wait is not None
    desk.clock.stop()


def test_other_topics_ask_nothing(desk: Desk) -> None:
    desk.clock.start()
    desk.arm(-1)
    desk.notice(Topic.ORDERS, Topic.METRICS)
    assert not desk.told


def test_a_database_out_of_reach_is_told_once_and_asked_again(desk: Desk) -> None:
    failed: list[Exception] = []
    desk.clock.failed.connect(failed.append)
    desk.arm(-1)
    desk.database.trouble = DatabaseBusyError("database_locked")
    desk.clock.start()
    looks = ceil(RETRY.total_seconds() / CHECK_SECONDS) + 1
    for _ in range(looks):
        desk.time.pass_by(CHECK_SECONDS)
        desk.clock.check_clock()
    assert failed == [desk.database.trouble]
    desk.database.trouble = None
    for _ in range(looks):
        desk.time.pass_by(CHECK_SECONDS)
        desk.clock.check_clock()
    assert len(desk.told) == 1


def test_a_reminder_of_a_past_day_shown_as_today_waits_by_its_own_clock(desk: Desk) -> None:
    desk.time.set_clock(-4 * 365 * 24 * 60 * MINUTE)
    desk.arm(3)
    desk.clock.start()
    assert desk.alarm.wait == timedelta(minutes=3)


def test_changes_during_a_question_are_asked_about_afterwards(qtbot: QtBot) -> None:
    runner = TaskRunner()
    desk = make_desk(FakeDatabase(), FakeTime(), runner, FakeAlarm())
    for number in range(20):
        desk.arm(-number - 1)
    desk.clock.start()
    for number in range(20):
        desk.arm(-number - 1)
        desk.clock.replan()
    qtbot.waitUntil(lambda: len(desk.told) >= 20)
    desk.time.pass_by(CHECK_SECONDS)
    desk.clock.check_clock()
    qtbot.waitUntil(lambda: len(desk.told) == 40)
    assert all(
        reminder.state is ReminderState.RAISED
        for reminder in desk.database.reminders.reminders.values()
    )
    desk.clock.stop()
    runner.shutdown()


def test_what_falls_due_right_after_another_comes_with_its_neighbours(desk: Desk) -> None:
    desk.arm(-1, "first")
    desk.clock.start()
    for number in range(5):
        desk.arm(0, f"neighbour {number}")
        desk.clock.replan()
        desk.time.pass_by(0.1)
    assert desk.told_names == ["first"]
    assert desk.alarm.wait is not None
    desk.time.pass_by(1)
    desk.alarm.ring()
    desk.clock.check_clock()
    assert len(desk.told) == 6


def test_an_answer_that_was_slept_over_is_not_shown_but_asked_for_again(qtbot: QtBot) -> None:
    runner, database, time = TaskRunner(), FakeDatabase(), FakeTime()
    desk = make_desk(database, time, runner, FakeAlarm())
    reminder = desk.arm(-1)
    desk.clock.start()
    qtbot.waitUntil(lambda: bool(database.reminders.unshown))
    time.sleep(20)  # the answer is on its way, and the machine stands still
    qtbot.waitUntil(lambda: bool(desk.told))
    assert desk.told == [database.reminders.reminders[reminder.reminder_id]]
    assert database.reminders.reclaimed == 2
    desk.clock.stop()
    runner.shutdown()


def test_during_a_break_nothing_is_raised_and_afterwards_all_at_once(desk: Desk) -> None:
    desk.clock.start()
    desk.clock.quiet.set_on_break(True)
    desk.arm(1, "Agro Box")
    desk.arm(2, "Agro Sul")
    desk.notice(Topic.AGENDA)
    for _ in range(100):
        desk.time.pass_by(CHECK_SECONDS)
        desk.clock.check_clock()
    assert not desk.told
    assert not desk.database.reminders.unshown
    desk.clock.quiet.set_on_break(False)
    assert desk.told_names == ["Agro Box", "Agro Sul"]


def test_the_clock_sleeps_until_the_quiet_that_was_asked_for_is_over(desk: Desk) -> None:
    desk.clock.start()
    desk.clock.quiet.toggle()
    desk.arm(5)
    desk.notice(Topic.AGENDA)
    assert desk.alarm.wait == timedelta(hours=1)
    desk.time.pass_by(59 * MINUTE)
    desk.clock.check_clock()
    assert not desk.told
    desk.time.pass_by(MINUTE)
    desk.clock.check_clock()
    assert len(desk.told) == 1


def test_the_same_key_ends_the_quiet(desk: Desk) -> None:
    desk.clock.start()
    desk.clock.quiet.toggle()
    desk.arm(-1)
    desk.clock.quiet.toggle()
    assert len(desk.told) == 1


def test_the_daily_quiet_is_by_the_users_clock(desk: Desk) -> None:
    quiet = desk.clock.quiet
    daily = Quiet(daily_from=datetime_time(8), daily_until=datetime_time(10))
    quiet.set_manner(Manner(names_customers=False, quiet=daily))
    assert quiet.manner == Manner(names_customers=False, quiet=daily)
    assert quiet.hush() == Hush(START + timedelta(hours=1))  # noon in UTC is nine in São Paulo
    desk.time.pass_by(60 * MINUTE)
    assert quiet.hush() is None


def test_after_stop_nothing_is_raised(desk: Desk) -> None:
    desk.clock.start()
    desk.clock.stop()
    desk.arm(-1)
    desk.clock.replan()
    desk.clock.check_clock()
    assert not desk.told
    assert not desk.alarm.is_running


def test_the_real_alarm_rings_is_replaced_and_leaves_no_thread(qtbot: QtBot) -> None:
    class Bell(QObject):
        rung = 0

        def ring(self) -> None:
            self.rung += 1

    bell = Bell()
    alarm = SchedulerAlarm()
    alarm.start(bell.ring)
    alarm.ring_after(timedelta(hours=5))
    alarm.ring_after(timedelta(milliseconds=20))
    qtbot.waitUntil(lambda: bell.rung == 1)
    alarm.ring_after(timedelta(seconds=-5))
    qtbot.waitUntil(lambda: bell.rung == 2)
    alarm.ring_after(timedelta(milliseconds=50))
    alarm.cancel()
    alarm.stop()
    assert bell.rung == 2


def test_an_alarm_rings_while_the_one_before_it_still_does() -> None:
    rung: list[int] = []
    both = Event()

    def ring() -> None:
        rung.append(1)
        if len(rung) == 2:
            both.set()
        both.wait(10)

    alarm = SchedulerAlarm()
    alarm.start(ring)
    alarm.ring_after(timedelta(0))
    while not rung:
        sleep(0.005)
    alarm.ring_after(timedelta(0))
    assert both.wait(10)
    alarm.stop()


def test_with_the_real_parts_a_reminder_falls_due_by_itself(qtbot: QtBot) -> None:
    database, runner, clock = FakeDatabase(), TaskRunner(), SystemClock()
    feed = ChangeFeed(database, None, parent=runner)
    feed.start()
    quiet = quiet_keeper(database, clock, runner)
    service = ReminderService(database, clock, USER)
    reminder_clock = ReminderClock(service, runner, feed, clock, quiet)
    reminder_clock.start()
    with qtbot.waitSignal(reminder_clock.reminders_fell_due) as blocker:
        reminder = database.reminders.arm(clock.now() + timedelta(milliseconds=150))
        database.commit(ChangeNotice(frozenset({Topic.REMINDERS})))
    assert [one.reminder_id for one in blocker.args[0]] == [reminder.reminder_id]
    reminder_clock.stop()
    feed.stop()
    runner.shutdown()
