"""Where unsaved words are kept: keys of the user's preferences."""

from uuid import UUID

from cockpit.domain.drafts import CONTACT_DRAFTS, PITCH_DRAFTS

#: Contacts that nobody has logged yet, and corrections of logged ones.
CONTACT = CONTACT_DRAFTS
#: Pitch notes.
PITCH = PITCH_DRAFTS


def contact_place(customer_id: UUID, amends_id: UUID | None = None) -> str:
    """Return where the draft of a new contact, or of a contact's correction, is kept."""
    suffix = "" if amends_id is None else f".{amends_id}"
    return f"{CONTACT}{customer_id}{suffix}"


def pitch_place(customer_id: UUID) -> str:
    """Return where the draft of a customer's pitch notes is kept."""
    return f"{PITCH}{customer_id}"
