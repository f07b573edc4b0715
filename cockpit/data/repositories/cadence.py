"""What the cadence reads: policies, former contacts, ways to reach a customer."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, or_, select

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import closed_by_persons
from cockpit.data.repositories.window_rules import window_rules
from cockpit.domain.cadence import CadencePolicy, CadenceSubject
from cockpit.domain.cadence_choice import CadenceDecision, is_part_of
from cockpit.domain.cadence_documents import rules_of, scope_of
from cockpit.domain.calling_window import Place, Wishes, zone_of
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.email_address import is_email_address
from cockpit.domain.ids import new_id
from cockpit.domain.next_step import Attempt, Reach
from cockpit.domain.vocabulary import (
    AppointmentState,
    CampaignArm,
    Channel,
    ContactDirection,
    LifecycleStatus,
    MessageState,
    OrderKind,
    PhoneKind,
    QueueEffect,
)
from cockpit.services.ports import CurrentUser
from models import (
    Address,
    Appointment,
    Campaign,
    CampaignMember,
    Contact,
    ContactPerson,
    Customer,
    CustomerMetric,
    Order,
    Outcome,
    Phone,
    SentMessage,
)
from models import CadenceDecision as DecisionRow
from models import CadencePolicy as PolicyRow

_WHO = bindparam("customer_id", type_=Customer.id.type)
_SINCE = bindparam("since", type_=Contact.occurred_at.type)
_UNTIL = bindparam("until", type_=Contact.occurred_at.type)
_DAY = bindparam("day", type_=Campaign.starts_on.type)
_POLICIES = select(
    PolicyRow.id, PolicyRow.name, PolicyRow.version, PolicyRow.applies_to, PolicyRow.parameters
).order_by(PolicyRow.version)
_SUBJECT = (
    select(CustomerMetric.status, Customer.segment_id)
    .select_from(Customer)
    .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
    .where(Customer.id == _WHO)
)
_CAMPAIGNS = (
    select(CampaignMember.campaign_id)
    .join(Campaign, Campaign.id == CampaignMember.campaign_id)
    .where(
        CampaignMember.customer_id == _WHO,
        CampaignMember.arm == CampaignArm.TREATED,
        Campaign.starts_on <= _DAY,
        or_(Campaign.ends_on.is_(None), Campaign.ends_on >= _DAY),
    )
)
_CONTACTS = (
    select(
        Contact.id,
        Contact.amends_id,
        Contact.occurred_at,
        Contact.channel,
        Contact.direction,
        Outcome.is_reached,
        Outcome.queue_effect,
    )
    .join(Outcome, Outcome.id == Contact.outcome_id)
    .where(
        Contact.customer_id == _WHO, Contact.occurred_at >= _SINCE, Contact.occurred_at <= _UNTIL
    )
    .order_by(Contact.occurred_at, Contact.recorded_at, Contact.id)
)
_MESSAGES = select(SentMessage.occurred_at, SentMessage.channel).where(
    SentMessage.customer_id == _WHO,
    SentMessage.occurred_at >= _SINCE,
    SentMessage.occurred_at <= _UNTIL,
    SentMessage.state != MessageState.FAILED,
)
_LAST_ORDER = select(func.max(Order.ordered_on)).where(
    Order.customer_id == _WHO, Order.kind == OrderKind.SALE, Order.ordered_on <= _DAY
)
_NEXT_CONTACT = select(Appointment.due_at).where(
    Appointment.customer_id == _WHO,
    Appointment.state
    == bindparam(None, AppointmentState.OPEN, Appointment.state.type, literal_execute=True),
)
_PLACE = select(
    Customer.state,
    Customer.city,
    Customer.time_zone,
    Customer.preferred_from_minute,
    Customer.preferred_until_minute,
    Customer.preferred_weekdays,
    Customer.preferred_channel,
    select(Address.id)
    .where(Address.customer_id == Customer.id, Address.street != "")
    .exists()
    .label("can_be_visited"),
).where(Customer.id == _WHO)
_PHONES = select(Phone.person_id, Phone.raw, Phone.e164, Phone.kind, Phone.whatsapp_e164).where(
    Phone.customer_id == _WHO
)
_ADDRESSES = select(ContactPerson.id, ContactPerson.email).where(
    ContactPerson.customer_id == _WHO, ContactPerson.email != ""
)


class SqlCadenceRepository:
    """Reads of the cadence, and its decisions."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def policies(self) -> list[CadencePolicy]:
        """Return the latest version of each policy.

        One whose scope this program does not understand is left out: it is for others.
        """
        latest = {row.name: row for row in self._connection.execute(_POLICIES)}
        return [one for one in map(_policy, latest.values()) if one is not None]

    def subject(self, customer_id: UUID, *, today: date) -> CadenceSubject | None:
        """Return what decides which policy is for a customer; None where they are gone."""
        row = self._connection.execute(_SUBJECT, {"customer_id": customer_id}).one_or_none()
        if row is None:
            return None
        whose = {"customer_id": customer_id, "day": today}
        campaigns = self._connection.execute(_CAMPAIGNS, whose).scalars()
        return CadenceSubject(
            row.status or LifecycleStatus.PROSPECT, row.segment_id, frozenset(campaigns)
        )

    def attempts(
        self,
        customer_id: UUID,
        *,
        since: datetime,
        until: datetime,
        without: UUID | None = None,
    ) -> Sequence[Attempt]:
        """Return a customer's contacts, messages and the last order, oldest first."""
        whose = {"customer_id": customer_id, "since": since, "until": until}
        contacts = _contacts(self._connection.execute(_CONTACTS, whose), without)
        messages = [
            Attempt(at, is_reached=False, effect=QueueEffect.NONE, channel=channel)
            for at, channel in self._connection.execute(_MESSAGES, whose)
        ]
        loose = [one for one in messages if not any(is_part_of(one, of) for of in contacts)]
        ordered = self._last_order(customer_id, until)
        return sorted([*contacts, *loose, *ordered], key=lambda one: one.at)

    def _last_order(self, customer_id: UUID, until: datetime) -> list[Attempt]:
        """Return the last sale of the order book as the start of its day."""
        whose = {"customer_id": customer_id, "day": until.astimezone(DEFAULT_ZONE).date()}
        day = self._connection.execute(_LAST_ORDER, whose).scalar()
        if day is None:
            return []
        at = datetime.combine(day, time.min, tzinfo=DEFAULT_ZONE)
        return [Attempt(at, is_reached=True, effect=QueueEffect.SALE, is_ours=False)]

    def reach(self, customer_id: UUID) -> Reach:
        """Return when and how a customer who is there can be contacted."""
        row = self._connection.execute(_PLACE, {"customer_id": customer_id}).one()
        state, city = row.state or "", row.city or ""
        return Reach(
            Place(state, city, zone_of(state, row.time_zone or "")),
            Wishes(row.preferred_from_minute, row.preferred_until_minute, row.preferred_weekdays),
            window_rules(self._connection),
            self._channels(customer_id, can_be_visited=row.can_be_visited),
            row.preferred_channel,
        )

    def next_contact_at(self, customer_id: UUID) -> datetime | None:
        """Return when the customer's open next contact is due."""
        found: datetime | None = self._connection.execute(
            _NEXT_CONTACT, {"customer_id": customer_id}
        ).scalar()
        return found

    def note(self, decision: CadenceDecision, *, user: CurrentUser, at: datetime) -> None:
        """Store the immutable fact of a decision."""
        step = decision.step
        content: dict[str, Any] = {
            "id": new_id(),
            "customer_id": decision.customer_id,
            "contact_id": decision.contact_id,
            "user_id": user.user_id,
            "policy_id": decision.policy_id,
            "step": step.kind.value,
            "number": step.number,
            "proposed_at": step.due_at,
            "channel": step.channel,
            "goal": step.goal,
            "chosen_at": decision.chosen_at,
            "breaches": [one.value for one in decision.breaches] or None,
            "reason": decision.reason or None,
            "occurred_at": at,
        }
        self._facts.add(DecisionRow, content, device_id=user.device_id, at=at)

    def _channels(self, customer_id: UUID, *, can_be_visited: bool) -> frozenset[Channel]:
        """Return the channels that nobody closed and that there is an address for."""
        closed = forbidden_channels(self._connection, [customer_id]).get(customer_id, frozenset())
        if closed >= frozenset(Channel):
            return frozenset()
        whose = {"customer_id": customer_id}
        own = closed_by_persons(self._connection, [customer_id]).get(customer_id, {})
        phones = [
            (one, own.get(one.person_id, frozenset()))
            for one in self._connection.execute(_PHONES, whose)
        ]
        found = {Channel.VISIT} if can_be_visited else set()
        if any(one.raw and Channel.PHONE not in shut for one, shut in phones):
            found.add(Channel.PHONE)
        if any(_takes_whatsapp(one) and Channel.WHATSAPP not in shut for one, shut in phones):
            found.add(Channel.WHATSAPP)
        for key, address in self._connection.execute(_ADDRESSES, whose):
            is_open = Channel.EMAIL not in own.get(key, frozenset())
            if is_open and address and is_email_address(address):
                found.add(Channel.EMAIL)
        return frozenset(found) - closed


