"""The customer's one next contact, and whether it is overdue."""

from textwrap import shorten

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from cockpit.domain.customer import NextContact
from cockpit.domain.natural_date import moment_of
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.labels import ElidedLabel

ICON = 16
NOTE = 160


class NextContactLine(QWidget):
    """An icon and one sentence."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._next: NextContact | None = None
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

    def show_next(self, next_contact: NextContact | None) -> None:
        """Show a next contact, or that there is none."""
        self._next = next_contact
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

    def _told(self, found: NextContact) -> tuple[str, str]:
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
