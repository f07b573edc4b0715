"""Reminders: who is to be told of what, and what came of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.agenda import Reminder
from cockpit.domain.vocabulary import ReminderEventKind
from cockpit.services.ports.identity import CurrentUser


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a look at the table gives.

    Attributes:
        has_work: Whether anything is to be done now.
        next_at: When to look again: something falls due, is escalated, or a lease ends. None while
            nothing is armed.
    """

    has_work: bool
    next_at: datetime | None


class ReminderRepository(Protocol):
    """Reads of reminders, and in a writing unit their claims and answers.

    A reminder concerns whom it is for; a team's, and one that was escalated, its team and the
    team's supervisor; without a team everybody.
    """

    def look(self, *, user: CurrentUser, at: datetime, since: datetime | None) -> Outlook:
        """Return whether anything is to be told to this user, shown again or escalated now.

        Args:
            user: Who is at this program.
            at: The present instant.
            since: Callbacks that were raised by then and not answered are escalated, and those
                that nobody was there to see; None escalates none.
        """
        ...

    def claim(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        """Take what the user is to be told now, oldest first; nobody else tells it to them.

        Whichever of a user's programs calls first gets a reminder, once per round. One that a
        program took and did not show within its lease is given out again.
        """
        ...

    def reclaim(self, *, user: CurrentUser, at: datetime) -> list[Reminder]:
        """Take again what this device took before it stopped and did not show."""
        ...

    def note_shown(self, reminder_ids: Sequence[UUID], *, user: CurrentUser, at: datetime) -> None:
        """Store that the user's desktop shows these."""
        ...

    def waiting(
        self, *, user: CurrentUser, at: datetime, limit: int | None = None
    ) -> list[Reminder]:
        """Return the due reminders that concern the user and are not answered, oldest first."""
        ...

    def count_waiting(self, *, user: CurrentUser, at: datetime) -> int:
        """Return how many they are."""
        ...

    def still_waiting(
        self, reminder_ids: Collection[UUID], *, user: CurrentUser, at: datetime
    ) -> frozenset[UUID]:
        """Return which of these are among them."""
        ...

    def escalate(self, *, user: CurrentUser, at: datetime, since: datetime) -> list[UUID]:
        """Tell the user's teams of callbacks with a time that nobody answered since ``since``.

        Those that were not raised at all, because nobody was there, count from when they were due.

        Returns:
            The customers of those that nobody answered.
        """
        ...

    def snooze(
        self, reminder_ids: Sequence[UUID], *, user: CurrentUser, at: datetime, until: datetime
    ) -> list[UUID]:
        """Bring unanswered reminders back later; return the customers of those that were moved."""
        ...

    def answer(
        self,
        reminder_ids: Sequence[UUID],
        event: ReminderEventKind,
        *,
        user: CurrentUser,
        at: datetime,
    ) -> list[UUID]:
        """Note that the user opened reminders, or end them as done.

        Returns:
            The customers of those that were not answered before.
        """
        ...
