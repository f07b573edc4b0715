"""What the program tells users by itself: when, to whom, and what it says.

A notice belongs to a period: the last moment of its schedule that has come. Of each period
everybody is told once, however often and wherever the program looks; a period that passed while
nobody looked is made up for, but only the last one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.collisions import Collision
from cockpit.domain.vocabulary import LifecycleStatus, Role

#: The duty of the one program that makes notices and sends them.
DUTY = "notices"
#: Longer than any server takes for a letter: each of its answers is waited for 20 s at most.
DUTY_LEASE = timedelta(minutes=5)
#: A letter that was under way when its program ended is sent again after this.
UNDER_WAY_LEASE = timedelta(minutes=10)
#: What a server did not take is tried again after this, and no more when it is too old.
RETRY_AFTER = timedelta(minutes=15)
GIVE_UP_AFTER = timedelta(days=3)

_DEFAULT_HOUR = 8
_WORKING_DAYS = 5
_DAYS_OF_WEEK = 7


class Audience(StrEnum):
    """Who has a schedule of their own."""

    SELLERS = "sellers"
    SUPERVISORS = "supervisors"
    MANAGERS = "managers"


class NoticeKind(StrEnum):
    """What a notice says.

    ``CYCLE_LEFT`` tells a seller which of their customers left their purchase cycle, ``PORTFOLIOS``
    tells those who answer for sellers how each portfolio stands.
    """

    CYCLE_LEFT = "cycle_left"
    PORTFOLIOS = "portfolios"


class Periodicity(StrEnum):
    """How often; daily means Monday to Friday."""

    DAILY = "daily"
    WEEKLY = "weekly"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class NoticeSchedule:
    """When an audience is told.

    Attributes:
        weekday: Of a weekly notice; Monday is 0.
        hour: Of the company's day, 0 to 23.
        is_mailed: Whether it goes out by e-mail too.
    """

    periodicity: Periodicity = Periodicity.WEEKLY
    weekday: int = 0
    hour: int = _DEFAULT_HOUR
    is_mailed: bool = True

    @classmethod
    def from_document(cls, stored: object) -> "NoticeSchedule":
        """Return a stored schedule; the default where another version wrote something else."""
        if not isinstance(stored, Mapping):
            return cls()
        try:
            found = cls(
                Periodicity(stored["periodicity"]),
                int(stored["weekday"]),
                int(stored["hour"]),
                bool(stored["is_mailed"]),
            )
        except (KeyError, TypeError, ValueError, OverflowError):
            return cls()
        return found if found.is_possible else cls()

    @property
    def is_possible(self) -> bool:
        """Return whether there is such a day and such an hour."""
        return 0 <= self.weekday < _DAYS_OF_WEEK and 0 <= self.hour < 24

    def document(self) -> dict[str, object]:
        """Return the schedule as it is stored."""
        return {
            "periodicity": self.periodicity.value,
            "weekday": self.weekday,
            "hour": self.hour,
            "is_mailed": self.is_mailed,
        }

    def period(self, now: datetime, zone: ZoneInfo) -> date | None:
        """Return the day of the last moment of the schedule that has come; None where it is off."""
        if self.periodicity is Periodicity.OFF:
            return None
        local = now.astimezone(zone)
        day = local.date()
        if local.time() < time(self.hour):
            day -= timedelta(days=1)
        while not self._is_day(day):
            day -= timedelta(days=1)
        return day

    def next_at(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """Return the first moment of the schedule after now; None where it is off."""
        period = self.period(now, zone)
        if period is None:
            return None
        day = period + timedelta(days=1)
        while not self._is_day(day):
            day += timedelta(days=1)
        return datetime.combine(day, time(self.hour), tzinfo=zone)

    def first_since(self, period: date) -> date:
        """Return from which day on the first notice of all tells, which has none before it."""
        return period - timedelta(days=_DAYS_OF_WEEK)

    def _is_day(self, day: date) -> bool:
        if self.periodicity is Periodicity.DAILY:
            return day.weekday() < _WORKING_DAYS
        return day.weekday() == self.weekday


def audience_of(kind: NoticeKind, role: Role) -> Audience | None:
    """Return by whose schedule somebody gets a kind of notice; None where they get none.

    Whoever has customers is told of them, whatever their role.
    """
    if kind is NoticeKind.CYCLE_LEFT:
        return Audience.SELLERS
    if role is Role.SUPERVISOR:
        return Audience.SUPERVISORS
    return Audience.MANAGERS if role in {Role.MANAGER, Role.ADMINISTRATOR} else None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who may be told.

    Attributes:
        team_id: The team that they are in.
        led_team_ids: The teams that they answer for.
        email: Empty where they have no address.
        language: As stored with the user.
    """

    user_id: UUID
    name: str
    role: Role
    team_id: UUID | None
    led_team_ids: tuple[UUID, ...]
    email: str
    language: str


