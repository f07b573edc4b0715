"""Reads and writes for the reading of contacts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from heapq import nsmallest
from itertools import chain, zip_longest
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    func,
    select,
)

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.raw import fetch_columns, guids, in_chunks
from cockpit.data.repositories.review.comments import (
    comments_of,
    comments_to,
    reviews_of,
    said_to,
    unread,
)
from cockpit.data.repositories.review.conditions import conditions, is_last_review, whose
from cockpit.data.repositories.review.drawn_days import some_days
from cockpit.data.repositories.review.lists import Lists
from cockpit.data.repositories.review.notes import all_matches
from cockpit.data.repositories.review.rows import rows_of
from cockpit.domain.ids import new_id
from cockpit.domain.review import (
    Choice,
    Comment,
    Mark,
    Place,
    Review,
    ReviewChoices,
    ReviewDraft,
    ReviewRow,
    Wanted,
    drawn_before,
)
from cockpit.domain.vocabulary import Role
from cockpit.services.ports import CurrentUser
from models import (
    Campaign,
    Contact,
    ContactReview,
    ContactReviewReceipt,
    ObjectionKind,
    Outcome,
    Team,
    User,
)

_SEES_ALL = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


class SqlReviewRepository:
    """Implements ``ReviewRepository`` of ``cockpit.services.ports.review``."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def people(self, *, viewer: CurrentUser) -> frozenset[UUID] | None:
        """Return whose contacts somebody reads; None for everybody's."""
        if viewer.role in _SEES_ALL:
            return None
        own = {viewer.user_id}
        if viewer.role is Role.SUPERVISOR:
            members = (
                select(User.id)
                .join(Team, Team.id == User.team_id)
                .where(Team.supervisor_id == viewer.user_id)
            )
            own.update(self._connection.execute(members).scalars())
        return frozenset(own)

    def choices(self, people: frozenset[UUID] | None) -> ReviewChoices:
        """Return what can be asked for among these people's contacts."""
        users = select(User.id, User.name).where(User.is_active).order_by(User.name, User.id)
        teams = select(Team.id, Team.name).order_by(Team.name, Team.id)
        if people is not None:
            users = users.where(User.id.in_(people))
            teams = teams.where(Team.id.in_(select(User.team_id).where(User.id.in_(people))))
        of = Outcome
        kind = ObjectionKind
        return ReviewChoices(
            self._choices(users),
            self._choices(teams),
            self._choices(select(of.id, of.name).order_by(of.position, of.name, of.id)),
            self._choices(select(kind.id, kind.name).order_by(kind.name, kind.id)),
            self._choices(select(Campaign.id, Campaign.name).order_by(Campaign.name, Campaign.id)),
        )

    def places(self, wanted: Wanted, *, after: Place | None, size: int) -> list[Place]:
        """Return where the next contacts of a list stand, the newest first, at most so many."""
        people = whose(self._connection, wanted)
        if people is not None and not people:
            return []
        return Lists(self._connection, wanted, people).places(after, size)

    def sample(self, wanted: Wanted, *, of_each: int) -> list[UUID]:
        """Return so many contacts of each operator, drawn by their keys, one of each at a time.

        Of a long time some days are drawn first, the same ones for everybody, and contacts among
        those; whoever has too few there is drawn for among all days.
        """
        people = whose(self._connection, wanted)
        if people is not None and not people:
            return []
        days = some_days(self._connection, wanted)
        found = self._drawable(wanted, people, days)
        if days is not None:
            keys = self._connection.execute(select(User.id)).scalars()
            some = set(keys) if people is None else people
            few = frozenset(one for one in some if len(found.get(one, ())) < of_each)
            found |= self._drawable(wanted, few, None) if few else {}
        drawn = [nsmallest(of_each, found[user], key=drawn_before) for user in sorted(found)]
        in_turn = chain.from_iterable(zip_longest(*drawn))
        return [key for key in in_turn if key is not None]

    def _drawable(
        self,
        wanted: Wanted,
        people: frozenset[UUID] | None,
        days: ColumnElement[bool] | None,
    ) -> dict[UUID, list[UUID]]:
        """Return the contacts of a list, of some days alone where those are named, by operator."""
        query = select(Contact.id, Contact.user_id)
        if days is not None:
            query = query.where(days)
        if wanted.search:
            matches = all_matches(
                self._connection,
                wanted.search,
                since=wanted.since,
                before=wanted.before,
                people=people,
            )
            query = query.select_from(matches.join(Contact, Contact.id == matches.c.contact_id))
        keys, users = fetch_columns(self._connection, query.where(*conditions(wanted, people)))
        by_user: dict[Any, list[UUID]] = defaultdict(list)
        for key, user in zip(guids(keys), users, strict=True):
            by_user[user].append(key)
        return dict(zip(guids(by_user), by_user.values(), strict=True))

    def rows(self, contact_ids: Sequence[UUID]) -> list[ReviewRow]:
        """Return these contacts in this order; those that are gone are left out."""
        return rows_of(self._connection, contact_ids)

    def reviews(self, contact_id: UUID) -> list[Review]:
        """Return what was thought of a contact and of the forms before it, the newest first."""
        return reviews_of(self._connection, contact_id)

    def makers(self, contact_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        """Return who made these contacts."""
        found: dict[UUID, UUID] = {}
        for chunk in in_chunks(contact_ids):
            statement = select(Contact.id, Contact.user_id).where(Contact.id.in_(chunk))
            found.update((row.id, row.user_id) for row in self._connection.execute(statement))
        return found

    def add(self, draft: ReviewDraft, *, user: CurrentUser, at: datetime) -> list[UUID]:
        """Store a review of each contact; return the contacts of those not stored before."""
        self._facts.reserve(user.device_id)
        stored = select(ContactReview.id).where(ContactReview.id.in_(draft.review_ids.values()))
        known = set(self._connection.execute(stored).scalars())
        new = {key: one for key, one in draft.review_ids.items() if one not in known}
        contents = [
            {
                "id": review_id,
                "contact_id": contact_id,
                "reviewer_id": user.user_id,
                "mark": draft.mark.value,
                "comment": draft.comment.strip() or None,
                "reviewed_at": at,
            }
            for contact_id, review_id in new.items()
        ]
        self._facts.add_all(ContactReview, contents, device_id=user.device_id, at=at)
        return list(new)

    def comments(self, *, user: CurrentUser, limit: int) -> list[Comment]:
        """Return what others said of the user's contacts and still say, the newest first."""
        return comments_to(self._connection, user.user_id, limit)

    def said(self, *, user: CurrentUser, limit: int) -> list[Comment]:
        """Return what the user said to others of their contacts, the newest first."""
        return comments_of(self._connection, user.user_id, limit)

    def unread_comments(self, *, user: CurrentUser) -> int:
        """Return how many of the comments the user has still to read."""
        return unread(self._connection, user.user_id).get(user.user_id, 0)

    def unread_of_all(self) -> Mapping[UUID, int]:
        """Return the same of everybody who has any, as far as the user sees their reviews."""
        return unread(self._connection)

    def answer(self, replies: Mapping[UUID, str], *, user: CurrentUser, at: datetime) -> list[UUID]:
        """Store that the user read these reviews, and what they say; return those that are new."""
        self._facts.reserve(user.device_id)
        receipt = ContactReviewReceipt
        seen = select(receipt.review_id).where(
            receipt.review_id.in_(replies), receipt.user_id == user.user_id
        )
        theirs = said_to(self._connection, user.user_id, replies)
        known = set(self._connection.execute(seen).scalars())
        new = [
            key
            for key, reply in replies.items()
            if key in theirs and (reply.strip() or key not in known)
        ]
        contents = [
            {
                "id": new_id(),
                "review_id": key,
                "user_id": user.user_id,
                "seen_at": at,
                "reply": replies[key].strip() or None,
            }
            for key in new
        ]
        self._facts.add_all(receipt, contents, device_id=user.device_id, at=at)
        return new

    def marked(self, contact_ids: Sequence[UUID]) -> int:
        """Return of how many of these contacts something is thought."""
        return sum(
            self._connection.execute(
                select(func.count(func.distinct(ContactReview.contact_id))).where(
                    ContactReview.contact_id.in_(chunk),
                    ContactReview.mark != Mark.TAKEN_BACK.value,
                    is_last_review(),
                )
            ).scalar_one()
            for chunk in in_chunks(contact_ids)
        )

    def read_since(self, since: datetime, *, user: CurrentUser) -> int:
        """Return how many contacts the user marked since then."""
        statement = select(func.count(func.distinct(ContactReview.contact_id))).where(
            ContactReview.reviewer_id == user.user_id,
            ContactReview.reviewed_at >= since,
            ContactReview.mark != Mark.TAKEN_BACK.value,
        )
        return self._connection.execute(statement).scalar_one()

    def _choices(self, statement: Select[UUID, str]) -> tuple[Choice, ...]:
        return tuple(Choice(*row) for row in self._connection.execute(statement))
