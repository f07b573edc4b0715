"""Paints the cells of the work list, column by column, with texts that are laid out once.

Qt's default delegate asks the model seven times for each cell and lays each text out anew; a page
of 35 rows then costs more than a frame. Here a text is laid out the first time it is seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from cockpit.domain.vocabulary import LifecycleStatus, Trend
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.theme import FontRole, Space, Theme
from cockpit.ui.work_list.cell_texts import NOTHING
from cockpit.ui.work_list.columns import RIGHT, Cell, Column, ColumnKey
from cockpit.ui.work_list.light_painting import CELL, PITCH, LightGlyphs
from cockpit.ui.work_list.lights import lights_of
from cockpit.ui.work_list.row_model import ShownRow
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


@dataclass(frozen=True, slots=True)
class RowSlot:
    """One row's room: what it shows, and where it begins."""

    shown: ShownRow
    top: int

    @property
    def row(self) -> CustomerRow:
        """Return what the row shows."""
        return self.shown.row


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

    def forget_colours(self) -> None:
        """Drop what was drawn in the colours of another scheme."""
        self._arrows.clear()
        self._statuses.clear()
        self._lights.forget()

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

    def _text_top(self, texts: StaticTexts, room: QRect) -> float:
        return room.top() + (room.height() - texts.metrics.height()) / 2

    def _paint_texts(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        texts = self._small if column.cell is Cell.SMALL_TEXT else self._body
        painter.setFont(texts.font)
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink_quiet")
        inset = self._text_top(texts, room)
        left, right = room.left() + INSET, room.left() + room.width() - INSET
        is_right = column.align == RIGHT
        for slot in slots:
            text = slot.shown.text(column)
            static, width = texts.fitted(text, right - left)
            painter.setPen(quiet if text == NOTHING else ink)
            painter.drawStaticText(
                QPointF(right - width if is_right else left, slot.top + inset), static
            )

    def _paint_clients(self, painter: QPainter, slots: Sequence[RowSlot], room: QRect) -> None:
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink_quiet")
        inset, small_inset = self._text_top(self._body, room), self._text_top(self._small, room)
        end = room.left() + room.width() - INSET
        has_room_for_codes = room.width() >= _ROOM_FOR_CODES
        for slot in slots:
            row, x = slot.row, float(room.left() + INSET)
            painter.setFont(self._body.font)
            if row.code and has_room_for_codes:
                static, width = self._body.laid_out(row.code)
                painter.setPen(quiet)
                painter.drawStaticText(QPointF(x, slot.top + inset), static)
                x += width + _CODE_GAP
            static, width = self._body.fitted(row.name, end - x)
            painter.setPen(ink)
            painter.drawStaticText(QPointF(x, slot.top + inset), static)
            if not has_room_for_codes or not row.city or x + width + _LEAST_PLACE > end:
                continue
            static, place_width = self._small.laid_out(f"{row.city} / {row.state}")
            if x + width + Space.M + place_width <= end:
                painter.setFont(self._small.font)
                painter.setPen(quiet)
                at = QPointF(end - place_width, slot.top + small_inset)
                painter.drawStaticText(at, static)

    def _paint_trends(self, painter: QPainter, slots: Sequence[RowSlot], room: QRect) -> None:
        x = room.left() + (room.width() - _GLYPH) // 2
        top = (room.height() - _GLYPH) // 2
        for slot in slots:
            painter.drawPixmap(x, slot.top + top, self._arrow(slot.row.trend, painter))

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
        track, colours = self._theme.colour("sunken"), self._status_colours()
        left = room.left() + room.width() - INSET - _BAR_WIDTH
        for slot in slots:
            late = slot.row.cycles_late
            if late is None:
                continue
            top = slot.top + room.height() - 7
            painter.fillRect(left, top, _BAR_WIDTH, _BAR_HEIGHT, track)
            width = max(2, round(_BAR_WIDTH * min(1.0, late / _FULL_BAR_CYCLES)))
            painter.fillRect(left, top, width, _BAR_HEIGHT, colours[slot.row.status])

    def _paint_next_contacts(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        """Draw what is overdue or due today in a heavier letter, and the overdue in red."""
        inks = {name: self._theme.colour(name) for name in ("ink", "ink_quiet", "danger", "accent")}
        inset = self._text_top(self._body, room)
        left, width = room.left() + INSET, room.width() - 2 * INSET
        for slot in slots:
            instant, texts, ink = slot.row.next_contact_at, self._body, "ink_quiet"
            if instant is not None:
                day = instant.astimezone(slot.shown.style.zone).date()
                ink = (
                    "ink"
                    if day > slot.shown.style.today
                    else "accent"
                    if day == slot.shown.style.today
                    else "danger"
                )
                texts = self._body if day > slot.shown.style.today else self._strong
            static, _ = texts.fitted(slot.shown.text(column), width)
            painter.setFont(texts.font)
            painter.setPen(inks[ink])
            painter.drawStaticText(QPointF(left, slot.top + inset), static)

    def _paint_statuses(
        self, painter: QPainter, column: Column, slots: Sequence[RowSlot], room: QRect
    ) -> None:
        """Draw dot and word, which are the same for many rows, as one picture."""
        ratio, left = painter.device().devicePixelRatio(), room.left() + INSET
        size = QSize(room.width() - 2 * INSET, room.height())
        for slot in slots:
            key = (slot.row.status, size.width(), slot.shown.text(column))
            if key not in self._statuses:
                self._statuses[key] = self._draw_status(slot.row.status, key[2], size, ratio)
            painter.drawPixmap(left, slot.top, self._statuses[key])

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
        for slot in slots:
            lights = tuple(lights_of(slot.row, slot.shown.style))
            if not is_group:
                lights = tuple(one for one in lights if one[0] == column.key)
            painter.drawPixmap(left, slot.top + top, self._lights.pixmap(lights, ratio))

    def _status_colours(self) -> dict[LifecycleStatus, QColor]:
        return {status: self._theme.status_colour(status) for status in LifecycleStatus}
