"""Paints the cells of the work list, column by column, with texts that are laid out once.

Qt's default delegate asks the model seven times for each cell and lays each text out anew; a page
of 35 rows then costs more than a frame. Here a text is laid out the first time it is seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QStaticText, QTransform

from cockpit.domain.vocabulary import LifecycleStatus, Trend
from cockpit.ui.theme import FontRole, Space, Theme
from cockpit.ui.work_list.columns import NOTHING, RIGHT, Cell, Column, Style

if TYPE_CHECKING:
    from cockpit.domain.work_list import WorkList

_CACHE_LIMIT = 20_000
_DOT = 8
_INSET = 6
#: Where names would be cut, the code stands in the client panel only; search finds it anyway.
_ROOM_FOR_CODES = 230
_CODE_GAP = 7
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
class Slot:
    """One cell's room: the line of the list, and where its row begins."""

    line: int
    top: int


class _Texts:
    """Texts of one font, laid out once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self._known: dict[str, tuple[QStaticText, float]] = {}
        self._elided: dict[tuple[str, int], str] = {}

    def laid_out(self, text: str) -> tuple[QStaticText, float]:
        """Return a text ready to draw, and its width."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _CACHE_LIMIT:
                self._known.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(QTransform(), self.font)
            found = self._known[text] = static, static.size().width()
        return found

    def elided(self, text: str, width: int) -> str:
        """Return as much of a text as fits."""
        found = self._elided.get((text, width))
        if found is None:
            if len(self._elided) > _CACHE_LIMIT:
                self._elided.clear()
            found = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[text, width] = found
        return found


