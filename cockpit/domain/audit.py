"""The audit trail: what is written down, how it is sealed, and what a check of it finds.

Facts of a device are numbered without gaps, events of the trail hold the hash of the one before
them, and seals hold the hashes of facts by their numbers, each under the hash of the seal before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

#: Bytes of a fact's hash that a seal keeps of each fact, to name the one that is another now. The
#: hash over all of a device's facts in the seal keeps whole ones.
MARK_BYTES = 6


class AuditAction(StrEnum):
    """What the program itself writes into the trail; the codes of the stored events."""

    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    CUSTOMER_OPENED = "customer_opened"
    EXPORTED = "exported"
    AUDIT_READ = "audit_read"
    POLICY_PUBLISHED = "policy_published"
    IMPORTED = "imported"
    IMPORT_UNDONE = "import_undone"
    SETTING_CHANGED = "setting_changed"
    TEMPLATE_CHANGED = "template_changed"
    WISHES_CHANGED = "wishes_changed"
    DAY_OFF_ADDED = "day_off_added"
    DAY_OFF_REMOVED = "day_off_removed"
    PERSON_INVITED = "person_invited"
    PERSON_CHANGED = "person_changed"
    PERSON_REVOKED = "person_revoked"
    PORTFOLIO_MOVED = "portfolio_moved"
    CLAIM_TAKEN_OVER = "claim_taken_over"
    PERIOD_CLOSED = "period_closed"
    CAMPAIGN_PUBLISHED = "campaign_published"
    CAMPAIGN_ENDED = "campaign_ended"
    DEVICE_REVOKED = "device_revoked"
    DEVICE_ALLOWED = "device_allowed"
    DEVICE_REPULLED = "device_repulled"
    DEVICE_KEY_TAKEN = "device_key_taken"
    PACK_TAKEN = "pack_taken"
    PACK_EXTENDED = "pack_extended"
    PACK_RETURNED = "pack_returned"
    PACK_BROUGHT_BACK = "pack_brought_back"
    FACT_RESCUED = "fact_rescued"
    FACT_DISCARDED = "fact_discarded"
    PERSON_ERASED = "person_erased"
    FACTS_REDACTED = "facts_redacted"


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done.

    Attributes:
        action: The trail's word for it: one of ``AuditAction``.
        entity: The table of what it was done to.
        entity_id: Which row; none where it was done to many.
        detail: What else there is to know, as JSON: keys, counts and codes, no text of a person's.
    """

    action: str
    entity: str
    entity_id: UUID | None
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """Which events are asked for.

    Attributes:
        since: From when on.
        until: Before when.
        login: Whose; empty is everybody's.
        action: Of which kind; empty is all.
        customer: About the customer of this code; empty is all.
        limit: At most so many, the newest.
    """

    since: datetime | None = None
    until: datetime | None = None
    login: str = ""
    action: str = ""
    customer: str = ""
    limit: int = 500


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One event as it is shown.

    Attributes:
        event_id: Its key.
        at: When it happened.
        who: The user's name; empty where it was the program.
        machine: The device's name.
        action: What was done.
        entity: The table of what it was done to.
        entity_id: Which row.
        customer: Code and name of the customer whom it is about; empty where it is about none.
        detail: What else is stored of it.
    """

    event_id: UUID
    at: datetime
    who: str
    machine: str
    action: str
    entity: str
    entity_id: UUID | None
    customer: str
    detail: Mapping[str, Any]


class FindingKind(StrEnum):
    """What a check can find."""

    CHANGED = "changed"
    REWRITTEN = "rewritten"
    MISSING = "missing"
    DOUBLED = "doubled"
    STRAY = "stray"
    CHAIN_BROKEN = "chain_broken"
    NOT_AS_SEALED = "not_as_sealed"
    SEAL_CHANGED = "seal_changed"
    SEAL_MISSING = "seal_missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One row that is not what it was.

    Attributes:
        kind: What is wrong with it.
        entity: Its table; empty where the row is gone.
        row_id: Its key as stored now; empty where the row is gone.
        device_id: The device whose fact it is; none for a seal.
        number: Its number on the device, or the seal's.
    """

    kind: FindingKind
    entity: str = ""
    row_id: str = ""
    device_id: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class SealMark:
    """A seal as one writes it down elsewhere.

    Attributes:
        number: Which one, from 1.
        sha256: Its hash, which covers all before it.
    """

    number: int
    sha256: str

    def __str__(self) -> str:
        """Return it as ``audit verify --seal`` takes it."""
        return f"{self.number}:{self.sha256}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the whole trail found.

    Attributes:
        facts: How many facts were read.
        events: How many of them belong to the trail.
        hidden: Facts whose contents this login may not read: checked by number and hash alone.
        redacted: Facts out of which an erased person's words were taken, as the trail says.
        unsealed: Facts that no seal covers yet.
        seals: How many seals there are.
        last_seal: The newest one.
        findings: What is wrong, at most as many as were asked for.
        found: How many there are in all.
    """

    facts: int
    events: int
    hidden: int
    unsealed: int
    seals: int
    last_seal: SealMark | None
    findings: tuple[Finding, ...]
    found: int
    redacted: int = 0

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is wrong."""
        return self.found == 0


def fact_digest(  # noqa: PLR0917 - what a fact is stored with
    device_id: str, number: int, entity: str, row_id: str, content: str, recorded_at: str
) -> bytes:
    """Return the hash of a fact as it was stored: what a seal keeps of it.

    Args:
        device_id: The device that made it.
        number: Its number there.
        entity: Its table.
        row_id: Its key.
        content: The hash of what it says, as of ``sealed_content``.
        recorded_at: When it was stored, in UTC with microseconds.
    """
    line = f"{device_id}|{number}|{entity}|{row_id}|{content}|{recorded_at}"
    return sha256(line.encode("utf-8", "surrogatepass")).digest()


def sealed_content(content: str, recorded_at: str, arrived_at: str | None) -> str:
    """Return what a seal keeps of a fact's content: its hash, and its arrival where that is told.

    Who arrived when it was stored, as all facts did before arrivals were told, has the hash alone.
    The server's ``giro_facts`` answers the same.

    Args:
        content: The hash of what the fact says.
        recorded_at: When it was stored, in UTC with microseconds.
        arrived_at: When this database got it, likewise; None where nobody asked.
    """
    return content if arrived_at in {None, recorded_at} else f"{content}|{arrived_at}"
