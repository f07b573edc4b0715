"""Whether Tab goes through what can be seen as the eye does: along the lines, from the top down."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def tab_chain(root: QWidget) -> list[QWidget]:
    """Return what Tab comes to within a widget, from its first field on."""
    found, one = [], root
    while True:
        one = one.nextInFocusChain()
        if one is root or not root.isAncestorOf(one):
            return found
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and _is_reached(one):
            found.append(one)


def steps_against_reading(root: QWidget) -> list[tuple[str, str]]:
    """Return the steps of Tab that go up, or back within a line, as pairs of what they join."""
    return [
        (_name(one), _name(other))
        for one, other in pairwise(tab_chain(root))
        if _is_before(_place(other, root), _place(one, root))
    ]


def _is_reached(widget: QWidget) -> bool:
    """Return whether Tab stops there; of buttons of which one is chosen it stops at that one."""
    if not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is None or not group.exclusive() or widget.isChecked()  # type: ignore[attr-defined]


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def _is_before(one: QRect, other: QRect) -> bool:
    """Return whether somebody who reads comes to one place before the other."""
    is_beside = one.top() < other.bottom() and other.top() < one.bottom()
    return one.left() < other.left() if is_beside else one.top() < other.top()


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"
