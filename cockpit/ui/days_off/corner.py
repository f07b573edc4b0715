"""Opens the days without calls, for whoever keeps them; its code is read when it is wanted."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.rights import Task
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.window_actions import Handlers


class DaysOffCorner(QObject):
    """Holds what the window needs of them."""

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    def handlers(self) -> Handlers:
        """Return what the keys do; nothing for an operator."""
        return {ActionId.DAYS_OFF: self.open} if self._ctx.user.may(Task.PLAN_DAYS_OFF) else {}

    @Slot()
    def open(self) -> None:
        """Show the days."""
        from cockpit.ui.days_off.dialog import DaysOffDialog  # noqa: PLC0415 - see above

        dialog = DaysOffDialog(self._ctx, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.start()
