"""One call at a time: claimed, ended, given back."""

from types import SimpleNamespace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.clock import AsOfClock
from cockpit.domain.eligibility import Bar, Barred
from cockpit.domain.errors import DatabaseBusyError
from cockpit.domain.formats import Language
from cockpit.ui.call.controller import CallController
from cockpit.ui.call.state import CallPhase
from cockpit.ui.contact_form.saving import Receipt
from tests.support.call_fakes import FakeQueueService, FakeWriteUnit
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.list_data import TODAY

A, B, C = (UUID(int=number) for number in (1, 2, 3))


class World:
    """A controller over three candidates, and what it said."""

    def __init__(self, runner: ImmediateTaskRunner | None = None) -> None:
        self.clock = AsOfClock(TODAY)
        self.queue = FakeQueueService(self.clock)
        self.candidates = [A, B, C]
        self.runner = runner or ImmediateTaskRunner()
        self.day = SimpleNamespace(is_on_break=False)
        ctx = SimpleNamespace(
            queue=self.queue,
            runner=self.runner,
            clock=self.clock,
            day_keeper=self.day,
            language=Language.PORTUGUESE,
        )
        self.controller = CallController(ctx, lambda limit: (self.candidates[:limit], frozenset()))
        self.wanted: list[UUID] = []
        self.claimed: list[tuple[UUID, int]] = []
        self.said: list[str] = []
        self.left: list[bool] = []
        self.controller.customer_wanted.connect(self.wanted.append)
        self.controller.claimed.connect(lambda key, change: self.claimed.append((key, change)))
        self.controller.message_raised.connect(self.said.append)
        self.controller.call_left.connect(lambda: self.left.append(True))

    @property
    def held(self) -> UUID | None:
        return None if self.queue.held is None else self.queue.held.customer_id


@pytest.fixture
def world(qapp: QApplication):
    world = World()
    yield world
    world.controller.stop()
    world.runner.shutdown()


def test_next_claims_the_first_candidate_and_shows_them(world):
    world.queue.change = 7
    world.controller.next()
    assert world.wanted == [A]
    assert world.claimed == [(A, 7)]
    assert world.controller.state.phase is CallPhase.CALLING
    assert world.held == A


def test_before_the_first_call_the_first_candidates_may_come(world):
    assert world.controller.following() == [A, B, C]


def test_nobody_is_offered_during_a_break(world):
    world.day.is_on_break = True
    world.controller.next()
    world.controller.take(B)
    assert (world.held, world.wanted) == (None, [])


def test_who_is_called_and_who_was_passed_over_do_not_come_next(world):
    world.queue.bars[A] = Barred(Bar.JUST_CALLED)
    world.controller.next()
    assert world.wanted == [B]
    assert world.controller.following() == [C]


def test_next_again_gives_the_former_back_and_takes_another(world):
    world.controller.next()
    world.controller.next()
    assert world.wanted == [A, B]
    assert world.held == B


def test_a_stored_contact_ends_the_call_and_nothing_is_given_back(world):
    world.controller.next()
    world.controller.end_call(A)
    world.controller.leave_for(B)
    assert world.controller.state.phase is CallPhase.IDLE
    assert [word for word, _id, _why in world.queue.log] == ["next"]


def test_a_contact_of_another_customer_ends_no_call(world):
    world.controller.next()
    world.controller.end_call(B)
    assert world.controller.claim is not None


def test_looking_at_another_customer_gives_the_claimed_one_back_and_claims_nobody(world):
    world.controller.next()
    world.controller.leave_for(C)
    assert world.queue.log[-1][:2] == ("put_back", A)
    assert world.held is None
    assert world.controller.state.phase is CallPhase.IDLE


def test_browsing_claims_nobody(world):
    for customer_id in (A, B, C, None):
        world.controller.leave_for(customer_id)
    assert world.queue.log == []


def test_skipping_goes_on_to_the_next_one_and_undo_brings_them_back(world):
    world.controller.next()
    world.controller.skip("Já falei hoje")
    assert world.queue.log[1] == ("skip", A, "Já falei hoje")
    assert world.wanted[-1] == B
    assert world.controller.state.can_undo
    world.controller.undo()
    assert world.wanted[-1] == A
    assert not world.controller.state.can_undo


def test_putting_off_sets_the_next_contact_and_goes_on(world):
    world.controller.next()
    draft = AppointmentDraft(world.clock.now(), has_time=True)
    world.controller.snooze(draft)
    assert world.queue.log[1] == ("snooze", A, draft.due_at.isoformat())
    assert world.wanted[-1] == B


def test_putting_back_returns_to_the_list(world):
    world.controller.next()
    world.controller.put_back()
    assert world.left == [True]
    assert world.held is None


def test_without_a_claim_nothing_is_skipped_put_off_put_back_or_undone(world):
    world.controller.skip("x")
    world.controller.put_back()
    world.controller.undo()
    assert world.queue.log == []


def test_a_barred_customer_is_shown_all_the_same_with_the_reason(world):
    world.queue.bars[C] = Barred(Bar.OUTSIDE_HOURS)
    world.controller.take(C)
    assert world.wanted == [C]
    assert world.controller.state.phase is CallPhase.BARRED
    assert world.controller.state.may_override
    world.controller.take_anyway("O cliente pediu")
    assert world.queue.log == [("take", C, "O cliente pediu")]
    assert world.controller.state.phase is CallPhase.CALLING


