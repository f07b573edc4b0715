"""Profiles: those who share one file on one computer, each with their role."""

from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.vocabulary import Role

#: A shorter passphrase is guessed.
SHORTEST_PASSPHRASE = 8


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody who may be at the program.

    Attributes:
        user_id: Key.
        login: Their short name.
        name: As they are shown.
        role: What they may do.
        is_guarded: Whether a passphrase is asked for.
    """

    user_id: UUID
    login: str
    name: str
    role: Role
    is_guarded: bool
