"""Takes clients off the queue and gives them back; everything it asks for is asked behind the GUI.

At most one client is claimed at a time: moving on to another one without a contact gives the former
one back, and looking at clients claims nobody.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

import resources
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.bars import BarredError
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import ConflictError, GiroError
from cockpit.domain.messages import Message
from cockpit.domain.queue import HEARTBEAT, Claim, Offer, QueueStep
from cockpit.runtime.task_runner import Lane
from cockpit.ui.call.state import CallPhase, CallState
from cockpit.ui.contact_form.saving import Receipt
from cockpit.ui.context import UiContext

#: How many of the list's first clients the queue may choose from.
CANDIDATES = 20
#: So many of those who may come next are read ahead.
AHEAD = 3
_STEPS_KEPT = 20

#: Returns the first clients who may be called, and the bars that do not count.
Offers = Callable[[int], tuple[Sequence[UUID], Collection[Bar]]]


class CallController(QObject):
    """Holds the one call of a window.

    Attributes:
        state: The call at present.
    """

    #: The call is another one, or stands otherwise (CallState).
    changed = Signal(object)
    #: A client (UUID) is to be shown and called.
    customer_wanted = Signal(object)
    #: A client (UUID) was claimed, and the number (int) of the newest change about them: what was
    #: read of them before that is not to be shown.
    claimed = Signal(object, object)
    #: The client was given back, and nobody else is called: back to the list.
    call_left = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, offers: Offers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._offers = offers
        self._passed: frozenset[UUID] = frozenset()
        self._steps: list[QueueStep] = []
        self._is_first = True
        self.state = CallState()
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(round(HEARTBEAT.total_seconds() * 1000))
        self._heartbeat.timeout.connect(self._on_heartbeat_timeout)

    @property
    def claim(self) -> Claim | None:
        """Return the lease on the client who is being called."""
        return self.state.claim

    # --- what the operator does ----------------------------------------------------------------

    @Slot()
    def next(self) -> None:
        """Claim the client who is worth most now, and show them."""
        if self.state.phase is not CallPhase.SEEKING and not self._ctx.day_keeper.is_on_break:
            self.get_ready()
            candidates, also = self._seek()
            self._ask(partial(self._ctx.queue.next, candidates, also=also), self._on_offered)

    @Slot(object)
    def seek_behind(self, receipt: Receipt) -> None:
        """Do the same in the transaction of a contact: nobody is claimed if it fails."""
        if self.state.phase is not CallPhase.SEEKING:
            candidates, also = self._seek()
            receipt.search = partial(self._ctx.queue.next_in, candidates, also=also)

    @Slot(object)
    def come_behind(self, receipt: Receipt) -> None:
        """Show whom the search behind a contact found; it is on disk, or could not be stored."""
        if receipt.search is None:
            return
        if receipt.error is None:
            self._on_offered(receipt.offer)
        else:
            self._on_error(receipt.error)

    def get_ready(self) -> None:
        """Give back whom a program that crashed still holds; the first time of a run only.

        They are offered again: their draft waits.
        """
        if self._is_first:
            self._is_first = False
            self._ctx.runner.submit(
                self._ctx.queue.release_all,
                lane=Lane.WRITE,
                owner=self,
                key="ready",
                on_result=self._on_given_back,
                on_error=self._on_lease_error,
            )

    def _seek(self) -> tuple[tuple[UUID, ...], Collection[Bar]]:
        """Return whom the list offers, and which bars do not count."""
        candidates, also = self._offers(CANDIDATES)
        self._set(CallState(CallPhase.SEEKING, self.state.customer_id, self.state.claim))
        return tuple(candidates), also

    @Slot(object)
    def take(self, customer_id: UUID, reason: str = "") -> None:
        """Claim a client who was chosen by hand; they are shown at once, whatever comes of it."""
        if self._ctx.day_keeper.is_on_break:
            return
        claim = self.state.claim
        if claim is not None and claim.customer_id == customer_id:
            self.customer_wanted.emit(customer_id)
            return
        self._set(CallState(CallPhase.SEEKING, customer_id, claim))
        self.customer_wanted.emit(customer_id)
        self._ask(partial(self._ctx.queue.take, customer_id, reason=reason), self._on_taken)

    def take_anyway(self, reason: str) -> None:
        """Claim the client whom a bar keeps back, with a reason that is stored."""
        if self.state.customer_id is not None and self.state.may_override:
            self.take(self.state.customer_id, reason)

    def skip(self, reason: str) -> None:
        """Let the client rest for a while, and go on to the next one."""
        claim = self.state.claim
        if claim is not None:
            self._step(partial(self._ctx.queue.skip, claim, reason), goes_on=True)

    def snooze(self, draft: AppointmentDraft) -> None:
        """Move the client's next contact, and go on to the next one."""
        claim = self.state.claim
        if claim is not None:
            self._step(partial(self._ctx.queue.snooze, claim, draft), goes_on=True)

    @Slot()
    def put_back(self) -> None:
        """Give the client back as they were, and return to the list."""
        claim = self.state.claim
        if claim is not None:
            self._step(partial(self._ctx.queue.put_back, claim), goes_on=False)

    @Slot()
    def undo(self) -> None:
        """Take the last skip, snooze or put-back back, and the client as well."""
        if self._steps and self.state.phase is not CallPhase.SEEKING:
            step = self._steps.pop()
            self._set(CallState(CallPhase.SEEKING, self.state.customer_id, self.state.claim))
            self._ask(
                partial(self._ctx.queue.undo, step),
                partial(self._on_undone, step),
                partial(self._on_undo_failed, step),
            )

    def following(self) -> list[UUID]:
        """Return who may come next; who was passed over just now stays so for a while."""
        candidates, _ = self._offers(CANDIDATES)
        aside = {*self._passed, self.state.customer_id}
        return [key for key in candidates if key not in aside][:AHEAD]

    # --- what the window tells -----------------------------------------------------------------

    @Slot(object)
    def leave_for(self, customer_id: UUID | None) -> None:
        """Take note that another client is looked at: the one who was claimed is given back."""
        state = self.state
        if state.phase is CallPhase.SEEKING or customer_id == state.customer_id:
            return
        self._set(CallState())
        if state.claim is not None:
            self._give_back(state.claim)

    def lose(self, message: Message | None = None) -> None:
        """Take note that somebody else has the client; the contact can still be saved."""
        self._heartbeat.stop()
        self._set(replace(self.state, phase=CallPhase.LOST, message=message))

    @Slot(object)
    def end_call(self, customer_id: UUID) -> None:
        """Take note that a contact was stored, which ended the claim; a search goes on."""
        if self.state.customer_id != customer_id:
            return
        if self.state.phase is CallPhase.SEEKING:
            self.state = replace(self.state, claim=None)
        else:
            self._set(CallState())

    def stop(self) -> None:
        """Give everything back; the window closes."""
        self._heartbeat.stop()
        if self.state.claim is not None or self.state.phase is CallPhase.SEEKING:
            self._ctx.runner.submit(
                self._ctx.queue.release_all,
                lane=Lane.WRITE,
                owner=self,
                key="release",
                on_result=self._on_given_back,
            )

    # --- what comes of it ----------------------------------------------------------------------

    def _ask(
        self,
        work: Callable[[], object],
        on_result: Callable[..., None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        self._ctx.runner.submit(
            work,
            lane=Lane.WRITE,
            owner=self,
            key="call",
            on_result=on_result,
            on_error=on_error or self._on_error,
        )

    def _give_back(self, claim: Claim) -> None:
        self._ctx.runner.submit(
            partial(self._ctx.queue.put_back, claim),
            lane=Lane.WRITE,
            owner=self,
            key=f"leave.{claim.claim_id}",
            on_result=self._on_given_back,
            on_error=self._on_lease_error,
        )

    def _step(self, work: Callable[[], QueueStep], *, goes_on: bool) -> None:
        self._set(CallState(CallPhase.SEEKING, self.state.customer_id, self.state.claim))
        self._ask(
            work,
            partial(self._on_stepped, goes_on=goes_on),
            partial(self._on_step_failed, goes_on=goes_on),
        )

    def _on_offered(self, offer: Offer | None) -> None:
        if offer is None:
            self._stay()
            return
        if offer.claim is None:
            self._set(CallState(CallPhase.NOBODY))
            return
        customer_id = offer.claim.customer_id
        self._passed = frozenset(key for key, _ in offer.passed)
        self.claimed.emit(customer_id, offer.change)
        self._begin(offer.claim)

    def _on_taken(self, claim: Claim) -> None:
        self._begin(claim, is_shown=True)

    def _on_stepped(self, step: QueueStep, *, goes_on: bool) -> None:
        self._steps = [*self._steps[1 - _STEPS_KEPT :], step]
        self._leave(goes_on=goes_on)

    def _leave(self, *, goes_on: bool) -> None:
        """Go on to the next client, or back to the list."""
        self._set(CallState())
        if goes_on:
            self.next()
        else:
            self.call_left.emit()

    def _on_step_failed(self, error: Exception, *, goes_on: bool) -> None:
        """Leave a client to the colleague who took them, and say so; there is nothing to undo."""
        if not isinstance(error, ConflictError):
            self._on_error(error)
            return
        self._leave(goes_on=goes_on)
        self.message_raised.emit(resources.text(error.message, self._ctx.language))

    def _on_undone(self, step: QueueStep, claim: Claim | None) -> None:
        if claim is not None:
            self._begin(claim)
            return
        self._set(CallState())
        self.customer_wanted.emit(step.customer_id)

    def _on_undo_failed(self, step: QueueStep, error: Exception) -> None:
        """Keep the step: it can be taken back a moment later."""
        self._steps.append(step)
        self._on_error(error)

    def _begin(self, claim: Claim, *, is_shown: bool = False) -> None:
        self._heartbeat.start()
        self._set(CallState(CallPhase.CALLING, claim.customer_id, claim))
        if not is_shown:
            self.customer_wanted.emit(claim.customer_id)

    def _on_given_back(self, nothing: object) -> None:
        """Need nothing: whoever moves on has nothing to wait for."""

    def _on_error(self, error: Exception) -> None:
        """Stay with the client, and say what is the matter."""
        if isinstance(error, BarredError):
            self._on_barred(error)
            return
        self._stay()
        if isinstance(error, GiroError):
            self.message_raised.emit(resources.text(error.message, self._ctx.language))
        else:
            raise error  # a fault of the program: the crash dialog takes it from here

    def _stay(self) -> None:
        """Go on with whom the user holds; where another is in sight by now, give them back."""
        state = self.state
        if state.claim is None:
            self._set(replace(state, phase=CallPhase.IDLE))
        elif state.claim.customer_id == state.customer_id:
            self._set(replace(state, phase=CallPhase.CALLING))
        else:
            self._set(CallState())
            self._give_back(state.claim)

    def _on_barred(self, error: BarredError) -> None:
        former, customer_id = self.state.claim, self.state.customer_id
        self._set(
            CallState(CallPhase.BARRED, customer_id, barred=error.barred, message=error.message)
        )
        if former is not None and former.customer_id != customer_id:
            self._give_back(former)

    @Slot()
    def _on_heartbeat_timeout(self) -> None:
        claim = self.state.claim
        if claim is None:
            self._heartbeat.stop()
            return
        self._ctx.runner.submit(
            partial(self._ctx.queue.renew, claim),
            lane=Lane.WRITE,
            owner=self,
            key="renew",
            on_result=partial(self._on_renewed, claim),
            on_error=self._on_lease_error,
        )

    def _on_renewed(self, asked: Claim, renewed: Claim | None) -> None:
        if self.state.claim is None or self.state.claim.claim_id != asked.claim_id:
            return
        if renewed is not None:
            self.state = replace(self.state, claim=renewed)
        elif self.state.phase is CallPhase.CALLING:
            self.lose()

    def _on_lease_error(self, error: Exception) -> None:
        """Leave it: the next beat tries again, and a lease that nobody renews ends by itself."""
        if not isinstance(error, GiroError):
            raise error

    def _set(self, state: CallState) -> None:
        self.state = replace(state, can_undo=bool(self._steps))
        self.changed.emit(self.state)
