"""Contacts with all that is read of them, a page at a time."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from cockpit.data.repositories.collisions import colleagues_of
from cockpit.data.repositories.review.conditions import is_last_review
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.review import Mark, ReviewRow
from models import (
    Campaign,
    Contact,
    ContactReview,
    ContactReviewReceipt,
    Customer,
    CustomerMetric,
    Objection,
    ObjectionKind,
    Outcome,
    Reason,
    User,
)

_ROWS = (
    select(
        Contact.id.label("contact_id"),
        Contact.customer_id,
        SHOWN_NAME.label("customer"),
        func.coalesce(Customer.code, "").label("code"),
        Contact.user_id.label("operator_id"),
        User.name.label("operator"),
        Contact.occurred_at,
        Contact.channel,
        Contact.direction,
        Outcome.name.label("outcome"),
        func.coalesce(Reason.name, "").label("reason"),
        func.coalesce(Campaign.name, "").label("campaign"),
        Contact.status_at_contact,
        CustomerMetric.value_12m_cents.label("yearly_cents"),
        CustomerMetric.at_risk_cents,
        func.coalesce(Contact.note, "").label("note"),
        Contact.amends_id,
    )
    .join(Customer, Customer.id == Contact.customer_id)
    .join(User, User.id == Contact.user_id)
    .join(Outcome, Outcome.id == Contact.outcome_id)
    .outerjoin(Reason, Reason.id == Contact.reason_id)
    .outerjoin(Campaign, Campaign.id == Contact.campaign_id)
    .outerjoin(CustomerMetric, CustomerMetric.customer_id == Contact.customer_id)
)


def rows_of(connection: Connection, contact_ids: Sequence[UUID]) -> list[ReviewRow]:
    """Return these contacts in this order; those that are gone are left out."""
    if not contact_ids:
        return []
    found = connection.execute(_ROWS.where(Contact.id.in_(contact_ids))).all()
    amended = {row.contact_id: row.amends_id for row in found}
    chains = forms_of(connection, amended)
    heard = _objections(connection, chains)
    marks = _marks(connection, contact_ids)
    first = {key: chains[key][-1] for key in amended}
    met = colleagues_of(connection, {first[row.contact_id]: row.customer_id for row in found})
    rows: dict[UUID, ReviewRow] = {}
    for row in found:
        values = row._asdict()
        is_correction = values.pop("amends_id") is not None
        said = marks.get(row.contact_id, {})
        rows[row.contact_id] = ReviewRow(
            **values,
            **said,
            objections=tuple(heard.get(row.contact_id, ())),
            is_correction=is_correction,
            colleagues=met.get(first[row.contact_id], ()),
        )
    return [rows[key] for key in contact_ids if key in rows]


def forms_of(connection: Connection, amended: dict[UUID, UUID | None]) -> dict[UUID, list[UUID]]:
    """Return each contact with the forms that it corrects, itself first.

    Args:
        connection: Where.
        amended: What each contact corrects, None where it corrects nothing.
    """
    chains = {key: [key] for key in amended}
    heads = {key: former for key, former in amended.items() if former is not None}
    while heads:
        for key, former in heads.items():
            chains[key].append(former)
        statement = select(Contact.id, Contact.amends_id).where(
            Contact.id.in_(heads.values()), Contact.amends_id.is_not(None)
        )
        found = connection.execute(statement)
        known = {key: former for key, former in found if former is not None}
        heads = {key: known[former] for key, former in heads.items() if former in known}
    return chains


def _objections(connection: Connection, chains: dict[UUID, list[UUID]]) -> dict[UUID, list[str]]:
    """Return the names of the objections that were heard in each contact, in any of its forms."""
    last = {form: key for key, forms in chains.items() for form in forms}
    statement = (
        select(Objection.contact_id, ObjectionKind.name)
        .join(ObjectionKind, ObjectionKind.id == Objection.kind_id)
        .where(Objection.contact_id.in_(last))
        .order_by(Objection.opened_at, Objection.id)
    )
    heard: dict[UUID, dict[str, None]] = defaultdict(dict)
    for contact_id, name in connection.execute(statement):
        if contact_id is not None:
            heard[last[contact_id]][name] = None
    return {key: list(names) for key, names in heard.items()}


def _marks(connection: Connection, contact_ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """Return what was thought last of each contact; nothing where that was taken back."""
    statement = (
        select(
            ContactReview.id,
            ContactReview.contact_id,
            ContactReview.mark,
            func.coalesce(ContactReview.comment, "").label("comment"),
            User.name.label("reviewer"),
            ContactReview.reviewed_at,
        )
        .join(User, User.id == ContactReview.reviewer_id)
        .where(ContactReview.contact_id.in_(contact_ids), is_last_review())
    )
    found = [row for row in connection.execute(statement) if row.mark in set(Mark)]
    answers = _answers(connection, [row.id for row in found])
    return {
        row.contact_id: {
            "mark": Mark(row.mark),
            "comment": row.comment,
            "reviewer": row.reviewer,
            "reviewed_at": row.reviewed_at,
            **answers.get(row.id, {}),
        }
        for row in found
        if row.mark != Mark.TAKEN_BACK
    }


def _answers(connection: Connection, review_ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """Return when each review was first read, and the last thing that was said to it."""
    if not review_ids:
        return {}
    statement = (
        select(
            ContactReviewReceipt.review_id,
            ContactReviewReceipt.seen_at,
            ContactReviewReceipt.reply,
        )
        .where(ContactReviewReceipt.review_id.in_(review_ids))
        .order_by(ContactReviewReceipt.seen_at, ContactReviewReceipt.id)
    )
    found: dict[UUID, dict[str, Any]] = {}
    for review_id, seen_at, reply in connection.execute(statement):
        said = found.setdefault(review_id, {"seen_at": seen_at})
        if reply:
            said["reply"] = reply
    return found
