"""What to know before dialling, in words: credit, overdue titles, complaints."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cockpit.ui.theme import FontRole, Space, Theme
from cockpit.ui.widgets.labels import ranked_label

ICON = 14
HEIGHT = 26


@dataclass(frozen=True, slots=True)
class Badge:
    """A short warning or fact.

    Attributes:
        tone: ``muted``, ``warning`` or ``danger``.
    """

    icon: str
    tone: str
    text: str


def badge_label(theme: Theme, badge: Badge, parent: QWidget) -> QFrame:
    """Return a badge as a widget: icon and words on a soft ground."""
    frame = QFrame(parent)
    frame.setProperty("role", f"badge-{badge.tone}")
    frame.setFixedHeight(HEIGHT)
    icon = QLabel(frame)
    icon.setPixmap(theme.pixmap(badge.icon, ICON, badge.tone, parent.devicePixelRatioF()))
    words = ranked_label(badge.tone, badge.text, frame)
    words.setFont(theme.font(FontRole.SMALL))
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(6, 2, Space.S, 2)
    layout.setSpacing(Space.XS)
    layout.addWidget(icon)
    layout.addWidget(words)
    return frame
