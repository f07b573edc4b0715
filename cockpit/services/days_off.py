"""The days without calls: read by everybody, kept by supervisors."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.days_off import DayOff, DayOffDraft, read_list
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.rights import Task
from cockpit.services.ports import CurrentUser, Database, WriteUnit

#: Longer lists are somebody's mistake: a file of another kind.
MOST_DAYS = 20_000


@dataclass(frozen=True, slots=True)
class ListTaken:
    """What came of a list.

    Attributes:
        new: Days that were not kept before.
        known: Days that were.
        bad_lines: Numbers of the lines that were not understood, from 1.
    """

    new: int
    known: int
    bad_lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DayOffService:
    """Keeps the company's days; every list and window counts with them at once."""

    database: Database
    clock: Clock
    user: CurrentUser

    def days(self) -> tuple[DayOff, ...]:
        """Return the days of this year and later."""
        with self.database.read() as unit:
            return tuple(unit.days_off.days(since=self.clock.today().replace(month=1, day=1)))

    def add(self, draft: DayOffDraft) -> bool:
        """Keep a day; return whether it was not kept before.

        Raises:
            BadInputError: It cannot be stored as it is.
            ForbiddenError: The user is no supervisor.
        """
        draft.check()
        return self._added([draft]) == 1

    def take_list(self, text: str) -> ListTaken:
        """Keep the days of a list.

        Raises:
            BadInputError: It holds no day at all, or too many.
            ForbiddenError: The user is no supervisor.
        """
        found = read_list(text)
        if not found.drafts:
            raise BadInputError("days_off_list_empty")
        if len(found.drafts) > MOST_DAYS:
            raise BadInputError("days_off_list_long", limit=MOST_DAYS)
        new = self._added(found.drafts)
        return ListTaken(new, len(found.drafts) - new, found.bad_lines)

    def remove(self, day_ids: Collection[UUID]) -> int:
        """Keep these no more; return how many there were.

        Raises:
            ForbiddenError: The user is no supervisor.
        """
        self._check_user()
        with self.database.write() as unit:
            count = unit.days_off.remove(day_ids, user=self.user, at=self.clock.now())
            _tell(unit, count)
        return count

    def _added(self, drafts: Sequence[DayOffDraft]) -> int:
        self._check_user()
        with self.database.write() as unit:
            count = unit.days_off.add(drafts, user=self.user, at=self.clock.now())
            _tell(unit, count)
        return count

    def _check_user(self) -> None:
        if not self.user.may(Task.PLAN_DAYS_OFF):
            raise ForbiddenError("days_off_not_allowed")


def _tell(unit: WriteUnit, count: int) -> None:
    """Let every list be judged anew: the window of everybody may be another one."""
    if count:
        unit.changed(Topic.CUSTOMERS, Topic.QUEUE, Topic.AGENDA)
    else:
        unit.changed(customer_ids=[])
