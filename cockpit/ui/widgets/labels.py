"""Labels: by rank, elided, with a divider's line, with a status's dot."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.theme import FontRole, Theme
from cockpit.ui.widgets.plain_tip import plain_tip
from cockpit.ui.words import status_word

DOT = 8


def ranked_label(rank: str, text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label of a rank that the style sheet knows.

    The ranks: display, title, heading, muted, quiet, small, caption, accent, success, warning,
    danger, notice and alert.
    """
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", rank)
    return label


def divider(parent: QWidget | None = None, *, vertical: bool = False) -> QFrame:
    """Return a hairline."""
    line = QFrame(parent)
    line.setProperty("role", "divider")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """A one-line label that ends in an ellipsis where it lacks room, and then has a tooltip."""

    def __init__(self, rank: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = self._short = ""
        self.setProperty("role", rank)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_full_text(self, text: str, short: str = "") -> None:
        """Show a text, as much of it as fits; where it does not, the short one if there is one."""
        if (text, short) == (self._full, self._short):
            return
        self._full, self._short = text, short
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def full_text(self) -> str:
        """Return the text, whether it fits or not."""
        return self._full

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._full) + 2
        return QSize(width, super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._elide()

    def _elide(self) -> None:
        letters, room = self.fontMetrics(), self.contentsRect().width()
        is_full = not self._short or letters.horizontalAdvance(self._full) <= room
        text = self._full if is_full else self._short
        shown = letters.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(plain_tip(self._full) if shown != self._full else "")


class StatusLabel(QWidget):
    """A customer's status: a dot in its colour and its word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status: LifecycleStatus | None = None
        self.setFont(theme.font(FontRole.HEADING))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_status(self, status: LifecycleStatus | None) -> None:
        """Show a status, or nothing."""
        self._status = status
        self.setAccessibleName(self._word())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(DOT + 6 + metrics.horizontalAdvance(self._word()) + 2, metrics.height() + 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_status(self._status)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._status is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.status_colour(self._status)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(0, (self.height() - DOT) / 2, DOT, DOT))
        painter.setPen(colour)
        painter.drawText(
            self.rect().adjusted(DOT + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._word()
        )

    def _word(self) -> str:
        return "" if self._status is None else status_word(self._status)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
