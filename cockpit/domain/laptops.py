"""Laptops as their administrator sees them, and what laptops brought and nobody could store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class Decision(StrEnum):
    """What can be decided about a laptop."""

    #: Its next contact wipes its key.
    REVOKE = "revoke"
    #: It may come again, where its key is not gone yet.
    ALLOW = "allow"
    #: It reads everything anew at its next contact.
    REPULL = "repull"


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop as it was at its last contact.

    Attributes:
        owner: Its user's name; ``login``, their login.
        backlog: How many facts it had still to send.
        program: Its program's version; ``schema_revision``, its file's.
        revoked_at: Since when it may not come back; ``wiped_at``, when it said its key was gone.
        repull_at: Since when it is asked to read everything anew.
        has_key: Whether the server keeps a copy of its key.
        quarantined: How many of its facts are set aside and undecided.
    """

    id: UUID
    name: str
    owner: str | None
    login: str | None
    last_seen_at: datetime | None
    backlog: int
    program: str | None
    schema_revision: str | None
    revoked_at: datetime | None
    repull_at: datetime | None
    wiped_at: datetime | None
    has_key: bool
    quarantined: int
    created_at: datetime

    @property
    def state(self) -> str:
        """Return ``wiped``, ``revoked``, ``repull`` or ``open``."""
        if self.wiped_at is not None:
            return "wiped"
        if self.revoked_at is not None:
            return "revoked"
        return "open" if self.repull_at is None else "repull"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A fact that the server could not store as it came.

    Attributes:
        number: Its number on the list, which never changes.
        reason: Why, as a code.
        payload: The whole row.
        resolution: ``stored`` or ``discarded``; None while nobody decided.
        remark: Why it was discarded.
    """

    number: int
    id: UUID
    entity: str
    entity_id: UUID
    device_id: UUID
    device: str | None
    owner: str | None
    device_seq: int
    reason: str
    payload: Mapping[str, Any]
    received_at: datetime
    resolved_at: datetime | None
    resolution: str | None
    resolved_by: str | None
    remark: str | None
