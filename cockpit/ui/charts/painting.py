"""What charts draw alike: grid lines with their figures, captions that keep apart, hatching."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from cockpit.ui.charts.scale import Scale

_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Caption:
    """Words under or over an axis.

    Attributes:
        place: The horizontal place that they are about, in pixels.
        text: The words.
        is_strong: Whether they are drawn in ink and not in the captions' quiet colour.
    """

    place: float
    text: str
    is_strong: bool = False


def paint_captions(
    painter: QPainter, captions: Iterable[Caption], room: QRectF, quiet: QColor, strong: QColor
) -> None:
    """Write the captions that fit over their places without touching; the first ones come first.

    Args:
        painter: Holds the font.
        captions: In the order of their importance.
        room: Where they stand; one near its edge is moved inside.
        quiet: Colour of common captions.
        strong: Colour of strong ones.
    """
    metrics, taken = painter.fontMetrics(), list[tuple[float, float]]()
    for caption in captions:
        width = metrics.horizontalAdvance(caption.text)
        left = max(room.left(), min(caption.place - width / 2, room.right() - width))
        if all(left >= end + _GAP or left + width + _GAP <= start for start, end in taken):
            taken.append((left, left + width))
            _write(painter, caption, left, room, strong if caption.is_strong else quiet)


def paint_spread_captions(
    painter: QPainter, captions: Sequence[Caption], room: QRectF, quiet: QColor, strong: QColor
) -> None:
    """Write all captions in the order of their places, moved aside where they would touch.

    Args:
        painter: Holds the font.
        captions: In the order of their importance; the last ones are left out where the room is
            too small for all.
        room: Where they stand.
        quiet: Colour of common captions.
        strong: Colour of strong ones.
    """
    metrics, kept, used = painter.fontMetrics(), list[tuple[Caption, float]](), -_GAP
    for caption in captions:
        width = float(metrics.horizontalAdvance(caption.text))
        if used + _GAP + width <= room.width():
            kept.append((caption, width))
            used += _GAP + width
    kept.sort(key=lambda pair: pair[0].place)
    lefts, edge = list[float](), room.left()
    for caption, width in kept:
        lefts.append(max(caption.place - width / 2, edge))
        edge = lefts[-1] + width + _GAP
    edge = room.right()
    for number in reversed(range(len(kept))):
        caption, width = kept[number]
        lefts[number] = min(lefts[number], edge - width)
        edge = lefts[number] - _GAP
        _write(painter, caption, lefts[number], room, strong if caption.is_strong else quiet)


def _write(painter: QPainter, caption: Caption, left: float, room: QRectF, ink: QColor) -> None:
    metrics = painter.fontMetrics()
    baseline = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.setPen(ink)
    painter.drawText(QPointF(left, baseline), caption.text)


def paint_value_axis(
    painter: QPainter,
    plot: QRectF,
    *,
    scale: Scale,
    ticks: Sequence[float],
    show: Callable[[float], str],
    line: QColor,
    ink: QColor,
) -> None:
    """Draw horizontal lines over the plot, with their figures to the left of it.

    Args:
        painter: Holds the font.
        plot: The plot.
        scale: The vertical scale.
        ticks: The values that get a line.
        show: Makes a value's words.
        line: Colour of the lines.
        ink: Colour of the words.
    """
    height = painter.fontMetrics().height()
    for tick in ticks:
        y = round(scale.at(tick)) + 0.5
        painter.setPen(QPen(line, 1))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        painter.setPen(ink)
        room = QRectF(0, y - height / 2, plot.left() - 6, height)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, show(tick)
        )


def paint_mark(painter: QPainter, plot: QRectF, x: float, pen: QPen) -> None:
    """Draw an upright line over the plot's whole height."""
    painter.setPen(pen)
    painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))


def hatching(colour: QColor) -> QBrush:
    """Return a ground of slanting lines, which tells a period without its colour."""
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)
