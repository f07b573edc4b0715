"""The credit lane: money comes before the sale, and the words to begin with stand here."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.pitch import PitchCard
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import CreditState
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.plain_tip import plain_tip

ICON = 16
_SCRIPT_LINES = 3


class CreditBand(QFrame):
    """A band in red, only where titles are overdue, credit is denied or sales are blocked."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._profile: CustomerProfile | None = None
        self._story: CustomerStory | None = None
        self.setProperty("role", "badge-danger")
        self._icon = QLabel(self)
        self._head = ranked_label("danger", parent=self)
        self._head.setFont(ctx.theme.font(FontRole.HEADING))
        self._head.setWordWrap(True)
        self._script = ranked_label("small", parent=self)
        self._script.setFont(ctx.theme.font(FontRole.SMALL))
        self._script.setWordWrap(True)
        self._script.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._script.setMaximumHeight(_SCRIPT_LINES * self._script.fontMetrics().lineSpacing())
        layout = QGridLayout(self)
        layout.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._head, 0, 1)
        layout.addWidget(self._script, 1, 1)
        layout.setColumnStretch(1, 1)
        self.hide()
        self.set_script("")
        ctx.theme.changed.connect(self._refresh)

    def text(self) -> str:
        """Return what it says, without the script."""
        return self._head.text()

    def script(self) -> str:
        """Return the script shown."""
        return self._script.text()

    def show_client(self, profile: CustomerProfile, story: CustomerStory | None) -> None:
        """Show why money comes first; hide where it does not."""
        is_other = self._profile is None or self._profile.customer_id != profile.customer_id
        self._profile, self._story = profile, story
        if is_other and self.script():
            self.set_script("")
        self._refresh()

    @Slot(object)
    def show_card(self, card: PitchCard) -> None:
        """Take the script out of the card of the customer shown, where money comes first."""
        profile = self._profile
        if profile is None or profile.customer_id != card.customer_id:
            return
        if profile.is_credit_lane:
            self.set_script(card.script)

    def set_script(self, text: str) -> None:
        """Show the words to begin with, in full to the mouse; an empty text has no room."""
        lines = text.splitlines()
        is_long = len(lines) > _SCRIPT_LINES
        self._script.setText("\n".join(lines[:_SCRIPT_LINES]) + (" …" if is_long else ""))
        self._script.setToolTip(plain_tip(text))
        self._script.setVisible(bool(text))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        profile = self._profile
        if profile is None:
            return
        self.setVisible(profile.is_credit_lane)
        if profile.is_credit_lane:
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(self._ctx.theme.pixmap("receipt", ICON, "danger", ratio))
            self._head.setText(self._sentence(profile))

    def _sentence(self, profile: CustomerProfile) -> str:
        head = self.tr("Money first")
        late = (
            [one for one in self._story.titles if (one.days_late or 0) > 0] if self._story else []
        )
        parts = []
        if profile.overdue_cents:
            amount = formats.money(profile.overdue_cents, self._ctx.language)
            parts.append(self.tr("%1 overdue").replace("%1", amount))
        if late:
            parts.append(self.tr("%n title(s)", "", len(late)))
            oldest = max(one.days_late or 0 for one in late)
            parts.append(self.tr("the oldest for %n day(s)", "", oldest))
        if profile.credit_state is CreditState.DENIED:
            parts.append(self.tr("credit denied"))
        if profile.is_blocked:
            parts.append(self.tr("sales are blocked"))
        return f"{head}: {', '.join(parts)}" if parts else head
