"""Keys that do something while the keyboard is at a widget; each is declared in the registry."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

#: What keys do, by the key.
Slots = Mapping[str, Callable[[], object]]


def bind_keys(where: QWidget, slots: Slots) -> None:
    """Let keys do something wherever the keyboard is within a widget."""
    _bind(where, slots, Qt.ShortcutContext.WidgetWithChildrenShortcut)


def bind_own_keys(where: QWidget, slots: Slots) -> None:
    """Let keys do something while the widget itself has the keyboard."""
    _bind(where, slots, Qt.ShortcutContext.WidgetShortcut)


def _bind(where: QWidget, slots: Slots, context: Qt.ShortcutContext) -> None:
    for key, does in slots.items():
        shortcut = QShortcut(QKeySequence(key), where)
        shortcut.setContext(context)
        shortcut.activated.connect(does)


def is_keyboard_lost(where: QWidget) -> bool:
    """Return whether nothing has the keyboard, as after what had it was hidden."""
    nobody = (None, where.window())
    return where.isActiveWindow() and QApplication.focusWidget() in nobody
