"""What a laptop and the server say to each other, and what a laptop knows of its own state.

Rows travel in two forms. Up: dictionaries in JSON's forms (keys and instants as text, instants in
UTC with microseconds and ``+00:00``), which the server reads by the columns' types. Down: tuples of
what SQLite stores (keys as 16 bytes, instants and days as text, booleans as 0 and 1, documents as
text), so that a hundred thousand rows pass without a step of Python each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

JsonRow: TypeAlias = Mapping[str, Any]
#: As many facts are sent in one transaction.
MOST_SENT = 500
#: Letters of one push, about: the server takes a message apart in its memory.
MOST_LETTERS = 8_000_000
#: What was sent is offered once more to a server that lost it, for so long.
OFFERED_AGAIN = timedelta(days=90)
#: The revisions of the file's schema whose rows the server still hands out: its own and two before.
SCHEMAS_SERVED = 3
#: The reason for which a change of somebody erased is refused; nobody is asked about it.
ERASED = "erased"


class ServerSays(StrEnum):
    """How the server greets a laptop."""

    #: Go on.
    WELCOME = "welcome"
    #: The laptop was revoked: its key goes.
    REVOKED = "revoked"
    #: Nobody registered it, or it is another's.
    UNKNOWN = "unknown"
    #: Its file is too old to be given rows; what it sends is taken.
    UPDATE_FIRST = "update_first"
    #: Its file is newer than the server.
    SERVER_BEHIND = "server_behind"


@dataclass(frozen=True, slots=True)
class Said:
    """What a laptop says of itself.

    Attributes:
        device_id: Its key.
        schema_revision: Its file's.
        program: Its program's version.
        backlog: How many facts it has to send.
        epoch: The server's, as it knows it; empty before the first pull.
        cursor: The first transaction not yet read.
        carried: Digest of the customers that it carries.
    """

    device_id: UUID
    schema_revision: str
    program: str
    backlog: int
    epoch: str
    cursor: int
    carried: str


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the server answers.

    Attributes:
        says: Whether to go on.
        epoch: The server's now.
        present: Its clock.
        schema_revision: Its own.
        last_number: The last number that it has of the device.
        is_repull: Whether an administrator asks the laptop to read everything anew.
        oldest_cursor: A cursor below has missed deletions: everything is read anew.
        has_news: Whether anything that the laptop carries changed since its cursor.
        lives_days: After so many days without contact the key goes.
        cursor: Up to which transaction there are no news; 0 where that is not known.
    """

    says: ServerSays
    epoch: str
    present: datetime
    schema_revision: str = ""
    last_number: int = 0
    is_repull: bool = False
    oldest_cursor: int = 0
    has_news: bool = True
    lives_days: int = 30
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact or a command on its way up.

    Attributes:
        number: Its number on the device.
        entity: Its table; ``commands`` for a change.
        row: All its columns but the feed's, in JSON's forms.
        is_given_up: Whether its user chose the server's row when it was refused once: a server
            that lost its answer shall store it and not do it.
    """

    number: int
    entity: str
    row: JsonRow
    is_given_up: bool = False


def within_one_push(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the first entries that go together: one at least, however long it is."""
    letters = 0
    for count, one in enumerate(entries[:MOST_SENT]):
        letters += sum(len(str(value)) for value in one.row.values())
        if count and letters > MOST_LETTERS:
            return entries[:count]
    return entries[:MOST_SENT]


