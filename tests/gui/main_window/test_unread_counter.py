"""How many wait to be read, as the window's figures tell it."""

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import DatabaseError
from cockpit.ui.unread_counter import UnreadCounter
from tests.support.ui_data import UiWorld


@pytest.fixture
def told() -> list[int]:
    return []


def changed(world: UiWorld, topic: Topic) -> None:
    world.feed.changed.emit(ChangeNotice(frozenset({topic}), frozenset()))


def test_it_counts_again_when_its_own_topic_changed(world: UiWorld, told: list[int]) -> None:
    figures = iter((2, 5))
    counter = UnreadCounter(world.ctx, Topic.NOTICES, lambda: next(figures), world.feed)
    counter.counted.connect(told.append)
    counter.count()
    changed(world, Topic.CONTACTS)
    assert told == [2]
    changed(world, Topic.NOTICES)
    assert told == [2, 5]


def test_a_database_out_of_reach_leaves_the_figure_as_it_is(
    world: UiWorld, told: list[int], qtbot: QtBot
) -> None:
    def fail() -> int:
        raise DatabaseError("database_locked")

    counter = UnreadCounter(world.ctx, Topic.NOTICES, fail, world.feed)
    counter.counted.connect(told.append)
    with qtbot.assertNotEmitted(world.runner.failed):
        counter.count()
    assert told == []


def test_a_fault_of_the_program_is_not_swallowed(world: UiWorld) -> None:
    def fail() -> int:
        raise ZeroDivisionError

    counter = UnreadCounter(world.ctx, Topic.NOTICES, fail, world.feed)
    with pytest.raises(ZeroDivisionError):
        counter.count()
