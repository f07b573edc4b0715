"""Conversations, as they were last corrected."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories.person_wishes import closed_by_anybody
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.closed_channels import open_name
from cockpit.domain.export_columns import ExportCell
from models import Campaign, Company, Contact, ContactPerson, Customer, Outcome, Reason, User

_ROWS_AT_ONCE = 2_000
_CORRECTION = aliased(Contact)
_CONTACTS = (
    select(
        Customer.id, func.coalesce(Customer.code, Customer.tax_id), Contact.occurred_at,
        func.coalesce(Company.time_zone, DEFAULT_ZONE.key),
        User.name, func.coalesce(Contact.person_name, ContactPerson.name), Outcome.name,
        Reason.name, Campaign.name, Contact.note, Company.code,
    )
    .join(Customer, Contact.customer_id == Customer.id)
    .join(User, Contact.user_id == User.id)
    .join(Outcome, Contact.outcome_id == Outcome.id)
    .outerjoin(Reason, Contact.reason_id == Reason.id)
    .outerjoin(Campaign, Contact.campaign_id == Campaign.id)
    .outerjoin(ContactPerson, Contact.person_id == ContactPerson.id)
    .outerjoin(Company, Customer.company_id == Company.id)
    .where(~select(_CORRECTION.id).where(_CORRECTION.amends_id == Contact.id).exists())
    .order_by(Contact.id)
)  # fmt: skip


def contacts(
    connection: Connection, *, is_keeping_closed: bool
) -> Iterator[tuple[ExportCell, ...]]:
    """Yield the contacts by key, in the local time of the company that sells to the customer.

    Args:
        connection: Where.
        is_keeping_closed: Whether a person is named by an address that is closed.
    """
    closed = {} if is_keeping_closed else closed_by_anybody(connection)
    options = {"yield_per": _ROWS_AT_ONCE}
    rows = connection.execute(_CONTACTS, execution_options=options)
    for key, customer, at, zone, attendant, person, *rest in rows:
        local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        yield customer, local, attendant, open_name(person or "", closed.get(key, ())), *rest
