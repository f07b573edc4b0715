"""Every action of the window, declared once: shortcuts, tooltips, palette and the F1 sheet."""

from cockpit.ui.actions.ids import DESK_ACTIONS, ActionId
from cockpit.ui.actions.registry import ActionRegistry
from cockpit.ui.actions.spec import UP_TO, ActionSpec, Where, key_text, where_word
from cockpit.ui.actions.specs import ACTIONS

__all__ = [
    "ACTIONS",
    "DESK_ACTIONS",
    "UP_TO",
    "ActionId",
    "ActionRegistry",
    "ActionSpec",
    "Where",
    "key_text",
    "where_word",
]
