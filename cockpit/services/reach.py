"""Whether a customer may be contacted now, by fresh facts, and who overruled what and why."""

from dataclasses import dataclass, replace
from uuid import UUID

from cockpit.domain.cadence_choice import ours
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ConflictError, ForbiddenError
from cockpit.domain.plain_text import storable
from cockpit.domain.reachable import Reachability, Subject, reachable
from cockpit.domain.vocabulary import Channel, QueueEventKind
from cockpit.services.cadence import facts_of
from cockpit.services.ports import CurrentUser, Database, ReadUnit


@dataclass(frozen=True, slots=True)
class ReachService:
    """Puts together what ``domain.reachable`` judges."""

    database: Database
    clock: Clock
    user: CurrentUser

    def look(
        self,
        customer_id: UUID,
        channel: Channel = Channel.PHONE,
        *,
        person_id: UUID | None = None,
        is_on_break: bool = False,
    ) -> Reachability | None:
        """Return whether a customer may be contacted now; None where they are gone.

        Which numbers and addresses there are, the screens know that show them.

        Args:
            customer_id: Whom.
            channel: How.
            person_id: Whose number or address it is there; None where it is the company's.
            is_on_break: Whether the user pauses at present.
        """
        with self.database.read() as unit:
            return self._judged(unit, customer_id, channel, person_id, is_on_break=is_on_break)

    def override(self, customer_id: UUID, channel: Channel, reason: str) -> None:
        """Store why a customer is contacted all the same; nothing where nothing is in the way.

        Raises:
            BadInputError: No reason is given.
            ConflictError: The customer is not there any more.
            ForbiddenError: What is in the way takes no reason.
        """
        why, now = storable(reason).strip(), self.clock.now()
        if not why:
            raise BadInputError("override_needs_reason")
        with self.database.write() as unit:
            judged = self._judged(unit, customer_id, channel)
            if judged is None:
                raise ConflictError("customer_gone")
            if judged.is_forbidden:
                raise ForbiddenError("contact_not_overridable")
            if judged.is_free:
                unit.changed(customer_ids=[customer_id])
                return
            named = ", ".join(one.obstacle.value for one in judged.hindrances)
            unit.queue.note(
                customer_id, QueueEventKind.OVERRIDDEN, user=self.user,
                reason=f"{named}: {why}", until=judged.free_at, at=now,
            )  # fmt: skip
            unit.changed(Topic.QUEUE, customer_ids=[customer_id])

    def _judged(
        self,
        unit: ReadUnit,
        customer_id: UUID,
        channel: Channel,
        person_id: UUID | None = None,
        *,
        is_on_break: bool = False,
    ) -> Reachability | None:
        now = self.clock.now()
        standings = unit.queue.standings([customer_id], user=self.user, at=now)
        standing = standings.get(customer_id)
        facts = facts_of(unit, customer_id, now=now, today=self.clock.today())
        if facts is None or standing is None:
            return None
        reach, closed = facts.reach, unit.wishes.closed(customer_id)
        if person_id is not None:
            closed |= unit.wishes.closed(customer_id, person_id)
        subject = Subject(
            reach.place,
            reach.wishes,
            reach.window,
            closed=closed,
            hold=standing.hold,
            hold_until=standing.hold_until,
            is_due=standing.due_at is not None and standing.due_at <= now,
            is_woken=standing.is_woken,
            caps=facts.policy.rules.caps,
            contacts=ours(facts.past),
            is_on_break=is_on_break,
        )
        who = standing.claimed_by or standing.packed_by
        return replace(reachable(subject, channel, now), colleague=who)
