"""The keys of the synchronisation's page, which it takes itself."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.spec import UP_TO, ActionSpec, Where

translate = QCoreApplication.translate

SYNC_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "To send, conflicts, log, storage"),
        ("Alt+1", UP_TO, "Alt+4"),
        Where.SYNC,
        needs=ActionId.SYNC,
    ),
    ActionSpec(
        lambda: translate("Actions", "A conflict: mine stays, the server's stays"),
        ("M", "S"),
        Where.SYNC,
        needs=ActionId.SYNC,
    ),
    ActionSpec(
        lambda: translate("Actions", "Open the customer of a conflict"),
        ("O",),
        Where.SYNC,
        needs=ActionId.SYNC,
    ),
)
