"""How a customer wants to be contacted: asked once, recorded with its history, and respected."""

from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.calling_window import Hours, Wishes
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import Channel

_EVERY_DAY = 0b1111111


@dataclass(frozen=True, slots=True)
class ContactWishes:
    """What the customer likes best.

    Attributes:
        channel: By which channel; None leaves it open.
        hours: When.
        person_id: Whom to ask for, the customer's main person; None is anybody.
    """

    channel: Channel | None = None
    hours: Wishes = field(default_factory=Wishes)
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ClosingDraft(StorableTexts):
    """Which channels a customer, or one person there, leaves open, as somebody heard it.

    Attributes:
        closed: All channels that are closed from now on.
        reason: Why, in the author's words.
        person_id: Whose wish it is; None is the customer's.
    """

    closed: frozenset[Channel]
    reason: str = ""
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One wish to be stored.

    Attributes:
        channel: None is about all channels.
    """

    channel: Channel | None
    is_forbidden: bool


def statements(before: frozenset[Channel], after: frozenset[Channel]) -> tuple[Statement, ...]:
    """Return what has to be stated so that other channels are closed than before.

    All or none at once is one statement about all of them.
    """
    if before == after:
        return ()
    if after == frozenset(Channel):
        return (Statement(None, is_forbidden=True),)
    if not after:
        return (Statement(None, is_forbidden=False),)
    return tuple(
        Statement(channel, is_forbidden=channel in after) for channel in sorted(before ^ after)
    )


def leaves_time(hours: Wishes, allowed: Hours) -> bool:
    """Return whether wished hours leave any minute of those that the law allows."""
    opens = allowed.opens.hour * 60 + allowed.opens.minute
    closes = (allowed.closes.hour * 60 + allowed.closes.minute) or 24 * 60
    first, until = hours.from_minute or 0, hours.until_minute
    until = 24 * 60 if until is None else until
    days = hours.weekdays or _EVERY_DAY
    return max(opens, first) < min(closes, until) and any(
        days >> day & 1 for day in allowed.weekdays
    )
