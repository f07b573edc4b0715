"""What the call bar shows: who is being called, since when, and what stands in the way."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from cockpit.domain.eligibility import OVERRIDABLE, Barred
from cockpit.domain.messages import Message
from cockpit.domain.queue import Claim


class CallPhase(Enum):
    """How far a call is."""

    IDLE = "idle"
    SEEKING = "seeking"
    CALLING = "calling"
    BARRED = "barred"
    LOST = "lost"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class CallState:
    """The call at one moment.

    Attributes:
        customer_id: Whom it is about; None while nobody is.
        claim: The lease on them; None where there is none.
        barred: Why a client who was chosen by hand may not be called.
        message: The same as a sentence, or who took the client over.
        can_undo: Whether a skip, a snooze or a put-back can be taken back.
    """

    phase: CallPhase = CallPhase.IDLE
    customer_id: UUID | None = None
    claim: Claim | None = None
    barred: Barred | None = None
    message: Message | None = None
    can_undo: bool = False

    @property
    def may_override(self) -> bool:
        """Return whether the client may be called all the same, with a reason."""
        return self.barred is not None and self.barred.bar in OVERRIDABLE
