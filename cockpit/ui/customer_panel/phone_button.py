"""One number: Enter or a click dials it, C copies it."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget
from typing_extensions import override

from cockpit.domain.customer import PhoneNumber
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel import dialling


class PhoneButton(QPushButton):
    """A number to dial; shows another one when it is told to."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._phone: PhoneNumber | None = None
        self._who = ""
        self.setProperty("kind", "phone")
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.dial)
        ctx.theme.changed.connect(self._retranslate)

    def show_phone(self, phone: PhoneNumber, who: str = "") -> None:
        """Show a number, and whose it is."""
        if (phone, who) != (self._phone, self._who):
            self._phone, self._who = phone, who
            self._retranslate()

    @Slot()
    def dial(self) -> None:
        """Dial the number, and copy it for a telephone that takes no links.

        Nobody tells whether a program takes ``tel:`` links, so the clipboard has it in any case.
        """
        self.copy()
        if self._phone is not None:
            dialling.dial(self._phone, self._ctx.preferences)

    @Slot()
    def copy(self) -> None:
        """Put the number on the clipboard."""
        if self._phone is None:
            return
        QGuiApplication.clipboard().setText(self._phone.e164 or self._phone.raw)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.tr("Copied"), self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_copy = event.matches(QKeySequence.StandardKey.Copy)
        if is_copy or (event.key() == Qt.Key.Key_C and not event.modifiers()):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        if self._phone is None:
            return
        self.setText(self.words(self._phone, self._who))
        self.setIcon(self._ctx.theme.icon("phone" if self._phone.e164 else "alert", "accent"))
        if self._phone.e164 is None:
            self.setToolTip(self.tr("Not a valid number. C copies it."))
        else:
            self.setToolTip(self.tr("Enter dials and copies, C only copies."))

    def words(self, phone: PhoneNumber, who: str) -> str:
        """Return a number as it is shown."""
        text = phone.display
        if phone.extension:
            text = self.tr("%1 ext. %2").replace("%1", text).replace("%2", phone.extension)
        return f"{who} {text}" if who else text
