"""The keys that the pages of the synchronisation, of laptops and of packs take themselves."""

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
    ActionSpec(
        lambda: translate("Actions", "Laptops, set aside"),
        ("Alt+1", "Alt+2"),
        Where.LAPTOPS,
        needs=ActionId.LAPTOPS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Block a laptop, let it in, have it read all anew"),
        ("B", "L", "A"),
        Where.LAPTOPS,
        needs=ActionId.LAPTOPS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Store what was set aside, discard it with a reason"),
        ("S", "Del"),
        Where.LAPTOPS,
        needs=ActionId.LAPTOPS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Bring a client back, or all of a seller's"),
        ("T", "Shift+T"),
        Where.LENT,
        needs=ActionId.LENT,
    ),
)
