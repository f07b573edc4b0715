"""Paints the texts of chosen rows in their own colours, where a colour says something."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from cockpit.ui.widgets.record_table import Index


class InkDelegate(QStyledItemDelegate):
    """Keeps a cell's colour while its row is chosen."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(ink, QColor):
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.HighlightedText, ink)
            option.palette = palette
