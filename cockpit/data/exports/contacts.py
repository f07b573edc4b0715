"""Conversations, as they were last corrected."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.export_columns import ExportCell
from models import Campaign, Company, Contact, ContactPerson, Customer, Outcome, Reason, User

_ROWS_AT_ONCE = 2_000
_CORRECTION = aliased(Contact)
_CONTACTS = (
    select(
        func.coalesce(Customer.code, Customer.tax_id), Contact.occurred_at,
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


def contacts(connection: Connection) -> Iterator[tuple[ExportCell, ...]]:
    """Yield the contacts by key, in the local time of the company that sells to the customer."""
    options = {"yield_per": _ROWS_AT_ONCE}
    for customer, at, zone, *rest in connection.execute(_CONTACTS, execution_options=options):
        local = at.astimezone(ZoneInfo(zone))
        yield customer, local.replace(tzinfo=None), *rest
