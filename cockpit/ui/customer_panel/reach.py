"""How to reach the customer, and what forbids it.

A number is shown only while calling is allowed: "do not contact" stops the call.
"""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QSize, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.customer import CustomerProfile, PhoneNumber
from cockpit.domain.receivers import receivers
from cockpit.domain.vocabulary import Channel
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.phone_button import PhoneButton
from cockpit.ui.customer_panel.stop_banner import StopBanner
from cockpit.ui.theme import Space
from cockpit.ui.widgets.flow_layout import FlowLayout
from cockpit.ui.widgets.icon_button import IconButton

#: Numbers shown at once; the others are in the list.
SHOWN = 3
#: As high as a number.
ICON_BUTTON = QSize(32, 26)


class Reach(QWidget):
    """Numbers to dial and the buttons that write, in as many lines as they need."""

    #: A message is wanted: the channel (Channel).
    writing_requested = Signal(object)
    #: A number is to be dialled (PhoneNumber), or only copied (bool).
    number_requested = Signal(object, bool)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._profile: CustomerProfile | None = None
        self._numbers: list[tuple[PhoneNumber, str]] = []
        self.banner = StopBanner(ctx, self)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        self.phones = tuple(PhoneButton(ctx, self._row) for _ in range(SHOWN))
        self.more = IconButton(ctx.theme, "chevron-down", self._row)
        self.whatsapp = IconButton(ctx.theme, "whatsapp", self._row)
        self.email = IconButton(ctx.theme, "mail", self._row)
        for button in (self.whatsapp, self.email):
            button.set_icon_name("whatsapp" if button is self.whatsapp else "mail", "accent")
        for button in (self.more, self.whatsapp, self.email):
            button.setFixedSize(ICON_BUTTON)
        for widget in self._widgets():
            self._flow.addWidget(widget)
        for phone in self.phones:
            phone.requested.connect(self.number_requested)
        self._menu = QMenu(self)
        self.more.clicked.connect(self.choose_phone)
        self.whatsapp.clicked.connect(self._on_whatsapp_clicked)
        self.email.clicked.connect(self._on_email_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.banner)
        layout.addWidget(self._row)
        ctx.theme.changed.connect(self._refresh)

    @property
    def first_phone(self) -> PhoneButton | None:
        """Return the button of the number to dial first, or None."""
        return self.phones[0] if self._numbers else None

    @property
    def menu(self) -> QMenu:
        """Return the list of all numbers."""
        return self._menu

    def show_profile(self, profile: CustomerProfile) -> None:
        """Show a customer's numbers."""
        if profile != self._profile:
            self._profile = profile
            self._refresh()

    def use(self, phone: PhoneNumber, *, only_copies: bool) -> bool:
        """Dial or copy a number that is still shown; return whether it is."""
        if all(phone != shown for shown, _ in self._numbers):
            return False
        if only_copies:
            self.phones[0].put_on_clipboard(phone)
        else:
            self.phones[0].call(phone)
        return True

    @Slot()
    def choose_phone(self) -> None:
        """Open the list of all numbers; Enter dials the chosen one."""
        self._menu.clear()
        for phone, who in self._numbers:
            action = self._menu.addAction(self.phones[0].words(phone, who))
            action.triggered.connect(partial(self._dial, phone))
        if self._numbers:
            self._menu.setActiveAction(self._menu.actions()[0])
            self._menu.popup(self._row.mapToGlobal(QPoint(0, self._row.height())))

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
        self.banner.show_closed(profile.forbidden_channels)
        self._numbers = _numbers(profile)
        had_focus = any(one.hasFocus() for one in self.phones)
        for position, button in enumerate(self.phones):
            is_shown = position < len(self._numbers)
            if is_shown:
                button.show_phone(*self._numbers[position])
            button.setVisible(is_shown)
        self.more.setVisible(len(self._numbers) > SHOWN)
        self.more.set_title(self.tr("All numbers"), "Ctrl+F3")
        self.whatsapp.setVisible(bool(receivers(profile, Channel.WHATSAPP)))
        self.whatsapp.set_title(self.tr("WhatsApp: opens the conversation, you send"))
        self.email.setVisible(bool(receivers(profile, Channel.EMAIL)))
        self.email.set_title(self.tr("Write an e-mail"))
        if had_focus and self._numbers and not any(one.hasFocus() for one in self.phones):
            self.phones[0].setFocus()
        self._row.setVisible(any(not one.isHidden() for one in self._widgets()))
        self._flow.invalidate()
        self._row.updateGeometry()

    def _widgets(self) -> Sequence[QWidget]:
        return (*self.phones, self.more, self.whatsapp, self.email)

    def _dial(self, phone: PhoneNumber) -> None:
        self.number_requested.emit(phone, False)

    @Slot()
    def _on_whatsapp_clicked(self) -> None:
        self.writing_requested.emit(Channel.WHATSAPP)

    @Slot()
    def _on_email_clicked(self) -> None:
        self.writing_requested.emit(Channel.EMAIL)


def _numbers(profile: CustomerProfile) -> list[tuple[PhoneNumber, str]]:
    """Return the numbers that may be dialled with whose they are, the first one first."""
    if Channel.PHONE in profile.forbidden_channels:
        return []
    names = {one.person_id: one.name.partition(" ")[0] for one in profile.persons}
    silent = {one.person_id for one in profile.persons if Channel.PHONE in one.forbidden_channels}
    dialled = [one for one in profile.phones if one.person_id not in silent]
    ordered = sorted(dialled, key=lambda one: (not one.is_primary, one.person_id is not None))
    return [(one, _whose(one.person_id, names)) for one in ordered]


def _whose(person_id: UUID | None, names: dict[UUID, str]) -> str:
    return "" if person_id is None else names.get(person_id, "")
