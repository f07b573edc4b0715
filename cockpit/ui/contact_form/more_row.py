"""What only some calls tell: the potential, when they will order, that it was they who called."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.money_text import parse_reais
from cockpit.domain.vocabulary import ContactDirection
from cockpit.ui.contact_form.date_line import DateLine
from cockpit.ui.contact_form.form_text import FormText
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space


class MoreRow(QWidget):
    """Stays shut, and out of the way of Tab, until it is opened or holds something.

    Attributes:
        potential: The line for the potential.
        forecast: The line for the day of the expected order.
    """

    #: Something was typed or chosen.
    changed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.potential = QLineEdit(self)
        self.potential.textChanged.connect(self._on_potential_text_changed)
        self.potential.editingFinished.connect(self._on_potential_editing_finished)
        self.forecast = DateLine(ctx, self)
        self.forecast.changed.connect(self.changed)
        self._inbound = QCheckBox(self)
        self._inbound.toggled.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.potential, 1)
        layout.addWidget(self.forecast, 1)
        layout.addWidget(self._inbound)
        self.setFocusProxy(self.potential)
        self.hide()
        self._retranslate()

    @property
    def direction(self) -> ContactDirection:
        """Return who began the contact."""
        is_inbound = self._inbound.isChecked()
        return ContactDirection.INBOUND if is_inbound else ContactDirection.OUTBOUND

    def potential_cents(self) -> int | None:
        """Return the potential, or None where nothing is written.

        Raises:
            BadInputError: The text is no amount.
        """
        return parse_reais(self.potential.text())

    def fill(self, text: FormText) -> None:
        """Show the texts; the row opens where it holds something."""
        self.potential.setText(text.potential)
        self.forecast.set_text(text.forecast)
        self._inbound.setChecked(text.is_inbound == "yes")
        self.setVisible(self.is_filled())

    @Slot()
    def toggle(self) -> None:
        """Open the row with the keyboard in it, or shut it; what it holds keeps it open."""
        is_open = self.isHidden() or self.is_filled()
        self.setVisible(is_open)
        if is_open:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_filled(self) -> bool:
        """Return whether the row holds something."""
        return any(self.texts().values())

    def texts(self) -> dict[str, str]:
        """Return the texts by their names in ``FormText``."""
        return {
            "potential": self.potential.text(),
            "forecast": self.forecast.lasting_text(),
            "is_inbound": "yes" if self._inbound.isChecked() else "",
        }

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot()
    def _on_potential_text_changed(self) -> None:
        try:
            self.potential_cents()
            is_wrong = False
        except BadInputError:
            is_wrong = True
        if bool(self.potential.property("invalid")) != is_wrong:
            self.potential.setProperty("invalid", is_wrong)
            self.potential.style().polish(self.potential)
        self.changed.emit()

    @Slot()
    def _on_potential_editing_finished(self) -> None:
        """Write the amount in full, so that a slip is seen."""
        try:
            cents = self.potential_cents()
        except BadInputError:
            return
        if cents is not None:
            self.potential.setText(formats.money(cents, self._ctx.language, symbol=False))

    def _retranslate(self) -> None:
        title = self.tr("Potential, R$ a month")
        self.potential.setPlaceholderText(title)
        self.potential.setAccessibleName(title)
        self.potential.setToolTip(title)
        self.forecast.set_title(self.tr("Expects to order on"), self.tr("Expected: +30d"))
        self._inbound.setText(self.tr("They called"))
