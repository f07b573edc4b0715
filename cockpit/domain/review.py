"""Reading what the team logged: what is chosen, what is thought of it, and what is answered."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.note_search import NoteSearch
from cockpit.domain.periods import Period
from cockpit.domain.plain_text import StorableTexts, storable
from cockpit.domain.vocabulary import Channel, ContactDirection, LifecycleStatus

COMMENT_LIMIT = 4_000
#: Of each operator at most so many are sampled.
MOST_OF_EACH = 100
#: What is read unless somebody asks for other days.
USUAL_DAYS = 30
_KEYS = ("operators", "teams", "outcomes", "objections", "campaigns")


class Mark(StrEnum):
    """What a reader thinks of a contact; ``TAKEN_BACK`` undoes what was thought before."""

    CHECKED = "checked"
    GOOD_EXAMPLE = "good_example"
    COACH = "coach"
    WRONG_OUTCOME = "wrong_outcome"
    AMENDMENT_REQUESTED = "amendment_requested"
    TAKEN_BACK = "taken_back"


#: The marks that can be given, in the order of their keys.
MARKS = tuple(one for one in Mark if one is not Mark.TAKEN_BACK)
#: What its operator is told of without a word beside it.
TOLD = frozenset({Mark.GOOD_EXAMPLE, Mark.COACH, Mark.WRONG_OUTCOME, Mark.AMENDMENT_REQUESTED})
#: These say what is to be done, so that something has to be said.
NEEDS_COMMENT = frozenset({Mark.COACH, Mark.AMENDMENT_REQUESTED})


@dataclass(frozen=True, slots=True)
class ReviewFilter(StorableTexts):
    """Which contacts are read; an empty set is no condition, and all conditions hold.

    Attributes:
        operators: Who made them.
        teams: In which teams those are.
        value_at_least_cents: What the customer is worth in twelve months, at least.
        last_days: So many days up to today; None for all, or where ``period`` says which.
        marks: What was thought of them last.
        is_unread: Those alone of which nothing was thought yet.
        of_each: So many unread ones of each operator, drawn by their keys; 0 takes all.
        text: Words that the note holds.
    """

    operators: frozenset[UUID] = frozenset()
    teams: frozenset[UUID] = frozenset()
    outcomes: frozenset[UUID] = frozenset()
    objections: frozenset[UUID] = frozenset()
    campaigns: frozenset[UUID] = frozenset()
    statuses: frozenset[LifecycleStatus] = frozenset()
    value_at_least_cents: int = 0
    last_days: int | None = USUAL_DAYS
    period: Period | None = None
    marks: frozenset[Mark] = frozenset()
    is_unread: bool = False
    of_each: int = 0
    text: str = ""

    def days(self, today: date) -> Period | None:
        """Return the days that are meant; None for all."""
        if self.period is not None or self.last_days is None:
            return self.period
        return Period(today - timedelta(days=self.last_days - 1), today)

    def to_json(self) -> dict[str, Any]:
        """Return the form in which filters are stored."""
        days = self.period
        return {
            **{name: sorted(str(key) for key in getattr(self, name)) for name in _KEYS},
            "statuses": sorted(one.value for one in self.statuses),
            "marks": sorted(one.value for one in self.marks),
            "value_at_least_cents": self.value_at_least_cents,
            "last_days": self.last_days,
            "period": None if days is None else [days.first.isoformat(), days.last.isoformat()],
            "is_unread": self.is_unread,
            "of_each": self.of_each,
            "text": self.text,
        }

    @classmethod
    def from_json(cls, stored: Any) -> "ReviewFilter":
        """Read the stored form.

        Raises:
            BadInputError: It is not one, or names what this version does not know.
        """
        try:
            days = stored["period"]
            last_days = stored["last_days"]
            return cls(
                **{name: frozenset(map(UUID, stored[name])) for name in _KEYS},
                statuses=frozenset(map(LifecycleStatus, stored["statuses"])),
                marks=frozenset(map(Mark, stored["marks"])),
                value_at_least_cents=int(stored["value_at_least_cents"]),
                last_days=None if last_days is None else max(1, int(last_days)),
                period=None if days is None else Period(*map(date.fromisoformat, days)),
                is_unread=bool(stored["is_unread"]),
                of_each=min(MOST_OF_EACH, max(0, int(stored["of_each"]))),
                text=str(stored["text"]),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadInputError("filter_unreadable") from error


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter as it holds for one reader at one moment.

    Attributes:
        filter: What they chose.
        people: Whose contacts they may read; None for everybody's.
        since: The first instant that is meant; None from the beginning.
        before: The first instant that is not meant any more.
        search: What is looked for in notes.
        read_since: A contact of which something was thought only since then counts as unread still.
    """

    filter: ReviewFilter
    people: frozenset[UUID] | None
    before: datetime
    since: datetime | None = None
    search: NoteSearch = field(default_factory=NoteSearch)
    read_since: datetime | None = None


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a contact stands among all: the newest first, those of one instant by key."""

    occurred_at: datetime
    contact_id: UUID


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A contact in its last corrected form, as it is read.

    Attributes:
        occurred_at: In UTC; screens tell it in the company's zone.
        status_at_contact: Where the customer stood then.
        yearly_cents: What they bought in the last twelve months; None where nobody judged them.
        at_risk_cents: What their silence puts at risk, likewise.
        mark: What was thought of it last; None of an unread one.
        comment: What was said with the mark.
        is_answered: Whether the operator said something to it.
        is_correction: Whether it corrects a former contact.
        colleagues: Who else talked with the customer at about that time, neither of both knowing of
            it: name, and when.
    """

    contact_id: UUID
    customer_id: UUID
    customer: str
    code: str
    operator_id: UUID
    operator: str
    occurred_at: datetime
    channel: Channel
    direction: ContactDirection
    outcome: str
    reason: str = ""
    objections: tuple[str, ...] = ()
    campaign: str = ""
    status_at_contact: LifecycleStatus | None = None
    yearly_cents: int | None = None
    at_risk_cents: int | None = None
    note: str = ""
    mark: Mark | None = None
    comment: str = ""
    reviewer: str = ""
    reviewed_at: datetime | None = None
    seen_at: datetime | None = None
    reply: str = ""
    is_correction: bool = False
    colleagues: tuple[tuple[str, datetime], ...] = ()

    @property
    def place(self) -> Place:
        """Return where it stands among all."""
        return Place(self.occurred_at, self.contact_id)

    @property
    def is_unread(self) -> bool:
        """Return whether nothing was thought of it yet."""
        return self.mark is None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Some contacts of a list.

    Attributes:
        next: After which the next page begins; None where there is none.
    """

    rows: tuple[ReviewRow, ...]
    next: Place | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """That somebody read a review, and what they say to it.

    Attributes:
        reply: Empty where they only read it.
    """

    user: str
    seen_at: datetime
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One thing that was thought of a contact.

    Attributes:
        contact_id: Of which of its forms: a correction is a contact of its own.
        answers: In the order in which they came.
    """

    review_id: UUID
    contact_id: UUID
    mark: Mark
    comment: str
    reviewer: str
    reviewed_at: datetime
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewDraft(StorableTexts):
    """What is about to be said of contacts; the comment is storable from the start.

    Attributes:
        review_ids: A key for each contact, made once, so that saving twice stores one review.
    """

    review_ids: Mapping[UUID, UUID] = field(hash=False)
    mark: Mark = Mark.CHECKED
    comment: str = ""

    def __post_init__(self) -> None:
        """Clean the comment, the only text."""
        object.__setattr__(self, "comment", storable(self.comment))

    def check(self) -> None:
        """Raise ``BadInputError`` where it says nothing that can be done, or too much."""
        if not self.review_ids:
            raise BadInputError("review_of_nothing")
        if self.mark in NEEDS_COMMENT and not self.comment.strip():
            raise BadInputError("review_needs_comment")
        if len(self.comment) > COMMENT_LIMIT:
            raise BadInputError("review_too_long", limit=COMMENT_LIMIT)


