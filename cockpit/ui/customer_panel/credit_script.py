"""Brings the credit lane's script: read in the background, only where money comes first."""

from functools import partial

from PySide6.QtCore import QObject

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.errors import GiroError
from cockpit.domain.pitch import PitchCard
from cockpit.domain.sections import CustomerStory
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.credit_band import CreditBand


class CreditScript(QObject):
    """Asks for the pitch card's script and hands it to the band."""

    def __init__(self, ctx: UiContext, band: CreditBand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._band = band
        self._story: CustomerStory | None = None

    def show_for(self, panel: CustomerPanel, story: CustomerStory | None) -> None:
        """Read the script of a customer in the credit lane, once per story."""
        if story is None or story is self._story or not panel.profile.is_credit_lane:
            return
        self._story = story
        self._ctx.runner.submit(
            partial(self._ctx.pitches.card, panel, story),
            lane=Lane.READ,
            owner=self,
            key="script",
            on_result=self._on_card,
            on_error=self._on_failed,
        )

    def _on_card(self, card: PitchCard) -> None:
        if self._story is not None and card.customer_id == self._story.customer_id:
            self._band.set_script(card.script)

    def _on_failed(self, error: Exception) -> None:
        """Do without the script: the band says what is the matter in any case."""
        if not isinstance(error, GiroError):
            raise error
