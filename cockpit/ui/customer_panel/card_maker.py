"""Has the client's pitch card made in the background: once, whoever shows a part of it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.pitch import PitchCard
from cockpit.domain.sections import CustomerStory
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext


class CardMaker(QObject):
    """Answers with signals, at once where the card is there; the newest question counts."""

    #: The card that was asked for (PitchCard).
    made = Signal(object)
    #: It could not be made (Exception).
    failed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._of: tuple[CustomerPanel, CustomerStory] | None = None
        self._card: PitchCard | None = None

    def keep(self, panel: CustomerPanel, story: CustomerStory, card: PitchCard) -> None:
        """Keep a card that was made of these very records already."""
        self._of, self._card = (panel, story), card

    def ask(self, panel: CustomerPanel, story: CustomerStory) -> None:
        """Have the card of a customer told; nothing is asked twice."""
        is_asked = self._of is not None and self._of[0] is panel and self._of[1] is story
        if not is_asked:
            self._of, self._card = (panel, story), None
            self._ctx.runner.submit(
                partial(self._ctx.pitches.card, panel, story),
                lane=Lane.READ,
                owner=self,
                key="card",
                on_result=self._on_made,
                on_error=self._on_failed,
            )
        elif self._card is not None:
            self.made.emit(self._card)

    def _on_made(self, card: PitchCard) -> None:
        self._card = card
        self.made.emit(card)

    def _on_failed(self, error: Exception) -> None:
        self._of = None  # whoever asks again begins anew
        self.failed.emit(error)
