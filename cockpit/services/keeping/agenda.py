"""Next contacts that wait on this computer while the server is away."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from typing_extensions import override

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.agenda_view import AgendaChange
from cockpit.domain.ids import new_id
from cockpit.services.agenda import AgendaService
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.keeping.records import KeptNextContact, kept_next_contact


@dataclass(frozen=True, slots=True)
class KeepingAgenda(AgendaService):
    """Sets next contacts, here where the server does not take them."""

    kept: KeptWrites

    @override
    def set_next(
        self,
        customer_id: UUID,
        draft: AppointmentDraft,
        reason: str = "",
        key: UUID | None = None,
    ) -> AgendaChange:
        """Set a customer's one next contact, or keep it; a kept one cannot be taken back."""
        key = key or new_id()
        record = KeptNextContact(customer_id, draft, reason)
        return self.kept.attempt(
            kept_next_contact(key, record, self.clock.now()),
            partial(AgendaService.set_next, self, customer_id, draft, reason, key),
            AgendaChange(customers=(customer_id,), is_kept=True),
        )