@dataclass(frozen=True, slots=True)
class Comment:
    """What was said to an operator about a contact of theirs.

    Attributes:
        seen_at: When they read it; None while they did not.
        reply: The last thing that they said to it.
        replied_at: When they said it.
        is_corrected: Whether the contact was corrected since.
    """

    review_id: UUID
    contact_id: UUID
    customer_id: UUID
    customer: str
    occurred_at: datetime
    outcome: str
    note: str
    mark: Mark
    comment: str
    operator: str
    reviewer: str
    reviewed_at: datetime
    seen_at: datetime | None = None
    reply: str = ""
    replied_at: datetime | None = None
    is_corrected: bool = False

    @property
    def is_unread(self) -> bool:
        """Return whether the operator has still to read it."""
        return self.seen_at is None


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be asked for."""

    key: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ReviewChoices:
    """What a reader can ask for, each by name."""

    operators: tuple[Choice, ...] = ()
    teams: tuple[Choice, ...] = ()
    outcomes: tuple[Choice, ...] = ()
    objections: tuple[Choice, ...] = ()
    campaigns: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading has come.

    Attributes:
        read: How many the reader read today, of a sample those in it.
        of: How many are to be read; None where nobody counted a list.
    """

    read: int = 0
    of: int | None = None


def drawn_before(contact_id: UUID) -> bytes:
    """Return what samples are ordered by: it follows from the key, and from nothing else.

    Keys made one after another are near each other; their hashes are not.
    """
    return hashlib.blake2b(contact_id.bytes, digest_size=8).digest()
