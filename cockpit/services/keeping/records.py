"""What each kind of kept write holds, and how it becomes a document."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import BadInputError
from cockpit.domain.kept_writes import KeptKind, KeptWrite
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.queue import Claim
from cockpit.domain.record_documents import from_document, to_document
from cockpit.domain.vocabulary import LifecycleStatus

R = TypeVar("R")
_WORDS = 200


@dataclass(frozen=True, slots=True)
class KeptContact:
    """A contact as it was to be logged."""

    draft: ContactDraft
    status: LifecycleStatus
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class KeptNextContact:
    """A next contact as it was to be set."""

    customer_id: UUID
    draft: AppointmentDraft
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KeptPreference:
    """A preference as it was to be stored: its value is JSON."""

    name: str
    value: str


def kept_contact(contact: KeptContact, at: datetime) -> KeptWrite:
    """Return a contact as it is kept."""
    draft = contact.draft
    words = draft.note or draft.outcome.name
    return kept(
        draft.contact_id, KeptKind.CONTACT, at, contact, customer_id=draft.customer_id, words=words
    )


def kept_pitch(draft: PitchDraft, at: datetime) -> KeptWrite:
    """Return a version of the pitch notes as it is kept."""
    words = draft.why_stopped or draft.arguments or draft.offer or draft.goal
    return kept(
        draft.note_id, KeptKind.PITCH, at, draft, customer_id=draft.customer_id, words=words
    )


def kept_next_contact(key: UUID, planned: KeptNextContact, at: datetime) -> KeptWrite:
    """Return a next contact as it is kept."""
    words = planned.draft.note
    return kept(
        key, KeptKind.NEXT_CONTACT, at, planned, customer_id=planned.customer_id, words=words
    )


def kept_preference(name: str, value: object, at: datetime) -> KeptWrite:
    """Return a preference as it is kept; a later value of it takes its place."""
    record = KeptPreference(name, json.dumps(value))
    return kept(uuid5(NAMESPACE_URL, f"giro:{name}"), KeptKind.PREFERENCE, at, record)


def kept(
    key: UUID,
    kind: KeptKind,
    at: datetime,
    record: object,
    *,
    customer_id: UUID | None = None,
    words: str = "",
) -> KeptWrite:
    """Return a record as it is kept."""
    document = json.dumps(to_document(record), ensure_ascii=False)
    return KeptWrite(key, kind, at, document, customer_id, words[:_WORDS])


def text_of(write: KeptWrite) -> str:
    """Return all that somebody wrote in a kept write, a paragraph for each field."""
    try:
        parts = _texts(write)
    except BadInputError:
        parts = (write.words,)  # another version wrote it: what is known of it
    return "\n\n".join(part.strip() for part in parts if part.strip()) or write.words


def _texts(write: KeptWrite) -> tuple[str, ...]:
    match write.kind:
        case KeptKind.CONTACT:
            draft = record_of(KeptContact, write).draft
            planned = "" if draft.next_contact is None else draft.next_contact.note
            said = (f"{one.new_name} {one.note}" for one in draft.objections)
            return (draft.note, *said, planned, draft.cadence_reason)
        case KeptKind.PITCH:
            notes = record_of(PitchDraft, write)
            return (notes.why_stopped, notes.arguments, notes.offer, notes.goal)
        case KeptKind.NEXT_CONTACT:
            set_next = record_of(KeptNextContact, write)
            return (set_next.draft.note, set_next.reason)
        case KeptKind.MESSAGE:
            from cockpit.services.messages import SentMessage  # noqa: PLC0415 - seldom needed

            message = record_of(SentMessage, write).message
            return (message.subject, message.body)
        case KeptKind.PREFERENCE:
            return (write.words,)


def record_of(kind: type[R], write: KeptWrite) -> R:
    """Return what a kept write holds.

    Raises:
        BadInputError: Another version wrote it, and this one cannot read it.
    """
    try:
        return from_document(kind, json.loads(write.document))
    except (ValueError, TypeError, KeyError):
        raise BadInputError("kept_unreadable") from None
