"""How to reach the customer, and what forbids it.

A number is shown only while calling is allowed: "do not contact" stops the call.
"""

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.customer import CustomerProfile, PhoneNumber
from cockpit.domain.vocabulary import Channel, CreditState, PhoneKind
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.badges import Badge, badge_label
from cockpit.ui.customer_panel.flow_layout import FlowLayout
from cockpit.ui.customer_panel.phone_button import PhoneButton
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.words import channel_word, credit_word

ICON = 18


class StopBanner(QFrame):
    """Says that the customer must not be contacted, and how."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._closed: frozenset[Channel] = frozenset()
        self.setProperty("role", "stop")
        self._icon = QLabel(self)
        self._icon.setFixedWidth(ICON)
        self._text = ranked_label("stop", parent=self)
        self._text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        layout.setSpacing(Space.S)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def show_closed(self, closed: frozenset[Channel]) -> None:
        """Name the closed channels; none hides the banner."""
        self._closed = closed
        self.setVisible(bool(closed))
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._ctx.theme.pixmap("ban", ICON, "on_accent", ratio))
        if closed == frozenset(Channel):
            self._text.setText(self.tr("Do not contact: this customer asked not to be contacted."))
        else:
            words = [channel_word(channel) for channel in Channel if channel in closed]
            text = self.tr("Do not contact by: %1").replace("%1", ", ".join(words))
            self._text.setText(text)


class Reach(QWidget):
    """Numbers and badges, in as many lines as they need."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._profile: CustomerProfile | None = None
        self._phones: list[PhoneButton] = []
        self.banner = StopBanner(ctx, self)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.banner)
        layout.addWidget(self._row)
        ctx.theme.changed.connect(self._rebuild)

    @property
    def first_phone(self) -> PhoneButton | None:
        """Return the button of the number to dial first, or None."""
        return self._phones[0] if self._phones else None

    def show_profile(self, profile: CustomerProfile) -> None:
        """Show a customer's numbers and badges."""
        if profile != self._profile:
            self._profile = profile
            self._rebuild()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        profile = self._profile
        if profile is None:
            return
        had_focus = any(one.hasFocus() for one in self._phones)
        self._flow.clear()
        self._phones = []
        self.banner.show_closed(profile.forbidden_channels)
        self._add_channels(profile)
        for badge in self._badges(profile):
            self._flow.addWidget(badge_label(self._ctx.theme, badge, self._row))
        for child in self._row.findChildren(QWidget, options=_DIRECT):
            child.show()
        if had_focus and self._phones:
            self._phones[0].setFocus()
        self._row.setVisible(self._flow.count() > 0)
        self._row.updateGeometry()

    def _add_channels(self, profile: CustomerProfile) -> None:
        numbers = sorted(profile.phones, key=lambda one: not one.is_primary)
        if Channel.PHONE not in profile.forbidden_channels:
            for number in numbers:
                button = PhoneButton(self._ctx.theme, number, self._row)
                self._phones.append(button)
                self._flow.addWidget(button)
        if Channel.WHATSAPP not in profile.forbidden_channels:
            mobile = next((one for one in numbers if _has_whatsapp(one)), None)
            if mobile is not None:
                self._flow.addWidget(self._whatsapp_button(mobile))

    def _badges(self, profile: CustomerProfile) -> list[Badge]:
        """Return what is to be known before dialling, the gravest first."""
        found = []
        if profile.is_blocked:
            found.append(Badge("lock", "danger", self.tr("Blocked")))
        if profile.overdue_cents:
            amount = formats.money(profile.overdue_cents, self._ctx.language)
            words = self.tr("%1 overdue").replace("%1", amount)
            found.append(Badge("receipt", "danger", words))
        if profile.credit_state is not CreditState.GOOD:
            tone = "danger" if profile.credit_state is CreditState.DENIED else "warning"
            found.append(Badge("card", tone, credit_word(profile.credit_state)))
        if profile.open_case_count:
            words = self.tr("%n open complaint(s)", "", profile.open_case_count)
            found.append(Badge("wrench", "warning", words))
        return found

    def _whatsapp_button(self, number: PhoneNumber) -> QPushButton:
        button = QPushButton(channel_word(Channel.WHATSAPP), self._row)
        button.setProperty("kind", "phone")
        button.setAutoDefault(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setIcon(self._ctx.theme.icon("whatsapp", "accent"))
        button.setToolTip(self.tr("Opens the conversation; you send the message."))
        button.setProperty("number", (number.e164 or "").lstrip("+"))
        button.clicked.connect(self._on_whatsapp_clicked)
        return button

    @Slot()
    def _on_whatsapp_clicked(self) -> None:
        number = self.sender().property("number")
        QDesktopServices.openUrl(QUrl(f"https://wa.me/{number}"))


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _has_whatsapp(number: PhoneNumber) -> bool:
    return number.kind is PhoneKind.MOBILE and number.e164 is not None
