"""Next contacts of a former hour, which a colleague may have settled meanwhile."""

from dataclasses import dataclass
from uuid import UUID

from typing_extensions import override

from cockpit.domain.agenda_view import AgendaItem
from cockpit.domain.errors import ConflictError
from cockpit.services.agenda import AgendaService
from cockpit.services.ports import WriteUnit


@dataclass(frozen=True, slots=True)
class LateAgenda(AgendaService):
    """Sets next contacts at the instant at which they were meant."""

    @override
    def _check_free(self, unit: WriteUnit, customer_id: UUID, present: AgendaItem | None) -> None:
        """Leave alone what a colleague agreed on since then.

        Raises:
            ConflictError: A colleague set or moved the next contact after this one was meant.
            ForbiddenError: It is a colleague's own callback.
        """
        colleague = unit.agenda.agreed_since(customer_id, user=self.user, since=self.clock.now())
        if colleague is not None:
            raise ConflictError("kept_next_contact_older", who=colleague)
        AgendaService._check_free(self, unit, customer_id, present)
