"""Fields that the wheel passes over: it scrolls what lies behind them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class WheelGuard(QObject):
    """Keeps the wheel from changing a field in passing."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def still_under_the_wheel(field: QWidget) -> None:
    """Let the wheel neither change a field nor give it the keyboard."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(WheelGuard(field))
