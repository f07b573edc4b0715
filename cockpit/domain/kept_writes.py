"""What is kept on this computer until the server takes it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.messages import Message


class KeptKind(StrEnum):
    """What is kept."""

    CONTACT = "contact"
    PITCH = "pitch"
    NEXT_CONTACT = "next_contact"
    MESSAGE = "message"
    PREFERENCE = "preference"


@dataclass(frozen=True, slots=True)
class KeptWrite:
    """A use case that waits to be done.

    Attributes:
        key: Of the record to be, made before the first attempt: an attempt that was stored though
            its answer was lost is found by it.
        made_at: When the user did it, aware, in UTC.
        document: What it takes, as JSON.
        customer_id: Whom it is about; None for a preference.
        words: The first of its words, for whoever looks at what waits.
        refusal: Why the server does not take it; None where it just waits.
    """

    key: UUID
    kind: KeptKind
    made_at: datetime
    document: str
    customer_id: UUID | None = None
    words: str = ""
    refusal: Message | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What a delivered write met.

    Attributes:
        colleague: Who had the customer by then; empty where nobody did.
        stands: Whose newer next contact stays in the place of the delivered one; empty where the
            delivered one was set, or there was none.
    """

    colleague: str = ""
    stands: str = ""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of a delivery.

    Attributes:
        count: How many were stored, preferences left out.
        taken_over: Colleagues who had a customer by then, by name; the contact counts all the same.
        refused_count: How many the server does not take: somebody has to look at them.
        waiting_count: How many still wait.
        stands: Colleagues whose newer next contact was kept instead of the delivered one.
    """

    count: int = 0
    taken_over: tuple[str, ...] = ()
    refused_count: int = 0
    waiting_count: int = 0
    stands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClockThen:
    """A clock that stands at the instant of which a kept write is."""

    instant: datetime
    zone: ZoneInfo

    def now(self) -> datetime:
        """Return that instant."""
        return self.instant

    def today(self) -> date:
        """Return its day in the clock's zone."""
        return self.instant.astimezone(self.zone).date()

    @property
    def known_at(self) -> None:
        """Return that everything stored is known."""
        return
