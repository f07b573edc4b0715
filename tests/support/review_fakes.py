"""Contacts to be read, without a database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cockpit.domain.filters import SavedView
from cockpit.domain.note_search import finds, search_of
from cockpit.domain.review import (
    Choice,
    Comment,
    Mark,
    Place,
    Progress,
    Review,
    ReviewChoices,
    ReviewDraft,
    ReviewFilter,
    ReviewPage,
    ReviewRow,
)
from cockpit.domain.vocabulary import Channel, ContactDirection, LifecycleStatus
from cockpit.services.review import Reading, as_marked
from tests.support.list_data import customer_id

AT = datetime(2022, 3, 21, 17, tzinfo=UTC)
CAIO, DORA = UUID(int=72), UUID(int=73)
#: Rows of one page; few, so that tests reach the end of it.
PAGE = 60


def make_row(number: int, note: str = "Pediu prazo maior", **changes: object) -> ReviewRow:
    """Return a contact that nobody judged."""
    one = ReviewRow(
        contact_id=UUID(int=9_000 + number),
        customer_id=customer_id(number % 100),
        customer=f"Cliente {number}",
        code=str(number),
        operator_id=CAIO if number % 2 else DORA,
        operator="Caio" if number % 2 else "Dora",
        occurred_at=AT - timedelta(minutes=number),
        channel=Channel.PHONE,
        direction=ContactDirection.OUTBOUND,
        outcome="Não atendeu",
        status_at_contact=LifecycleStatus.AT_RISK,
        yearly_cents=1_234_500,
        note=note,
    )
    return replace(one, **changes)  # type: ignore[arg-type]


def make_comment(number: int, **changes: object) -> Comment:
    """Return a comment that was not read."""
    one = Comment(
        review_id=UUID(int=8_000 + number),
        contact_id=UUID(int=9_000 + number),
        customer_id=customer_id(number),
        customer=f"Cliente {number}",
        occurred_at=AT,
        outcome="Não atendeu",
        note="Pediu prazo",
        mark=Mark.COACH,
        comment="Pergunte o volume",
        operator="Dora",
        reviewer="Beatriz",
        reviewed_at=AT + timedelta(minutes=number),
    )
    return replace(one, **changes)  # type: ignore[arg-type]


@dataclass
class FakeReviewService:
    """Keeps contacts in a list, and what was done with them.

    Attributes:
        opened: The filters that were read.
        error: What marking ends in; None for well.
    """

    may_mark: bool = True
    contacts: list[ReviewRow] = field(default_factory=list)
    history: dict[UUID, list[Review]] = field(default_factory=dict)
    inbox: list[Comment] = field(default_factory=list)
    outbox: list[Comment] = field(default_factory=list)
    saved: list[SavedView] = field(default_factory=list)
    drafts: list[ReviewDraft] = field(default_factory=list)
    opened: list[ReviewFilter] = field(default_factory=list)
    error: Exception | None = None

    def choices(self) -> ReviewChoices:
        people = (Choice(CAIO, "Caio"), Choice(DORA, "Dora"))
        return ReviewChoices(people, (), (Choice(UUID(int=1), "Não atendeu"),))

    def open(self, chosen: ReviewFilter) -> Reading:
        self.opened.append(chosen)
        rows = self._wanted(chosen)
        if chosen.of_each:
            keys = tuple(one.contact_id for one in rows)
            return Reading(ReviewPage(tuple(rows[:PAGE])), keys, self.progress(keys))
        return Reading(self._page(rows, 0), progress=self.progress())

    def more(self, chosen: ReviewFilter, after: Place) -> ReviewPage:
        rows = self._wanted(chosen)
        places = [one.place for one in rows]
        return self._page(rows, places.index(after) + 1)

    def rows(self, contact_ids: Sequence[UUID]) -> list[ReviewRow]:
        known = {one.contact_id: one for one in self.contacts}
        return [known[key] for key in contact_ids if key in known]

    def progress(self, keys: Sequence[UUID] = ()) -> Progress:
        read = [one for one in self.contacts if one.mark is not None]
        if not keys:
            return Progress(len(read))
        return Progress(sum(one.contact_id in keys for one in read), len(keys))

    def reviews(self, contact_id: UUID) -> list[Review]:
        return self.history.get(contact_id, [])

    def mark(self, draft: ReviewDraft) -> None:
        if self.error is not None:
            raise self.error
        draft.check()
        self.drafts.append(draft)
        self.contacts = [
            as_marked(one, draft, "Ana", AT) if one.contact_id in draft.review_ids else one
            for one in self.contacts
        ]

    def comments(self) -> list[Comment]:
        return list(self.inbox)

    def said(self) -> list[Comment]:
        return list(self.outbox)

    def unread_comments(self) -> int:
        return sum(one.is_unread for one in self.inbox)

    def answer(self, replies: Mapping[UUID, str]) -> None:
        self.inbox = [
            replace(one, seen_at=AT, reply=replies[one.review_id] or one.reply)
            if one.review_id in replies
            else one
            for one in self.inbox
        ]

    def all_rows(self, chosen: ReviewFilter) -> Iterator[ReviewRow]:
        yield from self._wanted(chosen)

    def filters(self) -> list[SavedView]:
        return list(self.saved)

    def save_filter(self, view: SavedView) -> None:
        self.saved.append(view)

    def delete_filter(self, view_id: UUID) -> None:
        self.saved = [one for one in self.saved if one.view_id != view_id]

    def _wanted(self, chosen: ReviewFilter) -> list[ReviewRow]:
        search = search_of(chosen.text)
        return [
            one
            for one in self.contacts
            if (not search or finds(search, one.note))
            and (not chosen.operators or one.operator_id in chosen.operators)
            and (not chosen.is_unread or one.is_unread)
        ]

    def _page(self, rows: list[ReviewRow], first: int) -> ReviewPage:
        shown = tuple(rows[first : first + PAGE])
        return ReviewPage(shown, shown[-1].place if len(rows) > first + PAGE else None)
