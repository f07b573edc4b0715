"""What to know before dialling, in words: local time, credit, overdue titles, complaints."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from cockpit.ui.theme import FontRole, Radius, Space, Theme
from cockpit.ui.widgets.plain_tip import plain_tip

ICON = 14
HEIGHT = 24
_INSET = 6
_GROUNDS = {
    "muted": ("ink_muted", "sunken"),
    "success": ("success", "success_soft"),
    "warning": ("warning", "warning_soft"),
    "danger": ("danger", "danger_soft"),
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A short warning or fact.

    Attributes:
        tone: ``muted``, ``success``, ``warning`` or ``danger``.
        tip: What the mouse learns besides.
    """

    icon: str
    tone: str
    text: str
    tip: str = ""


class BadgeStrip(QWidget):
    """Badges side by side, in as many lines as they need; painted, for each customer has others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._badges: tuple[Badge, ...] = ()
        self.setFont(theme.font(FontRole.SMALL))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def badges(self) -> tuple[Badge, ...]:
        """Return what is shown."""
        return self._badges

    def set_badges(self, badges: Sequence[Badge]) -> None:
        """Show these; none hides the strip."""
        if tuple(badges) == self._badges:
            return
        self._badges = tuple(badges)
        self.setAccessibleName(". ".join(one.text for one in self._badges))
        self.setVisible(bool(self._badges))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT if self._badges else 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        for badge, place in zip(self._badges, self._places(self.width()), strict=True):
            ink, ground = _GROUNDS[badge.tone]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(QRectF(place), Radius.FIELD, Radius.FIELD)
            top = place.top() + (HEIGHT - ICON) // 2
            icon = self._theme.pixmap(badge.icon, ICON, ink, ratio)
            painter.drawPixmap(place.left() + _INSET, top, icon)
            painter.setPen(self._theme.colour(ink))
            room = place.adjusted(_INSET + ICON + Space.XS, 0, -_INSET, 0)
            text = self.fontMetrics().elidedText(
                badge.text, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().event(event)

    def _tip_at(self, place: QPoint) -> str:
        for badge, rect in zip(self._badges, self._places(self.width()), strict=True):
            if rect.contains(place):
                return plain_tip(badge.tip or badge.text)
        return ""

    def _places(self, width: int) -> list[QRect]:
        """Return where each badge stands in a strip of that width."""
        places: list[QRect] = []
        x = y = 0
        for badge in self._badges:
            words = self.fontMetrics().horizontalAdvance(badge.text) + 1
            wide = min(2 * _INSET + ICON + Space.XS + words, max(width, 1))
            if x and x + wide > width:
                x, y = 0, y + HEIGHT + Space.XS
            places.append(QRect(x, y, wide, HEIGHT))
            x += wide + Space.XS
        return places

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
