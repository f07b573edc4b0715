"""A user's own notices, and when everybody is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.collisions import Collision
from cockpit.domain.email_address import is_email_address
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.notices import Audience, Notice, NoticeSchedule, Recipient
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.ports import CurrentUser, Database, ReadUnit, WriteUnit
from cockpit.services.reporting.mail import is_due

#: The company's settings: an audience's schedule, and the last period that was made for it.
SCHEDULE = "notices.schedule.{audience}"
MADE = "notices.made.{audience}"
_MOST_SHOWN = 100

#: A schedule's last moment is a week back at most.
_OFF_CLOCK = timedelta(days=14)
Schedules = Mapping[Audience, NoticeSchedule]


@dataclass(frozen=True, slots=True)
class NoticeService:
    """What a user was told, and for supervisors when and where everybody is told."""

    database: Database
    clock: Clock
    user: CurrentUser

    def inbox(self) -> list[Notice]:
        """Return the user's notices, the newest first."""
        with self.database.read() as unit:
            return unit.notices.inbox(self.user, limit=_MOST_SHOWN)

    def unread_collisions(self) -> Mapping[UUID, Collision]:
        """Return who talked with a customer at the user's time, not read yet; by the notice."""
        with self.database.read() as unit:
            return unit.notices.unread_collisions(self.user)

    def mark_read(self, notice_ids: Iterable[UUID]) -> None:
        """Note that the user read these."""
        with self.database.write() as unit:
            if unit.notices.mark_read(notice_ids, user=self.user, at=self.clock.now()):
                unit.changed(Topic.NOTICES, customer_ids=[])

    def is_due(self) -> bool:
        """Return whether notices or reports are to be made or sent now."""
        with self.database.read() as unit:
            if unit.notices.waiting_letters(at=self.clock.now()) or is_due(unit, self.clock):
                return True
            made = ((one, made_for(unit, one)) for one in Audience)
            return any(is_new(self._period(unit, one), period) for one, period in made)

    def schedules(self) -> Schedules:
        """Return when each audience is told."""
        with self.database.read() as unit:
            return {one: schedule_of(unit, one) for one in Audience}

    def recipients(self) -> list[Recipient]:
        """Return the users, with where they get e-mail.

        Raises:
            ForbiddenError: The user may not decide for others.
        """
        self._check_user()
        with self.database.read() as unit:
            return unit.notices.recipients()

    def save(self, schedules: Schedules, emails: Mapping[UUID, str]) -> None:
        """Store when everybody is told, and where they get e-mail.

        Args:
            schedules: By audience; those that are left out stay as they are.
            emails: Addresses by user; empty takes one away.

        Raises:
            BadInputError: There is no such hour, or an address cannot be one.
            ForbiddenError: The user may not decide for others.
        """
        self._check_user()
        if not all(one.is_possible for one in schedules.values()):
            raise BadInputError("notices_schedule")
        for email in emails.values():
            if email.strip() and not is_email_address(email.strip()):
                raise BadInputError("notices_address", address=email.strip())
        with self.database.write() as unit:
            for audience, schedule in schedules.items():
                key = SCHEDULE.format(audience=audience.value)
                unit.settings.put(SettingScope.COMPANY, None, key, schedule.document())
            for user_id, email in emails.items():
                unit.notices.set_email(user_id, email.strip())
            unit.changed(Topic.SETTINGS, customer_ids=[])

    def _check_user(self) -> None:
        if not self.user.may(Task.CHANGE_COMPANY_SETTINGS):
            raise ForbiddenError("notices_not_allowed")

    def _period(self, unit: ReadUnit, audience: Audience) -> date | None:
        return schedule_of(unit, audience).period(self.clock.now(), self.clock.zone)


def schedule_of(unit: ReadUnit, audience: Audience) -> NoticeSchedule:
    """Return when an audience is told."""
    key = SCHEDULE.format(audience=audience.value)
    return NoticeSchedule.from_document(unit.settings.get(SettingScope.COMPANY, None, key))


def made_for(unit: ReadUnit, audience: Audience) -> date | None:
    """Return the last period whose notices were made."""
    stored = unit.settings.get(SettingScope.COMPANY, None, MADE.format(audience=audience.value))
    try:
        return date.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError:
        return None


def note_made(unit: WriteUnit, audience: Audience, period: date) -> None:
    """Store that a period's notices were made."""
    key = MADE.format(audience=audience.value)
    unit.settings.put(SettingScope.COMPANY, None, key, period.isoformat())


def is_new(period: date | None, made: date | None) -> bool:
    """Return whether a period's notices are still to be made; one that is past stays past.

    Notices of a period that is weeks ahead were made by a clock that was put right since.
    """
    if period is None:
        return False
    return made is None or period > made or made > period + _OFF_CLOCK
