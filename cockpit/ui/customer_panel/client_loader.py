"""Reads a customer's panel and story in the background, and those of who may come next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.domain.reachable import Reachability
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.read_ahead import Opening, Prepared, ReadAhead, Telling

#: So long the panel waits for the story, so that both come in one piece.
TOGETHER_MS = 100
#: So much later somebody is read who is only looked at: the list is painted first.
BESIDE_MS = 8
#: A change is read so much later: whoever saves a contact mostly leaves for the next customer.
LATER_MS = 120
#: What a customer's clock allows is asked again where they were read longer ago.
WINDOW_SECONDS = 60
_CONCERNS = (
    Topic.CUSTOMERS,
    Topic.ORDERS,
    Topic.CONTACTS,
    Topic.AGENDA,
    Topic.METRICS,
    Topic.REFERENCE,
    Topic.POST_ITS,
)


@dataclass(slots=True)
class _Read:
    """What is known of one customer by now."""

    customer_id: UUID | None = None
    opening: Opening | None = None
    telling: Telling | None = None


class ClientLoader(QObject):
    """Answers with signals; an answer about a customer who is not wanted any more is dropped.

    Panel and story are told together, unless the story takes longer than ``TOGETHER_MS``.
    """

    #: The panel of the wanted customer and what there is of the story (Opening, Telling or None).
    read = Signal(object, object)
    #: Whether they may be called, a while later (Reachability or None).
    reach_judged = Signal(object)
    #: The panel could not be read (Exception).
    failed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._now = _Read()
        self.ahead = ReadAhead(ctx, self._read_all, self)
        self.ahead.arrived.connect(self._on_ahead_arrived)
        self.ahead.failed.connect(self._on_ahead_failed)
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(TOGETHER_MS)
        self._together.timeout.connect(self._on_together_timeout)
        self._beside = QTimer(self, singleShot=True, interval=BESIDE_MS)
        self._beside.timeout.connect(self._begin)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self.reload)
        ctx.feed.changed.connect(self._on_feed_changed)
        ctx.day_keeper.break_changed.connect(self.judge_reach)

    @property
    def wanted(self) -> UUID | None:
        """Return whom the answers are about."""
        return self._now.customer_id

    def load(self, customer_id: UUID | None, *, is_beside: bool = False) -> None:
        """Read a customer; one read ahead of time is there at once, or on the way already.

        Args:
            customer_id: Whom; None reads nobody.
            is_beside: Whether they stand beside something that is painted first.
        """
        self._later.stop()
        self._together.stop()
        self._now = _Read(customer_id)
        self._beside.start()
        if not is_beside:
            self.hasten()

    def hasten(self) -> None:
        """Wait no longer for what is painted first."""
        if self._beside.isActive():
            self._begin()

    @Slot()
    def _begin(self) -> None:
        self._beside.stop()
        customer_id = self.wanted
        prepared = None if customer_id is None else self.ahead.take(customer_id)
        if prepared is not None:
            self._on_ahead_arrived(prepared)
        elif customer_id is None or customer_id != self.ahead.awaited:
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the wanted customer again; nobody too, so that late answers are dropped."""
        for timer in (self._beside, self._together, self._later):
            timer.stop()
        self._ask_opening(self.wanted)
        self._ask_telling(self.wanted)

    def reload_story(self) -> None:
        """Read the story again."""
        self._ask_telling(self.wanted)

    def preload(self, customer_ids: Sequence[UUID]) -> None:
        """Read who may come next, so that showing them waits for nothing."""
        self.ahead.want([key for key in customer_ids if key != self.wanted])

    @property
    def is_behind(self) -> bool:
        """Return whether a change was told that is not read yet."""
        return self._later.isActive()

    @Slot()
    def judge_reach(self) -> None:
        """Ask whether the customer in view may be called by now."""
        if self.wanted is not None:
            self._ctx.runner.submit(
                partial(self._reach, self.wanted),
                lane=Lane.READ,
                owner=self,
                key="reach",
                on_result=partial(self._on_reach, self.wanted),
                on_error=self._on_reach_failed,
            )

    # --- on a worker thread -----------------------------------------------------------------------

    def _read_opening(self, customer_id: UUID | None) -> Opening:
        if customer_id is None:
            return Opening(None)
        panel = self._ctx.customers.panel(customer_id)
        reach = None if panel is None else self._reach(customer_id)
        return Opening(customer_id, panel, reach)

    def _reach(self, customer_id: UUID) -> Reachability | None:
        return self._ctx.reach.look(customer_id, is_on_break=self._ctx.day_keeper.is_on_break)

    def _read_all(self, customer_id: UUID) -> tuple[Opening, Telling]:
        return self._read_opening(customer_id), self._read_telling(customer_id)

    def _read_telling(self, customer_id: UUID | None) -> Telling:
        if customer_id is None:
            return Telling(None)
        try:
            return Telling(customer_id, self._ctx.stories.story(customer_id))
        except GiroError as error:
            return Telling(customer_id, None, error)

    # --- answers ----------------------------------------------------------------------------------

    def _ask_opening(self, customer_id: UUID | None) -> None:
        self._ctx.runner.submit(
            partial(self._read_opening, customer_id),
            lane=Lane.READ,
            owner=self,
            key="panel",
            on_result=self._on_opening,
            on_error=self.failed.emit,
        )

    def _ask_telling(self, customer_id: UUID | None) -> None:
        self._ctx.runner.submit(
            partial(self._read_telling, customer_id),
            lane=Lane.READ,
            owner=self,
            key="story",
            on_result=self._on_telling,
            on_error=self.failed.emit,
        )

    def _on_opening(self, opening: Opening) -> None:
        if opening.customer_id != self.wanted or opening.customer_id is None:
            return
        self._now.opening = opening
        if self._now.telling is not None:  # its card is of the panel before: it is told anew
            self._now.telling = replace(self._now.telling, card=None)
        if self._now.telling is not None or opening.panel is None:
            self._tell()
        else:
            self._together.start()

    def _on_telling(self, telling: Telling) -> None:
        if telling.customer_id != self.wanted or telling.customer_id is None:
            return
        self._now.telling = telling
        if self._now.opening is not None:
            self._tell()

    def _tell(self) -> None:
        self._together.stop()
        opening = self._now.opening
        if opening is not None and opening.panel is not None and opening.customer_id is not None:
            self._ctx.note_look(opening.customer_id)
        self.read.emit(self._now.opening, self._now.telling)

    @Slot(object)
    def _on_ahead_arrived(self, prepared: Prepared) -> None:
        if prepared.opening.customer_id != self.wanted:
            return
        self._now.opening, self._now.telling = prepared.opening, prepared.telling
        self._tell()
        if prepared.opening.panel is not None and prepared.age > WINDOW_SECONDS:
            self.judge_reach()

    @Slot(object)
    def _on_ahead_failed(self, customer_id: UUID) -> None:
        if customer_id == self.wanted:
            self.reload()

    def _on_reach(self, customer_id: UUID, reach: Reachability | None) -> None:
        if customer_id == self.wanted:
            self.reach_judged.emit(reach)

    def _on_reach_failed(self, error: Exception) -> None:
        """Leave the last judgement; the next minute asks again."""

    @Slot()
    def _on_together_timeout(self) -> None:
        if self._now.opening is not None:
            self._tell()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        ids = notice.customer_ids
        self.ahead.read_again(ids, are_wrong=notice.touches(*_CONCERNS))
        if self.wanted is None:
            return
        if notice.concerns(self.wanted, *_CONCERNS):
            self._later.start()
        elif notice.concerns(self.wanted, Topic.QUEUE):
            self.judge_reach()  # a rest began or ended
