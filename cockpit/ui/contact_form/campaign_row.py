"""For which campaign the call is made: filled in beforehand, a quiet line."""

from uuid import UUID

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.customer import CustomerProfile
from cockpit.ui.contact_form.keyed_combo import Choice, KeyedCombo
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

#: What a text says where the operator took the campaign out.
NONE = "none"


class CampaignRow(QWidget):
    """In sight where the customer is in a campaign: the latest one, unless another is chosen.

    Backspace takes it out; of several another can be chosen by its letters.
    """

    #: The operator chose another one, or none.
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_own_choice = False
        self._title = ranked_label("caption", parent=self)
        self.which = KeyedCombo(self)
        self.which.setProperty("kind", "quiet")
        self.which.picked.connect(self._on_which_picked)
        self.which.passed.connect(self.focusNextChild)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.XS, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._title)
        layout.addWidget(self.which, 1)
        self.setFocusProxy(self.which)
        self.hide()
        self._retranslate()

    @property
    def campaign_id(self) -> UUID | None:
        """Return the campaign, or None."""
        key = self.which.key()
        return UUID(key) if key else None

    def offer(self, profile: CustomerProfile | None, *, amended: str = "") -> None:
        """Offer the customer's campaigns; what the operator chose stays.

        Args:
            profile: The customer; None while there is none.
            amended: Key of the campaign of a contact that is being corrected.
        """
        running = profile.campaigns if profile else ()
        names = {str(one.campaign_id): one.name for one in running}
        for contact in profile.contacts if profile and amended else ():
            if str(contact.campaign_id) == amended:
                names.setdefault(amended, contact.campaign)
        self.which.offer([Choice(key, name) for key, name in names.items()])
        if not self._is_own_choice or self.which.key() not in names:
            self.which.choose(next(iter(names), "") if not self._is_own_choice else "")
        self.setVisible(bool(names))

    def fill(self, text: str, profile: CustomerProfile | None) -> None:
        """Show a stored text: a key, ``none``, or an empty text for the latest campaign."""
        self._is_own_choice = bool(text)
        self.which.choose("" if text == NONE else text)
        self.offer(profile, amended=text)

    def text(self) -> str:
        """Return what is chosen, as it can be stored; empty where nobody chose."""
        return (self.which.key() or NONE) if self._is_own_choice else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot()
    def _on_which_picked(self) -> None:
        self._is_own_choice = True
        self.changed.emit()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Campaign"))
        self.which.set_title(self.tr("Campaign"))
        self.which.set_prompt(self.tr("for no campaign"))
