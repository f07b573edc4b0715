"""One number: Enter or a click dials it, C copies it."""

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget
from typing_extensions import override

from cockpit.domain.customer import PhoneNumber
from cockpit.ui.theme import Theme


class PhoneButton(QPushButton):
    """A number to dial with the program that the desktop uses for ``tel:`` links."""

    def __init__(self, theme: Theme, phone: PhoneNumber, parent: QWidget) -> None:
        super().__init__(parent)
        self._phone = phone
        self.setProperty("kind", "phone")
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(theme.icon("phone" if phone.e164 else "alert", "accent"))
        self.clicked.connect(self.dial)
        self._retranslate()

    @Slot()
    def dial(self) -> None:
        """Hand the number to the desktop's telephone, and copy it for one that takes no links.

        Nobody tells whether a program takes ``tel:`` links, so the clipboard has it in any case.
        """
        self.copy()
        if self._phone.e164 is None:
            return
        extension = f";ext={self._phone.extension}" if self._phone.extension else ""
        QDesktopServices.openUrl(QUrl(f"tel:{self._phone.e164}{extension}"))

    @Slot()
    def copy(self) -> None:
        """Put the number on the clipboard."""
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

    def _retranslate(self) -> None:
        phone, text = self._phone, self._phone.display
        if phone.extension:
            text = self.tr("%1 ext. %2").replace("%1", text).replace("%2", phone.extension)
        self.setText(text)
        if phone.e164 is None:
            self.setToolTip(self.tr("Not a valid number. C copies it."))
        else:
            self.setToolTip(self.tr("Enter dials and copies, C only copies."))
