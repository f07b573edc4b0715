"""Who it is: name, status, code, document, segment, place, seller."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.customer import CustomerPanel, CustomerProfile
from cockpit.ui.theme import Space, Theme
from cockpit.ui.widgets.labels import ElidedLabel, StatusLabel, ranked_label
from cockpit.ui.widgets.plain_tip import plain_tip


class Identity(QWidget):
    """Two or three lines that name the customer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile: CustomerProfile | None = None
        self._name = ElidedLabel("title", self)
        self._status = StatusLabel(theme, self)
        self._facts = ranked_label("small", parent=self)
        self._facts.setWordWrap(True)
        for label in (self._name, self._facts):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._document_flag = ranked_label("warning", parent=self)
        self._document_flag.hide()
        top = self._top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self._name, 1)
        top.addWidget(self._status, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._facts)
        layout.addWidget(self._document_flag)

    def add_button(self, button: QWidget) -> None:
        """Put a small button behind the status."""
        self._top.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)

    def show_panel(self, panel: CustomerPanel) -> None:
        """Show a customer."""
        self._profile = panel.profile
        self._status.set_status(panel.verdict.status)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        profile = self._profile
        if profile is None:
            return
        self._name.set_full_text(profile.trade_name or profile.legal_name)
        self._name.setToolTip(plain_tip(profile.legal_name))
        place = "/".join(part for part in (profile.city, profile.state) if part)
        persons = ", ".join(one.name for one in profile.persons[:2])
        facts = (
            profile.code,
            formats.tax_id(profile.tax_id),
            profile.segment,
            place,
            self.tr("seller %1").replace("%1", profile.owner) if profile.owner else "",
            self.tr("talk to %1").replace("%1", persons) if persons else "",
        )
        self._facts.setText(" · ".join(fact.replace(" ", "\u00a0") for fact in facts if fact))
        is_doubtful = bool(profile.tax_id) and not profile.is_tax_id_valid
        self._document_flag.setVisible(is_doubtful)
        self._document_flag.setText(self.tr("⚠ The CNPJ or CPF is not valid: check it."))
