"""How customers want to be contacted: kept with the customer, every change in the audit."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.audit_trail import record
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import closed_by_persons
from cockpit.domain.audit import Deed
from cockpit.domain.calling_window import Wishes
from cockpit.domain.contact_wishes import ContactWishes, Statement
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel
from cockpit.services.ports import CurrentUser
from models import ContactPermission, ContactPerson, Customer

#: The audit's word for a change of wishes.
WISHES_CHANGED = "wishes_changed"
_WHO = bindparam("customer_id", type_=Customer.id.type)
_STORED = select(
    Customer.preferred_channel,
    Customer.preferred_from_minute,
    Customer.preferred_until_minute,
    Customer.preferred_weekdays,
).where(Customer.id == _WHO)
_FIRST_PERSON = (
    select(ContactPerson.id)
    .where(ContactPerson.customer_id == _WHO, ContactPerson.is_primary)
    .order_by(ContactPerson.name, ContactPerson.id)
)


class SqlWishRepository:
    """The wishes of single customers."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def wishes(self, customer_id: UUID) -> ContactWishes | None:
        """Return a customer's wishes; None where they are gone."""
        row = self._connection.execute(_STORED, {"customer_id": customer_id}).one_or_none()
        if row is None:
            return None
        channel, *hours = row
        person_id = self._connection.execute(_FIRST_PERSON, {"customer_id": customer_id})
        return ContactWishes(channel, Wishes(*hours), person_id.scalars().first())

    def set_wishes(
        self, customer_id: UUID, wishes: ContactWishes, *, user: CurrentUser, at: datetime
    ) -> bool:
        """Store other wishes, with what they were before in the audit.

        Wishes that name nobody leave the customer without a main person: anybody may be asked for.

        Returns:
            Whether they are other ones.
        """
        self._facts.reserve(user.device_id)
        before = self.wishes(customer_id)
        if before is None or before == wishes:
            return False
        # A stamp alone is no change: a laptop does not send it, and would differ from the server.
        if (before.channel, before.hours) != (wishes.channel, wishes.hours):
            self._set_likes(customer_id, wishes, at)
        if before.person_id != wishes.person_id:
            self._set_person(customer_id, wishes.person_id, at)
        detail = {"before": _document(before), "after": _document(wishes)}
        deed = Deed(WISHES_CHANGED, Customer.__tablename__, customer_id, detail)
        record(self._connection, self._facts, deed, user=user, at=at)
        return True

    def closed(self, customer_id: UUID, person_id: UUID | None = None) -> frozenset[Channel]:
        """Return the channels that a customer, or a person there, closed of their own."""
        if person_id is None:
            return forbidden_channels(self._connection, [customer_id]).get(customer_id, frozenset())
        own = closed_by_persons(self._connection, [customer_id]).get(customer_id, {})
        return own.get(person_id, frozenset())

    def state(
        self,
        customer_id: UUID,
        what: tuple[Statement, ...],
        *,
        person_id: UUID | None,
        user: CurrentUser,
        reason: str,
        at: datetime,
    ) -> None:
        """Store wishes about channels as facts, with author, date and reason."""
        contents = [
            {
                "id": new_id(),
                "customer_id": customer_id,
                "person_id": person_id,
                "channel": one.channel,
                "is_forbidden": one.is_forbidden,
                "reason": reason or None,
                "author_id": user.user_id,
                "stated_at": at,
            }
            for one in what
        ]
        self._facts.add_all(ContactPermission, contents, device_id=user.device_id, at=at)

    def _set_likes(self, customer_id: UUID, wishes: ContactWishes, at: datetime) -> None:
        """Store channel, hours and days."""
        self._connection.execute(
            update(Customer)
            .where(Customer.id == customer_id)
            .values(
                preferred_channel=wishes.channel,
                preferred_from_minute=wishes.hours.from_minute,
                preferred_until_minute=wishes.hours.until_minute,
                preferred_weekdays=wishes.hours.weekdays,
                updated_at=at,
            )
        )

    def _set_person(self, customer_id: UUID, person_id: UUID | None, at: datetime) -> None:
        """Let one person be the first to ask for, or nobody."""
        people = update(ContactPerson).where(ContactPerson.customer_id == customer_id)
        former = people.where(ContactPerson.is_primary)
        self._connection.execute(former.values(is_primary=False, updated_at=at))
        if person_id is not None:
            chosen = people.where(ContactPerson.id == person_id)
            self._connection.execute(chosen.values(is_primary=True, updated_at=at))


def _document(wishes: ContactWishes) -> dict[str, Any]:
    """Return wishes as the audit keeps them: no name, which the person may have taken out."""
    found = {
        "channel": wishes.channel,
        "from_minute": wishes.hours.from_minute,
        "until_minute": wishes.hours.until_minute,
        "weekdays": wishes.hours.weekdays,
        "person_id": None if wishes.person_id is None else str(wishes.person_id),
    }
    return {name: value for name, value in found.items() if value is not None}


def wishes_of(document: dict[str, Any]) -> ContactWishes:
    """Return wishes that the audit keeps."""
    channel, person_id = document.get("channel"), document.get("person_id")
    return ContactWishes(
        None if channel is None else Channel(channel),
        Wishes(*(document.get(name) for name in ("from_minute", "until_minute", "weekdays"))),
        None if person_id is None else UUID(person_id),
    )
