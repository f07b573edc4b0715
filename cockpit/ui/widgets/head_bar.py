"""The head of a screen that takes the desk's place: the way back, and what the screen is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.ui.theme import Height, Space


def head_bar(back: QWidget, title: QWidget, parent: QWidget) -> QWidget:
    """Return a bar as high as the window's own, with these two at its left."""
    bar = QWidget(parent)
    bar.setProperty("role", "bar")
    bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    bar.setFixedHeight(Height.TOP_BAR)
    layout = QHBoxLayout(bar)
    layout.setContentsMargins(Space.S, 0, Space.M, 0)
    layout.setSpacing(Space.XS)
    layout.addWidget(back)
    layout.addWidget(title)
    layout.addStretch()
    return bar
