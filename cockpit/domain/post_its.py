"""Post-its: a supervisor's dated message to some or all, with receipts and the customers named."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import StorableTexts

#: A post-it is about some customers, not about a portfolio: that is a saved view's work.
MOST_CUSTOMERS = 2_000
#: The longest text; it is read between two calls.
MOST_LETTERS = 2_000
#: What stands in the queue and beside the client's name of a longer text.
_LINE = 160
#: How a story tells whether its viewer read one.
READ, UNREAD = "read", "unread"


@dataclass(frozen=True, slots=True)
class PostItDraft(StorableTexts):
    """A post-it as it is written.

    Attributes:
        post_it_id: Key; the same draft is stored once.
        body: What it says.
        user_ids: For whom by name, beside the teams.
        team_ids: For which teams; without users and teams it is for all.
        customer_ids: Whom it is about.
        valid_until_on: Its last day; None until it is withdrawn.
        is_raising: Whether these customers rise in the receivers' queues.
    """

    post_it_id: UUID
    body: str
    user_ids: tuple[UUID, ...] = ()
    team_ids: tuple[UUID, ...] = ()
    customer_ids: tuple[UUID, ...] = ()
    valid_until_on: date | None = None
    is_raising: bool = True

    def check(self, today: date) -> None:
        """Raise ``BadInputError`` where it says nothing, is too long, or is over already."""
        if not self.body.strip():
            raise BadInputError("post_it_empty")
        if len(self.body) > MOST_LETTERS:
            raise BadInputError("post_it_too_long", count=MOST_LETTERS)
        if len(self.customer_ids) > MOST_CUSTOMERS:
            raise BadInputError("post_it_too_many_customers", count=MOST_CUSTOMERS)
        if self.valid_until_on is not None and self.valid_until_on < today:
            raise BadInputError("post_it_past")


@dataclass(frozen=True, slots=True)
class PostIt:
    """A post-it as its reader or its author sees it.

    Attributes:
        author: Name of who wrote it.
        receivers: Names of the users and teams that it is for; empty is for all.
        customer_ids: Whom it is about.
        customer_names: The first of them by name.
        withdrawn_at: When its author took it back; None while it holds.
        read_at: When the viewer read it; None while they did not, or wrote it.
        is_own: Whether the viewer wrote it.
        receipt_count: How many read it.
        reader_count: How many active users it is for, its author left out.
    """

    post_it_id: UUID
    author: str
    body: str
    posted_at: datetime
    valid_until_on: date | None
    is_raising: bool
    receivers: tuple[str, ...] = ()
    customer_ids: tuple[UUID, ...] = ()
    customer_names: tuple[str, ...] = ()
    withdrawn_at: datetime | None = None
    read_at: datetime | None = None
    is_own: bool = False
    receipt_count: int = 0
    reader_count: int = 0

    @property
    def is_unread(self) -> bool:
        """Return whether the viewer has still to read it."""
        return not self.is_own and self.read_at is None

    def holds_on(self, day: date) -> bool:
        """Return whether it still holds on a day."""
        is_over = self.valid_until_on is not None and self.valid_until_on < day
        return self.withdrawn_at is None and not is_over


@dataclass(frozen=True, slots=True)
class Receipt:
    """One of those whom a post-it is for; ``read_at`` is None while they did not read it."""

    name: str
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class Receivers:
    """Whom a post-it can be for: active users, and teams; keys with names, by name."""

    users: tuple[tuple[UUID, str], ...]
    teams: tuple[tuple[UUID, str], ...]


def one_line(body: str) -> str:
    """Return the words of a text in one line, cut where they are many."""
    words = " ".join(body.split())
    return words if len(words) <= _LINE else f"{words[: _LINE - 1].rstrip()}…"
