"""Packs: customers of the shared list whom a seller takes along for some days."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PackPlace:
    """Customers who may be taken along: those of one city and segment.

    Attributes:
        segment_id: None are those without one; ``segment`` is its name, or empty.
        count: How many there are at this moment.
    """

    city: str
    state: str
    segment_id: UUID | None
    segment: str
    count: int


@dataclass(frozen=True, slots=True)
class PackOffer:
    """What the server has to take along.

    Attributes:
        most: How many customers one may have along at once; ``held``, how many one has.
        longest: For how many days at most.
        places: Where they are, most of them first.
    """

    most: int
    longest: int
    held: int
    places: tuple[PackPlace, ...] = ()

    @property
    def room(self) -> int:
        """Return how many more one may take."""
        return max(self.most - self.held, 0)


@dataclass(frozen=True, slots=True)
class PackWish:
    """Whom somebody wants to take along, those with most value at risk first.

    Attributes:
        many: How many at most.
        days: For how many days after this one.
        city: As it is written, accents and capitals aside, with its state (``Bonito - MS``) or
            without; empty for all of them.
        segment_id: None for all of them.
    """

    many: int
    days: int
    city: str = ""
    segment_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PackDone:
    """What came of taking along, keeping for longer, or giving back.

    Attributes:
        count: How many customers it was about.
        until: Until when they are along, aware; None where they are given back.
        is_here: Whether the laptop's file has been brought up to date since.
    """

    count: int
    until: datetime | None = None
    is_here: bool = True


@dataclass(frozen=True, slots=True)
class PackedCustomer:
    """A customer who is along.

    Attributes:
        until: When they go back, aware, in UTC; in the past where the laptop was not told yet.
        is_extended: Whether their time was made longer once, which is all.
        is_contacted: Whether the user had a contact with them since they came along.
    """

    customer_id: UUID
    name: str
    city: str
    state: str
    until: datetime
    is_extended: bool = False
    is_contacted: bool = False

    @property
    def may_stay(self) -> bool:
        """Return whether their time may be made longer."""
        return self.is_contacted and not self.is_extended

    def is_over(self, now: datetime) -> bool:
        """Return whether their time is over, which an offline laptop goes on with."""
        return self.until <= now


@dataclass(frozen=True, slots=True)
class LentCustomer:
    """A customer in somebody's pack, as those see it who answer for the seller.

    Attributes:
        user_id: The seller; ``seller`` is their name, ``login`` their login or empty.
        until: When the customer comes back, aware.
        is_contacted: Whether the server has a contact of the seller's since they were taken along.
        seen_at: When a laptop of theirs was heard of last, aware; None if never.
        backlog: How much their laptops had still to send then.
    """

    user_id: UUID
    seller: str
    login: str
    customer_id: UUID
    name: str
    city: str
    state: str
    until: datetime
    is_contacted: bool
    seen_at: datetime | None
    backlog: int
