"""Post-its with their receivers, customers and receipts."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.post_it_rules import VIEWER, is_for_viewer, is_in_force
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.data.seller_logins import SELLER_LOGIN
from cockpit.domain.ids import new_id
from cockpit.domain.plain_text import plain
from cockpit.domain.post_its import PostIt as SeenPostIt
from cockpit.domain.post_its import PostItDraft, Receipt, Receivers
from cockpit.services.ports import CurrentUser
from models import Customer, PostIt, PostItCustomer, PostItReceipt, PostItRecipient, Team, User

_MOST = 500
_NAMES = 8
_SINCE = bindparam("since", type_=PostIt.__table__.c.posted_at.type)
_OWN_RECEIPT = (
    select(func.min(PostItReceipt.read_at))
    .where(PostItReceipt.post_it_id == PostIt.id, PostItReceipt.user_id == VIEWER)
    .correlate(PostIt)
    .scalar_subquery()
)
_ROWS = (
    select(
        PostIt.id,
        PostIt.author_id,
        User.name,
        PostIt.body,
        PostIt.posted_at,
        PostIt.valid_until_on,
        PostIt.priority_boost,
        PostIt.withdrawn_at,
        _OWN_RECEIPT.label("read_at"),
    )
    .join(User, User.id == PostIt.author_id)
    .order_by(PostIt.posted_at.desc(), PostIt.id.desc())
    .limit(_MOST)
)
_RECEIVED = _ROWS.where(
    PostIt.author_id != VIEWER,
    is_for_viewer(),
    or_(is_in_force(), and_(PostIt.posted_at >= _SINCE, PostIt.withdrawn_at.is_(None))),
)
_SENT = _ROWS.where(PostIt.author_id == VIEWER)
_UNREAD = select(func.count(PostIt.id)).where(
    PostIt.author_id != VIEWER,
    is_for_viewer(),
    is_in_force(),
    ~exists().where(PostItReceipt.post_it_id == PostIt.id, PostItReceipt.user_id == VIEWER),
)
_KEYS: Any = bindparam("keys", expanding=True)
#: People who can read: a seller whom an import named has no program.
_READERS = and_(User.is_active, ~User.login.startswith(SELLER_LOGIN))


class SqlPostItRepository:
    """Post-its; receipts are facts."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def received(self, *, user: CurrentUser, today: date, since: datetime) -> list[SeenPostIt]:
        """Return those for the user, newest first: those that hold, and former ones of late."""
        values = {"viewer_id": user.user_id, "today": today, "since": since}
        return self._seen(self._connection.execute(_RECEIVED, values).all(), user)

    def sent(self, *, user: CurrentUser) -> list[SeenPostIt]:
        """Return the user's own, newest first."""
        rows = self._connection.execute(_SENT, {"viewer_id": user.user_id}).all()
        return self._seen(rows, user)

    def unread(self, *, user: CurrentUser, today: date) -> int:
        """Return how many hold that the user has still to read."""
        values = {"viewer_id": user.user_id, "today": today}
        return self._connection.execute(_UNREAD, values).scalar_one()

    def receipts(self, post_it_id: UUID) -> list[Receipt]:
        """Return whom a post-it is for and when they read it, readers first."""
        first = func.min(PostItReceipt.read_at)
        statement = (
            select(User.name, first)
            .select_from(PostIt)
            .join(User, and_(User.id != PostIt.author_id, _is_reader()))
            .outerjoin(
                PostItReceipt,
                and_(PostItReceipt.post_it_id == PostIt.id, PostItReceipt.user_id == User.id),
            )
            .where(PostIt.id == post_it_id)
            .group_by(User.id, User.name)
        )
        found = [Receipt(name, at) for name, at in self._connection.execute(statement)]
        return sorted(found, key=lambda one: (one.read_at is None, one.read_at, plain(one.name)))

    def receivers(self) -> Receivers:
        """Return whom a post-it can be for."""
        users = self._connection.execute(select(User.id, User.name).where(_READERS))
        teams = self._connection.execute(select(Team.id, Team.name))
        return Receivers(
            tuple(sorted(((key, name) for key, name in users), key=_by_name)),
            tuple(sorted(((key, name) for key, name in teams), key=_by_name)),
        )

    def add(self, draft: PostItDraft, *, user: CurrentUser, at: datetime) -> bool:
        """Store a post-it; False where this very one is stored already."""
        key = draft.post_it_id
        if self._connection.execute(select(PostIt.id).where(PostIt.id == key)).first():
            return False
        self._connection.execute(
            insert(PostIt).values(
                id=key,
                author_id=user.user_id,
                body=draft.body.strip(),
                posted_at=at,
                valid_until_on=draft.valid_until_on,
                priority_boost=int(draft.is_raising and bool(draft.customer_ids)),
            )
        )
        receivers = [{"user_id": one, "team_id": None} for one in dict.fromkeys(draft.user_ids)]
        receivers += [{"user_id": None, "team_id": one} for one in dict.fromkeys(draft.team_ids)]
        self._insert(PostItRecipient, key, receivers)
        customers = dict.fromkeys(draft.customer_ids)
        self._insert(PostItCustomer, key, [{"customer_id": one} for one in customers])
        return True

    def mark_read(
        self, post_it_ids: Sequence[UUID], *, user: CurrentUser, at: datetime
    ) -> list[UUID]:
        """Store that the user read these; return the customers of those that were unread."""
        self._facts.reserve(user.device_id)
        unread = select(PostIt.id).where(
            PostIt.id.in_(post_it_ids),
            PostIt.author_id != user.user_id,
            ~exists().where(
                PostItReceipt.post_it_id == PostIt.id, PostItReceipt.user_id == user.user_id
            ),
        )
        keys = list(self._connection.execute(unread).scalars())
        contents = [
            {"id": new_id(), "post_it_id": key, "user_id": user.user_id, "read_at": at}
            for key in keys
        ]
        self._facts.add_all(PostItReceipt, contents, device_id=user.device_id, at=at)
        return self._customers_of(keys)

    def withdraw(self, post_it_id: UUID, *, user: CurrentUser, at: datetime) -> list[UUID] | None:
        """Take the user's own post-it back; return its customers, or None."""
        done = self._connection.execute(
            update(PostIt)
            .where(
                PostIt.id == post_it_id,
                PostIt.author_id == user.user_id,
                PostIt.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=at)
        )
        return self._customers_of([post_it_id]) if done.rowcount else None

    def _insert(
        self,
        entity: type[PostItRecipient | PostItCustomer],
        key: UUID,
        rows: Sequence[dict[str, UUID | None]],
    ) -> None:
        if rows:
            self._connection.execute(
                insert(entity), [{"id": new_id(), "post_it_id": key, **row} for row in rows]
            )

    def _customers_of(self, post_it_ids: Sequence[UUID]) -> list[UUID]:
        statement = select(PostItCustomer.customer_id).where(
            PostItCustomer.post_it_id.in_(post_it_ids)
        )
        return list(self._connection.execute(statement.distinct()).scalars())

    def _seen(self, rows: Sequence[Any], user: CurrentUser) -> list[SeenPostIt]:
        keys = [row.id for row in rows]
        if not keys:
            return []
        receivers, customers = self._receivers(keys), self._customers(keys)
        counts = self._counts(keys)
        return [
            SeenPostIt(
                post_it_id=row.id,
                author=row.name,
                body=row.body,
                posted_at=row.posted_at,
                valid_until_on=row.valid_until_on,
                is_raising=row.priority_boost > 0,
                receivers=tuple(receivers[row.id]),
                customer_ids=tuple(key for key, _ in customers[row.id]),
                customer_names=tuple(name for _, name in customers[row.id][:_NAMES]),
                withdrawn_at=row.withdrawn_at,
                read_at=row.read_at,
                is_own=row.author_id == user.user_id,
                receipt_count=counts[row.id][0],
                reader_count=counts[row.id][1],
            )
            for row in rows
        ]

    def _receivers(self, keys: Sequence[UUID]) -> dict[UUID, list[str]]:
        statement = (
            select(PostItRecipient.post_it_id, func.coalesce(Team.name, User.name))
            .outerjoin(User, User.id == PostItRecipient.user_id)
            .outerjoin(Team, Team.id == PostItRecipient.team_id)
            .where(PostItRecipient.post_it_id.in_(_KEYS))
        )
        found: dict[UUID, list[str]] = defaultdict(list)
        for key, name in self._connection.execute(statement, {"keys": keys}):
            found[key].append(name)
        for names in found.values():
            names.sort(key=plain)
        return found

    def _customers(self, keys: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
        statement = (
            select(PostItCustomer.post_it_id, Customer.id, SHOWN_NAME)
            .join(Customer, Customer.id == PostItCustomer.customer_id)
            .where(PostItCustomer.post_it_id.in_(_KEYS))
        )
        found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
        for key, customer_id, name in self._connection.execute(statement, {"keys": keys}):
            found[key].append((customer_id, name))
        for named in found.values():
            named.sort(key=_by_name)
        return found

    def _counts(self, keys: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
        """Return how many of the readers read each, and how many readers it has."""
        has_read = exists().where(
            PostItReceipt.post_it_id == PostIt.id, PostItReceipt.user_id == User.id
        )
        statement = (
            select(PostIt.id, func.count(User.id).filter(has_read), func.count(User.id))
            .select_from(PostIt)
            .outerjoin(User, and_(User.id != PostIt.author_id, _is_reader()))
            .where(PostIt.id.in_(_KEYS))
            .group_by(PostIt.id)
        )
        return {
            key: (read, of) for key, read, of in self._connection.execute(statement, {"keys": keys})
        }


def _is_reader() -> ColumnElement[bool]:
    """Return whether a user is among those whom a post-it is for."""
    anyone = exists().where(PostItRecipient.post_it_id == PostIt.id)
    named = exists().where(
        PostItRecipient.post_it_id == PostIt.id,
        or_(PostItRecipient.user_id == User.id, PostItRecipient.team_id == User.team_id),
    )
    return and_(_READERS, or_(~anyone, named))


def _by_name(one: tuple[UUID, str]) -> str:
    return plain(one[1])
