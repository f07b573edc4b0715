"""Who loses a client to a colleague hears of it with the change, not with the next heartbeat."""

from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Signal

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.eligibility import Bar, Barred
from cockpit.domain.errors import DatabaseBusyError
from cockpit.ui.call.claim_watch import ClaimWatch
from cockpit.ui.call.state import CallPhase
from tests.gui.call.test_controller import A, B, World


class Feed(QObject):
    changed = Signal(object)


@pytest.fixture
def world(qapp):
    world = World()
    world.feed = Feed()
    ctx = world.controller._ctx
    ctx.feed = world.feed
    world.watch = ClaimWatch(ctx, world.controller, world.controller)
    world.controller.next()
    yield world
    world.controller.stop()
    world.runner.shutdown()


def tell(world: World, *customers: UUID, topic: Topic = Topic.QUEUE) -> None:
    world.feed.changed.emit(ChangeNotice(frozenset({topic}), frozenset(customers)))


def test_a_client_taken_over_is_told_with_the_name_and_the_claim_stays_to_save_with(world):
    world.queue.bars[A] = Barred(Bar.CLAIMED, who="Bia")
    tell(world, A)
    state = world.controller.state
    assert state.phase is CallPhase.LOST
    assert state.message.as_dict() == {"who": "Bia"}
    assert state.claim is not None


def test_other_changes_leave_the_call_alone(world):
    tell(world, A)
    world.queue.bars[A] = Barred(Bar.CLAIMED, who="Bia")
    tell(world, B)
    tell(world, A, topic=Topic.ORDERS)
    assert world.controller.state.phase is CallPhase.CALLING


def test_a_look_that_fails_is_left_to_the_heartbeat(world):
    world.queue.trouble = DatabaseBusyError("database_busy")
    tell(world, A)
    assert world.controller.state.phase is CallPhase.CALLING
    world.queue.trouble = None
