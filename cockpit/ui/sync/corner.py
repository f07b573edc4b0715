"""Opens the page of the synchronisation, and tells what was asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

import resources
from cockpit.domain.errors import GiroError
from cockpit.domain.sync import SyncReport
from cockpit.ui.actions import ActionId, ActionRegistry, Where
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens
from cockpit.ui.sync.chip import SyncChip
from cockpit.ui.sync.words import report_text

if TYPE_CHECKING:
    from cockpit.ui.sync.screen import SyncScreen


class SyncCorner(QObject):
    """Stands between the window and the synchronisation; where there is none it offers nothing.

    Attributes:
        screen: The page; None until it is opened for the first time.
    """

    def __init__(self, ctx: UiContext, screens: Screens) -> None:
        super().__init__(screens)
        self._ctx, self._screens = ctx, screens
        self._is_asked = False
        self.screen: SyncScreen | None = None
        if ctx.sync is not None:
            ctx.sync.synced.connect(self._on_sync_synced)
            ctx.sync.failed.connect(self._on_sync_failed)

    def handlers(self) -> dict[ActionId, Callable[[], object]]:
        """Return what the actions do, where there are any."""
        if self._ctx.sync is None:
            return {}
        return {ActionId.SYNC: self.open, ActionId.SYNC_NOW: self.synchronise}

    def attend(self, chip: SyncChip, actions: ActionRegistry) -> None:
        """Let the status bar's word open the page."""
        if ActionId.SYNC in actions:
            chip.clicked.connect(self.open)
            chip.name(actions[ActionId.SYNC].shortcut().toString())

    @Slot()
    def open(self) -> None:
        """Show the page in place of the desk."""
        self._screens.show_page(self._made())

    @Slot()
    def synchronise(self) -> None:
        """Synchronise now, and say what came of it."""
        if self._ctx.sync is not None:
            self._is_asked = True
            self._screens.message_raised.emit(self.tr("Synchronising…"))
            self._ctx.sync.synchronise()

    def _made(self) -> "SyncScreen":
        if self.screen is None:
            from cockpit.ui.sync.screen import SyncScreen  # noqa: PLC0415 - few open it

            assert self._ctx.sync is not None  # noqa: S101 - no handler without
            self.screen = SyncScreen(self._ctx, self._ctx.sync, self._screens.pages)
            self.screen.customer_requested.connect(self._screens.customer_requested)
            self.screen.message_raised.connect(self._screens.message_raised)
            self.screen.synchronise_requested.connect(self.synchronise)
            self._screens.adopt(self.screen, Where.SYNC)
        return self.screen

    @Slot(object)
    def _on_sync_synced(self, report: SyncReport) -> None:
        is_asked, self._is_asked = self._is_asked, False
        if is_asked:
            self._screens.message_raised.emit(report_text(report, self._ctx.language))

    @Slot(object)
    def _on_sync_failed(self, error: GiroError) -> None:
        self._is_asked = False
        sentence = resources.text(error.message, self._ctx.language)
        self._screens.message_raised.emit(sentence)
