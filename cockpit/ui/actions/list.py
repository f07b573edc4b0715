"""What is done in the work list."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.spec import ActionSpec, Where

translate = QCoreApplication.translate

LIST_ACTIONS = (
    ActionSpec(lambda: translate("Actions", "Call the customer"), ("Enter",), Where.LIST),
    ActionSpec(lambda: translate("Actions", "Up and down the list"), ("Up", "Down"), Where.LIST),
    ActionSpec(
        lambda: translate("Actions", "Order of calling"),
        ("Ctrl+0",),
        Where.LIST,
        ActionId.CALLING_ORDER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Filter by fields"),
        ("Ctrl+Shift+F",),
        Where.LIST,
        ActionId.FILTER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Saved views"), ("Ctrl+Shift+V",), Where.LIST, ActionId.VIEWS
    ),
    ActionSpec(
        lambda: translate("Actions", "Save the view"),
        ("Ctrl+Shift+S",),
        Where.LIST,
        ActionId.SAVE_VIEW,
    ),
    ActionSpec(
        lambda: translate("Actions", "Columns"), ("Ctrl+Shift+L",), Where.LIST, ActionId.COLUMNS
    ),
    ActionSpec(
        lambda: translate("Actions", "Change the chosen customers"),
        ("Ctrl+B",),
        Where.LIST,
        ActionId.BULK,
    ),
    ActionSpec(
        lambda: translate("Actions", "Export the list"),
        ("Ctrl+Shift+E",),
        Where.LIST,
        ActionId.EXPORT,
    ),
    ActionSpec(
        lambda: translate("Actions", "Stop the change or the file under way"),
        ("Ctrl+.",),
        Where.LIST,
        ActionId.STOP_WORK,
    ),
    ActionSpec(lambda: translate("Actions", "Choose several"), ("Shift+Down",), Where.LIST),
    ActionSpec(lambda: translate("Actions", "Choose all"), ("Ctrl+A",), Where.LIST),
    ActionSpec(lambda: translate("Actions", "Copy for a spreadsheet"), ("Ctrl+C",), Where.LIST),
)
