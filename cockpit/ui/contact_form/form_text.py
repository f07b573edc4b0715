"""What stands in the form, as plain texts."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from uuid import UUID

from cockpit.domain.plain_text import StorableTexts
from cockpit.ui.contact_form.objection_text import ObjectionText
from cockpit.ui.contact_form.written_text import WrittenText

#: Fields that say something by themselves; the others only go along.
_TELLING = (
    "outcome", "reason", "note", "next_contact", "potential", "forecast",
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
        campaign: Key of the campaign, ``none``, or an empty text where nobody chose one.
        objections: What is said of objections; the last one stands in the fields.
        potential: Reais a month, as typed.
        forecast: The day of the expected order, with its full date where it was understood.
        is_inbound: ``yes`` where the customer called.
        cadence_reason: Why the next contact breaks the cadence.
        written: The kind, note and reminder of a next contact that was set beside the form.
    """

    contact_id: str
    channel: str = ""
    outcome: str = ""
    reason: str = ""
    person: str = ""
    note: str = ""
    next_contact: str = ""
    potential: str = ""
    forecast: str = ""
    is_inbound: str = ""
    campaign: str = ""
    cadence_reason: str = ""
    objections: tuple[ObjectionText, ...] = ()
    written: WrittenText | None = None

    @property
    def key(self) -> UUID:
        """Return the key of the contact to be."""
        return UUID(self.contact_id)

    @property
    def is_blank(self) -> bool:
        """Return whether there is nothing to lose."""
        return not self.objections and not any(getattr(self, one).strip() for one in _TELLING)

    def to_document(self) -> dict[str, object]:
        """Return the form in which it is stored."""
        document = asdict(self)
        if self.written is None:
            del document["written"]
        return {**document, "objections": [asdict(one) for one in self.objections]}

    @classmethod
    def from_document(cls, document: dict[str, object]) -> "FormText | None":
        """Return the stored text, or None where the document is not one.

        What an older or newer program stored besides is left out.
        """
        known = {field.name for field in fields(cls)} - {"objections", "written"}
        try:
            text = cls(
                **{name: str(value) for name, value in document.items() if name in known},
                objections=tuple(_objections(document)),
                written=WrittenText.from_document(document.get("written")),
            )
            UUID(text.contact_id)
        except (TypeError, ValueError):
            return None
        return text


def _objections(document: dict[str, object]) -> Iterator[ObjectionText]:
    """Yield the objections; an older program knew one, whose texts stood among the others."""
    stored = document.get("objections", [document])
    for one in stored if isinstance(stored, list) else []:
        if isinstance(one, dict) and (text := ObjectionText.from_document(one)).objection:
            yield text
