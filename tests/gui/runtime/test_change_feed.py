import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.runtime.change_feed import FOREIGN_QUIET_MS, QUIET_MS, ChangeFeed
from tests.support.runtime_fakes import FakeDatabase, FakeWatcher

CONTACTS = ChangeNotice(frozenset({Topic.CONTACTS}), frozenset({new_id()}))
ORDERS = ChangeNotice(frozenset({Topic.ORDERS}), frozenset({new_id()}))


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


@pytest.fixture
def watcher() -> FakeWatcher:
    return FakeWatcher()


@pytest.fixture
def feed(qapp: object, database: FakeDatabase, watcher: FakeWatcher) -> Iterator[ChangeFeed]:
    feed = ChangeFeed(database, watcher, poll_seconds=0.01)
    feed.start()
    yield feed
    feed.stop()


def test_an_own_commit_is_told_on_the_gui_thread_with_its_topics(
    feed: ChangeFeed, database: FakeDatabase, qtbot: QtBot
) -> None:
    heard_on: list[threading.Thread] = []
    feed.changed.connect(lambda _: heard_on.append(threading.current_thread()))
    worker = threading.Thread(target=database.commit, args=(CONTACTS,))
    with qtbot.waitSignal(feed.changed) as blocker:
        worker.start()
    worker.join()
    assert blocker.args == [CONTACTS]
    assert heard_on == [threading.current_thread()]


def test_a_foreign_change_is_told_as_the_watcher_found_it(
    feed: ChangeFeed, watcher: FakeWatcher, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(feed.changed) as blocker:
        watcher.script = [CONTACTS]
    assert blocker.args == [CONTACTS]


def test_a_burst_becomes_one_notice_after_a_moment(
    feed: ChangeFeed, database: FakeDatabase, qtbot: QtBot
) -> None:
    heard: list[tuple[float, ChangeNotice]] = []
    feed.changed.connect(lambda notice: heard.append((time.monotonic(), notice)))
    began = time.monotonic()
    for _ in range(500):
        database.commit(CONTACTS)
    database.commit(ORDERS)
    qtbot.waitUntil(lambda: len(heard) == 1)
    with qtbot.assertNotEmitted(feed.changed, wait=2 * QUIET_MS):
        pass
    assert [notice for _, notice in heard] == [CONTACTS.with_other(ORDERS)]
    assert heard[0][0] - began >= 0.9 * QUIET_MS / 1000


def test_what_others_changed_is_told_sooner_unless_the_operator_is_at_it(
    feed: ChangeFeed, database: FakeDatabase, watcher: FakeWatcher, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(feed.changed):
        watcher.script = [CONTACTS]
    assert feed._quiet.interval() == FOREIGN_QUIET_MS
    began = time.monotonic()
    with qtbot.waitSignal(feed.changed) as blocker:
        watcher.script = [CONTACTS]
        database.commit(ORDERS)
    assert time.monotonic() - began >= 0.9 * QUIET_MS / 1000
    assert blocker.args[0].touches(Topic.ORDERS)


def test_an_outage_of_the_watcher_is_told_and_own_commits_go_on(
    feed: ChangeFeed, database: FakeDatabase, watcher: FakeWatcher, qtbot: QtBot
) -> None:
    error = OSError()
    with qtbot.waitSignal(feed.failed) as blocker:
        watcher.script = [error]
    assert blocker.args == [error]
    with qtbot.waitSignal(feed.changed):
        database.commit(CONTACTS)


def test_after_stop_nothing_is_told_and_the_watcher_is_closed(
    database: FakeDatabase, watcher: FakeWatcher, qtbot: QtBot
) -> None:
    feed = ChangeFeed(database, watcher, poll_seconds=0.01)
    feed.start()
    database.commit(CONTACTS)
    feed.stop()
    assert watcher.is_closed
    with qtbot.assertNotEmitted(feed.changed, wait=2 * QUIET_MS):
        database.commit(ORDERS)


def test_a_change_on_its_way_when_the_feed_stops_starts_nothing(
    qapp: object, database: FakeDatabase
) -> None:
    feed = ChangeFeed(database, None)
    feed.start()
    database.commit(CONTACTS)
    feed.stop()
    QCoreApplication.sendPostedEvents(feed)
    assert not any(timer.isActive() for timer in feed.findChildren(QTimer))


def test_a_commit_after_the_feed_s_end_disturbs_nobody(
    qapp: object, database: FakeDatabase
) -> None:
    feed = ChangeFeed(database, None)
    feed.start()
    feed.stop()
    Shiboken.delete(feed)
    database.commit(CONTACTS)


def test_a_feed_works_without_a_watcher(database: FakeDatabase, qtbot: QtBot) -> None:
    feed = ChangeFeed(database, None)
    feed.start()
    with qtbot.waitSignal(feed.changed):
        database.commit(CONTACTS)
    feed.stop()


_ids = st.none() | st.frozensets(st.uuids(), max_size=3)
_notices = st.builds(ChangeNotice, st.frozensets(st.sampled_from(Topic)), _ids)


@given(_notices, _notices)
def test_a_merged_notice_covers_both(first: ChangeNotice, second: ChangeNotice) -> None:
    both = first.with_other(second)
    for one in (first, second):
        assert one.topics <= both.topics
        if both.customer_ids is not None:
            assert one.customer_ids is not None
            assert one.customer_ids <= both.customer_ids
    assert second.with_other(first) == both
