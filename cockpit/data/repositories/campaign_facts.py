"""The contacts that were made for a campaign, each in its last corrected form.

A contact counts for whoever logged it first, whoever corrected it later.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection, exists, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.campaign_progress import CallFacts
from cockpit.domain.clock import DEFAULT_ZONE
from models import Contact, Outcome

_CORRECTION = aliased(Contact)


def calls(connection: Connection, campaign_id: UUID) -> list[CallFacts]:
    """Return the contacts made for a campaign, by instant."""
    statement = (
        select(
            Contact.customer_id,
            Contact.user_id,
            Contact.occurred_at,
            Outcome.is_reached,
            Contact.amends_id,
        )
        .join(Outcome, Outcome.id == Contact.outcome_id)
        .where(
            Contact.campaign_id == campaign_id,
            ~exists().where(_CORRECTION.amends_id == Contact.id),
        )
        .order_by(Contact.occurred_at, Contact.id)
    )
    rows = connection.execute(statement).all()
    first = _first_authors(connection, {row.amends_id for row in rows if row.amends_id})
    return [
        CallFacts(
            row.customer_id,
            first.get(row.amends_id, row.user_id),
            row.occurred_at.astimezone(DEFAULT_ZONE).date(),
            row.is_reached,
        )
        for row in rows
    ]


def _first_authors(connection: Connection, amended: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return by corrected contact who logged the first form of it; chains are short."""
    steps: dict[UUID, tuple[UUID, UUID | None]] = {}
    missing = set(amended)
    asked = set(missing)
    while missing:
        for chunk in in_chunks(sorted(missing)):
            statement = select(Contact.id, Contact.user_id, Contact.amends_id)
            found = connection.execute(statement.where(Contact.id.in_(chunk)))
            steps |= {key: (author, former) for key, author, former in found}
        missing = {one for _, one in steps.values() if one is not None} - steps.keys() - asked
        asked |= missing
    authors: dict[UUID, UUID] = {}
    for key in steps:
        author, former = steps[key]
        while former is not None and former in steps:
            author, former = steps[former]
        authors[key] = author
    return authors
