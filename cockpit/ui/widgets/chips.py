"""Chips side by side, one of which is chosen: what a page shows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from cockpit.ui.theme import Space


def chips(count: int, parent: QWidget) -> list[QPushButton]:
    """Return chips without words, of which one at a time can be chosen; the first one is."""
    group = QButtonGroup(parent)
    made = []
    for _ in range(count):
        chip = QPushButton(parent)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
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
