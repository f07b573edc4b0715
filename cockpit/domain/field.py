"""How a laptop in the field stands, and in which kinds of values its user reads what disagrees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import Any, TypeAlias
from uuid import UUID

from cockpit.domain.sync import Standing, SyncEnd

#: After these nothing is tried again before somebody does something.
STOPPING = frozenset({SyncEnd.REFUSED, SyncEnd.REVOKED, SyncEnd.UNKNOWN_DEVICE})
#: Tried again by itself, but seldom: a program has to be renewed first.
OUTDATED = frozenset({SyncEnd.UPDATE_FIRST, SyncEnd.SERVER_BEHIND})
_STOPPED = {"refused": SyncEnd.REFUSED, "revoked": SyncEnd.REVOKED,
            "unknown": SyncEnd.UNKNOWN_DEVICE}  # fmt: skip


class FieldMood(Enum):
    """What an indicator has to say first."""

    #: Nothing was ever read from the server.
    NEW = auto()
    SYNCED = auto()
    WAITING = auto()
    AWAY = auto()
    CONFLICTS = auto()
    OUTDATED = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class FieldState:
    """What an indicator knows.

    Attributes:
        synced_at: The last contact with the server, by this computer's clock; None before any.
        waiting_count: How many facts and changes wait to be sent.
        conflict_count: How many changes wait for the user's decision.
        end: How the last synchronisation ended; None before the first one.
    """

    synced_at: datetime | None = None
    waiting_count: int = 0
    conflict_count: int = 0
    end: SyncEnd | None = None

    @property
    def mood(self) -> FieldMood:
        """Return what is to be said first: what somebody has to do, then what they may want."""
        if self.end in STOPPING:
            return FieldMood.STOPPED
        if self.end in OUTDATED:
            return FieldMood.OUTDATED
        if self.conflict_count:
            return FieldMood.CONFLICTS
        if self.end is SyncEnd.AWAY:
            return FieldMood.AWAY
        if self.waiting_count:
            return FieldMood.WAITING
        return FieldMood.NEW if self.synced_at is None else FieldMood.SYNCED


def stopped_end(standing: Standing) -> SyncEnd | None:
    """Return why a file does not synchronise; None where it does."""
    return _STOPPED.get(standing.stopped, SyncEnd.REFUSED) if standing.stopped else None


class ValueKind(Enum):
    """How a column's value is read by people."""

    TEXT = auto()
    #: The key of a person, product, kind of objection …, told by its name.
    NAME = auto()
    INSTANT = auto()
    DAY = auto()
    #: Cents.
    MONEY = auto()
    #: Thousandths.
    QUANTITY = auto()
    YES_NO = auto()
    PHONE = auto()
    #: Minutes of a day.
    HOUR = auto()
    #: Minutes that something lasts.
    MINUTES = auto()
    #: Seven bits, Monday is bit 0.
    WEEKDAYS = auto()
    #: A closed vocabulary's word, which the column names.
    WORD = auto()


#: What a value is once it was read: never a key, never a code but a vocabulary's.
Told: TypeAlias = str | int | bool | datetime | date | None

_V = ValueKind
#: The columns that people know, by table, in the order in which they are told; all others are the
#: program's own affair.
TOLD_COLUMNS: Mapping[str, Mapping[str, ValueKind]] = {
    "appointments": {
        "due_at": _V.INSTANT, "kind": _V.WORD, "state": _V.WORD, "user_id": _V.NAME,
        "channel": _V.WORD, "goal": _V.WORD, "note": _V.TEXT, "lead_minutes": _V.MINUTES,
        "deadline_at": _V.INSTANT,
    },
    "customers": {
        "preferred_channel": _V.WORD, "preferred_from_minute": _V.HOUR,
        "preferred_until_minute": _V.HOUR, "preferred_weekdays": _V.WEEKDAYS,
        "owner_id": _V.NAME,
    },
    "phones": {
        "raw": _V.TEXT, "e164": _V.PHONE, "extension": _V.TEXT, "kind": _V.WORD,
        "person_id": _V.NAME, "is_primary": _V.YES_NO, "is_valid": _V.YES_NO,
        "whatsapp_e164": _V.PHONE, "whatsapp_confirmed_at": _V.INSTANT,
    },
    "contact_persons": {
        "name": _V.TEXT, "job_title": _V.TEXT, "email": _V.TEXT, "is_primary": _V.YES_NO,
        "is_decision_maker": _V.YES_NO, "note": _V.TEXT, "data_origin": _V.TEXT,
    },
    "objections": {
        "kind_id": _V.NAME, "state": _V.WORD, "wait_condition": _V.WORD,
        "wait_until_on": _V.DAY, "wait_reference_id": _V.NAME, "note": _V.TEXT,
    },
    "quotes": {
        "number": _V.TEXT, "state": _V.WORD, "opened_on": _V.DAY, "expires_on": _V.DAY,
        "total_cents": _V.MONEY, "seller_id": _V.NAME, "stopped_reason": _V.TEXT,
    },
    "quote_items": {
        "product_id": _V.NAME, "description": _V.TEXT, "quantity_milli": _V.QUANTITY,
        "unit_cents": _V.MONEY,
    },
}  # fmt: skip


#: Tables in which the program keeps track of what its user does: sent along, told by their number.
GO_ALONG = frozenset(
    {
        "appointment_events", "argument_uses", "audit_events", "cadence_decisions", "notifications",
        "objection_events", "queue_events", "reminder_events", "reminders", "work_sessions",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToldField:
    """One thing about which two versions are told.

    Attributes:
        column: Which.
        kind: How its values are read.
        mine: The user's value; ``theirs``, the server's.
    """

    column: str
    kind: ValueKind
    mine: Told
    theirs: Told

    @property
    def is_same(self) -> bool:
        """Return whether nobody disagrees about it."""
        return self.mine == self.theirs


@dataclass(frozen=True, slots=True)
class ToldConflict:
    """A change that the server did not take, as its user reads it.

    Attributes:
        is_gone: Whether the server has nothing to change any more.
        is_removal: Whether the user removed it.
        changed_by: Who made the server's version; empty where that is not known here.
        changed_at: When it was made; None likewise.
    """

    key: UUID
    entity: str
    customer_id: UUID | None
    customer: str
    reason: str
    fields: tuple[ToldField, ...]
    noted_at: datetime
    is_gone: bool = False
    is_removal: bool = False
    changed_by: str = ""
    changed_at: datetime | None = None


def raw_key(value: Any) -> UUID | None:
    """Return a key as either form of a row has it: 16 bytes, or a text; None where it is none."""
    if isinstance(value, UUID) or value is None:
        return value
    if isinstance(value, bytes):
        return UUID(bytes=value)
    try:
        return UUID(str(value))
    except ValueError:
        return None
