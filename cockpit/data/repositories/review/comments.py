"""What is said of contacts to those who made them, and what they answer."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Select,
    Text,
    and_,
    exists,
    func,
    join,
    or_,
    select,
    text,
)
from sqlalchemy.orm import aliased

from cockpit.data.repositories.review.rows import forms_of
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.review import TOLD, Answer, Comment, Mark, Review
from models import Contact, ContactReview, ContactReviewReceipt, Customer, Outcome, User
from models.types import Guid

_Later = aliased(ContactReview)
_Reviewer = aliased(User)
_Correction = aliased(Contact)
_IS_CORRECTED = exists().where(_Correction.amends_id == Contact.id)
#: What somebody said last of a contact is what they say of it.
_STANDS = ~exists().where(
    _Later.contact_id == ContactReview.contact_id,
    _Later.reviewer_id == ContactReview.reviewer_id,
    or_(
        _Later.reviewed_at > ContactReview.reviewed_at,
        and_(
            _Later.reviewed_at == ContactReview.reviewed_at, _Later.id > ContactReview.id
        ),
    ),
)  # fmt: skip
#: A mere tick without a word is nobody's news.
_IS_TOLD = or_(
    ContactReview.mark.in_([one.value for one in TOLD]),
    and_(ContactReview.mark == Mark.CHECKED.value, func.coalesce(ContactReview.comment, "") != ""),
)
#: A server's own contacts of the login whose customers it does not see any more.
_LEFT = func.giro_told_contacts().table_valued(
    Column("id", Guid), Column("customer_id", Guid), Column("customer", Text),
    Column("occurred_at", Contact.occurred_at.type), Column("outcome_id", Guid),
    Column("note", Text), Column("user_id", Guid), Column("is_corrected", Boolean), name="told",
)  # fmt: skip
_HAS_LEFT = text("SELECT to_regprocedure('giro_told_contacts()') IS NOT NULL")


def _told(contact: Any, customer: Any, is_corrected: Any) -> Select[*tuple[Any, ...]]:
    """Return a query of what stands of contacts, joined to the reviews, the newest first."""
    return (
        select(
            ContactReview.id.label("review_id"),
            ContactReview.contact_id,
            contact.customer_id,
            customer.label("customer"),
            contact.occurred_at,
            Outcome.name.label("outcome"),
            func.coalesce(contact.note, "").label("note"),
            ContactReview.mark,
            func.coalesce(ContactReview.comment, "").label("comment"),
            User.name.label("operator"),
            _Reviewer.name.label("reviewer"),
            ContactReview.reviewed_at,
            is_corrected.label("is_corrected"),
        )
        .join(User, User.id == contact.user_id)
        .join(_Reviewer, _Reviewer.id == ContactReview.reviewer_id)
        .join(Outcome, Outcome.id == contact.outcome_id)
        .where(_STANDS, _IS_TOLD)
        .order_by(ContactReview.reviewed_at.desc(), ContactReview.id.desc())
    )


_COMMENTS = _told(Contact, SHOWN_NAME, _IS_CORRECTED).select_from(
    join(ContactReview, Contact, Contact.id == ContactReview.contact_id).join(
        Customer, Customer.id == Contact.customer_id
    )
)
_COMMENTS_OF_LEFT = _told(_LEFT.c, _LEFT.c.customer, _LEFT.c.is_corrected).select_from(
    join(ContactReview, _LEFT, _LEFT.c.id == ContactReview.contact_id)
)


def comments_to(connection: Connection, user_id: UUID, limit: int) -> list[Comment]:
    """Return what others say of somebody's contacts, the newest first."""
    found: list[Comment] = []
    for query, maker in _ways(connection):
        is_told = and_(maker == user_id, ContactReview.reviewer_id != user_id)
        found += _comments(connection, query.where(is_told).limit(limit), by=user_id)
    found.sort(key=lambda one: (one.reviewed_at, one.review_id), reverse=True)
    return found[:limit]


def comments_of(connection: Connection, user_id: UUID, limit: int) -> list[Comment]:
    """Return what somebody says of others' contacts, the newest first."""
    is_said = and_(ContactReview.reviewer_id == user_id, Contact.user_id != user_id)
    return _comments(connection, _COMMENTS.where(is_said).limit(limit), by=None)


