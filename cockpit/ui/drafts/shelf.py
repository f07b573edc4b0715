"""Knows which drafts wait: those of a program that stopped, and of customers that were left."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.drafts import DraftSummary
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.drafts.found import kept_drafts
from cockpit.ui.drafts.places import CONTACT, PITCH

#: So much later the drafts are counted anew: nothing waits for it, and a call goes first.
PAUSE_MS = 600


class DraftShelf(QObject):
    """Tells the drafts of everybody but the customer whose words stand on the desk.

    Attributes:
        drafts: Those that wait, the newest first, with their customers' names.
    """

    #: Other drafts wait than before.
    changed = Signal()

    def __init__(
        self, ctx: UiContext, in_sight: Callable[[], UUID | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._in_sight = in_sight
        self._asked: tuple[DraftSummary, ...] = ()
        self.drafts: tuple[DraftSummary, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        ctx.preferences.changed.connect(self._on_preferences_changed)

    @Slot()
    def look_soon(self) -> None:
        """Count anew in a moment: another customer is in sight."""
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def look(self) -> None:
        """Count the drafts, and ask whose they are where they are others than before."""
        here = self._in_sight()
        found = tuple(one for one in kept_drafts(self._ctx.preferences) if one.customer_id != here)
        if found == self._asked:
            return
        self._asked = found
        self._ctx.runner.submit(
            partial(self._ctx.contacts.unsent, found),
            lane=Lane.READ,
            owner=self,
            key="drafts",
            on_result=self._on_read,
            on_error=self._on_error,
        )

    def discard(self, draft: DraftSummary) -> object:
        """Drop a draft; return what ``put_back`` needs to bring it back."""
        document = self._ctx.preferences.value(draft.place, None)
        self._ctx.preferences.set_value(draft.place, None)
        self._asked = tuple(one for one in self._asked if one.place != draft.place)
        self.drafts = tuple(one for one in self.drafts if one.place != draft.place)
        self.changed.emit()
        return document

    def put_back(self, draft: DraftSummary, document: object) -> None:
        """Bring a discarded draft back, unless there is a newer one."""
        if self._ctx.preferences.value(draft.place, None) is None:
            self._ctx.preferences.set_value(draft.place, document)
            self.look()

    def stop(self) -> None:
        """Count no more; the window closes."""
        self._pause.stop()

    @Slot(str)
    def _on_preferences_changed(self, key: str) -> None:
        if key.startswith((CONTACT, PITCH)):
            self.look_soon()

    def _on_read(self, drafts: Sequence[DraftSummary]) -> None:
        self.drafts = tuple(drafts)
        self.changed.emit()

    def _on_error(self, error: Exception) -> None:
        """Ask again another time: the drafts themselves are safe where they are."""
        self._asked = ()
        if not isinstance(error, GiroError):
            raise error
