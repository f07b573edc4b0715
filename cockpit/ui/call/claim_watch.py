"""Notices at once that the client who is being called went to somebody else."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.eligibility import Bar, Barred
from cockpit.domain.errors import GiroError
from cockpit.domain.messages import Message
from cockpit.runtime.task_runner import Lane
from cockpit.ui.call.controller import CallController
from cockpit.ui.call.state import CallPhase
from cockpit.ui.context import UiContext


class ClaimWatch(QObject):
    """Looks after each change about the client, wherever it was made.

    A heartbeat would find out too, half a minute later. What was written stays and can be saved.
    """

    def __init__(self, ctx: UiContext, controller: CallController, parent: QObject) -> None:
        """Watch a window's call.

        Args:
            ctx: What the screens share.
            controller: Holds the call.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._ctx = ctx
        self._controller = controller
        ctx.feed.changed.connect(self._on_feed_changed)

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        claim = self._controller.claim
        if claim is None or not notice.concerns(claim.customer_id, Topic.QUEUE):
            return
        self._ctx.runner.submit(
            partial(self._ctx.queue.barred, claim.customer_id),
            lane=Lane.READ,
            owner=self,
            key="claim",
            on_result=partial(self._on_looked, claim.claim_id),
            on_error=self._on_error,
        )

    def _on_looked(self, claim_id: UUID, barred: Barred | None) -> None:
        claim = self._controller.claim
        if claim is None or claim.claim_id != claim_id:
            return
        if self._controller.state.phase is not CallPhase.CALLING:
            return
        if barred is not None and barred.bar is Bar.CLAIMED:
            self._controller.lose(Message.of("queue.taken_over", who=barred.who))

    def _on_error(self, error: Exception) -> None:
        """Leave it to the heartbeat."""
        if not isinstance(error, GiroError):
            raise error
