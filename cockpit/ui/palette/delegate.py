"""Draws a line of the palette: icon, title, what helps to tell it, and its key."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from cockpit.ui.palette.items import PaletteItem, Role
from cockpit.ui.theme import FontRole, Space, Theme

ROW = 32
_ICON = 16
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PaletteDelegate(QStyledItemDelegate):
    """One line each; the key stands at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, ROW)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: PaletteItem = index.data(Role.ITEM)
        rect: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        room = rect.adjusted(Space.S, 0, -Space.S, 0)
        icon = self._theme.icon(item.kind.value, "accent" if is_chosen else "icon_neutral")
        icon.paint(painter, QRect(room.left(), room.top(), _ICON, room.height()))
        room.setLeft(room.left() + _ICON + Space.S)
        room = self._draw_keys(painter, room, item.keys)
        self._draw_texts(painter, room, item)
        painter.restore()

    def _draw_keys(self, painter: QPainter, room: QRect, keys: str) -> QRect:
        if not keys:
            return room
        painter.setFont(self._theme.font(FontRole.SMALL))
        painter.setPen(self._theme.colour("ink_quiet"))
        painter.drawText(room, _AT_RIGHT, keys)
        return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(keys) - Space.M, 0)

    def _draw_texts(self, painter: QPainter, room: QRect, item: PaletteItem) -> None:
        painter.setFont(self._theme.font(FontRole.BODY))
        painter.setPen(self._theme.colour("ink"))
        room = _draw_elided(painter, room, item.title)
        painter.setFont(self._theme.font(FontRole.SMALL))
        painter.setPen(self._theme.colour("ink_muted"))
        _draw_elided(painter, room, item.detail)


def _draw_elided(painter: QPainter, room: QRect, text: str) -> QRect:
    """Draw what fits of a text, and return the room at its right."""
    letters: QFontMetrics = painter.fontMetrics()
    shown = letters.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room, _AT_LEFT, shown)
    return room.adjusted(letters.horizontalAdvance(shown) + Space.M, 0, 0, 0)
