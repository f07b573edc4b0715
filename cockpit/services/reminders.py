"""Telling users what is due, exactly once, and taking their answers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cockpit.domain.agenda import ESCALATE_AFTER, LONGEST_SNOOZE, Reminder
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import ReminderEventKind, SettingScope
from cockpit.services.ports import CurrentUser, Database, ReadUnit

#: The company's setting: minutes until the team is told; 0 tells nobody.
ESCALATE_MINUTES = "reminders.escalate_minutes"
#: A stored number beyond a year is a mistake; it must not stop the reminders.
_MOST_MINUTES = 366 * 24 * 60


@dataclass(frozen=True, slots=True)
class Raised:
    """What came of asking what is due.

    Attributes:
        reminders: What is to be shown, oldest first.
        next_at: When to ask again, or None while nothing is armed.
    """

    reminders: list[Reminder]
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Reminders that wait for an answer.

    Attributes:
        first: The oldest of them, in their order.
        count: How many wait in all.
    """

    first: list[Reminder]
    count: int


@dataclass(frozen=True, slots=True)
class ReminderService:
    """The table of reminders is the truth; whoever wakes this service may do so too often.

    Telling takes two steps: ``raise_due`` claims a reminder for this user, ``note_shown`` says that
    the desktop shows it. What was claimed and not shown when a program ended is told again.
    """

    database: Database
    clock: Clock
    user: CurrentUser

    def raise_due(self, *, is_start: bool = False) -> Raised:
        """Claim what fell due, also while the program was closed, and return it.

        A reminder is returned by one call only, whichever of the user's programs makes it, once
        per round. Callbacks that stayed unanswered too long go to their team by the way.

        Args:
            is_start: Whether the program just began, so that nothing that this device claimed
                before is being shown.
        """
        now = self.clock.now()
        with self.database.read() as unit:
            since = _unanswered_since(unit, now)
            outlook = unit.reminders.look(user=self.user, at=now, since=since)
        if not is_start and not outlook.has_work:
            return Raised([], outlook.next_at)
        with self.database.write() as unit:
            reminders, whose = unit.reminders, list[UUID]()
            if since is not None:
                whose += reminders.escalate(user=self.user, at=now, since=since)
            found = reminders.reclaim(user=self.user, at=now) if is_start else []
            found += reminders.claim(user=self.user, at=now)
            whose += [one.customer_id for one in found]
            if whose:
                unit.changed(Topic.REMINDERS, customer_ids=whose)
        found.sort(key=lambda one: (one.due_at, one.reminder_id))
        return Raised(found, outlook.next_at)

    def note_shown(self, reminder_ids: Sequence[UUID]) -> None:
        """Store that the desktop shows these, so that nobody shows them again."""
        with self.database.write() as unit:
            unit.reminders.note_shown(reminder_ids, user=self.user, at=self.clock.now())
            unit.changed(customer_ids=[])

    def waiting(self, limit: int | None) -> Waiting:
        """Return so many of those that wait for an answer, the oldest, and how many wait."""
        now = self.clock.now()
        with self.database.read() as unit:
            first = unit.reminders.waiting(user=self.user, at=now, limit=limit)
            count = len(first)
            if count == limit:
                count = unit.reminders.count_waiting(user=self.user, at=now)
        return Waiting(first, count)

    def answered(self, reminder_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return which of these wait for no answer any more, or for another time."""
        with self.database.read() as unit:
            waiting = unit.reminders.still_waiting(
                reminder_ids, user=self.user, at=self.clock.now()
            )
        return frozenset(reminder_ids) - waiting

    def snooze(self, reminder_ids: Sequence[UUID], wait: timedelta) -> None:
        """Bring reminders back after a while, a day at most."""
        now, wait = self.clock.now(), min(wait, LONGEST_SNOOZE)
        with self.database.write() as unit:
            moved = unit.reminders.snooze(reminder_ids, user=self.user, at=now, until=now + wait)
            unit.changed(Topic.REMINDERS, customer_ids=moved)

    def dismiss(self, reminder_ids: Sequence[UUID]) -> None:
        """Mark reminders as answered; the next contacts themselves stay."""
        self._answer(reminder_ids, ReminderEventKind.DONE)

    def note_opened(self, reminder_ids: Sequence[UUID]) -> None:
        """Store that the user went from reminders to their customers."""
        self._answer(reminder_ids, ReminderEventKind.OPENED)

    def escalation_minutes(self) -> int:
        """Return after how long without an answer a team is told; 0 is never."""
        with self.database.read() as unit:
            return _escalation_minutes(unit)

    def set_escalation_minutes(self, minutes: int) -> None:
        """Set after how long without an answer a team is told.

        Raises:
            BadInputError: It is less than none.
            ForbiddenError: The user may not change the company's settings.
        """
        if not self.user.may(Task.CHANGE_COMPANY_SETTINGS):
            raise ForbiddenError("escalation_not_allowed")
        if minutes < 0:
            raise BadInputError("escalation_negative")
        with self.database.write() as unit:
            unit.settings.put(SettingScope.COMPANY, None, ESCALATE_MINUTES, minutes)
            unit.changed(Topic.SETTINGS, Topic.REMINDERS, customer_ids=[])

    def _answer(self, reminder_ids: Sequence[UUID], event: ReminderEventKind) -> None:
        with self.database.write() as unit:
            answered = unit.reminders.answer(
                reminder_ids, event, user=self.user, at=self.clock.now()
            )
            unit.changed(Topic.REMINDERS, customer_ids=answered)


def _unanswered_since(unit: ReadUnit, now: datetime) -> datetime | None:
    """Return since when a callback has waited too long; None where nothing is escalated."""
    minutes = _escalation_minutes(unit)
    return now - timedelta(minutes=minutes) if minutes > 0 else None


def _escalation_minutes(unit: ReadUnit) -> int:
    stored = unit.settings.get(SettingScope.COMPANY, None, ESCALATE_MINUTES)
    if not isinstance(stored, int) or isinstance(stored, bool) or stored > _MOST_MINUTES:
        return ESCALATE_AFTER // timedelta(minutes=1)
    return stored
