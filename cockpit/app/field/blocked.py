"""Covers and closes the window of a laptop that was blocked: its key is gone already."""

from PySide6.QtCore import QObject, QTimer, Slot

import resources
from cockpit.domain.field import FieldState
from cockpit.domain.formats import Language
from cockpit.domain.sync import SyncEnd
from cockpit.runtime.sync_controller import SyncController
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow
from cockpit.ui.sync.cover import BlockedCover
from cockpit.ui.theme import Theme

_SENTENCE = "error.field_revoked"
#: Long enough to read why.
CLOSED_SECONDS = 10


def cover_blocked(window: MainWindow, theme: Theme, language: Language) -> BlockedCover:
    """Hide all customers at once, and say why."""
    return BlockedCover(theme, window, resources.text(_SENTENCE, language))


class BlockedCloser(QObject):
    """Lives as long as the window, which is its parent."""

    def __init__(self, window: MainWindow, ctx: UiContext, sync: SyncController) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, ctx.theme, ctx.preferences
        self._cover: BlockedCover | None = None
        # Not only what this program heard: a synchronisation by command may have heard it first.
        sync.standing_changed.connect(self._on_standing_changed)

    @Slot(object)
    def _on_standing_changed(self, state: FieldState) -> None:
        if state.end is not SyncEnd.REVOKED or self._cover is not None:
            return
        self._cover = cover_blocked(self._window, self._theme, self._preferences.language)
        QTimer.singleShot(CLOSED_SECONDS * 1_000, self._window.close)
