"""Opens the invitation, where the window works on a file; its code is read when it is wanted."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.window_actions import Handlers


class InvitationCorner(QObject):
    """Holds what the window needs of it."""

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    def handlers(self) -> Handlers:
        """Return what the keys do; nothing where a server is open already."""
        return {} if self._ctx.joining is None else {ActionId.JOIN: self.open}

    @Slot()
    def open(self) -> None:
        """Show the dialog."""
        from cockpit.ui.team.invitation_dialog import (  # noqa: PLC0415 - see above
            InvitationDialog,
        )

        if self._ctx.joining is not None:
            dialog = InvitationDialog(self._ctx, self._ctx.joining, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.start()
