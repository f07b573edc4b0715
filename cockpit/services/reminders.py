"""Raising what is due, exactly once, and taking the user's answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cockpit.domain.agenda import Reminder
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.vocabulary import ReminderEventKind, ReminderState
from cockpit.services.ports import CurrentUser, Database


@dataclass(frozen=True, slots=True)
class ReminderService:
    """The table of reminders is the truth; whoever wakes this service may do so too often."""

    database: Database
    clock: Clock
    user: CurrentUser

    def raise_due(self) -> list[Reminder]:
        """Claim what fell due, also while the program was closed, and return it, oldest first.

        A reminder is returned by one call only, whichever process makes it.
        """
        now = self.clock.now()
        with self.database.read() as unit:
            waiting = self._not_raised(unit.agenda.due_reminders(at=now, user=self.user))
        if not waiting:
            return []
        with self.database.write() as unit:
            raised = [
                reminder
                for reminder in waiting
                if unit.agenda.change_reminder(
                    reminder.reminder_id,
                    ReminderEventKind.RAISED,
                    ReminderState.RAISED,
                    user=self.user,
                    at=now,
                )
            ]
            unit.changed(Topic.REMINDERS, customer_ids=[one.customer_id for one in raised])
        return raised

    def open_reminders(self) -> list[Reminder]:
        """Return the reminders that were raised and wait for an answer, oldest first."""
        with self.database.read() as unit:
            due = unit.agenda.due_reminders(at=self.clock.now(), user=self.user)
        return [reminder for reminder in due if reminder.state is ReminderState.RAISED]

    def next_at(self) -> datetime | None:
        """Return when to wake up next, or None while nothing is armed."""
        with self.database.read() as unit:
            return unit.agenda.next_reminder_at(user=self.user, after=self.clock.now())

    def snooze(self, reminder_id: UUID, wait: timedelta) -> None:
        """Bring a reminder back after a while."""
        self._answer(
            reminder_id,
            ReminderEventKind.SNOOZED,
            ReminderState.SNOOZED,
            until=self.clock.now() + wait,
        )

    def dismiss(self, reminder_id: UUID) -> None:
        """Mark a reminder as answered; the next contact itself stays."""
        self._answer(reminder_id, ReminderEventKind.DONE, ReminderState.DONE)

    def _answer(
        self,
        reminder_id: UUID,
        event: ReminderEventKind,
        state: ReminderState,
        until: datetime | None = None,
    ) -> None:
        with self.database.write() as unit:
            whose = unit.agenda.change_reminder(
                reminder_id, event, state, user=self.user, at=self.clock.now(), until=until
            )
            unit.changed(Topic.REMINDERS, customer_ids=[] if whose is None else [whose])

    @staticmethod
    def _not_raised(reminders: list[Reminder]) -> list[Reminder]:
        return [one for one in reminders if one.state is not ReminderState.RAISED]
