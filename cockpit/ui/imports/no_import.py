"""What who may not import is told when they try, by the key or by dropping files."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cockpit.ui.actions import ACTIONS, ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.imports.drop import DropCatcher


class NoImport(QObject):
    """Answers the key and the drop that would import, for a window where nobody may."""

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._drop = DropCatcher(window, self._sentence)
        self._drop.dropped.connect(self._say)
        keys = next(spec.keys for spec in ACTIONS if spec.action is ActionId.IMPORT)
        for key in keys:
            QShortcut(QKeySequence(key), window).activated.connect(self._say)

    def _sentence(self) -> str:
        if self._ctx.is_demo:
            return self.tr(
                "The demo company takes no files. Open your own database with python main.py, "
                "without --demo."
            )
        return self.tr("Supervisors and administrators import files.")

    @Slot()
    def _say(self) -> None:
        self.message_raised.emit(self._sentence())
