"""The filter of a reading list as conditions of SQL."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Exists,
    and_,
    exists,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from cockpit.domain.review import Mark, Wanted
from models import Contact, ContactReview, CustomerMetric, Objection, User

_Correction = aliased(Contact)
_Later = aliased(ContactReview)
IS_LAST_FORM = ~exists().where(_Correction.amends_id == Contact.id)


def is_last_review(of: type[ContactReview] = ContactReview) -> ColumnElement[bool]:
    """Return whether nothing was thought of the contact after this review."""
    return ~exists().where(_Later.contact_id == of.contact_id, _is_after(_Later, of))


def _is_after(one: Any, other: Any) -> ColumnElement[bool]:
    """Return whether a review came after another; of one instant by key."""
    return or_(
        one.reviewed_at > other.reviewed_at,
        and_(one.reviewed_at == other.reviewed_at, one.id > other.id),
    )


def whose(connection: Connection, wanted: Wanted) -> frozenset[UUID] | None:
    """Return whose contacts a list holds; None for everybody's."""
    chosen = wanted.filter
    found = wanted.people
    if chosen.operators:
        found = chosen.operators if found is None else found & chosen.operators
    if chosen.teams:
        members = select(User.id).where(User.team_id.in_(chosen.teams))
        keys = frozenset(connection.execute(members).scalars())
        found = keys if found is None else found & keys
    return found


def conditions(
    wanted: Wanted, people: Collection[UUID] | None, *, of_few: bool = False
) -> Iterator[ColumnElement[bool]]:
    """Yield what a contact of the list meets, besides the words of its note.

    Args:
        wanted: The list.
        people: Whose contacts; None for everybody's.
        of_few: Whether few customers are worth enough, so that a file begins with them.
    """
    chosen = wanted.filter
    yield IS_LAST_FORM
    yield Contact.occurred_at < wanted.before
    if wanted.since is not None:
        yield Contact.occurred_at >= wanted.since
    if people is not None:
        yield Contact.user_id.in_(people)
    if chosen.outcomes:
        yield Contact.outcome_id.in_(chosen.outcomes)
    if chosen.campaigns:
        yield Contact.campaign_id.in_(chosen.campaigns)
    if chosen.statuses:
        yield Contact.status_at_contact.in_(chosen.statuses)
    if chosen.objections:
        yield Contact.id.in_(_with_objections(chosen.objections))
    if chosen.value_at_least_cents:
        yield _is_worth(chosen.value_at_least_cents, of_few)
    if chosen.marks:
        yield exists().where(
            ContactReview.contact_id == Contact.id,
            ContactReview.mark.in_([one.value for one in chosen.marks]),
            is_last_review(),
        )
    if chosen.is_unread or chosen.of_each:
        yield ~_is_read(wanted.read_since)


def _is_worth(cents: int, of_few: bool) -> ColumnElement[bool]:
    is_enough = CustomerMetric.value_12m_cents >= cents
    if of_few:
        return Contact.customer_id.in_(select(CustomerMetric.customer_id).where(is_enough))
    return exists().where(CustomerMetric.customer_id == Contact.customer_id, is_enough)


def _is_read(before: datetime | None) -> Exists:
    """Return whether something is thought of a contact, or was before an instant."""
    last = [_Later.contact_id == ContactReview.contact_id, _is_after(_Later, ContactReview)]
    own = [
        ContactReview.contact_id == Contact.id, ContactReview.mark != Mark.TAKEN_BACK.value
    ]  # fmt: skip
    if before is not None:
        last.append(_Later.reviewed_at < before)
        own.append(ContactReview.reviewed_at < before)
    return exists().where(*own, ~exists().where(*last))


def _with_objections(kinds: Collection[UUID]) -> Any:
    """Return the contacts in which these were heard, and the later forms of such."""
    form = (
        select(Objection.contact_id.label("id"))
        .where(Objection.kind_id.in_(kinds), Objection.contact_id.is_not(None))
        .cte("form", recursive=True)
    )
    later = select(_Correction.id).join(form, _Correction.amends_id == form.c.id)
    return select(form.union(later).c.id)