def unread(connection: Connection, user_id: UUID | None = None) -> dict[UUID, int]:
    """Return how much of what others say of their contacts people have still to read.

    Args:
        connection: Asked.
        user_id: Only this one; None for everybody whose reviews the reader sees.
    """
    found: Counter[UUID] = Counter()
    for query, maker in _ways(connection):
        is_read = exists().where(
            ContactReviewReceipt.review_id == ContactReview.id,
            ContactReviewReceipt.user_id == maker,
        )
        told = query.where(ContactReview.reviewer_id != maker, ~is_read)
        if user_id is not None:
            told = told.where(maker == user_id)
        counted = told.order_by(None).group_by(maker)
        counted = counted.with_only_columns(maker, func.count(ContactReview.id).label("unread"))
        found.update({row.user_id: row.unread for row in connection.execute(counted)})
    return dict(found)


def said_to(connection: Connection, user_id: UUID, review_ids: Collection[UUID]) -> set[UUID]:
    """Return which of these reviews are of somebody's contacts."""
    found: set[UUID] = set()
    for contact, maker in ((Contact, Contact.user_id), (_LEFT.c, _LEFT.c.user_id)):
        if contact is Contact or _has_left(connection):
            of = exists().where(contact.id == ContactReview.contact_id, maker == user_id)
            chosen = select(ContactReview.id).where(ContactReview.id.in_(review_ids), of)
            found.update(connection.execute(chosen).scalars())
    return found


def _ways(connection: Connection) -> Iterator[tuple[Select[*tuple[Any, ...]], Any]]:
    """Yield the queries of comments, and who made the contact in each."""
    yield _COMMENTS, Contact.user_id
    if _has_left(connection):
        yield _COMMENTS_OF_LEFT, _LEFT.c.user_id


def _has_left(connection: Connection) -> bool:
    """Return whether customers may be out of the login's sight whom it has been with."""
    is_server = connection.dialect.name == "postgresql"
    return is_server and bool(connection.execute(_HAS_LEFT).scalar())


def reviews_of(connection: Connection, contact_id: UUID) -> list[Review]:
    """Return what was thought of a contact and of the forms before it, the newest first."""
    statement = select(Contact.amends_id).where(Contact.id == contact_id)
    before = connection.execute(statement).scalar()
    forms = forms_of(connection, {contact_id: before})[contact_id]
    reviews = connection.execute(
        select(
            ContactReview.id,
            ContactReview.contact_id,
            ContactReview.mark,
            func.coalesce(ContactReview.comment, "").label("comment"),
            User.name.label("reviewer"),
            ContactReview.reviewed_at,
        )
        .join(User, User.id == ContactReview.reviewer_id)
        .where(ContactReview.contact_id.in_(forms))
        .order_by(ContactReview.reviewed_at.desc(), ContactReview.id.desc())
    ).all()
    known = [row for row in reviews if row.mark in set(Mark)]
    answers = _answers(connection, [row.id for row in known])
    return [
        Review(
            review_id=row.id,
            contact_id=row.contact_id,
            mark=Mark(row.mark),
            comment=row.comment,
            reviewer=row.reviewer,
            reviewed_at=row.reviewed_at,
            answers=tuple(one for _, one in answers.get(row.id, ())),
        )
        for row in known
    ]


def _comments(
    connection: Connection, statement: Select[*tuple[Any, ...]], *, by: UUID | None
) -> list[Comment]:
    rows = connection.execute(statement).all()
    answers = _answers(connection, [row.review_id for row in rows])
    return [_comment(row._asdict(), answers.get(row.review_id, ()), by) for row in rows]


def _comment(
    values: dict[str, Any], answers: Collection[tuple[UUID, Answer]], by: UUID | None
) -> Comment:
    """Return a comment as one person answered it, or as anybody did."""
    own = [one for key, one in answers if by is None or key == by]
    said = [one for one in own if one.reply]
    return Comment(
        **values | {"mark": Mark(values["mark"])},
        seen_at=own[0].seen_at if own else None,
        reply=said[-1].reply if said else "",
        replied_at=said[-1].seen_at if said else None,
    )


def _answers(
    connection: Connection, review_ids: Sequence[UUID]
) -> Mapping[UUID, list[tuple[UUID, Answer]]]:
    """Return who read each review, and what they said, in the order in which it came."""
    found: dict[UUID, list[tuple[UUID, Answer]]] = defaultdict(list)
    if not review_ids:
        return found
    receipt = ContactReviewReceipt
    statement = (
        select(receipt.review_id, receipt.user_id, User.name, receipt.seen_at, receipt.reply)
        .join(User, User.id == receipt.user_id)
        .where(receipt.review_id.in_(review_ids))
        .order_by(receipt.seen_at, receipt.id)
    )
    for review_id, user_id, name, seen_at, reply in connection.execute(statement):
        found[review_id].append((user_id, Answer(name, seen_at, reply or "")))
    return found
