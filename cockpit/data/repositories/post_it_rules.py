"""Whom a post-it is for, how long it holds, and whom it raises in the queue."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    or_,
    select,
)

from cockpit.domain.post_its import one_line
from models import Contact, PostIt, PostItCustomer, PostItRecipient, User

VIEWER = bindparam("viewer_id", type_=User.__table__.c.id.type)
TODAY = bindparam("today", type_=PostIt.__table__.c.valid_until_on.type)
AT = bindparam("at", type_=PostIt.__table__.c.posted_at.type)

_RECIPIENT = exists().where(PostItRecipient.post_it_id == PostIt.id)


def is_for_viewer() -> ColumnElement[bool]:
    """Return whether a post-it is for the viewer: by name, by team, or for all."""
    team = select(User.team_id).where(User.id == VIEWER).scalar_subquery()
    own = or_(PostItRecipient.user_id == VIEWER, PostItRecipient.team_id == team)
    return or_(~_RECIPIENT, _RECIPIENT.where(own))


def is_in_force() -> ColumnElement[bool]:
    """Return whether a post-it holds today: neither withdrawn nor past its last day."""
    return and_(
        PostIt.withdrawn_at.is_(None),
        or_(PostIt.valid_until_on.is_(None), PostIt.valid_until_on >= TODAY),
    )


def _raising() -> Select[UUID, str, str]:
    """Return who is raised by which words, the newest last; a contact since ends it."""
    since = exists().where(
        Contact.customer_id == PostItCustomer.customer_id,
        Contact.occurred_at >= PostIt.posted_at,
    )
    return (
        select(PostItCustomer.customer_id, User.name, PostIt.body)
        .join(PostIt, PostIt.id == PostItCustomer.post_it_id)
        .join(User, User.id == PostIt.author_id)
        .where(
            PostIt.priority_boost > 0,
            PostIt.posted_at <= AT,
            is_in_force(),
            is_for_viewer(),
            ~since,
        )
        .order_by(PostIt.posted_at, PostIt.id)
    )


_RAISING = _raising()
_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_RAISING_SOME = _RAISING.where(PostItCustomer.customer_id.in_(_KEYS))


def raised(
    connection: Connection,
    *,
    viewer_id: UUID,
    today: date,
    at: datetime,
    customer_ids: Collection[UUID] | None = None,
) -> dict[UUID, str]:
    """Return the customers whom post-its for the viewer raise, with author and words.

    Args:
        connection: Where.
        viewer_id: The user.
        today: The day on which post-its must hold.
        at: The present instant; later ones are not there yet.
        customer_ids: Whose; None for everybody's.
    """
    values: dict[str, object] = {"viewer_id": viewer_id, "today": today, "at": at}
    statement = _RAISING
    if customer_ids is not None:
        statement, values["keys"] = _RAISING_SOME, sorted(customer_ids)
    return {
        key: f"{author}: {one_line(body)}"
        for key, author, body in connection.execute(statement, values)
    }
