"""What is done with the client who is being called."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.spec import ActionSpec, Where

translate = QCoreApplication.translate

CALL_ACTIONS = (
    ActionSpec(lambda: translate("Actions", "Next call"), ("F8",), Where.CALL, ActionId.NEXT_CALL),
    ActionSpec(
        lambda: translate("Actions", "Log a contact"), ("F2",), Where.CALL, ActionId.CONTACT_FORM
    ),
    ActionSpec(
        lambda: translate("Actions", "Skip with a reason"), ("Ctrl+J",), Where.CALL, ActionId.SKIP
    ),
    ActionSpec(
        lambda: translate("Actions", "Call later"), ("Ctrl+D",), Where.CALL, ActionId.SNOOZE
    ),
    ActionSpec(
        lambda: translate("Actions", "Put back into the queue"),
        ("Ctrl+Shift+J",),
        Where.CALL,
        ActionId.PUT_BACK,
    ),
    ActionSpec(
        lambda: translate("Actions", "Undo skipping, putting off or a change of many"),
        ("Ctrl+Z", "Alt+Z"),
        Where.CALL,
        ActionId.UNDO,
    ),
    ActionSpec(
        lambda: translate("Actions", "Call all the same, with a reason"),
        ("Ctrl+Shift+F8",),
        Where.CALL,
        ActionId.CALL_ANYWAY,
    ),
)
