"""A small frame over the window with a line to type into; Escape or leaving it closes it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.ui.theme import Space


class Popover(QFrame):
    """Holds a line on top; a subclass puts its choices below and takes the keys.

    It is a child of the window and not a window: an input method and a screen reader stay where
    they are, and the keyboard returns to whom it came from.

    Attributes:
        line: What is typed.
        body: Where a subclass puts its widgets.
    """

    #: It is closed, whatever came of it.
    closed = Signal()

    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._came_from: QWidget | None = None
        self.setProperty("role", "popover")
        self.setFixedWidth(width)
        self.line = QLineEdit(self)
        self.line.installEventFilter(self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self.body.setSpacing(Space.S)
        self.hide()

    def open(self) -> None:
        """Show it over everything, with the keyboard in its empty line."""
        came_from = _focused(self.window())
        if came_from is not None and not self.isAncestorOf(came_from):
            self._came_from = came_from
        self.line.clear()
        self.adjustSize()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_popover(self, *, gives_back: bool = True) -> None:
        """Hide it; ``gives_back`` returns the keyboard to where it came from."""
        if not self.isVisible():
            return
        came_from, self._came_from = self._came_from, None
        had_keyboard = self.line.hasFocus()
        self.hide()
        if gives_back and had_keyboard and came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key before the line does; return whether it was taken."""
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _OWN_KEYS or event.key() in _OWN_WITH.get(_held(event), ()):
                event.accept()  # the window has another use for some of them
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_popover()
                return True
            return self.take_key(event)
        elif event.type() == QEvent.Type.FocusOut:
            self._close_if_left()
        return super().eventFilter(watched, event)

    def _close_if_left(self) -> None:
        window = self.window()
        focused = _focused(window)
        is_inside = focused is not None and self.isAncestorOf(focused)
        if window.isActiveWindow() and not is_inside:
            self.close_popover(gives_back=False)


def _focused(window: QWidget) -> QWidget | None:
    """Return who has the window's keyboard; Qt's stubs forget that it may be nobody."""
    return window.focusWidget()


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


_OWN_KEYS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN_WITH: Mapping[Qt.KeyboardModifier, frozenset[int]] = {
    Qt.KeyboardModifier.NoModifier: frozenset(
        {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
    ),
}
