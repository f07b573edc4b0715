"""What to know before dialling, in words: credit, overdue titles, complaints."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cockpit.domain import formats
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import CreditState
from cockpit.ui.theme import FontRole, Space, Theme
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.words import credit_word

translate = QCoreApplication.translate

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


def badges_of(profile: CustomerProfile, language: Language) -> list[Badge]:
    """Return the badges of a customer, the gravest first."""
    found = []
    if profile.is_blocked:
        found.append(Badge("lock", "danger", translate("Badges", "Blocked")))
    if profile.overdue_cents:
        amount = formats.money(profile.overdue_cents, language)
        found.append(
            Badge("receipt", "danger", translate("Badges", "%1 overdue").replace("%1", amount))
        )
    if profile.credit_state is not CreditState.GOOD:
        tone = "danger" if profile.credit_state is CreditState.DENIED else "warning"
        found.append(Badge("card", tone, credit_word(profile.credit_state)))
    count = profile.open_case_count  # lupdate skips a translate whose number is an attribute
    if count:
        text = translate("Badges", "%n open complaint(s)", "", count)
        found.append(Badge("wrench", "warning", text))
    return found


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
