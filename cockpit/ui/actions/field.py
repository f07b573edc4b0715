"""The keys of the field mode, which it takes itself."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.spec import ActionSpec, Where

translate = QCoreApplication.translate

FIELD_ACTIONS = (
    ActionSpec(lambda: translate("Actions", "Log the visit"), ("Enter", "V"), Where.FIELD),
    ActionSpec(lambda: translate("Actions", "Show the address on a map"), ("M",), Where.FIELD),
    ActionSpec(
        lambda: translate("Actions", "Open the customer to call or write"), ("L",), Where.FIELD
    ),
    ActionSpec(
        lambda: translate("Actions", "Customers to take along"),
        ("P",),
        Where.FIELD,
        needs=ActionId.PACKS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Of the customers along: give all back"),
        ("Shift+Del",),
        Where.FIELD,
        needs=ActionId.PACKS,
    ),
    ActionSpec(lambda: translate("Actions", "Take a quote"), ("O",), Where.FIELD),
    ActionSpec(lambda: translate("Actions", "Attach a photo or file"), ("A",), Where.FIELD),
)
