"""Reads and sets the capacity per person and day, for whoever supervises."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.runtime.task_runner import Lane
from cockpit.ui.agenda.capacity_dialog import CapacityDialog
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of


class Capacity(QObject):
    """Asks with the present number in the dialog."""

    #: Another number is stored.
    stored = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._widget = parent

    @Slot()
    def ask(self) -> None:
        """Read the present number, then ask."""
        self._ctx.runner.submit(
            lambda: self._ctx.agenda().capacity(),
            lane=Lane.READ,
            owner=self,
            key="capacity",
            on_result=self._on_read,
            on_error=self._on_failed,
        )

    def _on_read(self, capacity: int) -> None:
        dialog = CapacityDialog(capacity, self._widget.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    @Slot(int)
    def _on_chosen(self, count: int) -> None:
        self._ctx.runner.submit(
            partial(_store, self._ctx, count),
            lane=Lane.WRITE,
            owner=self,
            key="capacity",
            on_result=lambda _nothing: self.stored.emit(),
            on_error=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _store(ctx: UiContext, count: int) -> None:
    ctx.agenda().set_capacity(count)
