"""Chips side by side, one of which is chosen: what a page shows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from cockpit.ui.theme import Space


class Chip(QPushButton):
    """A chip that has room for its words as they are written once it is chosen: bolder."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.text())
        more = wider - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(more, 0), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def chips(count: int, parent: QWidget) -> list[Chip]:
    """Return chips without words, of which one at a time can be chosen; the first one is."""
    group = QButtonGroup(parent)
    made = []
    for _ in range(count):
        chip = Chip(parent)
        group.addButton(chip)
        made.append(chip)
    made[0].setChecked(True)
    return made


def chip_row(shown: Sequence[QPushButton], *beside: QWidget) -> QHBoxLayout:
    """Lay chips out at the top of a page, and what stands beside them."""
    row = QHBoxLayout()
    row.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
    row.setSpacing(Space.S)
    for chip in shown:
        row.addWidget(chip)
    for one in beside:
        row.addSpacing(Space.L)
        row.addWidget(one)
    row.addStretch()
    return row
