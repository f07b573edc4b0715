"""What is pressed in the early window: kept, and pressed again in the true one.

The true window shows the same rows, so a key means there what it meant to who pressed it. Where
the rows are others after all, the keys that are about a row are left out, and so is what follows.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cockpit.ui.work_list.view import WorkListView

#: What nobody presses by itself.
_HELD = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
#: What means the same whichever rows are shown, beside a text for the search field.
_ROWLESS = {Qt.Key.Key_Backspace, Qt.Key.Key_F8}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key that was pressed, or a click on a row.

    Attributes:
        keys: The key with what was held.
        text: What it writes.
        row: The row that was clicked; -1 for a key.
    """

    keys: QKeyCombination
    text: str = ""
    row: int = -1

    @property
    def needs_rows(self) -> bool:
        """Return whether it means something else where other rows are shown."""
        writes = self.text.isprintable() and bool(self.text.strip())
        return self.row >= 0 or not (writes or self.keys.key() in _ROWLESS)


class EarlyKeys(QObject):
    """Keeps what is pressed until there is a window to press it in; from then on passes it on."""

    #: Keys were left out, because other rows are shown: a sentence that says so.
    left_out = Signal(str)

    def __init__(self, view: WorkListView) -> None:
        super().__init__(view)
        self._early = view
        self._strokes: list[Stroke] = []
        self._target: tuple[QWidget, WorkListView] | None = None
        self._is_same = True
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)

    def hand_over(self, window: QWidget, view: WorkListView, *, is_same: bool) -> None:
        """Press all of it, in its order.

        Args:
            window: Where.
            view: The list in it.
            is_same: Whether that list shows the rows that were looked at.
        """
        self._target, self._is_same = (window, view), is_same
        strokes, self._strokes = self._strokes, []
        for stroke in strokes:
            self._press(stroke)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys and clicks, which the early window does not answer."""
        kind = QEvent.Type
        if isinstance(event, QKeyEvent):
            if event.type() == kind.KeyPress and event.key() not in _HELD:
                self._take(Stroke(event.keyCombination(), event.text()))
            event.accept()
            return True
        if isinstance(event, QMouseEvent):
            row = self._early.rowAt(event.position().toPoint().y())
            if event.type() == kind.MouseButtonPress and row >= 0:
                self._early.selectRow(row)
                self._take(Stroke(QKeyCombination(), row=row))
            return True
        return event.type() in (kind.Wheel, kind.ContextMenu)

    def _take(self, stroke: Stroke) -> None:
        if self._target is None:
            self._strokes.append(stroke)
        else:
            self._press(stroke)

    def _press(self, stroke: Stroke) -> None:
        """Do in the true window what a stroke would have done there."""
        if self._target is None:
            return
        if stroke.needs_rows and not self._is_same:
            self._target = None
            self.left_out.emit(self.tr("The list has changed meanwhile: keys were left out."))
            return
        window, view = self._target
        if stroke.row >= 0:
            view.selectRow(stroke.row)
            return
        receiver = _receiver(window)
        if _sent(receiver, QEvent.Type.ShortcutOverride, stroke) or not _trigger(window, stroke):
            _sent(receiver, QEvent.Type.KeyPress, stroke)
            _sent(receiver, QEvent.Type.KeyRelease, stroke)


def _receiver(window: QWidget) -> QWidget:
    """Return who has the keyboard: what a stroke before opened, else somebody in the window."""
    holder = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
    focused: QWidget | None = holder.focusWidget()
    return holder if focused is None else focused


def _sent(receiver: QWidget, kind: QEvent.Type, stroke: Stroke) -> bool:
    """Send a stroke as such an event; return whether it was taken."""
    keys = stroke.keys
    event = QKeyEvent(kind, keys.key(), keys.keyboardModifiers(), stroke.text)
    if kind == QEvent.Type.ShortcutOverride:
        event.ignore()
    QApplication.sendEvent(receiver, event)
    return event.isAccepted()


def _trigger(window: QWidget, stroke: Stroke) -> bool:
    """Do the window's action with these keys, if it has one that may be done."""
    pressed = QKeySequence(stroke.keys)
    exact = QKeySequence.SequenceMatch.ExactMatch
    for action in window.actions():
        if action.isEnabled() and any(one.matches(pressed) == exact for one in action.shortcuts()):
            action.trigger()
            return True
    return False
