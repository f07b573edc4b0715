"""The runtime on a real database of each engine, with a second program beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.data.watcher import watch
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.changes import Topic
from cockpit.domain.clock import SystemClock
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.quiet_keeper import QuietKeeper
from cockpit.runtime.reminder_clock import ReminderClock
from cockpit.runtime.task_runner import TaskRunner
from cockpit.services.contacts import ContactService
from cockpit.services.ports import CurrentUser
from cockpit.services.preferences import PreferenceService
from cockpit.services.reminders import ReminderService
from models import Customer

CLOCK = SystemClock()


@dataclass
class Program:
    """One running program on the database."""

    engines: Engines
    user: CurrentUser
    database: SqlDatabase

    def set_callback(self, customer_id: UUID, wait: timedelta) -> None:
        """Set a customer's next contact."""
        draft = AppointmentDraft(CLOCK.now() + wait, has_time=True)
        ContactService(self.database, CLOCK, self.user).set_next_contact(customer_id, draft)


def _program(url: str) -> Program:
    engines = open_database(parse_address(url))
    user = ensure_identity(engines, login="ana", machine="mesa")
    return Program(engines, user, SqlDatabase(engines, user.user_id))


@pytest.fixture
def here(database_url: str) -> Iterator[Program]:
    program = _program(database_url)
    yield program
    program.engines.close()


@pytest.fixture
def elsewhere(here: Program, database_url: str) -> Iterator[Program]:
    program = _program(database_url)
    yield program
    program.engines.close()


@pytest.fixture
def customer_id(here: Program) -> UUID:
    key = new_id()
    with here.engines.writing() as connection:
        connection.execute(insert(Customer).values(id=key, legal_name="Agro Sul Ltda"))
    return key


@pytest.fixture
def runner(qapp: object, here: Program) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def feed(qapp: object, here: Program, customer_id: UUID) -> Iterator[ChangeFeed]:
    feed = ChangeFeed(here.database, watch(here.engines, here.database.is_own), poll_seconds=0.02)
    feed.start()
    yield feed
    feed.stop()


def test_what_another_program_commits_is_told(
    feed: ChangeFeed, elsewhere: Program, customer_id: UUID, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(feed.changed) as blocker:
        elsewhere.set_callback(customer_id, timedelta(days=1))
    (notice,) = blocker.args
    assert notice.customer_ids == {customer_id}
    assert notice.topics == {Topic.AGENDA, Topic.REMINDERS}


def test_an_own_commit_is_told_with_its_topics(
    feed: ChangeFeed, here: Program, customer_id: UUID, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(feed.changed) as blocker:
        here.set_callback(customer_id, timedelta(days=1))
    (notice,) = blocker.args
    assert notice.customer_ids == {customer_id}
    assert notice.topics == {Topic.AGENDA, Topic.REMINDERS}


def test_an_own_commit_is_not_told_again_by_the_watcher(
    feed: ChangeFeed, here: Program, elsewhere: Program, customer_id: UUID, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(feed.changed):
        here.set_callback(customer_id, timedelta(days=1))
    with qtbot.waitSignal(feed.changed) as blocker:
        PreferenceService(elsewhere.database, elsewhere.user).store("theme", "dark")
    (notice,) = blocker.args
    assert notice.topics == {Topic.SETTINGS}
    assert notice.customer_ids == frozenset()


@pytest.fixture
def reminder_clock(here: Program, feed: ChangeFeed, runner: TaskRunner) -> Iterator[ReminderClock]:
    service = ReminderService(here.database, CLOCK, here.user)
    preferences = Preferences(PreferenceService(here.database, here.user), runner, {}, runner)
    quiet = QuietKeeper(preferences, CLOCK, runner)
    reminder_clock = ReminderClock(service, runner, feed, CLOCK, quiet)
    reminder_clock.start()
    yield reminder_clock
    reminder_clock.stop()


def test_a_callback_set_by_another_program_falls_due_here(
    reminder_clock: ReminderClock,
    here: Program,
    elsewhere: Program,
    customer_id: UUID,
    qtbot: QtBot,
) -> None:
    with qtbot.waitSignal(reminder_clock.reminders_fell_due) as blocker:
        elsewhere.set_callback(customer_id, timedelta(milliseconds=300))
    assert [reminder.customer_id for reminder in blocker.args[0]] == [customer_id]
    service = ReminderService(here.database, CLOCK, here.user)
    assert [one.customer_id for one in service.waiting(None).first] == [customer_id]


def test_preferences_survive_the_program(
    runner: TaskRunner, here: Program, elsewhere: Program
) -> None:
    service = PreferenceService(here.database, here.user)
    preferences = Preferences(service, runner, service.load())
    preferences.theme = "dark"
    preferences.language = Language.ENGLISH
    preferences.set_value("columns", [1, 2])
    runner.shutdown()
    stored = PreferenceService(elsewhere.database, elsewhere.user).load()
    assert stored == {"theme": "dark", "language": "en", "columns": [1, 2]}
