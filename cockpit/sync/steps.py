"""What a synchronisation asks to be done; whoever carries a step out sends its answer back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.sync import Entry, Greeting, JsonRow, Outcome, Pulled, Said


@dataclass(frozen=True, slots=True)
class Look:
    """Ask the file for its ``Standing``."""


@dataclass(frozen=True, slots=True)
class Greet:
    """Say who one is; answered with a ``Greeting``."""

    said: Said


@dataclass(frozen=True, slots=True)
class NoteGreeting:
    """Store that the server answered."""

    greeting: Greeting


@dataclass(frozen=True, slots=True)
class Gather:
    """Ask the file for the next entries to send."""

    limit: int


@dataclass(frozen=True, slots=True)
class Push:
    """Send entries; answered with their outcomes.

    ``ClonedError`` is thrown where the server has others under these numbers.
    """

    device_id: UUID
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Settle:
    """Store what became of entries; the answer is about how many the user is asked."""

    outcomes: Sequence[Outcome]


@dataclass(frozen=True, slots=True)
class Become:
    """Register a new device for this file, and give what waits its numbers."""

    device_id: UUID


@dataclass(frozen=True, slots=True)
class Count:
    """Ask the file for the customers in it."""


@dataclass(frozen=True, slots=True)
class Pull:
    """Read what is new; answered with ``Pulled``."""

    said: Said
    known: Collection[UUID]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Store:
    """Store what came; answered with ``Applied``."""

    pulled: Pulled


@dataclass(frozen=True, slots=True)
class SendContents:
    """Send the pieces of attachments that wait; answered with why those of some are not taken."""


@dataclass(frozen=True, slots=True)
class Wipe:
    """Forget the key, and tell the server so."""

    device_id: UUID


@dataclass(frozen=True, slots=True)
class Stop:
    """Store why the file does not synchronise until somebody does something; empty goes on."""

    why: str


@dataclass(frozen=True, slots=True)
class Note:
    """Add a line to the log."""

    kind: str
    detail: JsonRow = field(default_factory=dict)


Step = (
    Look
    | Greet
    | NoteGreeting
    | Gather
    | Push
    | Settle
    | Become
    | Count
    | Pull
    | Store
    | SendContents
    | Wipe
    | Stop
    | Note
)
