"""Whether a customer may be contacted now: one answer, with every reason and until when it holds.

Panel, telephone, form, list and reminders ask ``reachable`` and nothing else. What the customer
closed is closed whatever anybody says; the law, their hours, a rest and a cap can be overruled with
a reason, which is stored. A next contact that is due is a promise: neither a rest nor a cap keeps
it back. An objection that came true ends a rest, but asks for no call beyond a cap.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from cockpit.domain.calling_window import (
    Closed,
    Place,
    Window,
    WindowRules,
    Wishes,
    closed_reasons,
    first_opening,
    window_now,
)
from cockpit.domain.contact_caps import Cap, earliest
from cockpit.domain.vocabulary import Channel, HoldKind


class Obstacle(StrEnum):
    """Why a customer may not be contacted now; the gravest first."""

    CHANNEL_CLOSED = "channel_closed"
    NO_ADDRESS = "no_address"
    ON_BREAK = "on_break"
    HOLIDAY = "holiday"
    DAY_OFF = "day_off"
    HOURS = "hours"
    PREFERENCE = "preference"
    REST = "rest"
    CAP = "cap"


#: What a reason overrules; the others stop a contact for good, or for the operator's own rest.
OVERRIDABLE = frozenset(Obstacle) - {
    Obstacle.CHANNEL_CLOSED,
    Obstacle.NO_ADDRESS,
    Obstacle.ON_BREAK,
}
#: Channels that ring at a time of day; a letter waits until it is read.
RINGING = frozenset({Channel.PHONE, Channel.VISIT})
_NEEDS_ADDRESS = frozenset(Channel) - {Channel.VISIT}
_OF_WINDOW = {
    Closed.HOLIDAY: Obstacle.HOLIDAY,
    Closed.DAY_OFF: Obstacle.DAY_OFF,
    Closed.HOURS: Obstacle.HOURS,
    Closed.PREFERENCE: Obstacle.PREFERENCE,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What decides whether a customer may be contacted.

    Attributes:
        place: Where they are.
        wishes: When they like to be called.
        rules: The hours and days off in force.
        closed: Channels that they closed.
        usable: Channels for which there is a number or an address.
        hold: Why they rest; who was merely skipped does not.
        hold_until: Until when, aware; None rests until somebody takes them.
        is_due: Whether a next contact of theirs is due; somebody waits for it.
        is_woken: Whether an objection of theirs came true.
        caps: How often they may be contacted.
        contacts: When we contacted them, aware, in any order.
        is_on_break: Whether the operator pauses.
    """

    place: Place
    wishes: Wishes
    rules: WindowRules
    closed: frozenset[Channel] = frozenset()
    usable: frozenset[Channel] = frozenset(Channel)
    hold: HoldKind | None = None
    hold_until: datetime | None = None
    is_due: bool = False
    is_woken: bool = False
    caps: tuple[Cap, ...] = ()
    contacts: Collection[datetime] = ()
    is_on_break: bool = False


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One reason.

    Attributes:
        until: When it ends by itself, aware, in UTC; None where it does not.
        name: The holiday's.
    """

    obstacle: Obstacle
    until: datetime | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reachability:
    """The answer for one channel at one instant.

    Attributes:
        window: What their clock allows.
        hindrances: Every reason against it, the gravest first; none allows it.
        free_at: When the last of them has ended by itself, aware, in UTC; the instant itself
            where there is none, None where one does not end. The operator's own break does not
            count: it ends when they say so.
        colleague: Who else is talking to them, or just about to; empty where nobody is known to.
    """

    channel: Channel
    window: Window
    hindrances: tuple[Hindrance, ...]
    free_at: datetime | None
    colleague: str = ""

    @property
    def is_free(self) -> bool:
        """Return whether the customer may be contacted without a word."""
        return not self.hindrances

    @property
    def is_forbidden(self) -> bool:
        """Return whether no reason would allow it."""
        return any(one.obstacle not in OVERRIDABLE for one in self.hindrances)

    @property
    def needs_reason(self) -> bool:
        """Return whether it takes a reason, which is stored."""
        return bool(self.hindrances) and not self.is_forbidden


def reachable(subject: Subject, channel: Channel, now: datetime) -> Reachability:
    """Return whether a customer may be contacted at an instant by a channel, and why not.

    Args:
        subject: What decides it.
        channel: How; hours bind what rings, everything else binds all.
        now: Aware.
    """
    window = window_now(subject.place, subject.wishes, subject.rules, now)
    found = []
    if channel in subject.closed:
        found.append(Hindrance(Obstacle.CHANNEL_CLOSED))
    if channel in _NEEDS_ADDRESS and channel not in subject.usable:
        found.append(Hindrance(Obstacle.NO_ADDRESS))
    if subject.is_on_break:
        found.append(Hindrance(Obstacle.ON_BREAK))
    if channel in RINGING:
        found += _of_window(subject, window, now)
    found += _of_cadence(subject, now)
    free_at = _free_at(subject, channel, tuple(found), now)
    return Reachability(channel, window, tuple(found), free_at)


def _of_window(subject: Subject, window: Window, now: datetime) -> list[Hindrance]:
    """Return what place, law and wishes say against it.

    The law's reasons end when the place opens, the customer's own when both allow it.
    """
    if window.closed is None:
        return []
    lawful = first_opening(subject.place, Wishes(), subject.rules, now)
    reasons = closed_reasons(subject.place, subject.wishes, subject.rules, now)
    return [
        Hindrance(
            _OF_WINDOW[closed], window.opens_at if closed is Closed.PREFERENCE else lawful, name
        )
        for closed, name in reasons
    ]


def _of_cadence(subject: Subject, now: datetime) -> list[Hindrance]:
    """Return what a rest and the caps say against it."""
    if subject.is_due:
        return []
    found, until = [], subject.hold_until
    is_held = subject.hold is not None and (until is None or until > now)
    is_rest = is_held and subject.hold not in (HoldKind.SKIPPED, HoldKind.CAPPED)
    if is_rest and not subject.is_woken:
        found.append(Hindrance(Obstacle.REST, _utc(until)))
    kept = earliest(subject.caps, subject.contacts, now)
    if is_held and subject.hold is HoldKind.CAPPED:
        end = None if until is None else max(until, kept)
        found.append(Hindrance(Obstacle.CAP, _utc(end)))
    elif kept > now:
        found.append(Hindrance(Obstacle.CAP, _utc(kept)))
    return found


def _free_at(
    subject: Subject, channel: Channel, found: tuple[Hindrance, ...], now: datetime
) -> datetime | None:
    own = [one for one in found if one.obstacle is not Obstacle.ON_BREAK]
    if any(one.until is None for one in own):
        return None
    if channel not in RINGING:
        return max((one.until for one in own if one.until is not None), default=_utc(now))
    bounds = [one.until for one in own if one.obstacle in (Obstacle.REST, Obstacle.CAP)]
    at = max((one for one in bounds if one is not None), default=now)
    return first_opening(subject.place, subject.wishes, subject.rules, max(at, now))


def _utc(at: datetime | None) -> datetime | None:
    return None if at is None else at.astimezone(UTC)
