"""What those who answer for others open: days off, closings, the trail, laptops, packs."""

from PySide6.QtWidgets import QWidget

from cockpit.ui.audit_trail.corner import AuditCorner
from cockpit.ui.closing.corner import ClosingCorner
from cockpit.ui.context import UiContext
from cockpit.ui.days_off.corner import DaysOffCorner
from cockpit.ui.screens import Screens
from cockpit.ui.team.laptops.corner import LaptopsCorner
from cockpit.ui.team.lent.corner import LentCorner
from cockpit.ui.window_actions import Handlers


def staff_handlers(ctx: UiContext, window: QWidget, screens: Screens) -> Handlers:
    """Return what the keys do; nothing for who may not."""
    return {
        **DaysOffCorner(ctx, window).handlers(),
        **ClosingCorner(ctx, window).handlers(),
        **AuditCorner(ctx, window).handlers(),
        **LaptopsCorner(ctx, screens).handlers(),
        **LentCorner(ctx, screens).handlers(),
    }
