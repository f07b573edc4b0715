"""Unsaved words among the user's preferences, as drafts that can be listed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from cockpit.domain.drafts import KEPT_AT, DraftKind, DraftSummary
from cockpit.runtime.preferences import Preferences
from cockpit.ui.drafts.places import CONTACT, PITCH

#: Where the words stand in the documents, those that tell most first.
_WORDS = ("note", "why_stopped", "arguments", "offer", "goal", "next_contact", "potential")
_RECORD = {DraftKind.PITCH: "note_id"}


def kept_drafts(preferences: Preferences) -> tuple[DraftSummary, ...]:
    """Return every draft of the user, the newest first."""
    found = [
        draft
        for place, document in preferences.under(CONTACT, PITCH).items()
        if isinstance(document, dict)
        for draft in _draft(place, document)
    ]
    return tuple(sorted(found, key=_newest_first))


def _draft(place: str, document: Mapping[str, object]) -> Iterator[DraftSummary]:
    """Yield the draft of a place, unless it is none that this program knows."""
    kind = DraftKind.PITCH if place.startswith(PITCH) else DraftKind.CONTACT
    customer, _, amended = place.removeprefix(PITCH).removeprefix(CONTACT).partition(".")
    if amended:
        kind = DraftKind.CORRECTION
    words = (str(document.get(name, "")) for name in _WORDS)
    try:
        yield DraftSummary(
            place=place,
            kind=kind,
            customer_id=UUID(customer),
            record_id=UUID(str(document[_RECORD.get(kind, "contact_id")])),
            amends_id=UUID(amended) if amended else None,
            kept_at=_moment(document.get(KEPT_AT)),
            words=next((" ".join(one.split()) for one in words if one.strip()), ""),
        )
    except (KeyError, ValueError):
        return


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _newest_first(draft: DraftSummary) -> float:
    return 0.0 if draft.kept_at is None else -draft.kept_at.timestamp()
