"""How a customer wants to be contacted, and what they do not want, as somebody heard it."""

from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.calling_window import WindowRules
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.contact_wishes import ClosingDraft, ContactWishes, leaves_time, statements
from cockpit.domain.errors import BadInputError, ConflictError
from cockpit.domain.vocabulary import Channel
from cockpit.services.ports import CurrentUser, Database, WriteUnit


@dataclass(frozen=True, slots=True)
class WishService:
    """Reads and stores wishes; all screens hear of a change."""

    database: Database
    clock: Clock
    user: CurrentUser

    def wishes(self, customer_id: UUID) -> ContactWishes:
        """Return what a customer likes best.

        Raises:
            ConflictError: The customer is not there any more.
        """
        with self.database.read() as unit:
            found = unit.wishes.wishes(customer_id)
        if found is None:
            raise ConflictError("customer_gone")
        return found

    def closed(self, customer_id: UUID, person_id: UUID | None = None) -> frozenset[Channel]:
        """Return the channels that a customer, or a person there, closed of their own."""
        with self.database.read() as unit:
            return unit.wishes.closed(customer_id, person_id)

    def set_wishes(self, customer_id: UUID, wishes: ContactWishes) -> bool:
        """Store what a customer likes best; return whether it is something else than before.

        Raises:
            BadInputError: No minute would be left in which they may be called.
        """
        with self.database.write() as unit:
            self._check_time(unit, customer_id, wishes, unit.queue.window_rules())
            is_new = unit.wishes.set_wishes(
                customer_id, wishes, user=self.user, at=self.clock.now()
            )
            topics = (Topic.CUSTOMERS, Topic.QUEUE) if is_new else ()
            unit.changed(*topics, customer_ids=[customer_id])
        return is_new

    def close(self, customer_id: UUID, draft: ClosingDraft) -> bool:
        """Store which channels are closed from now on; return whether that changed anything.

        Who wants no contact at all has no next contact and no rest any more.

        Raises:
            BadInputError: No reason is given.
        """
        now = self.clock.now()
        with self.database.write() as unit:
            before = unit.wishes.closed(customer_id, draft.person_id)
            what = statements(before, draft.closed)
            if not what:
                unit.changed(customer_ids=[customer_id])
                return False
            reason = draft.reason.strip()
            if not reason:
                raise BadInputError("closing_needs_reason")
            unit.wishes.state(
                customer_id, what, person_id=draft.person_id, user=self.user, reason=reason, at=now
            )
            unit.changed(Topic.CUSTOMERS, Topic.QUEUE, customer_ids=[customer_id])
            if draft.person_id is None and draft.closed == frozenset(Channel):
                self._end_contacts(unit, customer_id)
        return True

    def _end_contacts(self, unit: WriteUnit, customer_id: UUID) -> None:
        """End what would bring back a customer who is not to be contacted."""
        now = self.clock.now()
        unit.agenda.close_next_contact(customer_id, user=self.user, contact_id=None, at=now)
        unit.queue.set_hold(customer_id, None, user=self.user, at=now)
        unit.changed(Topic.AGENDA, Topic.REMINDERS, customer_ids=[customer_id])

    def _check_time(
        self, unit: WriteUnit, customer_id: UUID, wishes: ContactWishes, rules: WindowRules
    ) -> None:
        place = unit.queue.places([customer_id]).get(customer_id)
        if place is None:
            raise ConflictError("customer_gone")
        allowed = rules.by_state.get(place[0].state, rules.default)
        if not leaves_time(wishes.hours, allowed):
            opens, closes = f"{allowed.opens:%H:%M}", f"{allowed.closes:%H:%M}"
            raise BadInputError("wishes_leave_no_time", opens=opens, closes=closes)
