"""How the pages of campaigns are laid out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import divider


def side_by_side(left: QWidget, right: QWidget, parent: QWidget) -> QWidget:
    """Return two parts with a line between them."""
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(left, 4)
    layout.addWidget(divider(row, vertical=True))
    layout.addWidget(right, 5)
    return row


def fill_page(page: QWidget, body: QWidget, buttons: Sequence[QWidget | None]) -> None:
    """Lay out a page with buttons at its foot; None is where the room goes."""
    foot = QHBoxLayout()
    foot.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
    foot.setSpacing(Space.S)
    for button in buttons:
        if button is None:
            foot.addStretch()
        else:
            foot.addWidget(button)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(body, 1)
    layout.addWidget(divider(page))
    layout.addLayout(foot)
