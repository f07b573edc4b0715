"""Unsaved contacts, kept per customer: neither changing clients nor a crash loses a word."""

from collections.abc import Callable
from dataclasses import asdict
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot

from cockpit.runtime.preferences import Preferences
from cockpit.ui.contact_form.form_text import FormText

DEBOUNCE_MS = 500


class DraftKeeper(QObject):
    """Stores the form's text at most a moment after a keystroke, off the GUI thread.

    A customer has one draft of a new contact, and one more for each contact being corrected; a
    place is the key of either.
    """

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._waiting: tuple[str, Callable[[], FormText]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.flush)

    def keep_soon(self, place: str, read: Callable[[], FormText]) -> None:
        """Store what ``read`` returns in a moment, however long the typing goes on."""
        self._waiting = (place, read)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Store at once what waits to be stored."""
        self._timer.stop()
        if self._waiting is None:
            return
        (place, read), self._waiting = self._waiting, None
        text = read()
        if not text.is_blank:
            self._preferences.set_value(place, asdict(text))
        elif self.recall(place) is not None:
            self._preferences.set_value(place, None)

    def recall(self, place: str) -> FormText | None:
        """Return the unsaved text of a place, if there is one."""
        empty: dict[str, object] = {}
        return FormText.from_document(self._preferences.value(place, empty))

    def forget(self, place: str) -> None:
        """Drop the unsaved text of a place, because it is saved now."""
        if self._waiting is not None and self._waiting[0] == place:
            self._waiting = None
            self._timer.stop()
        if self.recall(place) is not None:
            self._preferences.set_value(place, None)


def draft_place(customer_id: UUID, amends_id: UUID | None = None) -> str:
    """Return where the draft of a new contact, or of a contact's correction, is kept."""
    suffix = "" if amends_id is None else f".{amends_id}"
    return f"draft.{customer_id}{suffix}"
