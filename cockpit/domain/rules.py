"""Rules that supervisors publish: their kinds, their versions, and what differs between two.

Every kind is a document of declared fields. The declaration is the one source of what is checked,
shown, edited and compared; ``rule_fields`` has it kind by kind.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import Message, MessageValue
from cockpit.domain.plain_text import StorableTexts

Document: TypeAlias = dict[str, Any]
#: Where a field is: keys of documents and places in lists, from the outside in.
Path: TypeAlias = tuple[str | int, ...]


class RuleKind(StrEnum):
    """What can be ruled, in the order in which it is shown."""

    CYCLE = "cycle"
    CADENCE = "cadence"
    WINDOWS = "windows"
    OFFERS = "offers"
    OUTCOMES = "outcomes"
    OBJECTIONS = "objections"
    TEMPLATES = "templates"
    SETTINGS = "settings"


#: Kinds of which there is one document for everybody, with all its entries.
CATALOGUES = frozenset(
    {RuleKind.OUTCOMES, RuleKind.OBJECTIONS, RuleKind.TEMPLATES, RuleKind.SETTINGS}
)


class Shape(StrEnum):
    """What a field holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    WHOLE = "whole"
    #: Basis points, which people read as a percentage.
    PERCENT = "percent"
    #: Minutes, which people read as minutes, hours or days.
    MINUTES = "minutes"
    #: "08:00".
    CLOCK = "clock"
    SWITCH = "switch"
    CHOICE = "choice"
    #: Several of the choices, in the choices' order.
    CHOICES = "choices"
    #: Several of the choices, in an order of their own.
    ORDERED = "ordered"
    #: A list of documents.
    ROWS = "rows"
    #: Kept as it is: a key, a code.
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class RuleField:
    """One field of a rule's document.

    Attributes:
        key: Its name in the document; its words are the message ``rule.field_<key>``.
        low: The least number, or of a text the fewest letters.
        high: The largest number, or of a text the most letters.
        is_optional: Whether None may stand there, which leaves it to the wider rule.
        choices: What can be chosen; empty where the database says (segments, campaigns).
        fields: Of ``ROWS``: the fields of each entry.
        unit: The message ``rule.unit_<unit>`` behind a number; empty for none.
        default: What a new entry begins with.
    """

    key: str
    shape: Shape
    low: int = 0
    high: int = 0
    is_optional: bool = False
    choices: tuple[str, ...] = ()
    fields: tuple["RuleField", ...] = ()
    unit: str = ""
    default: Any = None

    @property
    def title(self) -> Message:
        """Return what it is called."""
        return Message.of(f"rule.field_{self.key}")


class RuleError(BadInputError):
    """A field of a rule makes no sense.

    Attributes:
        path: Which one.
    """

    def __init__(self, key: str, path: Path, **values: MessageValue) -> None:
        super().__init__(key, **values)
        self.path = path


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """A version as the history shows it; it is never changed.

    Attributes:
        subject: Whom it is for within its kind: a cadence's name, a state, a role; empty is
            everybody.
        version: Counts up within its subject.
        author: Name of who published it; empty for what came with the program.
        published_at: From when it holds, in UTC.
        note: Why.
    """

    version_id: UUID
    kind: RuleKind
    subject: str
    version: int
    content: Document
    author: str
    published_at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class RuleSubject:
    """One thing that a kind has a rule for.

    Attributes:
        key: As in ``RuleVersion.subject``.
        version: The newest published one; 0 where nothing was published.
        content: What is in force.
        is_own: Whether it has a rule of its own; else the wider one's is shown.
    """

    key: str
    version: int
    content: Document
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class RuleDraft(StorableTexts):
    """What somebody is about to publish.

    Attributes:
        version: The one that they began with.
        content: With their changes.
        note: Why.
    """

    kind: RuleKind
    subject: str
    version: int
    content: Document
    note: str = ""


@dataclass(frozen=True, slots=True)
class RuleReading:
    """Everything about one kind.

    Attributes:
        history: The versions, the newest first.
        names: Words for keys that the database names: segments, campaigns, by field.
        used: Codes and keys of entries that contacts name: what they mean cannot change any more.
        measured: What is known of an entry by its key, such as how often an answer worked.
    """

    kind: RuleKind
    subjects: tuple[RuleSubject, ...]
    history: tuple[RuleVersion, ...]
    may_publish: bool
    names: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    used: frozenset[str] = frozenset()
    measured: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """The newest version of a kind, for the list of kinds; nothing where none was published."""

    kind: RuleKind
    version: int = 0
    author: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """One sentence on what a draft would change, and the customers behind it.

    Attributes:
        sentence: What happens to them.
        customer_ids: Who; empty where it is about nobody.
    """

    sentence: Message
    customer_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs between two documents.

    Attributes:
        entry: The name of the list's entry that it belongs to; empty outside of lists.
        field: Which one; of ``ROWS`` an entry that came or went.
        before: Its value; None where there was none.
        after: Its value; None where there is none.
    """

    entry: str
    field: RuleField
    before: Any
    after: Any


def differences(
    fields: tuple[RuleField, ...], before: Document, after: Document, entry: str = ""
) -> tuple[Difference, ...]:
    """Return what differs, in the order of the fields; entries of lists are matched by key.

    Entries without a key are matched by their place.
    """
    found: list[Difference] = []
    for one in fields:
        old, new = before.get(one.key), after.get(one.key)
        if one.shape is Shape.ROWS:
            found += _row_differences(one, old or [], new or [], entry)
        elif one.shape is not Shape.HIDDEN and old != new:
            found.append(Difference(entry, one, old, new))
    return tuple(found)


def entry_name(row: Document) -> str:
    """Return what an entry of a list is called; empty where it has no name."""
    for key in ("name", "text"):
        if isinstance(row.get(key), str):
            return str(row[key])
    return ""


def _row_differences(
    one: RuleField, old: list[Document], new: list[Document], entry: str
) -> list[Difference]:
    found = []
    before, after = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        name = " · ".join(filter(None, (entry, entry_name(now or was or {}) or f"{key}")))
        if was is None or now is None:
            found.append(Difference(name, one, was, now))
        else:
            found += differences(one.fields, was, now, name)
    order = [key for key in before if key in after]
    if order != [key for key in after if key in before]:
        found.append(Difference(entry, one, order, list(after)))
    return found


def _by_key(rows: list[Document]) -> dict[str, Document]:
    return {str(row.get("id") or place): row for place, row in enumerate(rows, 1)}


def newest_first(versions: Iterable[RuleVersion]) -> list[RuleVersion]:
    """Return versions, the newest first: those of one subject always in the order of their numbers.

    Moments only order subjects among each other: a clock that was set back, or a demonstration of
    a past day whose first rules came with its database, must not put an old version on top.
    """
    by_number = sorted(versions, key=lambda one: one.version, reverse=True)
    latest: dict[str, datetime] = {}
    places: dict[UUID, tuple[datetime, int]] = {}
    for one in by_number:
        moment = min(one.published_at, latest.get(one.subject, one.published_at))
        latest[one.subject] = moment
        places[one.version_id] = moment, one.version
    return sorted(by_number, key=lambda one: places[one.version_id], reverse=True)
