"""Opens the dialogs of messages; each is made when it is first wanted."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.vocabulary import Channel
from cockpit.ui.context import UiContext


class MessageDialogs(QObject):
    """Writes to one customer, to many, keeps the templates and the settings."""

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, panel: Callable[[], CustomerPanel | None], window: QWidget
    ) -> None:
        """Prepare the dialogs.

        Args:
            ctx: The context.
            panel: Returns the customer in view.
            window: Whom they stand before.
        """
        super().__init__(window)
        self._ctx = ctx
        self._panel = panel
        self._window = window

    @Slot(object, object)
    def write(self, channel: Channel, person_id: UUID | None) -> None:
        """Prepare a message to the customer in view."""
        from cockpit.ui.messages.message_dialog import MessageDialog  # noqa: PLC0415 - see above

        panel = self._panel()
        if panel is not None:
            dialog = MessageDialog(self._ctx, self._window)
            dialog.message_raised.connect(self.message_raised)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open_for(panel, channel, person_id)

    @Slot(object)
    def write_to_many(self, customer_ids: Sequence[UUID]) -> None:
        """Prepare one letter to many customers."""
        from cockpit.ui.messages.bulk_mail_dialog import BulkMailDialog  # noqa: PLC0415 - as above

        dialog = BulkMailDialog(self._ctx, self._window)
        dialog.message_raised.connect(self.message_raised)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open_for(customer_ids)

    @Slot()
    def show_templates(self) -> None:
        """Show the templates."""
        from cockpit.ui.messages.templates_dialog import TemplatesDialog  # noqa: PLC0415 - as above

        dialog = TemplatesDialog(self._ctx, self._window)
        dialog.message_raised.connect(self.message_raised)
        dialog.finished.connect(dialog.deleteLater)
        dialog.start()

    @Slot()
    def show_settings(self) -> None:
        """Show the settings of dialling and mail."""
        from cockpit.ui.messages.settings_dialog import SettingsDialog  # noqa: PLC0415 - as above

        dialog = SettingsDialog(self._ctx, self._window)
        dialog.message_raised.connect(self.message_raised)
        dialog.finished.connect(dialog.deleteLater)
        dialog.start()
