"""The base of every plot: the theme, axes with figures, a cursor over the values, and a legend.

The mouse or the keys put the cursor on a value; its words stand in a bubble beside it and are
announced to a screen reader. A plot has the focus by Tab: the arrows, Home and End move the cursor,
Enter or a click asks for the customers behind the value, Escape takes the cursor away.

A subclass draws in ``_draw`` with the helpers here and returns its spots.
"""

from collections.abc import Callable, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.formats import Language
from cockpit.ui.charts.figures import short_number
from cockpit.ui.charts.scale import nice_ticks
from cockpit.ui.context import UiContext
from cockpit.ui.plots.legend import Legend
from cockpit.ui.plots.spots import NOWHERE, Box, Spot, nearest, step
from cockpit.ui.plots.words_item import Words, WordsItem
from cockpit.ui.theme import FontRole, Space
from cockpit.ui.widgets.labels import ElidedLabel, ranked_label

#: Writes a value for an axis.
Show = Callable[[float, Language], str]

_TICKS = 5
_LEAST_HEIGHT = 150
_BUBBLE_GAP = 12
#: Half of a label below the last value.
_LABEL_ROOM = 16
#: What the labels below take of the height, in pixels.
_LABELS_BELOW = 36
_SIDES = ("left", "bottom", "right", "top")
_ARROWS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}
_BARE = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Plot(QWidget):
    """A picture of figures that can be read without seeing it.

    Attributes:
        ctx: Look and language.
        item: pyqtgraph's plot, which subclasses draw into.
        spots: The values that the cursor may stand on.
    """

    #: The customers behind a value are wanted: its key.
    opened = Signal(object)
    #: The cursor stands on another spot; ``NOWHERE`` is none.
    point_changed = Signal(int)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.spots: tuple[Spot, ...] = ()
        self._title = self._summary = ""
        self._drawn_bars: list[tuple[Box, QColor]] = []
        self._drawn_words: list[Words] = []
        self._point = NOWHERE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._heading = ElidedLabel("heading", self)
        self.legend = Legend(ctx.theme, self)
        self._view = pg.PlotWidget(self)
        self.item = self._view.getPlotItem()
        self._cursor = pg.QtWidgets.QGraphicsRectItem()
        self._bubble = ranked_label("bubble", parent=self)
        self._lay_out()
        self._colour_axes()
        ctx.theme.changed.connect(self._on_theme_changed)

    # --- what a subclass says and uses -----------------------------------------------------------

    def _draw(self) -> Sequence[Spot]:
        """Draw everything into the cleared plot; return what the cursor may stand on."""
        raise NotImplementedError

    def _show(self, title: str, summary: str) -> None:
        """Take note of heading and summary, and draw: the figures are others."""
        self._title, self._summary = title, summary
        self._heading.set_full_text(title)
        self.setAccessibleName(title)
        self.refresh()

    def colour(self, token: str, opacity: float = 1.0) -> QColor:
        """Return a colour of the theme by its token."""
        colour = self.ctx.theme.colour(token)
        colour.setAlphaF(opacity)
        return colour

    def write(self, text: str, x: float, y: float, anchor: tuple[float, float], ink: str) -> None:
        """Write words at a place of the plot.

        Args:
            text: The words.
            x: The place.
            y: Likewise.
            anchor: Which part of the words stands there: (0, 0) is their upper left corner.
            ink: The colour's token.
        """
        self._drawn_words.append(Words(text, x, y, anchor, self.colour(ink)))

    def bar(self, box: Box, token: str, opacity: float = 1.0) -> None:
        """Draw a filled rectangle."""
        self._drawn_bars.append((box, self.colour(token, opacity)))

    def room_above(self, most: float, lines: int = 1) -> float:
        """Return an axis's end that leaves room for lines of words above a value."""
        letters = (self._letters().height() + Space.XS) * lines
        above = self._heading.sizeHint().height() + self.legend.sizeHint().height()
        height = max(self.height() - above - _LABELS_BELOW, 1)
        return most * float(height / max(height - letters, height / 3))

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show exactly these values."""
        self.item.getViewBox().setRange(xRange=x, yRange=y, padding=0)

    def value_ticks(self, side: str, low: float, high: float, show: Show) -> None:
        """Write round values along an axis, and draw hairlines at them unless it is ``right``."""
        ticks = nice_ticks(low, high, _TICKS)
        if show is short_number:  # nobody is half a customer
            ticks = tuple(one for one in ticks if float(one).is_integer())
        self.ticks(side, [(one, show(one, self.ctx.language)) for one in ticks])
        for one in ticks if side != "right" else ():
            self.line(one, is_upright=side == "bottom")

    def ticks(self, side: str, ticks: Sequence[tuple[float, str]]) -> None:
        """Write these words along an axis, as wide as they need it."""
        axis = self.item.getAxis(side)
        axis.setTicks([list(ticks)])
        if side in {"left", "right"}:
            widest = max((self.text_width(text) for _, text in ticks), default=0)
            axis.setWidth(widest + Space.S)

    def line(self, place: float, *, is_upright: bool, ink: str = "hairline") -> None:
        """Draw a line across the whole plot."""
        pen = pg.mkPen(self.colour(ink), width=1)
        line = pg.InfiniteLine(place, 90 if is_upright else 0, pen=pen)
        line.setZValue(-10)
        self.item.addItem(line, ignoreBounds=True)

    def text_width(self, text: str) -> int:
        """Return how wide words on an axis are, in pixels."""
        return self._letters().horizontalAdvance(text)

    def shortened(self, text: str, width: int) -> str:
        """Return words with an ellipsis where they are wider than so many pixels."""
        return self._letters().elidedText(text, Qt.TextElideMode.ElideRight, width)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """Return the heading, which is the name for a screen reader."""
        return self._title

    @property
    def point(self) -> int:
        """Return the spot under the cursor, or ``NOWHERE``."""
        return self._point

    def reading(self) -> str:
        """Return the words of the spot under the cursor; empty without one."""
        return self.spots[self._point].reading if self._point != NOWHERE else ""

    def place_of(self, spot: int) -> QPoint:
        """Return where the middle of a spot is in this widget."""
        box = self.spots[spot].box
        middle = QPointF((box.left + box.right) / 2, (box.bottom + box.top) / 2)
        in_scene = self.item.getViewBox().mapViewToScene(middle)
        shown: QPoint = self._view.mapTo(self, self._view.mapFromScene(in_scene))
        return shown

    @Slot()
    def refresh(self) -> None:
        """Draw again: figures, words, colours or room are others."""
        self.move_cursor(NOWHERE)
        self.item.clear()
        self.legend.show_entries(())
        self._drawn_bars, self._drawn_words = [], []
        self.spots = tuple(self._draw())
        self._draw_collected()
        self._describe()
        pen = pg.mkPen(self.colour("ink"), width=2)
        self._cursor = pg.QtWidgets.QGraphicsRectItem()
        self._cursor.setPen(pen)
        self._cursor.setZValue(50)
        self._cursor.hide()
        self.item.addItem(self._cursor, ignoreBounds=True)

    def move_cursor(self, point: int) -> None:
        """Put the cursor on a spot, or take it away with ``NOWHERE``."""
        if point == self._point:
            return
        self._point = point
        self._cursor.setVisible(point != NOWHERE)
        self._bubble.setVisible(point != NOWHERE)
        if point != NOWHERE:
            box = self.spots[point].box
            self._cursor.setRect(box.left, box.bottom, box.right - box.left, box.top - box.bottom)
            self._place_bubble()
        self.point_changed.emit(point)

    # --- keys, mouse, room -----------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and event.modifiers() in _BARE:
            self._go(step(self.spots, self._point, *_ARROWS[key]))
        elif key is Qt.Key.Key_Home and self.spots:
            self._go(0)
        elif key is Qt.Key.Key_End and self.spots:
            self._go(len(self.spots) - 1)
        elif key in _ENTER and self._point != NOWHERE:
            self._open(self._point)
        elif key is Qt.Key.Key_Escape and self._point != NOWHERE:
            self.move_cursor(NOWHERE)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the mouse over pyqtgraph's view, which must neither zoom nor pan."""
        if isinstance(event, QMouseEvent):
            spot = self._spot_at(event.position())
            if event.type() == QEvent.Type.MouseMove:
                self.move_cursor(spot)
            elif event.type() == QEvent.Type.MouseButtonPress:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
            elif event.type() == QEvent.Type.MouseButtonRelease and spot != NOWHERE:
                self.move_cursor(spot)
                self._open(spot)
            return True
        if event.type() == QEvent.Type.Leave:
            self.move_cursor(NOWHERE)
        elif event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

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
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.colour("accent"), 1))
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, Space.XS, Space.XS)
            painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._title:
            point = self._point
            self.refresh()  # labels are shortened to the room they have
            self.move_cursor(point)

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, 220)

    # --- within ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._bubble.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bubble.setWordWrap(False)
        self._bubble.hide()
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.item.setMenuEnabled(False)
        self.item.hideButtons()
        self.item.layout.setContentsMargins(0, 0, _LABEL_ROOM, 0)
        self.item.setMouseEnabled(x=False, y=False)
        self._view.viewport().setMouseTracking(True)
        self._view.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        layout.setSpacing(2)
        layout.addWidget(self._heading)
        layout.addWidget(self.legend)
        layout.addWidget(self._view, 1)

    def _colour_axes(self) -> None:
        self._view.setBackground(self.colour("surface"))
        for side in _SIDES:
            axis = self.item.getAxis(side)
            axis.setPen(pg.mkPen(self.colour("hairline")))
            axis.setTextPen(pg.mkPen(self.colour("ink_quiet")))
            axis.setTickFont(self.ctx.theme.font(FontRole.CAPTION))
            axis.setStyle(tickLength=0, tickTextOffset=6, hideOverlappingLabels=False)

    def _draw_collected(self) -> None:
        """Draw all bars as one item and all words as one: each item costs, not each bar."""
        if self._drawn_bars:
            boxes = [box for box, _ in self._drawn_bars]
            bars = pg.BarGraphItem(
                x0=[one.left for one in boxes], x1=[one.right for one in boxes],
                y0=[one.bottom for one in boxes], y1=[one.top for one in boxes],
                brushes=[colour for _, colour in self._drawn_bars], pen=pg.mkPen(None),
            )  # fmt: skip
            bars.setZValue(-5)
            self.item.addItem(bars, ignoreBounds=True)
        if self._drawn_words:
            words = WordsItem(self.ctx.theme.font(FontRole.CAPTION))
            words.words = self._drawn_words
            self.item.addItem(words, ignoreBounds=True)

    def _letters(self) -> QFontMetrics:
        return QFontMetrics(self.ctx.theme.font(FontRole.CAPTION))

    def _describe(self) -> None:
        """Tell a screen reader the summary and every figure."""
        figures = "\n".join(spot.reading for spot in self.spots)
        self.setAccessibleDescription(f"{self._summary}\n{figures}".strip())

    def _spot_at(self, place: QPointF) -> int:
        box = self.item.getViewBox()
        at = box.mapSceneToView(self._view.mapToScene(place.toPoint()))
        unit = box.viewPixelSize()
        if not all(unit):
            return NOWHERE
        return nearest(self.spots, at.x(), at.y(), unit)

    def _go(self, spot: int) -> None:
        self.move_cursor(spot)
        if spot != NOWHERE and QAccessible.isActive():
            said = QAccessibleAnnouncementEvent(self, self.reading())
            QAccessible.updateAccessibility(said)

    def _open(self, spot: int) -> None:
        key = self.spots[spot].key
        if key is not None:
            self.opened.emit(key)

    def _place_bubble(self) -> None:
        """Show the words above the value, or below where there is no room, within the widget."""
        self._bubble.setText(self.reading())
        self._bubble.adjustSize()
        size, at = self._bubble.size(), self.place_of(self._point)
        x = max(0, min(at.x() - size.width() // 2, self.width() - size.width()))
        top = self._edge(self._point)
        y = top - size.height() - _BUBBLE_GAP // 2
        if y < 0:
            y = at.y() + _BUBBLE_GAP
        self._bubble.move(x, min(y, self.height() - size.height()))
        self._bubble.raise_()

    def _edge(self, spot: int) -> int:
        """Return how far up a spot goes in this widget."""
        box = self.spots[spot].box
        ends = [
            self._view.mapFromScene(self.item.getViewBox().mapViewToScene(QPointF(box.left, y)))
            for y in (box.bottom, box.top)
        ]
        return min(int(self._view.mapTo(self, end).y()) for end in ends)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._colour_axes()
        if self._title:
            self.refresh()
