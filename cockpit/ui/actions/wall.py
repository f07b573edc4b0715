"""The keys of the team's wall, which it takes itself."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.spec import ActionSpec, Where

translate = QCoreApplication.translate

WALL_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "Now, portfolios"),
        ("Alt+1", "Alt+2"),
        Where.WALL,
        needs=ActionId.WALL,
    ),
    ActionSpec(
        lambda: translate("Actions", "Show whom they call, or a reason's customers"),
        ("Enter",),
        Where.WALL,
        needs=ActionId.WALL,
    ),
    ActionSpec(
        lambda: translate("Actions", "Take the call over"), ("T",), Where.WALL, needs=ActionId.WALL
    ),
    ActionSpec(
        lambda: translate("Actions", "Make portfolios even"),
        ("L",),
        Where.WALL,
        needs=ActionId.WALL,
    ),
    ActionSpec(
        lambda: translate("Actions", "Move customers to another portfolio"),
        ("M",),
        Where.WALL,
        needs=ActionId.WALL,
    ),
    ActionSpec(
        lambda: translate("Actions", "How a portfolio takes part"),
        ("Space",),
        Where.WALL,
        needs=ActionId.WALL,
    ),
    ActionSpec(
        lambda: translate("Actions", "Move as planned; take it back"),
        ("Ctrl+Enter", "Ctrl+Z"),
        Where.WALL,
        needs=ActionId.WALL,
    ),
)