@dataclass(frozen=True, slots=True)
class LeftCustomer:
    """A customer who left their purchase cycle.

    Attributes:
        name: Empty where the customer is gone.
        since_on: Since when they have this status.
        frequency_days: Their usual interval; None where there are too few orders.
        at_risk_cents: What is at stake, as the work list says it.
    """

    customer_id: UUID
    owner_id: UUID | None
    name: str
    status: LifecycleStatus
    since_on: date
    last_order_on: date | None
    frequency_days: float | None
    silence_days: int | None
    at_risk_cents: int

    @property
    def told_as(self) -> tuple[UUID, LifecycleStatus]:
        """Return what is not told twice in a row."""
        return self.customer_id, self.status


@dataclass(frozen=True, slots=True)
class PortfolioState:
    """How one portfolio stands.

    Attributes:
        owner_id: Whose; None are the customers of nobody.
        at_risk_cents: What calls can still save, as the work list sums it.
        lost_cents: What the silence of those who are out of their cycle has cost so far.
    """

    owner_id: UUID | None
    owner_name: str
    active: int
    at_risk: int
    inactive: int
    lost: int
    at_risk_cents: int
    lost_cents: int

    def plus(self, other: "PortfolioState") -> "PortfolioState":
        """Return both together, under this one's name."""
        return replace(
            self,
            active=self.active + other.active,
            at_risk=self.at_risk + other.at_risk,
            inactive=self.inactive + other.inactive,
            lost=self.lost + other.lost,
            at_risk_cents=self.at_risk_cents + other.at_risk_cents,
            lost_cents=self.lost_cents + other.lost_cents,
        )


@dataclass(frozen=True, slots=True)
class Digest:
    """What one notice says.

    Attributes:
        kind: Which of the two it is.
        since_on: The first day that it tells of.
        until_on: The last one.
        customers: Those who left their cycle, by what is at stake; fewer than ``customer_count``
            where there are many.
        customer_count: How many left.
        customer_cents: What all of them are worth.
        portfolios: How each portfolio stands; of a seller's notice their own alone.
        comment_count: How many comments on their contacts a seller has still to read.
    """

    kind: NoticeKind
    since_on: date
    until_on: date
    customers: tuple[LeftCustomer, ...] = ()
    customer_count: int = 0
    customer_cents: int = 0
    portfolios: tuple[PortfolioState, ...] = ()
    comment_count: int = 0

    @property
    def total(self) -> PortfolioState:
        """Return all portfolios together."""
        total = PortfolioState(None, "", 0, 0, 0, 0, 0, 0)
        for one in self.portfolios:
            total = total.plus(one)
        return total


@dataclass(frozen=True, slots=True)
class DutyHold:
    """A duty that was taken.

    Attributes:
        fence: Grows with each holder: whoever holds an older one lost the duty.
    """

    name: str
    device_id: UUID
    fence: int


@dataclass(frozen=True, slots=True)
class WaitingLetter:
    """A notice that is to go out by e-mail, now.

    Attributes:
        notice_id: The letter's Message-ID too, whenever it is sent.
        attempts: How often it was under way.
        digest: What it says; None where another version wrote it.
    """

    notice_id: UUID
    recipient: Recipient
    attempts: int
    digest: Digest | None


@dataclass(frozen=True, slots=True)
class DigestLetter:
    """A digest as it goes out.

    Attributes:
        message_id: The same however often it is sent.
        picture: A PNG that the HTML shows by the name ``picture``; None where nobody could paint.
    """

    message_id: UUID
    address: str
    subject: str
    text: str
    html: str
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class PictureBar:
    """One bar of a digest's picture."""

    value: float
    label: str
    figure: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice in its reader's list.

    Attributes:
        read_at: When they read it; None while they did not.
        told: What it says.
    """

    notice_id: UUID
    created_at: datetime
    read_at: datetime | None
    told: Digest | Collision
