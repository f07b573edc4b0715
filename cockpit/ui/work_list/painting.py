"""Paints the cells of the work list, column by column, with texts that are laid out once.

Qt's default delegate asks the model seven times for each cell and lays each text out anew; a page
of 35 rows then costs more than a frame. Here a text is laid out the first time it is seen.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from cockpit.domain.vocabulary import LifecycleStatus, Trend
from cockpit.ui.theme import FontRole, Space, Theme
from cockpit.ui.work_list.cell_texts import NOTHING
from cockpit.ui.work_list.columns import RIGHT, Cell, Column, ColumnKey
from cockpit.ui.work_list.light_painting import CELL, PITCH, LightGlyphs
from cockpit.ui.work_list.row_model import Due, ShownRow
from cockpit.ui.work_list.static_texts import StaticTexts

_DOT = 8
INSET = 6
#: Where names would be cut, the code stands in the client panel only; search finds it anyway.
_ROOM_FOR_CODES = 230
_CODE_GAP = 7
#: No city is narrower than this with the gap before it.
_LEAST_PLACE = 36
_GLYPH = 16
_BAR_HEIGHT = 3
_BAR_WIDTH = 30
_FULL_BAR_CYCLES = 4.0
_TREND_LOOK = {
    Trend.UP: ("trend-up", "success"),
    Trend.FLAT: ("trend-flat", "icon_neutral"),
    Trend.DOWN: ("trend-down", "danger"),
}


_DUE_INK = {
    Due.NEVER: "ink_quiet",
    Due.OVERDUE: "danger",
    Due.TODAY: "accent",
    Due.LATER: "ink",
}
_HEAVY = (Due.OVERDUE, Due.TODAY)


class RowSlot(NamedTuple):
    """One row's room: what it shows, and where it begins."""

    shown: ShownRow
    top: int


