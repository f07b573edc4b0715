"""What charts draw alike: grid lines with their figures, captions that keep apart, hatching."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from cockpit.ui.charts.scale import Scale

_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Caption:
    """Words under an axis.

    Attributes:
        place: The horizontal place that they are about, in pixels.
        text: The words.
        is_strong: Whether they are drawn in ink and not in the captions' quiet colour.
        may_shift: Whether it may stand beside its place where there is no room over it.
    """

    place: float
    text: str
    is_strong: bool = False
    may_shift: bool = False


def paint_captions(
    painter: QPainter, captions: Iterable[Caption], room: QRectF, quiet: QColor, strong: QColor
) -> None:
    """Write the captions that fit without touching each other; the first ones come first.

    Args:
        painter: Holds the font.
        captions: In the order of their importance.
        room: Where they stand; each lies as near to its place as the room allows.
        quiet: Colour of common captions.
        strong: Colour of strong ones.
    """
    metrics, taken = painter.fontMetrics(), list[tuple[float, float]]()
    baseline = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
    for caption in captions:
        width = metrics.horizontalAdvance(caption.text)
        left = _free_place(caption, width, room, taken)
        if left is not None:
            taken.append((left, left + width))
            painter.setPen(strong if caption.is_strong else quiet)
            painter.drawText(QPointF(left, baseline), caption.text)


def _free_place(
    caption: Caption, width: float, room: QRectF, taken: Sequence[tuple[float, float]]
) -> float | None:
    """Return where a caption may begin, as near to its place as can be, or None."""
    wish = caption.place - width / 2
    tries = [wish]
    if caption.may_shift:
        tries += [end + _GAP for _, end in taken] + [start - _GAP - width for start, _ in taken]
    for one in sorted(tries, key=lambda left: abs(left - wish)):
        left = max(room.left(), min(one, room.right() - width))
        if all(left >= end + _GAP or left + width + _GAP <= start for start, end in taken):
            return left
    return None


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
