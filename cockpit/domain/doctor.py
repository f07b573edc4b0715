"""What an examination of a team's server finds."""

from dataclasses import dataclass
from enum import StrEnum

from cockpit.domain.messages import Message, MessageValue


class Level(StrEnum):
    """How a finding is to be taken."""

    GOOD = "good"
    CAUTION = "caution"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination.

    Attributes:
        check: What was looked at; several findings may come of one look.
        level: Whether anything is to be done, soon or at once.
        message: What was found, and what to do where something is.
    """

    check: str
    level: Level
    message: Message


def good(check: str, **values: MessageValue) -> Finding:
    """Return that a check found nothing to do."""
    return Finding(check, Level.GOOD, Message.of(f"doctor.{check}", **values))


def caution(check: str, what: str, **values: MessageValue) -> Finding:
    """Return what is to be done soon."""
    return Finding(check, Level.CAUTION, Message.of(f"doctor.{check}_{what}", **values))


def bad(check: str, what: str, **values: MessageValue) -> Finding:
    """Return what is to be done at once."""
    return Finding(check, Level.BAD, Message.of(f"doctor.{check}_{what}", **values))
