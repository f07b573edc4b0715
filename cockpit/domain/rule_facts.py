"""What a change of the rules is tried on: last contacts, and offers in writing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cockpit.domain.cadence import CadenceSubject
from cockpit.domain.contact import Outcome
from cockpit.domain.vocabulary import Channel, ContactDirection, Role


@dataclass(frozen=True, slots=True)
class LastContact:
    """A customer's latest contact, from which the cadence goes on.

    Attributes:
        subject: What decides which cadence is theirs.
    """

    customer_id: UUID
    contact_id: UUID
    at: datetime
    outcome: Outcome
    channel: Channel
    direction: ContactDirection
    subject: CadenceSubject


@dataclass(frozen=True, slots=True)
class WrittenOffer:
    """What somebody of a role means to offer a customer, in their words."""

    customer_id: UUID
    role: Role
    offer: str
