"""Post-its and a morning page without a database."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.morning import DayResult, Morning, MorningFigure, MorningKind
from cockpit.domain.post_its import PostIt, PostItDraft, Receipt, Receivers

POSTED_AT = datetime(2022, 3, 21, 11, tzinfo=UTC)
TEAM, CAIO = UUID(int=71), UUID(int=72)


def make_post_it(number: int, body: str = "Ofereçam o frete grátis", **changes: object) -> PostIt:
    """Return a post-it that somebody else wrote."""
    one = PostIt(
        UUID(int=number),
        "Beatriz",
        body,
        POSTED_AT + timedelta(minutes=number),
        date(2022, 3, 31),
        is_raising=True,
        reader_count=4,
    )
    return replace(one, **changes)  # type: ignore[arg-type]


@dataclass
class FakePostItService:
    """Keeps post-its in lists, and what was done with them.

    Attributes:
        error: What posting ends in; None for well.
    """

    inbox: list[PostIt] = field(default_factory=list)
    outbox: list[PostIt] = field(default_factory=list)
    posted: list[PostItDraft] = field(default_factory=list)
    withdrawn: list[UUID] = field(default_factory=list)
    error: BadInputError | None = None

    def received(self) -> tuple[PostIt, ...]:
        return tuple(self.inbox)

    def sent(self) -> tuple[PostIt, ...]:
        return tuple(self.outbox)

    def unread(self) -> int:
        return sum(one.is_unread for one in self.inbox)

    def receipts(self, post_it_id: UUID) -> tuple[Receipt, ...]:
        return (Receipt("Caio", POSTED_AT), Receipt("Dora", None))

    def receivers(self) -> Receivers:
        return Receivers(((CAIO, "Caio"), (UUID(int=73), "Dora")), ((TEAM, "Norte"),))

    def post(self, draft: PostItDraft) -> None:
        if self.error is not None:
            raise self.error
        self.posted.append(draft)

    def mark_read(self, post_it_ids: Sequence[UUID]) -> None:
        self.inbox = [
            replace(one, read_at=POSTED_AT) if one.post_it_id in post_it_ids else one
            for one in self.inbox
        ]

    def withdraw(self, post_it_id: UUID) -> None:
        self.withdrawn.append(post_it_id)


def make_morning(day: date, /, **counts: int) -> Morning:
    """Return a morning page with so many customers behind each figure."""
    figures = tuple(
        MorningFigure(
            kind,
            counts.get(kind.value, 0),
            100_000 * counts.get(kind.value, 0),
            tuple(UUID(int=place + 1) for place in range(counts.get(kind.value, 0))),
        )
        for kind in MorningKind
    )
    return Morning(
        today=day,
        since_on=day - timedelta(days=1),
        figures=figures,
        is_judged=True,
        is_own_portfolio=True,
        result=DayResult(day - timedelta(days=1), 31, 18, 4, 1_234_500),
    )


@dataclass
class FakeMorningService:
    """Returns the page that a test set."""

    page: Morning
    reads: int = 0

    def read(self) -> Morning:
        self.reads += 1
        return self.page
