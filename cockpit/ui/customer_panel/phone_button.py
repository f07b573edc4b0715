"""One number: Enter or a click asks to dial it, C to copy it; whoever may say so lets it happen."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget
from typing_extensions import override

from cockpit.domain.customer import PhoneNumber
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel import dialling


class PhoneButton(QPushButton):
    """A number to dial; shows another one when it is told to."""

    #: A number is to be dialled (PhoneNumber), or only copied (bool).
    requested = Signal(object, bool)

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
        """Ask to dial the number."""
        if self._phone is not None:
            self.requested.emit(self._phone, False)

    def call(self, phone: PhoneNumber) -> None:
        """Dial a number, copy it for a telephone that takes no links, and say what came of it.

        Nobody tells whether a program takes ``tel:`` links, so the clipboard has it in any case.
        """
        _put(phone)
        is_taken = dialling.dial(phone, self._ctx.preferences)
        words = self.tr("Copied")
        if not is_taken:
            words = self.tr("No program took the number: it is copied. See the settings (Ctrl+,).")
        self._tell(words)

    @Slot()
    def copy(self) -> None:
        """Ask to copy the number."""
        if self._phone is not None:
            self.requested.emit(self._phone, True)

    def put_on_clipboard(self, phone: PhoneNumber) -> None:
        """Copy a number, and say so."""
        _put(phone)
        self._tell(self.tr("Copied"))

    def _tell(self, words: str) -> None:
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), words, self)

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


def _put(phone: PhoneNumber) -> None:
    QGuiApplication.clipboard().setText(phone.e164 or phone.raw)
