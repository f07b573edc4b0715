"""What stands in the form, as plain texts."""

from dataclasses import dataclass, fields
from uuid import UUID

from cockpit.domain.plain_text import StorableTexts

#: Fields that say something by themselves; the others only go along.
_TELLING = (
    "outcome", "reason", "note", "next_contact", "objection", "objection_name", "potential",
    "forecast",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormText(StorableTexts):
    """The form's texts, as a setting can hold them.

    Attributes:
        contact_id: Key of the contact to be; a save that was in doubt is thereby never doubled.
        channel: Code of the channel.
        outcome: Code of the outcome, or an empty text.
        reason: Code of the reason, or an empty text.
        person: Whom they spoke to, by name.
        note: The operator's words.
        next_contact: The typed next contact, with its full date where it was understood.
        objection: Key of the objection's choice, or an empty text.
        objection_name: The words of a new one.
        objection_state: How it stands after the call.
        wait: Key of what it waits on.
        wait_until: The day that it waits on, with its full date where it was understood.
        argument: Key of the counter-argument that was used.
        worked: ``yes``, ``no``, or an empty text where nobody can tell yet.
        potential: Reais a month, as typed.
        forecast: The day of the expected order, with its full date where it was understood.
        is_inbound: ``yes`` where the customer called.
    """

    contact_id: str
    channel: str = ""
    outcome: str = ""
    reason: str = ""
    person: str = ""
    note: str = ""
    next_contact: str = ""
    objection: str = ""
    objection_name: str = ""
    objection_state: str = ""
    wait: str = ""
    wait_until: str = ""
    argument: str = ""
    worked: str = ""
    potential: str = ""
    forecast: str = ""
    is_inbound: str = ""

    @property
    def key(self) -> UUID:
        """Return the key of the contact to be."""
        return UUID(self.contact_id)

    @property
    def is_blank(self) -> bool:
        """Return whether there is nothing to lose."""
        return not any(getattr(self, name).strip() for name in _TELLING)

    @classmethod
    def from_document(cls, document: dict[str, object]) -> "FormText | None":
        """Return the stored text, or None where the document is not one.

        What an older or newer program stored besides is left out.
        """
        known = {field.name for field in fields(cls)}
        try:
            text = cls(**{name: str(value) for name, value in document.items() if name in known})
            UUID(text.contact_id)
        except (TypeError, ValueError):
            return None
        return text
