"""Erasing somebody as an administrator does it: found, tried, done, and done again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from cockpit.data.server.asking import asking
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import PersonKind

_CUSTOMERS = text(
    """SELECT id, code, coalesce(nullif(trade_name, ''), legal_name) AS name, person_kind
    FROM customers WHERE code = :word OR id::text = lower(:word)
        OR tax_id = nullif(regexp_replace(upper(:word), '[^0-9A-Z]', '', 'g'), '') LIMIT 3"""
)
_PERSONS = text(
    """SELECT id, name FROM contact_persons WHERE customer_id = :customer
        AND (id::text = lower(:word) OR lower(name) = lower(:word)) LIMIT 3"""
)
_ERASE = text("SELECT public.giro_erase(:entity, :key)")
_PATIENCE = "SET LOCAL statement_timeout = 0"


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody who can be erased.

    Attributes:
        entity: ``contact_persons``, or ``customers``.
        key: Of the row.
        name: As it stands; not to be written anywhere.
        customer: The customer's code, or its key where it has none.
        kind: What the customer is.
    """

    entity: str
    key: UUID
    name: str
    customer: str
    kind: PersonKind


@dataclass(frozen=True, slots=True)
class Erased:
    """What erasing somebody took.

    Attributes:
        rows: By table, how many rows say less or are gone.
        facts: How many of them were facts, which the trail explains.
    """

    rows: Mapping[str, int]
    facts: int


def whom(connection: Connection, customer: str, person: str = "") -> Whom:
    """Return who is meant, by the customer's code, document or key, and the person's name or key.

    Raises:
        BadInputError: Nobody is, or more than one.
    """
    with asking(connection):
        found = connection.execute(_CUSTOMERS, {"word": customer}).all()
        if len(found) != 1:
            raise BadInputError("erase_customer_unclear", word=customer, count=len(found))
        (one,) = found
        kind, code = PersonKind(one.person_kind), one.code or str(one.id)
        if not person:
            return Whom("customers", one.id, one.name, code, kind)
        asked = {"customer": one.id, "word": person}
        persons = connection.execute(_PERSONS, asked).all()
    if len(persons) != 1:
        raise BadInputError("erase_person_unclear", word=person, count=len(persons))
    return Whom("contact_persons", persons[0].id, persons[0].name, code, kind)


def erase(connection: Connection, entity: str, key: UUID, *, is_trial: bool = False) -> Erased:
    """Erase somebody, or try it and take it back: what is told is what it takes.

    Args:
        connection: An administrator's, without a transaction.
        entity: ``contact_persons`` or ``customers``.
        key: Of the row.
        is_trial: Whether nothing is to stay of it.

    Raises:
        BadInputError: There is no such row.
    """
    with asking(connection):
        connection.exec_driver_sql(_PATIENCE)
        told: dict[str, Any] = connection.execute(
            _ERASE, {"entity": entity, "key": key}
        ).scalar_one()
        if is_trial:
            connection.get_transaction().rollback()  # type: ignore[union-attr]
    return Erased(told["rows"], told["facts"])