def test_who_does_not_want_to_be_contacted_cannot_be_called_all_the_same(world):
    world.queue.bars[C] = Barred(Bar.DO_NOT_CONTACT)
    world.controller.take(C)
    world.controller.take_anyway("O cliente pediu")
    assert not world.controller.state.may_override
    assert world.queue.log == []


def test_choosing_a_barred_customer_gives_the_former_one_back(world):
    world.controller.next()
    world.queue.bars[C] = Barred(Bar.BLOCKED)
    world.controller.take(C)
    assert world.queue.log[-1][:2] == ("put_back", A)


def test_when_nobody_is_left_it_says_so(world):
    world.candidates = []
    world.controller.next()
    assert world.controller.state.phase is CallPhase.NOBODY
    assert world.wanted == []


def test_a_lost_claim_is_told_and_ends_the_heartbeat(world):
    world.controller.next()
    world.queue.lost.add(world.controller.claim.claim_id)
    world.controller._on_heartbeat_timeout()
    assert world.controller.state.phase is CallPhase.LOST
    assert world.controller.claim is not None  # the contact is saved with it all the same


def test_whoever_skips_a_client_that_a_colleague_took_hears_so_and_goes_on(world):
    world.controller.next()
    world.queue.lost.add(world.controller.claim.claim_id)
    world.controller.skip("x")
    assert world.said == ["Bia já assumiu este cliente: nada foi alterado."]
    assert world.wanted[-1] != A
    assert not world.controller.state.can_undo


def test_whoever_puts_back_a_client_that_a_colleague_took_hears_so(world):
    world.controller.next()
    world.queue.lost.add(world.controller.claim.claim_id)
    world.controller.put_back()
    assert world.said == ["Bia já assumiu este cliente: nada foi alterado."]
    assert world.controller.state.phase is CallPhase.IDLE


def test_trouble_with_the_database_is_said_and_the_call_goes_on(world):
    world.controller.next()
    world.queue.trouble = DatabaseBusyError("database_locked")
    world.controller.skip("x")
    assert world.controller.state.phase is CallPhase.CALLING
    assert world.said
    world.queue.trouble = None


def test_closing_gives_everything_back(world):
    world.controller.next()
    world.controller.stop()
    assert world.held is None


def left_behind(world: World, *, is_stored: bool = True) -> Receipt:
    """Return what a contact on its way was given to do, when it is on disk or was refused."""
    receipt = Receipt()
    world.controller.seek_behind(receipt)
    if is_stored:
        receipt.look(FakeWriteUnit())
        world.controller.end_call(A)
    return receipt


def test_behind_a_stored_contact_the_next_client_is_claimed(world):
    world.controller.next()
    world.controller.come_behind(left_behind(world))
    assert world.wanted == [A, B]
    assert world.held == B


def test_a_search_that_fails_behind_a_contact_says_so_and_calls_nobody(world):
    world.controller.next()
    world.queue.trouble = DatabaseBusyError("database_locked")
    world.controller.come_behind(left_behind(world))
    assert world.wanted == [A]
    assert world.controller.state.phase is CallPhase.IDLE
    assert world.said
    world.queue.trouble = None


def test_behind_a_contact_that_was_not_stored_nobody_is_claimed(world):
    world.controller.next()
    claim = world.controller.claim
    world.controller.come_behind(left_behind(world, is_stored=False))
    assert world.wanted == [A]
    assert world.controller.state.phase is CallPhase.CALLING
    assert world.controller.claim == claim


def test_a_contact_stored_while_the_next_client_is_sought_leaves_no_claim_behind(world):
    world.controller.next()
    receipt = left_behind(world)
    assert world.controller.state.phase is CallPhase.SEEKING
    assert world.controller.claim is None
    world.controller.come_behind(receipt)
    assert world.wanted == [A, B]


def test_a_contact_that_stays_looks_for_nobody(world):
    world.controller.next()
    receipt = Receipt()
    receipt.look(FakeWriteUnit())
    world.controller.come_behind(receipt)
    assert world.wanted == [A]
    assert world.controller.state.phase is CallPhase.CALLING


def test_when_the_chosen_client_cannot_be_claimed_the_former_one_is_not_called_in_their_name(world):
    world.controller.next()
    world.queue.trouble = DatabaseBusyError("database_locked")
    world.controller.take(C)
    state = world.controller.state
    assert (state.phase, state.claim) == (CallPhase.IDLE, None)
    assert world.said
    world.queue.trouble = None


def test_an_undo_that_fails_can_be_tried_again_and_the_call_goes_on(world):
    world.controller.next()
    world.controller.skip("x")
    world.queue.trouble = DatabaseBusyError("database_locked")
    world.controller.undo()
    state = world.controller.state
    assert (state.phase, state.customer_id, state.can_undo) == (CallPhase.CALLING, B, True)
    world.queue.trouble = None
    world.controller.undo()
    assert world.wanted[-1] == A


def test_closing_while_a_client_is_being_claimed_gives_them_back(world):
    waiting = []
    world.runner.submit = lambda work, **_: waiting.append(work)
    world.controller.next()
    world.controller.stop()
    for work in waiting:
        work()
    assert world.held is None


def test_who_was_being_called_in_a_crash_is_offered_again(world):
    world.queue.next(world.candidates)
    assert world.held == A
    world.controller.next()
    assert world.wanted == [A]
    world.controller.next()
    assert world.wanted == [A, B]
