"""Takes a customer over from whoever is on them: why, and then they are the supervisor's."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.queue import Claim
from cockpit.domain.wall import PersonNow
from cockpit.runtime.task_runner import Lane
from cockpit.ui.call.reasons import ReasonPopover
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of

if TYPE_CHECKING:
    from uuid import UUID


class TakeOverPopover(ReasonPopover):
    """Why a call is taken over."""

    @override
    def title(self) -> str:
        return self.tr("Why take the call over?")

    @override
    def reasons(self) -> tuple[str, ...]:
        return (
            self.tr("The operator asked for help"),
            self.tr("The operator had to leave"),
            self.tr("The customer asked for the supervisor"),
            self.tr("A negotiation beyond the operator's limits"),
        )


class TakeOver(QObject):
    """Asks for the reason, takes the customer, and tells.

    Attributes:
        popover: Asks why.
    """

    #: The customer (UUID) is the user's now.
    taken = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._widget = parent
        self._customer_id: UUID | None = None
        self.popover = TakeOverPopover(parent)
        self.popover.reason_given.connect(self._on_reason_given)

    def ask(self, one: PersonNow) -> None:
        """Ask why somebody's customer is taken over."""
        self._customer_id = one.sign.customer_id
        self.popover.open()
        self.popover.move(
            Space.L, max(0, self._widget.height() - self.popover.height() - 4 * Space.L)
        )

    @Slot(str)
    def _on_reason_given(self, reason: str) -> None:
        if self._customer_id is not None:
            self._ctx.runner.submit(
                partial(self._ctx.queue.take_over, self._customer_id, reason=reason),
                lane=Lane.WRITE,
                owner=self,
                key="take_over",
                on_result=self._on_taken,
                on_error=self._on_failed,
            )

    def _on_taken(self, claim: Claim) -> None:
        self.message_raised.emit(self.tr("The customer is yours now."))
        self.taken.emit(claim.customer_id)

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))
