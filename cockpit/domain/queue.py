"""Taking customers off the queue: claims, and what can be done with them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cockpit.domain.eligibility import Barred
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import HoldKind

#: How long a claim lives without a heartbeat, and how often the program gives one.
LEASE = timedelta(seconds=120)
HEARTBEAT = timedelta(seconds=30)
#: A skipped customer is offered again after so long.
SKIP_REST = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Claim:
    """A lease on a customer: nobody else is offered them while it lasts.

    Attributes:
        fence: Grows with each claim of the customer; only its holder may finish.
        claimed_at: From when the call's time counts, aware, in UTC.
        lease_until: Renewed by heartbeats.
    """

    claim_id: UUID
    customer_id: UUID
    fence: int
    claimed_at: datetime
    lease_until: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """What "next" found.

    Attributes:
        claim: The customer claimed for the user; None where nobody of the candidates was left.
        passed: Candidates that others were faster with, or that changed meanwhile.
        change: The number of the newest change that concerned them before the claim: what was read
            of them ahead of time and does not hold it is not right any more.
    """

    claim: Claim | None
    passed: tuple[tuple[UUID, Barred], ...] = ()
    change: int = 0


@dataclass(frozen=True, slots=True)
class GivenBack:
    """Whose claims ended by the way.

    Attributes:
        own: The user's own, on their device.
        lapsed: Whose leases nobody renewed.
    """

    own: tuple[UUID, ...]
    lapsed: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Hold(StorableTexts):
    """A rest; it replaces the customer's former one.

    Attributes:
        until: Aware, in UTC; None until somebody takes them.
        reason: In the operator's words, or empty.
    """

    kind: HoldKind
    until: datetime | None
    reason: str = ""

    def outlasts(self, until: datetime) -> bool:
        """Return whether it goes on after an instant."""
        return self.until is None or self.until > until


@dataclass(frozen=True, slots=True)
class QueueStep:
    """A skip, snooze or put-back that ``undo`` takes back.

    Attributes:
        hold_before: The rest before it; None without one.
        hold_set: The rest that it set, which alone is taken back; None where it set none.
        appointment_before: The next contact that a snooze replaced; None without one.
        appointment_set: The one that it set; None where it set none.
    """

    customer_id: UUID
    hold_before: Hold | None = None
    hold_set: Hold | None = None
    appointment_before: UUID | None = None
    appointment_set: UUID | None = None
