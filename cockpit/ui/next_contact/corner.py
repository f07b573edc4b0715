"""One key for the next contact, wherever a customer is in sight."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.natural_date import moment_of
from cockpit.ui.agenda.changes import AgendaChanges
from cockpit.ui.context import UiContext
from cockpit.ui.next_contact.dialog import NextContactDialog

#: Returns the customer that a part of the window is about, or None where it is not in use.
CustomerOf = Callable[[], UUID | None]


class NextContactCorner(QObject):
    """Asks the parts of the window, the nearest first, whom they are about, and opens the dialog.

    Attributes:
        changes: What was set, and takes it back.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._window = window
        self._sources: Sequence[CustomerOf] = ()
        self.changes = AgendaChanges(ctx, window)
        self.changes.message_raised.connect(self.message_raised)

    def ask_of(self, sources: Sequence[CustomerOf]) -> None:
        """Set who is asked for the customer, the first to name one decides."""
        self._sources = tuple(sources)

    @Slot()
    def open(self) -> None:
        """Ask for the next contact of the customer in sight."""
        found = (source() for source in self._sources)
        customer_id = next((one for one in found if one is not None), None)
        if customer_id is None:
            self.message_raised.emit(self.tr("Choose a customer first."))
        else:
            self.open_for(customer_id)

    def open_for(self, customer_id: UUID) -> None:
        """Ask for a customer's next contact."""
        dialog = NextContactDialog(self._ctx, customer_id, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.drafted.connect(self._on_drafted)
        dialog.open()

    @Slot(object, object)
    def _on_drafted(self, customer_id: UUID, draft: AppointmentDraft) -> None:
        zone, language = self._ctx.clock.zone, self._ctx.language
        when = moment_of(draft.due_at, zone, has_time=draft.has_time).text(language)
        said = self.tr("Next contact: %1.").replace("%1", when)
        self.changes.set_next(customer_id, draft, said)