class CellPainter:
    """Draws the cells of a column for the rows that are visible."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._body = StaticTexts(theme.font(FontRole.NUMBER))
        self._strong = StaticTexts(theme.font(FontRole.STRONG_NUMBER))
        self._small = StaticTexts(theme.font(FontRole.SMALL))
        self._arrows: dict[Trend, QPixmap] = {}
        self._statuses: dict[tuple[LifecycleStatus, int, str], QPixmap] = {}
        self._lights = LightGlyphs(theme)
        self._inks: dict[str, QColor] = {}

    def forget_colours(self) -> None:
        """Drop what was drawn in the colours of another scheme."""
        self._arrows.clear()
        self._statuses.clear()
        self._lights.forget()
        self._inks.clear()

    def paint(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        """Draw a column.

        Args:
            painter: Already clipped to the column.
            column: Which one.
            slots: The visible rows.
            room: The column's left, width and the height of a row.
        """
        match column.cell:
            case Cell.TEXT | Cell.SMALL_TEXT:
                self._paint_texts(painter, column, slots, room)
            case Cell.CLIENT:
                self._paint_clients(painter, slots, room)
            case Cell.TREND:
                self._paint_trends(painter, slots, room)
            case Cell.CYCLES:
                self._paint_cycles(painter, column, slots, room)
            case Cell.NEXT_CONTACT:
                self._paint_next_contacts(painter, column, slots, room)
            case Cell.STATUS:
                self._paint_statuses(painter, column, slots, room)
            case Cell.LIGHTS:
                self._paint_lights(painter, column, slots, room)

    def _ink(self, token: str) -> QColor:
        found = self._inks.get(token)
        if found is None:
            found = self._inks[token] = self._theme.colour(token)
        return found

    def _text_top(self, texts: StaticTexts, room: QRect) -> float:
        return room.top() + (room.height() - texts.metrics.height()) / 2

    def _paint_texts(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        texts = self._small if column.cell is Cell.SMALL_TEXT else self._body
        painter.setFont(texts.font)
        ink, quiet = self._ink("ink"), self._ink("ink_quiet")
        inset = self._text_top(texts, room)
        left, right = room.left() + INSET, room.left() + room.width() - INSET
        is_right, most = column.align == RIGHT, right - left
        pen: QColor | None = None
        for shown, top in slots:
            text = shown.text(column)
            static, width = texts.fitted(text, most)
            wanted = quiet if text == NOTHING else ink
            if wanted is not pen:
                painter.setPen(wanted)
                pen = wanted
            painter.drawStaticText(
                QPointF(right - width if is_right else left, top + inset), static
            )

    def _paint_clients(self, painter: QPainter, slots: Sequence[RowSlot], room: QRect) -> None:
        """Draw the names, and where there is room the codes before and the cities behind them."""
        body, inset = self._body, self._text_top(self._body, room)
        left, end = room.left() + INSET, room.left() + room.width() - INSET
        has_room_for_codes = room.width() >= _ROOM_FOR_CODES
        starts = [float(left)] * len(slots)
        painter.setFont(body.font)
        if has_room_for_codes:
            painter.setPen(self._ink("ink_quiet"))
            for place, (shown, top) in enumerate(slots):
                if shown.row.code:
                    static, width = body.laid_out(shown.row.code)
                    painter.drawStaticText(QPointF(left, top + inset), static)
                    starts[place] += width + _CODE_GAP
        painter.setPen(self._ink("ink"))
        for place, (shown, top) in enumerate(slots):
            x = starts[place]
            static, width = body.fitted(shown.row.name, end - x)
            painter.drawStaticText(QPointF(x, top + inset), static)
            starts[place] = x + width
        if has_room_for_codes:
            self._paint_cities(painter, slots, room, starts)

    def _paint_cities(
        self, painter: QPainter, slots: Sequence[RowSlot], room: QRect, begins: Sequence[float]
    ) -> None:
        """Draw the cities on the right, where the names that end before leave room for them."""
        end, inset = room.left() + room.width() - INSET, self._text_top(self._small, room)
        painter.setFont(self._small.font)
        painter.setPen(self._ink("ink_quiet"))
        for (shown, top), begin in zip(slots, begins, strict=True):
            row = shown.row
            if row.city and begin + _LEAST_PLACE <= end:
                static, width = self._small.laid_out(f"{row.city} / {row.state}")
                if begin + Space.M + width <= end:
                    painter.drawStaticText(QPointF(end - width, top + inset), static)

    def _paint_trends(self, painter: QPainter, slots: Sequence[RowSlot], room: QRect) -> None:
        x = room.left() + (room.width() - _GLYPH) // 2
        top = (room.height() - _GLYPH) // 2
        for shown, slot_top in slots:
            painter.drawPixmap(x, slot_top + top, self._arrow(shown.row.trend, painter))

    def _arrow(self, trend: Trend, painter: QPainter) -> QPixmap:
        if trend not in self._arrows:
            name, tint = _TREND_LOOK[trend]
            ratio = painter.device().devicePixelRatio()
            self._arrows[trend] = self._theme.pixmap(name, _GLYPH, tint, ratio)
        return self._arrows[trend]

    def _paint_cycles(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        """Draw the number over a thin bar that is full at four cycles."""
        raised = QRect(room.left(), -2, room.width(), room.height())
        self._paint_texts(painter, column, slots, raised)
        track = self._ink("sunken")
        left, low = room.left() + room.width() - INSET - _BAR_WIDTH, room.height() - 7
        for shown, top in slots:
            late = shown.row.cycles_late
            if late is None:
                continue
            painter.fillRect(left, top + low, _BAR_WIDTH, _BAR_HEIGHT, track)
            width = max(2, round(_BAR_WIDTH * min(1.0, late / _FULL_BAR_CYCLES)))
            colour = self._status_ink(shown.row.status)
            painter.fillRect(left, top + low, width, _BAR_HEIGHT, colour)

    def _paint_next_contacts(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        """Draw what is overdue or due today in a heavier letter, and the overdue in red."""
        inset = self._text_top(self._body, room)
        left, width = room.left() + INSET, room.width() - 2 * INSET
        pen: Due | None = None
        font: StaticTexts | None = None
        for shown, top in slots:
            due = shown.due
            texts = self._strong if due in _HEAVY else self._body
            static, _ = texts.fitted(shown.text(column), width)
            if texts is not font:
                painter.setFont(texts.font)
                font = texts
            if due is not pen:
                painter.setPen(self._ink(_DUE_INK[due]))
                pen = due
            painter.drawStaticText(QPointF(left, top + inset), static)

    def _paint_statuses(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        """Draw dot and word, which are the same for many rows, as one picture."""
        ratio, left = painter.device().devicePixelRatio(), room.left() + INSET
        size = QSize(room.width() - 2 * INSET, room.height())
        wide = size.width()
        for shown, top in slots:
            status, word = shown.row.status, shown.text(column)
            found = self._statuses.get((status, wide, word))
            if found is None:
                found = self._draw_status(status, word, size, ratio)
                self._statuses[status, wide, word] = found
            painter.drawPixmap(left, top, found)

    def _draw_status(
        self, status: LifecycleStatus, word: str, size: QSize, ratio: float
    ) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.status_colour(status)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(0, (size.height() - _DOT) / 2, _DOT, _DOT))
        painter.setPen(colour)
        painter.setFont(self._body.font)
        static, _ = self._body.fitted(word, size.width() - _DOT - 6)
        top = self._text_top(self._body, QRect(QPoint(0, 0), size))
        painter.drawStaticText(QPointF(_DOT + 6, top), static)
        painter.end()
        return pixmap

    def _paint_lights(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        """Draw one light in the middle, or all of them side by side."""
        ratio = painter.device().devicePixelRatio()
        is_group = column.key is ColumnKey.LIGHTS
        left = room.left() + (INSET if is_group else (room.width() - PITCH) // 2)
        top = (room.height() - CELL) // 2
        for shown, slot_top in slots:
            lights = shown.lights
            if not is_group:
                lights = tuple(one for one in lights if one[0] == column.key)
            painter.drawPixmap(left, slot_top + top, self._lights.pixmap(lights, ratio))

    def _status_ink(self, status: LifecycleStatus) -> QColor:
        found = self._inks.get(status)
        if found is None:
            found = self._inks[status] = self._theme.status_colour(status)
        return found
