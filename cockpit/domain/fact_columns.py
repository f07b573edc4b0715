"""Facts on their way to the analytics: rows of one width as bytes, which no loop ever touches.

Keys are the 16 bytes of a UUID, all zero where there is none; codes are positions in a vocabulary.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.indicators import CutName
from cockpit.domain.vocabulary import Channel, LifecycleStatus

#: Codes of the columns ``channel`` and ``status``: positions here; -1 is none.
CHANNELS = tuple(Channel)
STATUSES = tuple(LifecycleStatus)


@dataclass(frozen=True, slots=True)
class PackedField:
    """Where a column stands in each row.

    Attributes:
        offset: Bytes from the row's beginning.
        form: ``key``: 16 bytes. ``minute``: local minutes since 0001-01-01 as ``>i8``. ``day``:
            proleptic ordinal as ``>i4``, 0 for none. ``cents``: ``>i8``. ``code``: ``>i4``.
    """

    offset: int
    form: str


@dataclass(frozen=True, slots=True)
class Packed:
    """Rows of one width.

    Attributes:
        data: All of them, one after the other, from ``start`` on.
        count: How many.
        width: Bytes of each.
        start: Where the first begins.
        fields: By name.
    """

    data: bytes | memoryview = field(repr=False)
    count: int
    width: int
    start: int
    fields: Mapping[str, PackedField]


@dataclass(frozen=True, slots=True)
class OutcomeFlags:
    """What an outcome means for figures.

    Attributes:
        is_reached: Whether somebody was reached.
        is_sale: Whether an order was taken.
    """

    is_reached: bool
    is_sale: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who made contacts or owns customers.

    Attributes:
        name: As it is shown.
        team_id: Their team.
    """

    name: str
    team_id: UUID | None


@dataclass(frozen=True, slots=True)
class FactNames:
    """The small tables that facts refer to.

    Attributes:
        people: Everybody who ever worked with the program or owned customers.
        outcomes: What may come of a contact.
        others: Names of teams, regions, segments, companies and campaigns by cut.
        viewers_people: Whose figures the viewer may see; None for everybody's.
    """

    people: Mapping[UUID, Person]
    outcomes: Mapping[UUID, OutcomeFlags]
    others: Mapping[str, tuple[CutName, ...]]
    viewers_people: frozenset[UUID] | None = None
