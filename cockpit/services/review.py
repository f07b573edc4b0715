"""Reading what the team logged, telling what one thinks of it, and answering to that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.filters import SavedView
from cockpit.domain.note_search import search_of
from cockpit.domain.plain_text import storable
from cockpit.domain.review import (
    COMMENT_LIMIT,
    MARKS,
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
    Wanted,
)
from cockpit.domain.rights import Task
from cockpit.services.ports import CurrentUser, Database, ReadUnit

PAGE = 60
#: Among whose filters the list's are stored.
SCREEN = "review"
#: No server looks for a word of more than 2,046 letters, and nobody types as much.
LONGEST_SEARCH = 1_000
_MOST_COMMENTS = 300
_AT_ONCE = 500
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """A list that was opened.

    Attributes:
        page: Its first contacts.
        keys: All of a sample, in their order; empty for a list that goes on by pages.
        progress: How far it is read.
    """

    page: ReviewPage
    keys: tuple[UUID, ...] = ()
    progress: Progress = field(default_factory=Progress)


@dataclass(frozen=True, slots=True)
class ReviewService:
    """Reads the contacts that the user may read; those who answer for others judge them."""

    database: Database
    clock: Clock
    user: CurrentUser

    @property
    def may_mark(self) -> bool:
        """Return whether the user says what they think, or only reads what others said."""
        return self.user.may(Task.REVIEW_CONTACTS)

    def choices(self) -> ReviewChoices:
        """Return what can be asked for."""
        with self.database.read() as unit:
            return unit.review.choices(unit.review.people(viewer=self.user))

    def open(self, chosen: ReviewFilter) -> Reading:
        """Return the first contacts of a list, and how far it is read.

        Raises:
            BadInputError: What is looked for is longer than ``LONGEST_SEARCH``.
        """
        with self.database.read() as unit:
            wanted = self._wanted(unit, chosen)
            if chosen.of_each:
                return self._sampled(unit, wanted)
            page = _page(unit, wanted, None)
            return Reading(page, progress=Progress(self._read_today(unit)))

    def more(self, chosen: ReviewFilter, after: Place) -> ReviewPage:
        """Return the contacts that come after a place of a list."""
        with self.database.read() as unit:
            return _page(unit, self._wanted(unit, chosen), after)

    def rows(self, contact_ids: Sequence[UUID]) -> list[ReviewRow]:
        """Return contacts as they stand now; those that the user may not read are left out."""
        with self.database.read() as unit:
            people = unit.review.people(viewer=self.user)
            found = unit.review.rows(contact_ids)
        return [one for one in found if people is None or one.operator_id in people]

    def progress(self, keys: Sequence[UUID] = ()) -> Progress:
        """Return how many contacts the user read today, of a sample those that are read in it."""
        with self.database.read() as unit:
            if not keys:
                return Progress(self._read_today(unit))
            return _progress(unit, keys)

    def reviews(self, contact_id: UUID) -> list[Review]:
        """Return all that was thought of a contact the user may read, the newest first."""
        with self.database.read() as unit:
            people = unit.review.people(viewer=self.user)
            makers = unit.review.makers([contact_id])
            if people is not None and makers.get(contact_id) not in people:
                return []
            return unit.review.reviews(contact_id)

    def mark(self, draft: ReviewDraft) -> None:
        """Store what the user thinks of contacts; what they thought before is replaced by it.

        Raises:
            BadInputError: The draft lacks what its mark needs.
            ForbiddenError: The user judges nobody, or does not answer for who made one of these.
        """
        if not self.may_mark:
            raise ForbiddenError("review_not_allowed")
        draft.check()
        with self.database.write() as unit:
            self._check_people(unit, draft.review_ids)
            if unit.review.add(draft, user=self.user, at=self.clock.now()):
                unit.changed(Topic.REVIEWS, customer_ids=[])

    def take_back(self, review_ids: Mapping[UUID, UUID]) -> None:
        """Take back what was thought of contacts; they are unread again.

        Args:
            review_ids: A new key for each contact, as for a draft.
        """
        self.mark(ReviewDraft(review_ids, Mark.TAKEN_BACK))

    def comments(self) -> list[Comment]:
        """Return what others say of the user's own contacts, the newest first."""
        with self.database.read() as unit:
            return unit.review.comments(user=self.user, limit=_MOST_COMMENTS)

    def said(self) -> list[Comment]:
        """Return what the user said of others' contacts, who read it and what they answered."""
        with self.database.read() as unit:
            return unit.review.said(user=self.user, limit=_MOST_COMMENTS)

    def unread_comments(self) -> int:
        """Return how many comments the user has still to read."""
        with self.database.read() as unit:
            return unit.review.unread_comments(user=self.user)

    def answer(self, replies: Mapping[UUID, str]) -> None:
        """Store that the user read reviews of their contacts, and what they say to each.

        Args:
            replies: By review; empty where they only read it.

        Raises:
            BadInputError: A reply is too long.
        """
        cleaned = {key: storable(one) for key, one in replies.items()}
        if any(len(one) > COMMENT_LIMIT for one in cleaned.values()):
            raise BadInputError("review_too_long", limit=COMMENT_LIMIT)
        with self.database.write() as unit:
            new = unit.review.answer(cleaned, user=self.user, at=self.clock.now())
            unit.changed(*((Topic.REVIEWS,) if new else ()), customer_ids=[])

    def all_rows(self, chosen: ReviewFilter) -> Iterator[ReviewRow]:
        """Yield all contacts of a list, for a file."""
        with self.database.report() as unit:
            wanted = self._wanted(unit, chosen)
            if chosen.of_each:
                yield from unit.review.rows(unit.review.sample(wanted, of_each=chosen.of_each))
                return
            after: Place | None = None
            while places := unit.review.places(wanted, after=after, size=_AT_ONCE):
                yield from unit.review.rows([one.contact_id for one in places])
                after = places[-1]

    def filters(self) -> list[SavedView]:
        """Return the user's own filters and the shared ones, by name."""
        with self.database.read() as unit:
            return unit.views.views(user=self.user, screen=SCREEN)

    def save_filter(self, view: SavedView) -> None:
        """Store a filter under its key.

        Raises:
            BadInputError: It is no filter, is a colleague's, or the user may not share any.
        """
        ReviewFilter.from_json(view.definition)
        if view.is_shared and not self.user.may(Task.SHARE_VIEWS):
            raise BadInputError("view_sharing_not_allowed")
        with self.database.write() as unit:
            self._check_filter(unit, view.view_id)
            unit.views.save(view, user=self.user, at=self.clock.now(), screen=SCREEN)
            unit.changed(Topic.SETTINGS, customer_ids=[])

    def delete_filter(self, view_id: UUID) -> None:
        """Remove a filter that is the user's, or shared with those who share."""
        with self.database.write() as unit:
            self._check_filter(unit, view_id)
            unit.views.delete(view_id)
            unit.changed(Topic.SETTINGS, customer_ids=[])

    # --- parts -----------------------------------------------------------------------------------

    def _check_filter(self, unit: ReadUnit, view_id: UUID) -> None:
        views = unit.views.views(user=self.user, screen=SCREEN)
        held = next((one for one in views if one.view_id == view_id), None)
        if held is not None and not (held.is_own or self.user.may(Task.SHARE_VIEWS)):
            raise BadInputError("view_not_own")

    def _wanted(self, unit: ReadUnit, chosen: ReviewFilter) -> Wanted:
        if len(chosen.text) > LONGEST_SEARCH:
            raise BadInputError("review_search_too_long", most=LONGEST_SEARCH)
        days = chosen.days(self.clock.today())
        return Wanted(
            filter=chosen,
            people=unit.review.people(viewer=self.user),
            since=None if days is None else self._begin(days.first),
            before=self.clock.now() + _DAY if days is None else self._begin(days.last + _DAY),
            search=search_of(chosen.text),
            read_since=self._begin(self.clock.today()) if chosen.of_each else None,
        )

    def _begin(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=self.clock.zone)

    def _sampled(self, unit: ReadUnit, wanted: Wanted) -> Reading:
        keys = unit.review.sample(wanted, of_each=wanted.filter.of_each)
        rows = tuple(unit.review.rows(keys[:PAGE]))
        return Reading(ReviewPage(rows), tuple(keys), _progress(unit, keys))

    def _read_today(self, unit: ReadUnit) -> int:
        return unit.review.read_since(self._begin(self.clock.today()), user=self.user)

    def _check_people(self, unit: ReadUnit, contact_ids: Iterable[UUID]) -> None:
        people = unit.review.people(viewer=self.user)
        makers = unit.review.makers(list(contact_ids))
        is_strange = people is not None and not set(makers.values()) <= people
        if is_strange or len(makers) < len(set(contact_ids)):
            raise ForbiddenError("review_not_allowed")


def _page(unit: ReadUnit, wanted: Wanted, after: Place | None) -> ReviewPage:
    places = unit.review.places(wanted, after=after, size=PAGE + 1)
    rows = unit.review.rows([one.contact_id for one in places[:PAGE]])
    return ReviewPage(tuple(rows), places[PAGE - 1] if len(places) > PAGE else None)


def _progress(unit: ReadUnit, keys: Sequence[UUID]) -> Progress:
    return Progress(unit.review.marked(keys), len(keys))


def as_marked(row: ReviewRow, draft: ReviewDraft, reviewer: str, at: datetime) -> ReviewRow:
    """Return a contact as it will stand once a draft of its reader is stored."""
    fresh = replace(row, seen_at=None, reply="")
    if draft.mark not in MARKS:
        return replace(fresh, mark=None, comment="", reviewer="", reviewed_at=None)
    comment = draft.comment.strip()
    return replace(fresh, mark=draft.mark, comment=comment, reviewer=reviewer, reviewed_at=at)
