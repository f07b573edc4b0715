"""One key for the next contact, wherever a customer is in sight."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.natural_date import moment_of
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.undo_source import UndoSource

if TYPE_CHECKING:
    from cockpit.ui.agenda.changes import AgendaChanges
    from cockpit.ui.call.loop import CallLoop
    from cockpit.ui.contact_form.form import ContactForm

#: Returns the customer that a part of the window is about, or None where it is not in use.
CustomerOf = Callable[[], UUID | None]


class NextContactCorner(UndoSource):
    """Asks the parts of the window, the nearest first, whom they are about, and opens the dialog.

    The dialog's code is read when it is first wanted.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._window = window
        self._clients: Sequence[CustomerOf] = ()
        self._form: ContactForm | None = None
        self._changes: AgendaChanges | None = None

    def attend(
        self,
        clients: Sequence[CustomerOf],
        form: "ContactForm",
        calls: "CallLoop",
        say: Callable[[str], None],
    ) -> None:
        """Join the window's other parts.

        Args:
            clients: Who is asked for the customer; the first to name one decides.
            form: Takes the next contact itself while the keyboard is in it.
            calls: Whose key for taking back is shared.
            say: Shows a sentence in the status bar.
        """
        self._clients, self._form = clients, form
        calls.also_undo(self)
        self.message_raised.connect(say)

    @Slot()
    def open(self) -> None:
        """Ask for the next contact of the customer in sight."""
        found = (client() for client in self._clients)
        customer_id = next((one for one in found if one is not None), None)
        if customer_id is None:
            self.message_raised.emit(self.tr("Choose a customer first."))
        else:
            self.open_for(customer_id)

    def open_for(self, customer_id: UUID) -> None:
        """Ask for a customer's next contact."""
        from cockpit.ui.next_contact.dialog import NextContactDialog  # noqa: PLC0415 - see above

        is_writing = self._form is not None and self._form.has_keyboard()
        dialog = NextContactDialog(self._ctx, customer_id, self._window, is_for_contact=is_writing)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.drafted.connect(self._on_written if is_writing else self._on_drafted)
        dialog.open()

    @Slot()
    @override
    def undo(self) -> None:
        """Take the next contact that was set last back."""
        if self.is_latest:
            self.step_aside()
            self._made_changes().undo()

    def _made_changes(self) -> "AgendaChanges":
        if self._changes is None:
            from cockpit.ui.agenda.changes import AgendaChanges  # noqa: PLC0415 - see above

            self._changes = AgendaChanges(self._ctx, self._window)
            self._changes.message_raised.connect(self.message_raised)
        return self._changes

    @Slot(object, object, str)
    def _on_written(self, customer_id: UUID, draft: AppointmentDraft, reason: str) -> None:
        if self._form is not None:
            self._form.write_next_contact(draft)

    @Slot(object, object, str)
    def _on_drafted(self, customer_id: UUID, draft: AppointmentDraft, reason: str) -> None:
        zone, language = self._ctx.clock.zone, self._ctx.language
        when = moment_of(draft.due_at, zone, has_time=draft.has_time).text(language)
        said = self.tr("Next contact: %1.").replace("%1", when)
        self._made_changes().set_next(customer_id, draft, said, reason)
        self.set_latest(is_latest=True)
