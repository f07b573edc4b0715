"""Has pitch cards made in the background, and the next customer's ahead of time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.pitch import PitchCard
from cockpit.domain.sections import CustomerStory
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext


class CardReader(QObject):
    """Answers with signals; a card made ahead counts for the very records it was made of."""

    #: The card that was asked for last (PitchCard).
    read = Signal(object)
    #: It could not be made (Exception).
    failed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ahead_of: tuple[CustomerPanel, CustomerStory] | None = None
        self._ahead: PitchCard | None = None

    def ask(self, panel: CustomerPanel, story: CustomerStory) -> None:
        """Make a card; the newest question is answered."""
        self._submit(panel, story, "card", self.read.emit, self.failed.emit)

    def preload(self, panel: CustomerPanel, story: CustomerStory) -> None:
        """Make the card of who comes next."""
        self._ahead_of, self._ahead = (panel, story), None
        self._submit(panel, story, "ahead", self._on_read_ahead, self._on_ahead_failed)

    def take_ahead(self, panel: CustomerPanel, story: CustomerStory) -> PitchCard | None:
        """Return the card that was made ahead of these very records, or None."""
        if self._ahead_of is None:
            return None
        is_of_these = self._ahead_of[0] is panel and self._ahead_of[1] is story
        return self._ahead if is_of_these else None

    def _submit(
        self,
        panel: CustomerPanel,
        story: CustomerStory,
        key: str,
        on_result: Callable[[PitchCard], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self._ctx.runner.submit(
            partial(self._ctx.pitches.card, panel, story),
            lane=Lane.READ,
            owner=self,
            key=key,
            on_result=on_result,
            on_error=on_error,
        )

    def _on_read_ahead(self, card: PitchCard) -> None:
        self._ahead = card

    def _on_ahead_failed(self, error: Exception) -> None:
        """Leave it to the proper reading, which will say what is the matter."""
