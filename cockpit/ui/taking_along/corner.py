"""Opens the dialog that takes a portfolio along, where a window may do that."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.window_actions import Handlers


class TakingAlongCorner(QObject):
    """Holds what the window needs of it; its code is read when it is wanted."""

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    def handlers(self) -> Handlers:
        """Return what the keys do; nothing on a laptop in the field."""
        return {} if self._ctx.taking is None else {ActionId.TAKE_ALONG: self.open}

    @Slot()
    def open(self) -> None:
        """Show the dialog."""
        from cockpit.ui.taking_along.dialog import TakingAlongDialog  # noqa: PLC0415 - seldom

        if self._ctx.taking is not None:
            dialog = TakingAlongDialog(self._ctx, self._ctx.taking, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.start()
