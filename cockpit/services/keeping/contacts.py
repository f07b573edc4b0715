"""Contacts, pitch notes and preferences that wait on this computer while the server is away."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from typing_extensions import override

from cockpit.domain.clock import Clock
from cockpit.domain.contact import ContactDraft
from cockpit.domain.kept_writes import KeptKind
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.queue import Claim
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.contacts import ContactService, Logged
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.keeping.records import (
    KeptContact,
    KeptPreference,
    kept_contact,
    kept_pitch,
    kept_preference,
    record_of,
)
from cockpit.services.pitch import PitchService
from cockpit.services.ports import WriteUnit
from cockpit.services.preferences import PreferenceService


@dataclass(frozen=True, slots=True)
class KeepingContacts(ContactService):
    """Logs contacts, here where the server does not take them."""

    kept: KeptWrites

    @override
    def log(
        self,
        draft: ContactDraft,
        *,
        status: LifecycleStatus,
        claim: Claim | None = None,
        behind: Callable[[WriteUnit], None] | None = None,
    ) -> Logged:
        """Store a contact as ``ContactService`` does, or keep it and say so."""
        draft.check()
        write = kept_contact(KeptContact(draft, status, claim), self.clock.now())
        log = partial(ContactService.log, self, draft, status=status, claim=claim, behind=behind)
        return self.kept.attempt(write, log, Logged(is_kept=True))


@dataclass(frozen=True, slots=True)
class KeepingPitches(PitchService):
    """Keeps versions of the pitch notes, here where the server does not take them."""

    kept: KeptWrites

    @override
    def save(self, draft: PitchDraft) -> bool:
        """Store a version of the notes, or keep it."""
        write = kept_pitch(draft, self.clock.now())
        return self.kept.attempt(write, partial(PitchService.save, self, draft), later=True)


@dataclass(frozen=True, slots=True)
class KeepingPreferences(PreferenceService):
    """Keeps preferences, drafts among them, here where the server does not take them."""

    kept: KeptWrites
    clock: Clock

    @override
    def load(self) -> dict[str, object]:
        """Return every preference by name, with those that still wait."""
        values = PreferenceService.load(self)
        for write in self.kept.waiting():
            if write.kind is KeptKind.PREFERENCE:
                record = record_of(KeptPreference, write)
                values[record.name] = json.loads(record.value)
        return {name: value for name, value in values.items() if value is not None}

    @override
    def store(self, key: str, value: object) -> None:
        """Store one preference, or keep it."""
        write = kept_preference(key, value, self.clock.now())
        self.kept.attempt(write, partial(PreferenceService.store, self, key, value), None)
