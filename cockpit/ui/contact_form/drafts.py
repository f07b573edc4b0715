"""Unsaved contacts, kept per customer: neither changing clients nor a crash loses a word."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot

from cockpit.runtime.preferences import Preferences

DEBOUNCE_MS = 500


@dataclass(frozen=True, slots=True)
class FormText:
    """What stands in the form, as plain texts that a setting can hold.

    Attributes:
        contact_id: Key of the contact to be; a save that was in doubt is thereby never doubled.
        channel: Code of the channel.
        outcome: Code of the outcome, or an empty text.
        reason: Code of the reason, or an empty text.
        person: Whom they spoke to, by name.
        note: The operator's words.
        next_contact: The typed next contact, with its full date where it was understood.
    """

    contact_id: str
    channel: str = ""
    outcome: str = ""
    reason: str = ""
    person: str = ""
    note: str = ""
    next_contact: str = ""

    @property
    def is_blank(self) -> bool:
        """Return whether there is nothing to lose."""
        return not (self.outcome or self.reason or self.note.strip() or self.next_contact.strip())

    @classmethod
    def from_document(cls, document: dict[str, object]) -> "FormText | None":
        """Return the stored text, or None where the document is not one."""
        try:
            text = cls(**{name: str(value) for name, value in document.items()})
            UUID(text.contact_id)
        except (TypeError, ValueError):
            return None
        return text


class DraftKeeper(QObject):
    """Stores the form's text at most a moment after a keystroke, off the GUI thread."""

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._waiting: tuple[UUID, Callable[[], FormText]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.flush)

    def keep_soon(self, customer_id: UUID, read: Callable[[], FormText]) -> None:
        """Store what ``read`` returns in a moment, however long the typing goes on."""
        self._waiting = (customer_id, read)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Store at once what waits to be stored."""
        self._timer.stop()
        if self._waiting is None:
            return
        (customer_id, read), self._waiting = self._waiting, None
        text = read()
        if not text.is_blank:
            self._preferences.set_value(_key(customer_id), asdict(text))
        elif self.recall(customer_id) is not None:
            self._preferences.set_value(_key(customer_id), None)

    def recall(self, customer_id: UUID) -> FormText | None:
        """Return the customer's unsaved text, if there is one."""
        empty: dict[str, object] = {}
        return FormText.from_document(self._preferences.value(_key(customer_id), empty))

    def forget(self, customer_id: UUID) -> None:
        """Drop the customer's unsaved text, because it is saved now."""
        if self._waiting is not None and self._waiting[0] == customer_id:
            self._waiting = None
            self._timer.stop()
        if self.recall(customer_id) is not None:
            self._preferences.set_value(_key(customer_id), None)


def _key(customer_id: UUID) -> str:
    return f"draft.{customer_id}"
