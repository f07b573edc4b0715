"""Customers with their telephones and the person to talk to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import PersonWishes, closed_by_persons
from cockpit.domain import formats
from cockpit.domain.closed_channels import open_email, open_name
from cockpit.domain.export_columns import ExportCell
from cockpit.domain.vocabulary import Channel, CustomerCategory
from models import Company, ContactPerson, Customer, CustomerBlock, Phone, Region, Segment, User

_ROWS_AT_ONCE = 2_000
#: What an import takes for a list of numbers; a longer cell would be prose.
_LONGEST_CELL = 190
_CATEGORIES = {CustomerCategory.CUSTOMER: "cliente", CustomerCategory.PROSPECT: "prospect"}
_CHANNELS: Mapping[Channel, str] = {
    Channel.PHONE: "telefone",
    Channel.WHATSAPP: "whatsapp",
    Channel.EMAIL: "email",
    Channel.VISIT: "visita",
}

_CUSTOMERS = (
    select(
        Customer.id, Customer.code, Customer.legal_name, Customer.trade_name, Customer.tax_id,
        Customer.city, Customer.state, Segment.name, Region.name, User.name, Company.code,
        Customer.credit_limit_cents, Customer.is_blocked, Customer.category,
    )
    .outerjoin(Segment, Customer.segment_id == Segment.id)
    .outerjoin(Region, Customer.region_id == Region.id)
    .outerjoin(User, Customer.owner_id == User.id)
    .outerjoin(Company, Customer.company_id == Company.id)
    .order_by(Customer.id)
    .limit(_ROWS_AT_ONCE)
)  # fmt: skip


def customers(
    connection: Connection, *, is_keeping_closed: bool
) -> Iterator[tuple[ExportCell, ...]]:
    """Yield the customers and prospects by key.

    Args:
        connection: Where.
        is_keeping_closed: Whether numbers and addresses of closed channels are among them.
            Without, their cells are empty, by which an import changes nothing.
    """
    last: UUID | None = None
    while True:
        statement = _CUSTOMERS if last is None else _CUSTOMERS.where(Customer.id > last)
        rows = connection.execute(statement).all()
        if not rows:
            return
        last = rows[-1][0]
        keys = [row[0] for row in rows]
        own: PersonWishes = {} if is_keeping_closed else closed_by_persons(connection, keys)
        phones, persons = _phones(connection, keys, own), _persons(connection, keys, own)
        blocks, closed = _blocks(connection, keys), forbidden_channels(connection, keys)
        for row in rows:
            key = row[0]
            shut = closed.get(key, frozenset())
            numbers, person = phones.get(key, []), persons.get(key, ("", ""))
            if not is_keeping_closed:
                numbers, person = _open_numbers(numbers, shut), _open_person(person, shut)
            yield (
                *_cells(tuple(row), numbers, person),
                ", ".join(blocks.get(key, ())),
                _wish(shut),
            )


def _cells(
    row: Sequence[Any], phones: list[str], person: tuple[str, str]
) -> tuple[ExportCell, ...]:
    (_, code, legal_name, trade_name, tax_id, city, state, segment, region, owner, company,
     limit, is_blocked, category) = row  # fmt: skip
    name, email = person
    return (
        code, legal_name, trade_name, formats.tax_id(tax_id or ""), phones[0] if phones else "",
        _joined(phones[1:]), email, name, city, state, segment, region, owner, company, limit,
        is_blocked, _CATEGORIES[category],
    )  # fmt: skip


def _phones(
    connection: Connection, keys: Sequence[UUID], own: PersonWishes
) -> dict[UUID, list[str]]:
    """Return the numbers of some customers, the one that is dialled first."""
    statement = (
        select(Phone.customer_id, Phone.person_id, Phone.e164, Phone.raw, Phone.extension)
        .where(Phone.customer_id.in_(keys))
        .order_by(Phone.is_primary.desc(), Phone.id)
    )
    found: dict[UUID, list[str]] = {}
    for key, person_id, e164, raw, extension in connection.execute(statement):
        if Channel.PHONE in own.get(key, {}).get(person_id, ()):
            continue
        number = formats.phone(e164) if e164 else raw
        ramal = f" ramal {extension}" if e164 and extension else ""
        found.setdefault(key, []).append(number + ramal)
    return found


def _open_numbers(numbers: list[str], closed: frozenset[Channel]) -> list[str]:
    """Return the numbers, none where calls are closed: that is what the columns are for."""
    return [] if Channel.PHONE in closed else numbers


def _open_person(person: tuple[str, str], closed: frozenset[Channel]) -> tuple[str, str]:
    """Return name and e-mail as far as they are open.

    A name that is nothing but the address is left out whole: shortened, an import would take it
    for another person.
    """
    name, email = person
    is_shown = open_name(name, closed) == name
    return (name if is_shown else "", open_email(email, closed))


def _blocks(connection: Connection, keys: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Return the blocked periods of some customers, each from its first day to the one after it."""
    statement = (
        select(CustomerBlock.customer_id, CustomerBlock.blocked_on, CustomerBlock.unblocked_on)
        .where(CustomerBlock.customer_id.in_(keys))
        .order_by(CustomerBlock.blocked_on, CustomerBlock.id)
    )
    found: dict[UUID, list[str]] = {}
    for key, from_day, until_day in connection.execute(statement):
        until = "" if until_day is None else f" {until_day:%d/%m/%Y}"
        found.setdefault(key, []).append(f"{from_day:%d/%m/%Y} a{until}")
    return found


def _wish(closed: frozenset[Channel]) -> str:
    """Return the channels that a customer closed; yes means all of them."""
    if len(closed) == len(Channel):
        return "sim"
    return ", ".join(word for channel, word in _CHANNELS.items() if channel in closed)


def _persons(
    connection: Connection, keys: Sequence[UUID], own: PersonWishes
) -> dict[UUID, tuple[str, str]]:
    """Return name and e-mail of each customer's first person, as far as they are open."""
    statement = (
        select(ContactPerson.customer_id, ContactPerson.id, ContactPerson.name, ContactPerson.email)
        .where(ContactPerson.customer_id.in_(keys))
        .order_by(ContactPerson.is_primary.desc(), ContactPerson.id)
    )
    found: dict[UUID, tuple[str, str]] = {}
    for key, person_id, name, email in connection.execute(statement):
        shut = own.get(key, {}).get(person_id, frozenset())
        found.setdefault(key, _open_person((name, email or ""), shut))
    return found


def _joined(phones: Sequence[str]) -> str:
    """Return as many numbers as an import reads out of one cell."""
    text = ""
    for phone in phones:
        longer = f"{text} / {phone}" if text else phone
        if len(longer) > _LONGEST_CELL:
            break
        text = longer
    return text
