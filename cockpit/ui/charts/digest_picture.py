"""The picture of a digest: bars as on screen, painted without a window and on any thread."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from cockpit.domain.notices import PictureBar
from cockpit.ui.charts.bar_painting import Bar, BarPainting
from cockpit.ui.theme import LIGHT, FontRole, make_font

_WIDTH, _HEIGHT = 592, 168
#: Letters are read on screens of all densities: twice the pixels, shown at half their size.
_RATIO = 2
_EDGE = 4


class DigestPicture:
    """Paints in the light scheme: a letter's ground is light everywhere.

    A ``QGuiApplication`` has to be there, and the program's fonts have to be loaded.
    """

    def paint(self, title: str, bars: Sequence[PictureBar]) -> bytes:
        """Return a PNG of these bars."""
        image = QImage(_WIDTH * _RATIO, _HEIGHT * _RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_RATIO)
        image.fill(_colour("surface"))
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(make_font(FontRole.CAPTION))
            _paint(painter, title, bars)
        finally:
            painter.end()
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
        return bytes(content.data())


def _paint(painter: QPainter, title: str, bars: Sequence[PictureBar]) -> None:
    line = painter.fontMetrics().height()
    plot = QRectF(_EDGE, line + 8, _WIDTH - 2 * _EDGE, _HEIGHT - 2 * line - 12)
    below = QRectF(0, plot.bottom() + 2, _WIDTH, line)
    shown = [Bar(one.value, one.label, "", one.figure, one.is_strong) for one in bars]
    painting = BarPainting(shown, plot, line, below, _colour)
    painting.paint_bars(painter)
    painting.paint_words(painter)
    painter.setPen(_colour("ink_quiet"))
    heading = QRectF(_EDGE, 2, _WIDTH - 2 * _EDGE, line)
    painter.drawText(heading, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)


def _colour(token: str) -> QColor:
    return QColor(getattr(LIGHT, token))
