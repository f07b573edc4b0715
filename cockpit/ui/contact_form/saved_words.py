"""Says what became of a contact: stored, kept here, or made for a colleague's client."""

from PySide6.QtCore import QObject, Signal, Slot

from cockpit.domain.kept_writes import Delivered
from cockpit.services.contacts import Logged
from cockpit.ui.contact_form.saving import Saving
from cockpit.ui.contact_form.status_line import StatusLine
from cockpit.ui.context import UiContext


class SavedWords(QObject):
    """Writes to the form's line; what it says of a kept contact goes once the server has it."""

    #: The same in a few words (str).
    told = Signal(str)

    def __init__(self, ctx: UiContext, line: StatusLine, parent: QObject) -> None:
        """Prepare the words.

        Args:
            ctx: What the screens share.
            line: Where they stand.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._ctx, self._line = ctx, line
        self._kept = ""
        if ctx.weather is not None:
            ctx.weather.delivered.connect(self._on_weather_delivered)

    def tell(self, saving: Saving, logged: Logged) -> None:
        """Say what became of a contact."""
        at = f"{self._ctx.clock.now().astimezone(self._ctx.clock.zone):%H:%M}"
        if logged.is_kept:
            said = self.tr("Kept on this computer {time}").format(time=at)
            self._line.show_notice(f"{said} · {saving.customer_name}")
            self._kept = self._line.text()
        else:
            said = self.tr("Saved {time}").format(time=at)
            self._tell_stored(said, saving, logged)
        self.told.emit(said)

    def _tell_stored(self, said: str, saving: Saving, logged: Logged) -> None:
        if not logged.is_claim_lost:
            self._line.show_done(said, saving.customer_name)
            return
        lost = self.tr("{colleague} has this customer now; your contact counts all the same.")
        lost = lost.format(colleague=logged.colleague or self.tr("A colleague"))
        self._line.show_notice(f"{said} · {saving.customer_name}. {lost}")

    @Slot(object)
    def _on_weather_delivered(self, delivered: Delivered) -> None:
        """Take back what is true no longer; the foot of the window says what became of it."""
        if not delivered.waiting_count and self._line.text() == self._kept:
            self._line.clear()
