"""The relationship log."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.at_lock import read_at_lock
from cockpit.data.repositories.permissions import after_wish
from cockpit.data.repositories.rules_in_force import RulesInForce
from cockpit.data.transaction import Transaction
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import ConflictError
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus, QueueEffect
from cockpit.services.ports import CurrentUser
from models import Contact, ContactPermission, Outcome
from models.types import utc_now


class SqlContactRepository:
    """Stores immutable contacts."""

    def __init__(self, transaction: Transaction, facts: FactWriter, rules: RulesInForce) -> None:
        """Take a transaction.

        Args:
            transaction: Where to read and write.
            facts: Where contacts go.
            rules: The rules in force.
        """
        self._transaction = transaction
        self._connection = transaction.connection
        self._facts = facts
        self._rules = rules

    def add(self, draft: ContactDraft, *, user: CurrentUser, status: LifecycleStatus) -> bool:
        """Store a contact; return False when this very contact is stored already.

        Raises:
            ConflictError: Another contact is stored under the same key.
        """
        self._facts.reserve(user.device_id, customer_id=draft.customer_id)
        known = read_at_lock(self._transaction, draft.customer_id, draft.contact_id)
        if known is not None and known.content_sha256 is not None:
            content = _content(draft, user, status, known.policy_version)
            if fingerprint(Contact.__tablename__, content) != known.content_sha256:
                raise ConflictError("contact_stored_differently")
            return False
        scope = (None, None) if known is None else (known.company_id, known.segment_id)
        version = self._rules.cycles.deciding(*scope).version
        content = _content(draft, user, status, version)
        self._facts.add(Contact, content, device_id=user.device_id, at=utc_now())
        return True

    def count(self, *, user: CurrentUser, since: datetime, before: datetime) -> int:
        """Return how many contacts a user logged in a time; corrections do not count again."""
        statement = select(func.count()).where(
            Contact.user_id == user.user_id,
            Contact.occurred_at >= since,
            Contact.occurred_at < before,
            Contact.amends_id.is_(None),
        )
        return self._connection.execute(statement).scalar_one()

    def effect_amended(self, draft: ContactDraft) -> QueueEffect:
        """Return what the contact that a draft amends did to the queue.

        Raises:
            ConflictError: It is not there, is another customer's, or was amended already.
        """
        # Of two corrections at once the second waits here, and then sees the first.
        self._transaction.lock(draft.customer_id)
        later = aliased(Contact)
        is_amended = exists().where(later.amends_id == Contact.id, later.id != draft.contact_id)
        statement = (
            select(Outcome.queue_effect, is_amended.label("is_amended"))
            .join(Outcome, Outcome.id == Contact.outcome_id)
            .select_from(Contact)
            .where(Contact.id == draft.amends_id, Contact.customer_id == draft.customer_id)
        )
        row = self._connection.execute(statement).one_or_none()
        if row is None:
            raise ConflictError("contact_to_amend_missing")
        if row.is_amended:
            raise ConflictError("contact_amended_already")
        effect: QueueEffect = row.queue_effect
        return effect

    def stored(self, contact_ids: Collection[UUID]) -> set[UUID]:
        """Return which of some contacts are stored."""
        found = self._connection.execute(select(Contact.id).where(Contact.id.in_(contact_ids)))
        return set(found.scalars())

    def forbid(self, customer_id: UUID, *, user: CurrentUser, reason: str, at: datetime) -> None:
        """Store that the customer wants no contact through any channel."""
        content = {
            "id": new_id(),
            "customer_id": customer_id,
            "channel": None,
            "is_forbidden": True,
            "reason": reason or None,
            "author_id": user.user_id,
            "stated_at": at,
        }
        self._facts.add(ContactPermission, content, device_id=user.device_id, at=utc_now())

    def permit_again(self, draft: ContactDraft, *, user: CurrentUser, at: datetime) -> None:
        """Take back the "do not contact" that the amended contact of a draft stored.

        Channels that the customer closed at another time stay closed.
        """
        contents = [
            {
                "id": new_id(),
                "customer_id": draft.customer_id,
                "channel": channel,
                "is_forbidden": False,
                "reason": draft.note or None,
                "author_id": user.user_id,
                "stated_at": at,
            }
            for channel in sorted(frozenset(Channel) - self._closed_besides(draft))
        ]
        self._facts.add_all(ContactPermission, contents, device_id=user.device_id, at=utc_now())

    def _closed_besides(self, draft: ContactDraft) -> frozenset[Channel]:
        """Return the channels that are closed without the wish that is taken back."""
        amended_at = select(Contact.occurred_at).where(Contact.id == draft.amends_id)
        statement = (
            select(ContactPermission.channel, ContactPermission.is_forbidden)
            .where(
                ContactPermission.customer_id == draft.customer_id,
                ContactPermission.person_id.is_(None),
                ContactPermission.stated_at != amended_at.scalar_subquery(),
            )
            .order_by(ContactPermission.stated_at, ContactPermission.id)
        )
        closed: frozenset[Channel] = frozenset()
        for channel, is_forbidden in self._connection.execute(statement):
            closed = after_wish(closed, channel, is_forbidden=is_forbidden)
        return closed


def _content(
    draft: ContactDraft, user: CurrentUser, status: LifecycleStatus, policy_version: int | None
) -> dict[str, Any]:
    return {
        "id": draft.contact_id,
        "customer_id": draft.customer_id,
        "person_id": draft.person_id,
        "person_name": draft.person_name or None,
        "user_id": user.user_id,
        "occurred_at": draft.occurred_at,
        "channel": draft.channel,
        "duration_seconds": draft.duration_seconds,
        "direction": draft.direction,
        "outcome_id": draft.outcome.outcome_id,
        "reason_id": draft.reason.reason_id if draft.reason else None,
        "campaign_id": draft.campaign_id,
        "note": draft.note or None,
        "potential_cents": draft.potential_cents,
        "forecast_on": draft.forecast_on,
        "amends_id": draft.amends_id,
        "status_at_contact": status,
        "policy_version": policy_version,
    }
