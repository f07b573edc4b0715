"""Lets a number be dialled: the client is taken first, and what speaks against it is asked about.

Every way to a number ends here, by key, click and list. Who may not be called by any reason is not
dialled; who may be called with one is dialled when it is given and on disk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

import resources
from cockpit.domain.customer import PhoneNumber
from cockpit.domain.eligibility import Bar
from cockpit.domain.reachable import Reachability
from cockpit.domain.vocabulary import Channel
from cockpit.runtime.task_runner import Lane
from cockpit.ui.call.controller import CallController
from cockpit.ui.call.reasons import OverridePopover
from cockpit.ui.call.state import CallPhase, CallState
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.local_time import reach_sentence
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.troubles import sentence_of

#: Bars that are the same as what speaks against dialling: one reason answers both.
_COVERS = frozenset(
    {
        Bar.HOLIDAY,
        Bar.OUTSIDE_HOURS,
        Bar.COOLING_DOWN,
        Bar.CLOSED,
        Bar.RESTING,
        Bar.CAPPED,
    }
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A number that waits to be dialled."""

    customer_id: UUID
    phone: PhoneNumber
    only_copies: bool


class Dialler(QObject):
    """Holds one wish to dial until it is granted, or dropped."""

    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: It is to be asked why the client is called all the same.
    reason_wanted = Signal()

    def __init__(
        self,
        ctx: UiContext,
        controller: CallController,
        client: CustomerPanel,
        asking: OverridePopover,
    ) -> None:
        """Prepare.

        Args:
            ctx: The context.
            controller: Takes the client.
            client: Whose numbers they are.
            asking: Asks for a reason, once it is opened.
        """
        super().__init__(client)
        self._ctx, self._controller, self._client = ctx, controller, client
        self._asking = asking
        self._wanted: _Wanted | None = None
        self._bar: Bar | None = None
        self._reason = ""
        self._excused: UUID | None = None
        client.number_requested.connect(self._on_client_number_requested)
        client.panel_left.connect(self.forget)
        controller.changed.connect(self._on_controller_changed)
        asking.reason_given.connect(self._on_asking_reason_given)

    @Slot()
    def forget(self) -> None:
        """Dial nobody: another client is looked at, or the reason is asked for something else."""
        self._wanted, self._bar, self._reason = None, None, ""

    @Slot(object, bool)
    def _on_client_number_requested(self, phone: PhoneNumber, only_copies: bool) -> None:
        panel = self._client.panel
        if panel is None:
            return
        self.forget()
        self._wanted = _Wanted(panel.profile.customer_id, phone, only_copies)
        claim = self._controller.claim
        if claim is not None and claim.customer_id == self._wanted.customer_id:
            self._look()
        else:
            self._controller.take(self._wanted.customer_id)

    @Slot(object)
    def _on_controller_changed(self, state: CallState) -> None:
        wanted = self._wanted
        if state.claim is None or state.claim.claim_id != self._excused:
            self._excused = None
        if wanted is None or state.phase is CallPhase.SEEKING:
            return
        if state.customer_id != wanted.customer_id:
            self.forget()
        elif state.claim is not None:
            self._look()
        elif state.may_override and state.barred is not None:
            self._bar = state.barred.bar
            self.reason_wanted.emit()
            if state.message is not None:
                self._asking.say(resources.text(state.message, self._ctx.language))
        else:
            self.forget()  # the bar over the client says why

    # --- what speaks against it -----------------------------------------------------------------

    def _look(self) -> None:
        """Judge by fresh facts: a colleague may have closed a channel a moment ago."""
        wanted = self._wanted
        if wanted is not None:
            self._submit(
                partial(
                    self._ctx.reach.look,
                    wanted.customer_id,
                    person_id=wanted.phone.person_id,
                    is_on_break=self._ctx.day_keeper.is_on_break,
                ),
                Lane.READ,
                partial(self._on_looked, wanted),
            )

    def _on_looked(self, wanted: _Wanted, reach: Reachability | None) -> None:
        if wanted is not self._wanted or reach is None:
            return
        self._client.header.set_reach(reach)
        claim = self._controller.claim
        is_excused = claim is not None and claim.claim_id == self._excused
        if reach.is_forbidden:
            self.forget()
            zone = self._ctx.clock.zone
            self.message_raised.emit(reach_sentence(reach, zone, self._ctx.language))
        elif reach.is_free or is_excused or (self._reason and self._bar in _COVERS):
            self._dial()
        elif self._reason:
            self._store(self._reason)
        else:
            self.reason_wanted.emit()
            zone = self._ctx.clock.zone
            self._asking.say(reach_sentence(reach, zone, self._ctx.language))

    @Slot(str)
    def _on_asking_reason_given(self, reason: str) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        self._reason = reason
        claim = self._controller.claim
        if claim is not None and claim.customer_id == wanted.customer_id:
            self._store(reason)

    def _store(self, reason: str) -> None:
        wanted = self._wanted
        if wanted is not None:
            self._submit(
                partial(self._ctx.reach.override, wanted.customer_id, Channel.PHONE, reason),
                Lane.WRITE,
                partial(self._on_stored, wanted),
            )

    def _on_stored(self, wanted: _Wanted, nothing: object) -> None:
        if wanted is self._wanted:
            self._dial()

    def _dial(self) -> None:
        wanted, claim = self._wanted, self._controller.claim
        if wanted is None:
            return
        if claim is not None and self._reason:
            self._excused = claim.claim_id  # one reason is enough for a call's every number
        self.forget()
        self._client.header.reach.use(wanted.phone, only_copies=wanted.only_copies)

    def _submit(
        self, work: Callable[[], object], lane: Lane, on_result: Callable[..., None]
    ) -> None:
        self._ctx.runner.submit(
            work, lane=lane, owner=self, key="dial", on_result=on_result, on_error=self._on_error
        )

    def _on_error(self, error: Exception) -> None:
        """Dial nobody, and say what is the matter."""
        self.forget()
        self.message_raised.emit(sentence_of(error, self._ctx.language))
