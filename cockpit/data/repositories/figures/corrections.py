"""Contacts that were corrected: which form of them counts, and whose they stay."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, select
from sqlalchemy.orm import aliased

from models import Contact

_FORMER = aliased(Contact)
_CORRECTION = aliased(Contact)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What became of contacts that somebody corrected, as it was known at an instant.

    Two laptops may correct the same contact: the correction that was written last counts.

    Attributes:
        known_at: The instant; None for now.
        first_loggers: By the form that counts, who logged the contact first.
        amended: Contacts that were corrected; they do not count.
        beaten: Corrections that do not count because of a later one of the same contact.
    """

    known_at: datetime | None = None
    first_loggers: Mapping[UUID, UUID] = field(default_factory=dict)
    beaten: frozenset[UUID] = frozenset()
    amended: frozenset[UUID] = frozenset()

    @classmethod
    def read(cls, connection: Connection, known_at: datetime | None) -> "Corrections":
        """Read the corrections that are known."""
        statement = (
            select(Contact.id, Contact.amends_id, Contact.recorded_at, _FORMER.user_id)
            .join(_FORMER, _FORMER.id == Contact.amends_id)
            .where(Contact.amends_id.is_not(None), _is_known(Contact, known_at))
        )
        rows = connection.execute(statement).all()
        former = {row.id: row.amends_id for row in rows}
        loggers = {row.amends_id: row.user_id for row in rows}
        last: dict[UUID, tuple[datetime, UUID]] = {}
        for row in rows:
            first = row.amends_id
            while (earlier := former.get(first)) is not None:
                first = earlier
            form = (row.recorded_at, row.id)
            last[first] = max(last.get(first, form), form)
        counting = {key: loggers[first] for first, (_, key) in last.items()}
        beaten = former.keys() - counting.keys() - set(former.values())
        return cls(known_at, counting, frozenset(beaten), frozenset(former.values()))

    def counts(self, contact: Any) -> ColumnElement[bool]:
        """Return whether a contact counts: known, corrected by no other, and not beaten.

        Args:
            contact: ``Contact`` or an alias of it.
        """
        corrected = select(_CORRECTION.amends_id).where(
            _CORRECTION.amends_id.is_not(None), _is_known(_CORRECTION, self.known_at)
        )
        conditions = [contact.id.not_in(corrected), _is_known(contact, self.known_at)]
        if self.beaten:
            conditions.append(contact.id.not_in(sorted(self.beaten)))
        return and_(*conditions)

    def is_first(self) -> ColumnElement[bool]:
        """Return whether a contact is known and corrects no other; ``amended`` are among them."""
        return and_(Contact.amends_id.is_(None), _is_known(Contact, self.known_at))


def _is_known(contact: Any, known_at: datetime | None) -> ColumnElement[bool]:
    """Return whether a contact had reached the database by an instant."""
    if known_at is None:
        everything: ColumnElement[bool] = contact.id.is_not(None)
        return everything
    known: ColumnElement[bool] = func.coalesce(contact.stored_at, contact.recorded_at) <= known_at
    return known
