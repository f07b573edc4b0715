"""What was typed and never saved, as it is found again later."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

#: Where unsaved words are kept, as keys of the user's preferences that go on with the customer's:
#: contacts that nobody has logged yet, and corrections of logged ones.
CONTACT_DRAFTS = "draft."
#: Pitch notes.
PITCH_DRAFTS = "pitch_draft."
#: When the words were kept, in ISO 8601 and UTC: stands beside them in the stored document.
KEPT_AT = "kept_at"


class DraftKind(StrEnum):
    """What the words were to become."""

    CONTACT = "contact"
    CORRECTION = "correction"
    PITCH = "pitch"


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """What is told of a draft that waits for its operator.

    Attributes:
        place: Where it is kept.
        record_id: Key of the contact, or of the version of the notes, that it was to become.
        amends_id: The contact that it corrects; None otherwise.
        kept_at: When its last words were typed, aware, in UTC; None where an older program kept it.
        words: The first of its words; may be empty where only things were chosen.
        customer_name: Empty until it is known.
    """

    place: str
    kind: DraftKind
    customer_id: UUID
    record_id: UUID
    amends_id: UUID | None
    kept_at: datetime | None
    words: str
    customer_name: str = ""
