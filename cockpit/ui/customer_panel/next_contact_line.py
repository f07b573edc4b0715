"""The customer's one next contact, and whether it is overdue."""

from textwrap import shorten

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from cockpit.domain.customer import CustomerProfile, NextAttempt, NextContact
from cockpit.domain.natural_date import moment_of
from cockpit.domain.vocabulary import Channel
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.labels import ElidedLabel
from cockpit.ui.words import channel_word, goal_word

ICON = 16
NOTE = 160


class NextContactLine(QWidget):
    """An icon and one sentence."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._next: NextContact | NextAttempt | None = None
        self._closed = frozenset[Channel]()
        self._icon = QLabel(self)
        self._icon.setFixedWidth(ICON)
        self._text = ElidedLabel("muted", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        ctx.theme.changed.connect(self._refresh)

    def text(self) -> str:
        """Return what it says."""
        return self._text.full_text()

    def show_next(self, profile: CustomerProfile) -> None:
        """Show a customer's next contact, else the cadence's next attempt."""
        self._next = profile.next_contact or profile.next_attempt
        self._closed = profile.forbidden_channels
        self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        tone, text = "muted", self.tr("No next contact")
        if self._next is not None:
            tone, text = self._told(self._next)
        self._text.set_full_text(text)
        if self._text.property("role") != tone:
            self._text.setProperty("role", tone)
            self._text.style().polish(self._text)
        ratio = self.devicePixelRatioF()
        tint = "ink_muted" if tone == "muted" else tone
        self._icon.setPixmap(self._ctx.theme.pixmap("calendar", ICON, tint, ratio))

    def _attempt(self, found: NextAttempt) -> str:
        """Say when the cadence tries again, what for, and how where that is still allowed."""
        clock = self._ctx.clock
        parts = [self.tr("Next attempt")]
        if found.due_at is not None and found.due_at > clock.now():
            moment = moment_of(found.due_at, clock.zone, has_time=False)
            parts = [self.tr("Next attempt: %1").replace("%1", moment.text(self._ctx.language))]
        if found.goal is not None:
            parts.append(goal_word(found.goal))
        if found.channel is not None and found.channel not in self._closed:
            parts.append(channel_word(found.channel))
        return " · ".join(parts)

    def _told(self, found: NextContact | NextAttempt) -> tuple[str, str]:
        if isinstance(found, NextAttempt):
            return "muted", self._attempt(found)
        clock = self._ctx.clock
        moment = moment_of(found.due_at, clock.zone, has_time=found.has_time)
        is_overdue = found.due_at < clock.now() if found.has_time else moment.day < clock.today()
        head = self.tr("Overdue: %1") if is_overdue else self.tr("Next contact: %1")
        if found.is_colleagues:
            head, is_overdue = self.tr("A colleague's own callback: %1"), False
        first = head.replace("%1", moment.text(self._ctx.language))
        note = shorten(found.note, NOTE, placeholder="…")
        text = " · ".join(part for part in (first, found.owner, note) if part)
        return ("danger" if is_overdue else "muted", text)
