"""Everything that the client panel shows of one customer."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, bindparam, func, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories import history
from cockpit.data.repositories.campaign_rules import is_running
from cockpit.data.repositories.next_attempts import next_attempt
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import closed_by_persons
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.data.repositories.sight import customers_seen
from cockpit.data.repositories.standing import blocks, is_blocked, standing
from cockpit.domain import formats
from cockpit.domain.calling_window import Wishes
from cockpit.domain.closed_channels import open_email, open_name, shows_numbers
from cockpit.domain.columns import BlockColumns, StandingColumns
from cockpit.domain.customer import (
    CampaignChoice,
    ContactPerson,
    CustomerProfile,
    NextContact,
    PhoneNumber,
)
from cockpit.domain.cycle import CycleStatistics
from cockpit.domain.vocabulary import (
    AppointmentKind,
    AppointmentState,
    CampaignArm,
    Channel,
    ServiceCaseState,
)
from cockpit.services.ports import CurrentUser
from models import (
    Appointment,
    Campaign,
    CampaignMember,
    Customer,
    Phone,
    Receivable,
    Region,
    Segment,
    ServiceCase,
    User,
)
from models import ContactPerson as ContactPersonRow

#: Who is kept aside to compare with is called for other reasons than the campaign's.
_CAMPAIGNS = (
    select(Campaign.id, Campaign.name, func.coalesce(Campaign.goal, ""), Campaign.script_id)
    .join(CampaignMember, CampaignMember.campaign_id == Campaign.id)
    .where(
        CampaignMember.customer_id == bindparam("customer_id", type_=Customer.id.type),
        CampaignMember.arm == CampaignArm.TREATED,
        is_running(bindparam("today", type_=Campaign.starts_on.type)),
    )
    .order_by(Campaign.starts_on.desc(), Campaign.id.desc())
)

#: Written into the statement: SQLite takes the index of the open ones for a constant alone.
_OPEN = bindparam(None, AppointmentState.OPEN, Appointment.state.type, literal_execute=True)
_Own = Mapping[UUID | None, frozenset[Channel]]
_WHO = bindparam("customer_id", type_=Customer.id.type)
_WHO_IS = (
    select(
        Customer.code,
        Customer.legal_name,
        Customer.trade_name,
        Customer.tax_id,
        Customer.is_tax_id_valid,
        Customer.city,
        Customer.state,
        Customer.time_zone,
        Customer.preferred_channel,
        Customer.preferred_from_minute,
        Customer.preferred_until_minute,
        Customer.preferred_weekdays,
        Customer.category,
        Customer.credit_state,
        Customer.credit_limit_cents,
        Segment.name.label("segment"),
        Region.name.label("region"),
        User.name.label("owner"),
    )
    .select_from(Customer)
    .outerjoin(Region, Region.id == Customer.region_id)
    .outerjoin(User, User.id == Customer.owner_id)
    .where(Customer.id == _WHO)
)
_IDENTITY = _WHO_IS.outerjoin(Segment, Segment.id == Customer.segment_id)
_THEN = bindparam("segment_id", type_=Segment.id.type)
_IDENTITY_THEN = _WHO_IS.outerjoin(Segment, Segment.id == _THEN)


class SqlCustomerRepository:
    """Reads of customers."""

    def __init__(self, connection: Connection, viewer_id: UUID) -> None:
        self._connection = connection
        self._viewer_id = viewer_id

    def blocks(self, customer_ids: Iterable[UUID] | None = None) -> BlockColumns:
        """Return the periods in which some or all customers were blocked."""
        return blocks(self._connection, customer_ids)

    def standing(
        self, customer_ids: Sequence[UUID], *, known_at: datetime | None = None
    ) -> StandingColumns:
        """Return companies, segments and blocked periods, parallel to the keys, as known then."""
        return standing(self._connection, customer_ids, known_at)

    def names(self, customer_ids: Collection[UUID]) -> dict[UUID, str]:
        """Return the trade names, or else the legal ones, of those who are there."""
        name = SHOWN_NAME.label("name")
        statement = select(Customer.id, name).where(Customer.id.in_(customer_ids))
        return {row.id: row.name for row in self._connection.execute(statement)}

    def seen_by(self, viewer: CurrentUser) -> frozenset[UUID] | None:
        """Return the customers whom somebody may be told of; None for all of them."""
        return customers_seen(self._connection, viewer)

    def profile(
        self, customer_id: UUID, *, today: date, known_at: datetime | None = None
    ) -> CustomerProfile | None:
        """Return everything the panel shows but the statistics, or None where they are gone."""
        row = self._identity(customer_id, known_at)
        if row is None:
            return None
        closed = forbidden_channels(self._connection, [customer_id]).get(customer_id, frozenset())
        own = closed_by_persons(self._connection, [customer_id]).get(customer_id, {})
        of_anybody = closed.union(*own.values())
        agreed = self._next_contact(customer_id)
        attempt = None if agreed else next_attempt(self._connection, customer_id)
        return CustomerProfile(
            customer_id=customer_id,
            code=row.code or "",
            legal_name=row.legal_name,
            trade_name=row.trade_name or "",
            tax_id=row.tax_id or "",
            is_tax_id_valid=row.is_tax_id_valid,
            segment=row.segment or "",
            region=row.region or "",
            city=row.city or "",
            state=row.state or "",
            owner=row.owner or "",
            category=row.category,
            credit_state=row.credit_state,
            credit_limit_cents=row.credit_limit_cents,
            is_blocked=is_blocked(self._connection, customer_id, today),
            forbidden_channels=closed,
            overdue_cents=self._overdue_cents(customer_id, today),
            open_case_count=self._open_case_count(customer_id),
            phones=self._phones(customer_id, own) if shows_numbers(closed) else (),
            persons=self._persons(customer_id, closed, own),
            orders=history.orders(self._connection, customer_id, until=today, known_at=known_at),
            contacts=tuple(
                replace(one, person_name=open_name(one.person_name, of_anybody))
                for one in history.contacts(self._connection, customer_id, known_at=known_at)
            ),
            next_contact=agreed,
            statistics=CycleStatistics(),
            time_zone=row.time_zone or "",
            wishes=Wishes(
                row.preferred_from_minute, row.preferred_until_minute, row.preferred_weekdays
            ),
            preferred_channel=row.preferred_channel,
            campaigns=self._campaigns(customer_id, today),
            next_attempt=attempt,
        )

    def _identity(
        self, customer_id: UUID, known_at: datetime | None
    ) -> Row[*tuple[Any, ...]] | None:
        if known_at is None:
            found = self._connection.execute(_IDENTITY, {"customer_id": customer_id})
        else:
            (then,) = standing(self._connection, [customer_id], known_at).segment_id
            whose = {"customer_id": customer_id, "segment_id": then}
            found = self._connection.execute(_IDENTITY_THEN, whose)
        return found.one_or_none()

    def _overdue_cents(self, customer_id: UUID, today: date) -> int:
        owed = func.sum(Receivable.amount_cents - Receivable.paid_cents)
        statement = select(owed).where(
            Receivable.customer_id == customer_id,
            Receivable.paid_on.is_(None),
            Receivable.due_on < today,
        )
        return int(self._connection.execute(statement).scalar() or 0)

    def _open_case_count(self, customer_id: UUID) -> int:
        statement = select(func.count()).where(
            ServiceCase.customer_id == customer_id, ServiceCase.state == ServiceCaseState.OPEN
        )
        return self._connection.execute(statement).scalar_one()

    def _phones(self, customer_id: UUID, own: _Own) -> tuple[PhoneNumber, ...]:
        statement = (
            select(
                Phone.raw,
                Phone.e164,
                Phone.extension,
                Phone.kind,
                Phone.is_primary,
                Phone.person_id,
                Phone.whatsapp_e164,
            )
            .where(Phone.customer_id == customer_id)
            .order_by(Phone.is_primary.desc(), Phone.id)
        )
        return tuple(
            PhoneNumber(
                raw=row.raw,
                display=formats.phone(row.e164) if row.e164 else row.raw,
                e164=row.e164,
                extension=row.extension or "",
                kind=row.kind,
                is_primary=row.is_primary,
                person_id=row.person_id,
                whatsapp_e164=row.whatsapp_e164,
            )
            for row in self._connection.execute(statement)
            if shows_numbers(own.get(row.person_id, frozenset()))
        )

    def _persons(
        self, customer_id: UUID, closed: frozenset[Channel], own: _Own
    ) -> tuple[ContactPerson, ...]:
        statement = (
            select(
                ContactPersonRow.id,
                ContactPersonRow.name,
                func.coalesce(ContactPersonRow.job_title, ""),
                func.coalesce(ContactPersonRow.email, ""),
                ContactPersonRow.is_primary,
            )
            .where(ContactPersonRow.customer_id == customer_id)
            .order_by(ContactPersonRow.is_primary.desc(), ContactPersonRow.name)
        )
        return tuple(
            ContactPerson(
                key,
                open_name(name, closed | shut),
                title,
                open_email(email, closed | shut),
                is_first,
                shut,
            )
            for key, name, title, email, is_first in self._connection.execute(statement)
            for shut in (own.get(key, frozenset()),)
        )

    def _campaigns(self, customer_id: UUID, today: date) -> tuple[CampaignChoice, ...]:
        found = self._connection.execute(_CAMPAIGNS, {"customer_id": customer_id, "today": today})
        return tuple(CampaignChoice(*row) for row in found)

    def _next_contact(self, customer_id: UUID) -> NextContact | None:
        """Return the open next contact; of a colleague's own callback not what they noted."""
        owner = aliased(User)
        statement = (
            select(
                Appointment.id,
                Appointment.kind,
                Appointment.due_at,
                Appointment.has_time,
                func.coalesce(Appointment.note, ""),
                func.coalesce(owner.name, ""),
                and_(
                    Appointment.kind == AppointmentKind.MY_CALLBACK,
                    Appointment.user_id != self._viewer_id,
                ),
                Appointment.goal,
                Appointment.deadline_at,
            )
            .outerjoin(owner, owner.id == Appointment.user_id)
            .where(Appointment.customer_id == customer_id, Appointment.state == _OPEN)
        )
        row = self._connection.execute(statement).one_or_none()
        if row is None:
            return None
        found = NextContact(*row)
        return replace(found, note="") if found.is_colleagues else found
