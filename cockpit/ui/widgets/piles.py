"""Widgets under each other, without a gap."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def pile(holder: QWidget, *parts: tuple[QWidget, int]) -> None:
    """Put widgets under each other without a gap, each with its share of the room to spare."""
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part, share in parts:
        layout.addWidget(part, share)
