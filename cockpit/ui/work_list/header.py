"""The header of the work list: order by several columns, columns that stay put, own menu."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from cockpit.domain.list_query import SortKey
from cockpit.ui.theme import FontRole, Height, Theme
from cockpit.ui.work_list.columns import CENTRE, COLUMNS, FIELD_COLUMN, LEFT, RIGHT, SECTION_OF
from cockpit.ui.work_list.layout import NARROWEST
from cockpit.ui.work_list.static_texts import StaticTexts

_ARROW = 6.0
_MARK_ROOM = 12
#: Beside a title; over a glyph in the middle of a column there is less room.
_PAD, _NARROW_PAD = 6, 2


def toggled(
    sorting: Sequence[SortKey], field: str, *, largest_first: bool, is_added: bool
) -> tuple[SortKey, ...]:
    """Return the order after a click on a column's header.

    A second click turns the column's order round, a third takes it out; with Shift the other
    columns stay, else they go.
    """
    former = next((key for key in sorting if key.field == field), None)
    if former is None:
        new: SortKey | None = SortKey(field, largest_first)
    elif former.is_descending == largest_first:
        new = SortKey(field, not largest_first)
    else:
        new = None
    if not is_added:
        return () if new is None else (new,)
    kept = [new if key.field == field else key for key in sorting]
    if former is None:
        kept.append(new)
    return tuple(key for key in kept if key is not None)


class WorkListHeader(QHeaderView):
    """Draws a mark on each column that the list is ordered by, and the frozen columns on top."""

    #: A column was clicked: section (int), whether with Shift (bool).
    sort_requested = Signal(int, bool)
    #: The header's menu is wanted at a global position (QPoint).
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._titles = StaticTexts(theme.font(FontRole.CAPTION))
        self._sorting: tuple[SortKey, ...] = ()
        self._frozen = 0
        self._is_frozen_pressed = False
        self._pressed: tuple[int, int] = (-1, 0)
        self.setFixedHeight(Height.HEADER)
        self.setMinimumSectionSize(NARROWEST)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_sorting(self, sorting: Sequence[SortKey]) -> None:
        """Mark the columns that the list is ordered by."""
        self._sorting = tuple(sorting)
        self.viewport().update()

    def set_frozen(self, count: int) -> None:
        """Let so many shown columns stay where they are."""
        self._frozen = count
        self.viewport().update()

    def frozen_sections(self) -> list[int]:
        """Return the columns that stay where they are, from left to right."""
        shown = (self.logicalIndex(place) for place in range(self.count()))
        return [section for section in shown if not self.isSectionHidden(section)][: self._frozen]

    def frozen_width(self) -> int:
        """Return how much room they take; none while nothing is scrolled sideways."""
        if not self.offset():
            return 0
        return sum(self.sectionSize(section) for section in self.frozen_sections())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles; by the style sheet it takes a fifth of a keystroke's time."""
        fixed = self.frozen_sections() if self.frozen_width() else []
        with QPainter(self.viewport()) as painter:
            self._paint_scrolled(painter, fixed)
            if fixed:
                self._paint_fixed(painter, fixed)
                self._paint_marks(painter, fixed, are_fixed=True)

    def _paint_scrolled(self, painter: QPainter, fixed: list[int]) -> None:
        """Draw the ground, and the columns that are not frozen."""
        room = self.viewport().rect()
        painter.fillRect(room, self._theme.colour("surface"))
        painter.fillRect(0, room.bottom(), room.width(), 1, self._theme.colour("hairline"))
        hovered = self._hovered_section()
        for section in range(self.count()):
            left, width = self.sectionViewportPosition(section), self.sectionSize(section)
            if width and left < room.right() and left + width > 0 and section not in fixed:
                self._paint_title(painter, section, left, is_hovered=section == hovered)
        self._paint_marks(painter, fixed, are_fixed=False)

    def _paint_fixed(self, painter: QPainter, fixed: list[int]) -> None:
        """Draw the frozen columns where they stay, over those that were scrolled."""
        width = self.frozen_width()
        painter.fillRect(0, 0, width, self.height() - 1, self._theme.colour("surface"))
        for section in fixed:
            self._paint_title(painter, section, self.sectionPosition(section), is_hovered=False)
        painter.fillRect(width - 1, 0, 1, self.height(), self._theme.colour("border"))

    def _paint_title(self, painter: QPainter, section: int, left: int, *, is_hovered: bool) -> None:
        width = self.sectionSize(section)
        pad = _NARROW_PAD if COLUMNS[section].align == CENTRE else _PAD
        static, taken = self._titles.fitted(COLUMNS[section].header(), width - 2 * pad)
        align = COLUMNS[section].align
        if align == RIGHT:
            x = left + width - pad - taken
        else:
            x = left + (pad if align == LEFT else (width - taken) / 2)
        painter.setFont(self._titles.font)
        painter.setPen(self._theme.colour("ink" if is_hovered else "ink_quiet"))
        top = (self.height() - 1 - self._titles.metrics.height()) / 2
        painter.drawStaticText(QPointF(x, top), static)

    def _hovered_section(self) -> int:
        """Return the column under the mouse, or -1."""
        if not self.viewport().underMouse():
            return -1
        return self.logicalIndexAt(self.viewport().mapFromGlobal(QCursor.pos()))

    def _paint_marks(self, painter: QPainter, fixed: list[int], *, are_fixed: bool) -> None:
        """Mark the columns that the list is ordered by, frozen ones or the others."""
        for number, key in enumerate(self._sorting, 1):
            column = FIELD_COLUMN.get(key.field)
            section = -1 if column is None else SECTION_OF[column.key]
            if section < 0 or self.isSectionHidden(section) or (section in fixed) != are_fixed:
                continue
            left = (
                self.sectionPosition(section)
                if are_fixed
                else self.sectionViewportPosition(section)
            )
            room = QRect(left, 0, self.sectionSize(section), self.height())
            self._paint_mark(painter, room, section, number)

    def _paint_mark(self, painter: QPainter, rect: QRect, section: int, number: int) -> None:
        """Draw an arrow, and the column's rank where there are several."""
        is_right = COLUMNS[section].align == RIGHT
        x = float(rect.left() + 2 if is_right else rect.right() - _ARROW - 2)
        is_down = self._sorting[number - 1].is_descending
        top, low = rect.top() + 3.0, rect.top() + 7.0
        ends = (top, top, low) if is_down else (low, low, top)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        xs = (x, x + _ARROW, x + _ARROW / 2)
        painter.drawPolygon(QPolygonF([QPointF(a, b) for a, b in zip(xs, ends, strict=True)]))
        if len(self._sorting) > 1:
            painter.setPen(self._theme.colour("accent"))
            painter.setFont(self._theme.font(FontRole.BADGE))
            room = QRectF(x - 2, rect.bottom() - _MARK_ROOM, _ARROW + 4, _MARK_ROOM)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.restore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        self._is_frozen_pressed = x < self.frozen_width()
        shifted = self._shifted(event)
        self._pressed = self.logicalIndexAt(round(shifted.position().x())), x
        super().mousePressEvent(shifted)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._shifted(event))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        shifted = self._shifted(event)
        section, from_x = self._pressed
        is_click = (
            event.button() is Qt.MouseButton.LeftButton
            and section == self.logicalIndexAt(round(shifted.position().x()))
            and abs(x - from_x) < _MARK_ROOM
            and self.cursor().shape() is not Qt.CursorShape.SplitHCursor
        )
        super().mouseReleaseEvent(shifted)
        self._is_frozen_pressed = False
        self._pressed = (-1, 0)
        if is_click and section >= 0:
            is_added = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.sort_requested.emit(section, is_added)

    def _shifted(self, event: QMouseEvent) -> QMouseEvent:
        """Return an event over a frozen column as if nothing were scrolled."""
        is_over = event.position().x() < self.frozen_width()
        if not self.offset() or not (self._is_frozen_pressed or is_over):
            return event
        return QMouseEvent(
            QEvent.Type(event.type()),
            event.position() - QPointF(self.offset(), 0),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
