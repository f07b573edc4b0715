"""Objections: the catalogue, what one can wait on, and waking those whose condition came true."""

from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.objections import ObjectionKind, WaitSubject
from cockpit.services.ports import CurrentUser, Database


@dataclass(frozen=True, slots=True)
class ObjectionService:
    """Reads the catalogue and wakes objections; contacts write the rest."""

    database: Database
    clock: Clock
    user: CurrentUser

    def catalogue(self) -> tuple[ObjectionKind, ...]:
        """Return the active kinds by name, with their answers, the most successful first."""
        with self.database.read() as unit:
            return tuple(unit.objections.catalogue())

    def wait_subjects(self, customer_id: UUID) -> tuple[WaitSubject, ...]:
        """Return the titles, promotions and products that an objection of theirs can wait on."""
        with self.database.read() as unit:
            subjects = unit.objections.wait_subjects(customer_id, today=self.clock.today())
        return tuple(subjects)

    def wake(self) -> list[UUID]:
        """Return the objections whose condition came true to the queue; return whose they are.

        Of two programs that do so at once, one finds each objection awake already. A past day that
        is asked for wakes nobody.
        """
        if self.clock.known_at is not None:
            return []
        today = self.clock.today()
        with self.database.read() as unit:
            due = unit.objections.fulfilled(today=today)
        if not due:
            return []
        now = self.clock.now()
        with self.database.write() as unit:
            woken = [
                customer_id
                for objection_id, customer_id in due
                if unit.objections.wake(objection_id, user=self.user, at=now)
            ]
            unit.changed(Topic.CONTACTS, Topic.QUEUE, customer_ids=woken)
        return woken