class CellPainter:
    """Draws the cells of a column for the rows that are visible."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._body = _Texts(theme.font(FontRole.NUMBER))
        self._strong = _Texts(theme.font(FontRole.STRONG_NUMBER))
        self._small = _Texts(theme.font(FontRole.SMALL))
        self._arrows: dict[Trend, QPixmap] = {}
        self.rows: WorkList | None = None

    def forget_colours(self) -> None:
        """Drop what was drawn in the colours of another scheme."""
        self._arrows.clear()

    def paint(
        self,
        painter: QPainter,
        column: Column,
        slots: Sequence[Slot],
        room: QRect,
        style: Style,
    ) -> None:
        """Draw a column.

        Args:
            painter: Already clipped to the column.
            column: Which one.
            slots: The visible rows.
            room: The column's left, width and the height of a row.
            style: What turning a value into text depends on.
        """
        match column.cell:
            case Cell.TEXT | Cell.SMALL_TEXT:
                self._paint_texts(painter, column, slots, room, style)
            case Cell.CLIENT:
                self._paint_clients(painter, slots, room)
            case Cell.TREND:
                self._paint_trends(painter, slots, room)
            case Cell.CYCLES:
                self._paint_cycles(painter, column, slots, room, style)
            case Cell.NEXT_CONTACT:
                self._paint_next_contacts(painter, column, slots, room, style)
            case Cell.STATUS:
                self._paint_statuses(painter, column, slots, room, style)

    def _values(self, name: str) -> Sequence[object]:
        assert self.rows is not None  # noqa: S101 - rows are set before anything is painted
        return self.rows.columns[name]

    def _text_top(self, texts: _Texts, room: QRect) -> float:
        return room.top() + (room.height() - texts.metrics.height()) / 2

    def _paint_texts(
        self, painter: QPainter, column: Column, slots: Sequence[Slot], room: QRect, style: Style
    ) -> None:
        texts = self._small if column.cell is Cell.SMALL_TEXT else self._body
        assert self.rows is not None  # noqa: S101 - see _values
        painter.setFont(texts.font)
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink_quiet")
        inset = self._text_top(texts, room)
        left, right = room.left() + _INSET, room.left() + room.width() - _INSET
        is_right = column.align == RIGHT
        for slot in slots:
            text = column.display(self.rows, slot.line, style)
            static, width = texts.laid_out(text)
            painter.setPen(quiet if text == NOTHING else ink)
            painter.drawStaticText(
                QPointF(right - width if is_right else left, slot.top + inset), static
            )

    def _paint_clients(self, painter: QPainter, slots: Sequence[Slot], room: QRect) -> None:
        codes, names = self._values("code"), self._values("name")
        cities, states = self._values("city"), self._values("state")
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink_quiet")
        inset, small_inset = self._text_top(self._body, room), self._text_top(self._small, room)
        end = room.left() + room.width() - _INSET
        has_room_for_codes = room.width() >= _ROOM_FOR_CODES
        for slot in slots:
            x = float(room.left() + _INSET)
            painter.setFont(self._body.font)
            if codes[slot.line] and has_room_for_codes:
                static, width = self._body.laid_out(str(codes[slot.line]))
                painter.setPen(quiet)
                painter.drawStaticText(QPointF(x, slot.top + inset), static)
                x += width + _CODE_GAP
            name = str(names[slot.line])
            static, width = self._body.laid_out(name)
            if width > end - x:
                static, width = self._body.laid_out(self._body.elided(name, int(end - x)))
            painter.setPen(ink)
            painter.drawStaticText(QPointF(x, slot.top + inset), static)
            if not has_room_for_codes or not cities[slot.line]:
                continue
            place = f"{cities[slot.line]} / {states[slot.line]}"
            static, place_width = self._small.laid_out(place)
            if x + width + Space.M + place_width <= end:
                painter.setFont(self._small.font)
                painter.setPen(quiet)
                at = QPointF(end - place_width, slot.top + small_inset)
                painter.drawStaticText(at, static)

    def _paint_trends(self, painter: QPainter, slots: Sequence[Slot], room: QRect) -> None:
        trends = self._values("trend")
        x = room.left() + (room.width() - _GLYPH) // 2
        for slot in slots:
            trend = trends[slot.line]
            assert isinstance(trend, Trend)  # noqa: S101 - the contract of CustomerRow
            painter.drawPixmap(
                x, slot.top + (room.height() - _GLYPH) // 2, self._arrow(trend, painter)
            )

    def _arrow(self, trend: Trend, painter: QPainter) -> QPixmap:
        if trend not in self._arrows:
            name, tint = _TREND_LOOK[trend]
            ratio = painter.device().devicePixelRatio()
            self._arrows[trend] = self._theme.pixmap(name, _GLYPH, tint, ratio)
        return self._arrows[trend]

    def _paint_cycles(
        self, painter: QPainter, column: Column, slots: Sequence[Slot], room: QRect, style: Style
    ) -> None:
        """Draw the number over a thin bar that is full at four cycles."""
        raised = QRect(room.left(), -2, room.width(), room.height())
        self._paint_texts(painter, column, slots, raised, style)
        cycles, statuses = self._values("cycles_late"), self._values("status")
        track, colours = self._theme.colour("sunken"), self._status_colours()
        left = room.left() + room.width() - _INSET - _BAR_WIDTH
        painter.setPen(Qt.PenStyle.NoPen)
        for slot in slots:
            late = cycles[slot.line]
            if not isinstance(late, int | float):
                continue
            bar = QRect(left, slot.top + room.height() - 7, _BAR_WIDTH, _BAR_HEIGHT)
            painter.fillRect(bar, track)
            bar.setWidth(max(2, round(_BAR_WIDTH * min(1.0, late / _FULL_BAR_CYCLES))))
            painter.fillRect(bar, colours[statuses[slot.line]])  # type: ignore[index]

    def _paint_next_contacts(
        self, painter: QPainter, column: Column, slots: Sequence[Slot], room: QRect, style: Style
    ) -> None:
        """Draw what is overdue or due today in a heavier letter, and the overdue in red."""
        assert self.rows is not None  # noqa: S101 - see _values
        instants = self._values("next_contact_at")
        inks = {name: self._theme.colour(name) for name in ("ink", "ink_quiet", "danger", "accent")}
        inset = self._text_top(self._body, room)
        for slot in slots:
            instant, texts, ink = instants[slot.line], self._body, "ink_quiet"
            if isinstance(instant, datetime):
                day = instant.astimezone(style.zone).date()
                ink = "ink" if day > style.today else "accent" if day == style.today else "danger"
                texts = self._body if day > style.today else self._strong
            static, _ = texts.laid_out(column.display(self.rows, slot.line, style))
            painter.setFont(texts.font)
            painter.setPen(inks[ink])
            painter.drawStaticText(QPointF(room.left() + _INSET, slot.top + inset), static)

    def _paint_statuses(
        self, painter: QPainter, column: Column, slots: Sequence[Slot], room: QRect, style: Style
    ) -> None:
        assert self.rows is not None  # noqa: S101 - see _values
        statuses, colours = self._values("status"), self._status_colours()
        painter.setFont(self._body.font)
        inset = self._text_top(self._body, room)
        x = room.left() + _INSET
        for slot in slots:
            colour = colours[statuses[slot.line]]  # type: ignore[index]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(x, slot.top + (room.height() - _DOT) / 2, _DOT, _DOT))
            static, _ = self._body.laid_out(column.display(self.rows, slot.line, style))
            painter.setPen(colour)
            painter.drawStaticText(QPointF(x + _DOT + 6, slot.top + inset), static)

    def _status_colours(self) -> dict[LifecycleStatus, QColor]:
        return {status: self._theme.status_colour(status) for status in LifecycleStatus}
