"""A next contact that was set beside the form, as a stored draft holds it."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import AppointmentKind, Channel, ContactGoal


@dataclass(frozen=True, slots=True)
class WrittenText(StorableTexts):
    """What a next contact says beyond its date, as plain texts.

    Attributes:
        due_at: Its instant in ISO 8601; the rest holds only while the typed date means it.
        has_time: ``yes`` where the time of day matters.
        lead_minutes: How long before its time the reminder comes.
    """

    due_at: str
    has_time: str = ""
    kind: str = ""
    note: str = ""
    lead_minutes: str = "0"
    goal: str = ""
    channel: str = ""

    @classmethod
    def of(cls, draft: AppointmentDraft) -> "WrittenText":
        """Return the texts of a next contact."""
        return cls(
            due_at=draft.due_at.isoformat(),
            has_time="yes" if draft.has_time else "",
            kind=draft.kind.value,
            note=draft.note,
            lead_minutes=str(round(draft.lead.total_seconds() / 60)),
            goal=draft.goal.value if draft.goal else "",
            channel=draft.channel.value if draft.channel else "",
        )

    def draft(self) -> AppointmentDraft | None:
        """Return the next contact, or None where the texts are of another program's making."""
        try:
            return AppointmentDraft(
                due_at=datetime.fromisoformat(self.due_at),
                has_time=bool(self.has_time),
                kind=AppointmentKind(self.kind),
                note=self.note,
                lead=timedelta(minutes=int(self.lead_minutes)),
                goal=ContactGoal(self.goal) if self.goal else None,
                channel=Channel(self.channel) if self.channel else None,
            )
        except (ValueError, OverflowError):
            return None

    @classmethod
    def from_document(cls, document: object) -> "WrittenText | None":
        """Return the stored texts, or None where the document holds none."""
        if not isinstance(document, dict) or "due_at" not in document:
            return None
        known = {field.name for field in fields(cls)}
        return cls(**{name: str(value) for name, value in document.items() if name in known})
