"""Opens the audit trail, for whoever may read it; its code is read when it is wanted."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.rights import Task
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.window_actions import Handlers


class AuditCorner(QObject):
    """Holds what the window needs of it."""

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    def handlers(self) -> Handlers:
        """Return what the keys do; nothing for who is no administrator."""
        return {ActionId.AUDIT: self.open} if self._ctx.user.may(Task.READ_AUDIT) else {}

    @Slot()
    def open(self) -> None:
        """Show the trail."""
        from cockpit.ui.audit_trail.dialog import AuditDialog  # noqa: PLC0415 - see above

        dialog = AuditDialog(self._ctx, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.start()
