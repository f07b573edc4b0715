"""How what waited is stored: by the same use cases, at the instant of which it is."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from typing_extensions import override

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.contact import ContactDraft
from cockpit.domain.kept_writes import ClockThen, KeptKind, KeptWrite, Settled
from cockpit.domain.pitch import PitchDraft
from cockpit.services.contacts import ContactService
from cockpit.services.keeping.kept_writes import Deliverer
from cockpit.services.keeping.records import (
    KeptContact,
    KeptNextContact,
    KeptPreference,
    record_of,
)
from cockpit.services.ports import CurrentUser, Database, WriteUnit
from cockpit.services.preferences import PreferenceService


@dataclass(frozen=True, slots=True)
class _LateContacts(ContactService):
    """Logs a contact of a former hour; what a colleague agreed on since then stays.

    Attributes:
        stands: Gets the colleague whose next contact stays.
    """

    stands: list[str]

    @override
    def _schedule(
        self, unit: WriteUnit, draft: ContactDraft, planned: AppointmentDraft, now: datetime
    ) -> None:
        colleague = unit.agenda.agreed_since(draft.customer_id, user=self.user, since=now)
        if colleague is None:
            ContactService._schedule(self, unit, draft, planned, now)
        else:
            self.stands.append(colleague)


@dataclass(frozen=True, slots=True)
class Deliverers:
    """Stores kept writes, as whom they were made."""

    database: Database
    clock: Clock
    user: CurrentUser

    def by_kind(self) -> Mapping[KeptKind, Deliverer]:
        """Return who stores what."""
        return {
            KeptKind.CONTACT: self.contact,
            KeptKind.PITCH: self.pitch,
            KeptKind.NEXT_CONTACT: self.next_contact,
            KeptKind.MESSAGE: self.message,
            KeptKind.PREFERENCE: self.preference,
        }

    def contact(self, write: KeptWrite) -> Settled:
        """Log a contact; return who had the customer by then, and whose next contact stays."""
        record = record_of(KeptContact, write)
        service = _LateContacts(self.database, self._then(write), self.user, [])
        logged = service.log(record.draft, status=record.status, claim=record.claim)
        return Settled(logged.colleague, "".join(service.stands[:1]))

    def pitch(self, write: KeptWrite) -> Settled:
        """Save a version of the pitch notes."""
        draft = record_of(PitchDraft, write)
        with self.database.write() as unit:
            is_new = unit.pitches.save(draft, user=self.user, at=write.made_at)
            unit.changed(Topic.CONTACTS, customer_ids=[draft.customer_id] if is_new else [])
        return Settled()

    def next_contact(self, write: KeptWrite) -> Settled:
        """Set a next contact."""
        from cockpit.services.keeping.late_agenda import (  # noqa: PLC0415 - seldom needed
            LateAgenda,
        )

        record = record_of(KeptNextContact, write)
        service = LateAgenda(self.database, self._then(write), self.user)
        service.set_next(record.customer_id, record.draft, record.reason, write.key)
        return Settled()

    def message(self, write: KeptWrite) -> Settled:
        """Note what became of a message."""
        from cockpit.services.messages import SentMessage, note_sent  # noqa: PLC0415 - see above

        note_sent(record_of(SentMessage, write), self.database, self._then(write), self.user)
        return Settled()

    def preference(self, write: KeptWrite) -> Settled:
        """Store a preference."""
        record = record_of(KeptPreference, write)
        PreferenceService(self.database, self.user).store(record.name, json.loads(record.value))
        return Settled()

    def _then(self, write: KeptWrite) -> ClockThen:
        return ClockThen(write.made_at, self.clock.zone)