class Answer(StrEnum):
    """What became of an entry."""

    #: It is there now.
    STORED = "stored"
    #: It was there already, the same.
    KNOWN = "known"
    #: It was set aside on the server, whole; the laptop need not send it again.
    QUARANTINED = "quarantined"
    #: A command's change is in.
    APPLIED = "applied"
    #: Somebody else changed the same meanwhile.
    CONFLICT = "conflict"
    #: It cannot be done, for a reason that is no other person's change.
    REJECTED = "rejected"

    @property
    def is_refusal(self) -> bool:
        """Return whether a change is not in."""
        return self in {Answer.CONFLICT, Answer.REJECTED}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry.

    Attributes:
        number: Whose.
        answer: What.
        reason: Why it was not taken as it is; empty where it was.
        row: The server's row, in SQLite's forms by column, where a change was refused; None where
            there is none.
    """

    number: int
    answer: Answer
    reason: str = ""
    row: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table on their way down.

    Attributes:
        table: Which.
        columns: Their names, in the order of the values.
        values: A tuple a row, in SQLite's forms.
    """

    table: str
    columns: tuple[str, ...]
    values: Sequence[tuple[Any, ...]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pulled:
    """What the server has for a laptop, as of one instant.

    Attributes:
        asked_from: The cursor that was asked with; 0 where everything was.
        epoch: Of the server that answered.
        cursor: The first transaction that is not in this.
        schema_revision: The server's.
        carried: Digest of ``customers``.
        customers: All customers that the laptop carries from now on; None where they are the same.
        rows: Changed rows by table, parents before children; whole tables where ``is_whole``.
        gone: Rows that were deleted, were erased or moved out of sight: table and key.
        erased: Who was erased, of whom nothing may be left: table and key; all who ever were, where
            ``is_whole``.
        is_whole: Everything: what is not in it has to go.
    """

    asked_from: int
    epoch: str
    cursor: int
    schema_revision: str
    carried: str
    customers: frozenset[UUID] | None = None
    rows: Sequence[Rows] = ()
    gone: Sequence[tuple[str, UUID]] = ()
    erased: frozenset[tuple[str, UUID]] = frozenset()
    is_whole: bool = False

    @property
    def count(self) -> int:
        """Return how many rows came."""
        return sum(len(one.values) for one in self.rows)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a laptop's file knows of itself."""

    device_id: UUID
    user_id: UUID
    server: str
    epoch: str
    cursor: int
    schema_revision: str
    own_revision: str
    carried: str
    waiting_count: int
    stopped: str
    contact_at: datetime | None
    synced_at: datetime | None
    lives_days: int
    is_first: bool


class SyncEnd(StrEnum):
    """How a synchronisation ended."""

    DONE = "done"
    #: The server is away, or the way to it broke: tried again by itself.
    AWAY = "away"
    #: The server does not let this login in; somebody has to do something.
    REFUSED = "refused"
    REVOKED = "revoked"
    UNKNOWN_DEVICE = "unknown_device"
    UPDATE_FIRST = "update_first"
    SERVER_BEHIND = "server_behind"
    #: Another program synchronises this file at this moment.
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one synchronisation did.

    Attributes:
        end: How it ended.
        sent: How many facts and changes the server has now that it had not.
        received: How many rows came.
        gone: How many rows went.
        entered: How many customers came into the portfolio; ``left``, how many left it.
        conflicts: How many changes wait for the user's decision.
        quarantined: How many facts the server set aside.
        is_whole: Whether everything was read anew.
        seconds: How long it took.
    """

    end: SyncEnd
    sent: int = 0
    received: int = 0
    gone: int = 0
    entered: int = 0
    left: int = 0
    conflicts: int = 0
    quarantined: int = 0
    is_whole: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Applied:
    """What storing the server's rows did.

    Attributes:
        is_stored: Whether they were stored; not where the user changed something meanwhile that has
            to be sent first.
    """

    is_stored: bool
    received: int = 0
    gone: int = 0
    entered: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """Something that waits to be sent, for whoever looks.

    Attributes:
        goes_along: Whether the program wrote it beside what its user did.
    """

    number: int
    entity: str
    verb: str
    customer: str
    words: str
    made_at: datetime
    attempts: int
    trouble: str = ""
    goes_along: bool = False


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """A change that the server did not take, for its user to decide.

    Attributes:
        customer: Whose; empty where nobody's.
        reason: Why.
        mine: What the user wanted, column by column; ``theirs``, what the server has of the same
            columns; None where the row is gone.
    """

    key: UUID
    entity: str
    entity_id: UUID
    customer_id: UUID | None
    customer: str
    reason: str
    mine: JsonRow
    theirs: JsonRow | None
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log: which sentence, and its figures."""

    noted_at: datetime
    kind: str
    detail: JsonRow


@dataclass(frozen=True, slots=True)
class Backlog:
    """What a laptop's file has that the server has not.

    Attributes:
        facts: Contacts, notes, orders taken: what is said once.
        changes: Of what others may change too.
        attachments: Whose content is not there whole.
    """

    facts: int
    changes: int
    attachments: int

    @property
    def total(self) -> int:
        """Return how many things would be lost with the file."""
        return self.facts + self.changes + self.attachments


@dataclass(frozen=True, slots=True)
class Storage:
    """What a laptop's file takes, in bytes and rows."""

    file_bytes: int
    attachment_bytes: int
    customer_count: int
    order_count: int
    contact_count: int
