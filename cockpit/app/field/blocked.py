"""Closes the window of a laptop that an administrator blocked: its key is gone already."""

from PySide6.QtCore import QObject, QTimer, Slot

import resources
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.runtime.sync_controller import SyncController
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow

#: Long enough to read why.
CLOSED_SECONDS = 10


class BlockedCloser(QObject):
    """Lives as long as the window, which is its parent."""

    def __init__(self, window: MainWindow, ctx: UiContext, sync: SyncController) -> None:
        super().__init__(window)
        self._window, self._preferences = window, ctx.preferences
        sync.synced.connect(self._on_synced)

    @Slot(object)
    def _on_synced(self, report: SyncReport) -> None:
        if report.end is not SyncEnd.REVOKED:
            return
        sentence = resources.text("error.field_revoked", self._preferences.language)
        self._window.show_message(sentence)
        QTimer.singleShot(CLOSED_SECONDS * 1_000, self._window.close)
