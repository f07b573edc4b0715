"""Paints what lies behind the cells: which row is current, which are marked or pointed at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from cockpit.ui.theme import Height, Theme
from cockpit.ui.work_list.painting import RowSlot

_EDGE = 3


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What distinguishes rows from others, by their numbers.

    Attributes:
        current: The current row, or -1.
        marked: The marked ones among those that are painted.
        hovered: The one under the mouse, or -1.
        has_focus: Whether the list has the keyboard.
    """

    current: int
    marked: frozenset[int]
    hovered: int
    has_focus: bool


class GroundPainter:
    """Draws the grounds and hairlines of the rows that are visible."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        first: int,
        slots: Sequence[RowSlot],
        width: int,
        marks: RowMarks,
    ) -> None:
        """Draw the rows from number ``first`` on, each as wide as so many pixels."""
        colour = self._theme.colour
        hairline, soft = colour("hairline"), colour("accent_soft")
        for row, (_, top) in enumerate(slots, first):
            if row in marks.marked or row == marks.current:
                painter.fillRect(0, top, width, Height.ROW, soft)
            elif row == marks.hovered:
                painter.fillRect(0, top, width, Height.ROW, colour("hover"))
            if row == marks.current:
                self._paint_current(painter, top, width, has_focus=marks.has_focus)
            else:
                painter.fillRect(0, top + Height.ROW - 1, width, 1, hairline)

    def _paint_current(self, painter: QPainter, top: int, width: int, *, has_focus: bool) -> None:
        accent = self._theme.colour("accent")
        painter.fillRect(0, top, _EDGE if has_focus else _EDGE - 1, Height.ROW, accent)
        if has_focus:
            painter.setPen(accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(0, top, width - 1, Height.ROW - 1)
