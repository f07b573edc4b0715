"""Facts on their way to the analytics: rows of one width as bytes, which no loop ever touches.

Keys are the 16 bytes of a UUID, all zero where there is none; codes are positions in a vocabulary.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.indicators import Cut, CutName
from cockpit.domain.vocabulary import Channel, ObjectionState

#: Codes of the columns ``channel`` and ``state``: positions here; -1 is none.
CHANNELS = tuple(Channel)
STATES = tuple(ObjectionState)


@dataclass(frozen=True, slots=True)
class PackedField:
    """Where a column stands in each row.

    Attributes:
        offset: Bytes from the row's beginning.
        form: ``key``: 16 bytes. ``microseconds``: an instant as ``>i8``, counted from 2000-01-01
            in UTC. ``text``: an instant as 26 letters, ``2026-03-02 12:34:56.000000`` in UTC.
            ``letter``: a code, ``A`` is 0 and ``@`` is none. ``number``: ``>i8``. ``digits``: 20
            digits. ``days``: a day as ``>i4``, counted from 2000-01-01. ``text_day``: 10 letters.
    """

    offset: int
    form: str


@dataclass(frozen=True, slots=True)
class Packed:
    """Rows of one width.

    Attributes:
        data: All of them, one after the other.
        count: How many.
        width: Bytes of each.
        fields: By name.
    """

    data: bytes = field(repr=False)
    count: int
    width: int
    fields: Mapping[str, PackedField]

    def slices(self, name: str, width: int) -> list[bytes]:
        """Return so many bytes of a column of each row; for a few rows."""
        offset = self.fields[name].offset
        starts = range(offset, offset + self.count * self.width, self.width)
        return [self.data[at : at + width] for at in starts]


NO_ROWS = Packed(b"", 0, 0, {})


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Contacts of some days in their last corrected form.

    Fields of a row: ``contact``, ``customer``, ``operator``, ``outcome``, ``campaign`` and
    ``order`` (the document that it names) keys; ``at``, an instant; ``channel``, a code;
    ``inbound`` 0 or 1.

    Attributes:
        rows: All forms of all of them, in no order.
        dropped: Forms that do not count, as there is a later one: 16 bytes of each key.
        corrected: The last forms of contacts that were corrected, likewise.
        first_loggers: Who logged these first, whose contacts they stay; parallel, likewise.
        beaten: Contacts that name a document which a later contact names too; that one has it.
        named: Sales' documents that contacts of any day name: ``order`` and ``customer`` keys,
            ``day`` and net ``cents``.
        sales: Documents of the days after sales that name none, whether another contact names them
            or not: ``customer``, ``day`` and ``cents``; perhaps ``contact``, and then documents
            stand there once for each contact that they come soon after.
    """

    rows: Packed = NO_ROWS
    dropped: bytes = b""
    corrected: bytes = b""
    first_loggers: bytes = b""
    beaten: tuple[UUID, ...] = ()
    named: Packed = NO_ROWS
    sales: Packed = NO_ROWS


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
        others: Names of teams, regions, segments, companies and campaigns by cut, by name.
        kinds: Kinds of objections.
        arguments: Answers: to which kind, and the text.
        viewers_people: Whose figures the viewer may see; None for everybody's.
    """

    people: Mapping[UUID, Person]
    outcomes: Mapping[UUID, OutcomeFlags]
    others: Mapping[Cut, tuple[CutName, ...]]
    kinds: Mapping[UUID, str]
    arguments: Mapping[UUID, tuple[UUID, str]]
    viewers_people: frozenset[UUID] | None = None
