"""The base of every chart: theme, margins, the cursor over its points, and who reads it out.

A chart has points (orders, bars), numbered from the left. The mouse or the keys put a cursor on one
of them, whose words stand in the chart and are announced to a screen reader. A chart that wants the
focus has it by Tab: Left, Right, Home and End move the cursor, Escape takes it away.

A subclass paints in ``paint_plot`` and tells about its points in ``point_count``, ``point_at``,
``point_rect`` and ``reading``; whatever changes its data ends with ``refresh``.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Space

#: No point has the cursor.
NOWHERE = -1
_FOCUS_RADIUS = 4


class Chart(QWidget):
    """A picture of numbers that can be read without seeing it.

    Attributes:
        margins: Left, top, right and bottom room around the plot, in pixels; the top one holds the
            title and the words of the point under the cursor.
    """

    #: The cursor stands on another point; ``NOWHERE`` is none.
    point_changed = Signal(int)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.margins = (0, 0, 0, 0)
        self._point = NOWHERE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(ctx.theme.font(FontRole.CAPTION))
        ctx.theme.changed.connect(self._on_theme_changed)

    # --- what a chart tells about itself ---------------------------------------------------------

    def title(self) -> str:
        """Return what the chart shows: its heading, and its name for a screen reader."""
        raise NotImplementedError

    def summary(self) -> str:
        """Return what a glance at the chart tells, for who cannot glance."""
        raise NotImplementedError

    def point_count(self) -> int:
        """Return how many points the cursor may stand on."""
        raise NotImplementedError

    def point_at(self, place: QPointF) -> int:
        """Return the point nearest to a place in the widget, or ``NOWHERE``."""
        raise NotImplementedError

    def point_rect(self, point: int) -> QRectF:
        """Return where a point is drawn, for the cursor's frame around it."""
        raise NotImplementedError

    def reading(self, point: int) -> str:
        """Return a point in words."""
        raise NotImplementedError

    def paint_plot(self, painter: QPainter) -> None:
        """Draw axes and points; the painter is smooth and holds the caption's font."""
        raise NotImplementedError

    def heading_rect(self) -> QRectF:
        """Return where title and reading stand: the top margin, unless a chart knows better."""
        return QRectF(self.margins[0], 0, self.plot_rect().width(), self.margins[1])

    # --- what a subclass works with --------------------------------------------------------------

    def plot_rect(self) -> QRectF:
        """Return the room within the margins."""
        left, top, right, bottom = self.margins
        room = QRectF(self.rect()).adjusted(left, top, -right, -bottom)
        return QRectF(room.x(), room.y(), max(room.width(), 1), max(room.height(), 1))

    def colour(self, token: str, opacity: float = 1.0) -> QColor:
        """Return a colour of the theme by its token."""
        colour = self.ctx.theme.colour(token)
        colour.setAlphaF(opacity)
        return colour

    def inks(self, quiet: str = "ink_quiet") -> tuple[QColor, QColor]:
        """Return the colours of common and of strong captions."""
        return self.colour(quiet), self.colour("ink")

    @Slot()
    def refresh(self) -> None:
        """Take the cursor away, name the chart anew and paint it: its data or words changed."""
        self.move_cursor(NOWHERE)
        self.setAccessibleName(self.title())
        self.setAccessibleDescription(self.summary())
        self.update()

    @property
    def point(self) -> int:
        """Return the point under the cursor, or ``NOWHERE``."""
        return self._point

    def move_cursor(self, point: int) -> None:
        """Put the cursor on a point, or take it away with ``NOWHERE``."""
        if point == self._point:
            return
        self._point = point
        self.point_changed.emit(point)
        self.update()

    # --- reading ---------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.point_count() - 1
        match event.key():
            case Qt.Key.Key_Right:
                target = min(self._point + 1, last) if self._point >= 0 else 0
            case Qt.Key.Key_Left:
                target = max(self._point - 1, 0) if self._point >= 0 else last
            case Qt.Key.Key_Home:
                target = 0
            case Qt.Key.Key_End:
                target = last
            case Qt.Key.Key_Escape if self._point >= 0:
                self.move_cursor(NOWHERE)
                return
            case _:
                super().keyPressEvent(event)
                return
        if last >= 0:
            self.move_cursor(target)
            self._announce()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move_cursor(self.point_at(event.position()))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.move_cursor(self.point_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.move_cursor(NOWHERE)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.move_cursor(NOWHERE)
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _announce(self) -> None:
        """Let a screen reader say the point under the cursor."""
        if QAccessible.isActive():
            said = QAccessibleAnnouncementEvent(self, self.reading(self._point))
            QAccessible.updateAccessibility(said)

    # --- painting --------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        count = self.point_count()  # lays out: what fails with an open painter ends the process
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_plot(painter)
        if 0 <= self._point < count:
            painter.setPen(QPen(self.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.point_rect(self._point), 2, 2)
        self._paint_heading(painter)
        if self.hasFocus():
            painter.setPen(QPen(self.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, _FOCUS_RADIUS, _FOCUS_RADIUS)

    def _paint_heading(self, painter: QPainter) -> None:
        """Write the title and, to its right, the words of the point under the cursor."""
        room, metrics = self.heading_rect(), painter.fontMetrics()
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        is_reading = 0 <= self._point < self.point_count()
        title_width = metrics.horizontalAdvance(self.title())
        reading_width = metrics.horizontalAdvance(self.reading(self._point)) if is_reading else 0
        if title_width + Space.M + reading_width <= room.width() or not is_reading:
            painter.setPen(self.colour("ink_quiet"))
            painter.drawText(room, side, self.title())
            room.setLeft(room.left() + title_width + Space.M)
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if is_reading:
            text, width = self.reading(self._point), int(room.width())
            painter.setPen(self.colour("ink"))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(room, side, shown)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