def _policy(row: Row[*tuple[Any, ...]]) -> CadencePolicy | None:
    try:
        scope = scope_of(row.applies_to)
    except ValueError:
        return None
    return CadencePolicy(row.id, row.name, row.version, scope, rules_of(row.parameters))


def _contacts(rows: Iterable[Row[*tuple[Any, ...]]], without: UUID | None) -> list[Attempt]:
    """Return contacts, each as its last correction has it; one key is left out."""
    found = list(rows)
    amended = {row.id: row.amends_id for row in found}
    latest = {_first(row.id, amended): row for row in found}
    if without is not None:
        latest.pop(_first(without, amended), None)
    return [
        Attempt(
            row.occurred_at,
            row.is_reached,
            row.queue_effect,
            row.channel,
            is_ours=row.direction is ContactDirection.OUTBOUND,
        )
        for row in latest.values()
    ]


def _first(key: UUID, amended: Mapping[UUID, UUID | None]) -> UUID:
    """Return the contact that began a chain of corrections."""
    while (former := amended.get(key)) is not None:
        key = former
    return key


def _takes_whatsapp(phone: Row[*tuple[Any, ...]]) -> bool:
    is_mobile = bool(phone.e164) and phone.kind is PhoneKind.MOBILE
    return bool(phone.whatsapp_e164) or is_mobile
