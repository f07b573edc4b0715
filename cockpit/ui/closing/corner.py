"""Opens the closed periods, for whoever closes them; its code is read when it is wanted."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.rights import Task
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.window_actions import Handlers


class ClosingCorner(QObject):
    """Holds what the window needs of them."""

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    def handlers(self) -> Handlers:
        """Return what the keys do; nothing for who answers for nobody."""
        return {ActionId.CLOSING: self.open} if self._ctx.user.may(Task.TAKE_OVER) else {}

    @Slot()
    def open(self) -> None:
        """Show the closed periods."""
        from cockpit.ui.closing.dialog import ClosingDialog  # noqa: PLC0415 - see above

        dialog = ClosingDialog(self._ctx, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.start()
