"""What the cadence reads: policies, former contacts, ways to reach a customer."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, exists, func, select

from cockpit.data.facts import FactWriter
from cockpit.data.prepared import Prepared
from cockpit.data.repositories.campaign_rules import is_running
from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.repositories.permissions import after_wish
from cockpit.data.repositories.rules_in_force import RulesInForce
from cockpit.domain.cadence import CadencePolicy, CadenceSubject, policy_for
from cockpit.domain.cadence_choice import UNSOLD, CadenceDecision, CadenceFacts, is_part_of
from cockpit.domain.calling_window import Place, Wishes, zone_of
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.email_address import is_email_address
from cockpit.domain.ids import new_id
from cockpit.domain.next_step import Attempt, Reach
from cockpit.domain.vocabulary import (
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
    ContactPermission,
    ContactPerson,
    Customer,
    CustomerMetric,
    Order,
    Outcome,
    Phone,
    SentMessage,
)
from models import CadenceDecision as DecisionRow

_WHO = bindparam("customer_id", type_=Customer.id.type)
_SINCE = bindparam("since", type_=Contact.occurred_at.type)
_UNTIL = bindparam("until", type_=Contact.occurred_at.type)
_DAY = bindparam("day", type_=Campaign.starts_on.type)
_CAMPAIGNS = (
    select(CampaignMember.campaign_id)
    .join(Campaign, Campaign.id == CampaignMember.campaign_id)
    .where(
        CampaignMember.customer_id == _WHO,
        CampaignMember.arm == CampaignArm.TREATED,
        is_running(_DAY),
    )
)
_CONTACTS = Prepared(
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
_IS_SENT = SentMessage.state != MessageState.FAILED
_MESSAGES = select(SentMessage.occurred_at, SentMessage.channel).where(
    SentMessage.customer_id == _WHO,
    SentMessage.occurred_at >= _SINCE,
    SentMessage.occurred_at <= _UNTIL,
    _IS_SENT,
)
#: All that is one row of a customer, and what more there is to ask for: a contact is stored while
#: somebody waits for it, and a server may be far away.
_CUSTOMER = Prepared(
    select(
        Customer.id,
        CustomerMetric.status,
        Customer.segment_id,
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
        select(Appointment.due_at)
        .where(Appointment.customer_id == Customer.id, IS_OPEN)
        .scalar_subquery()
        .label("next_contact_at"),
        select(func.max(Order.ordered_on))
        .where(
            Order.customer_id == Customer.id, Order.kind == OrderKind.SALE, Order.ordered_on <= _DAY
        )
        .scalar_subquery()
        .label("last_order_on"),
        exists().where(SentMessage.customer_id == Customer.id, _IS_SENT).label("has_messages"),
        exists().where(ContactPermission.customer_id == Customer.id).label("has_wishes"),
        exists()
        .where(ContactPerson.customer_id == Customer.id, ContactPerson.email != "")
        .label("has_addresses"),
    )
    .select_from(Customer)
    .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
    .where(Customer.id == _WHO)
)
_WISHES = (
    select(ContactPermission.person_id, ContactPermission.channel, ContactPermission.is_forbidden)
    .where(ContactPermission.customer_id == _WHO)
    .order_by(ContactPermission.stated_at, ContactPermission.id)
)
_PHONES = Prepared(
    select(Phone.person_id, Phone.raw, Phone.e164, Phone.kind, Phone.whatsapp_e164).where(
        Phone.customer_id == _WHO
    )
)
_ADDRESSES = select(ContactPerson.id, ContactPerson.email).where(
    ContactPerson.customer_id == _WHO, ContactPerson.email != ""
)


_Row = Row[*tuple[Any, ...]]


class SqlCadenceRepository:
    """Reads of the cadence, and its decisions."""

    def __init__(self, connection: Connection, facts: FactWriter, rules: RulesInForce) -> None:
        """Take a transaction.

        Args:
            connection: Where to read and write.
            facts: Where decisions go.
            rules: The rules in force in this transaction.
        """
        self._connection = connection
        self._facts = facts
        self._rules = rules

    def policies(self) -> list[CadencePolicy]:
        """Return the latest version of each policy.

        One whose scope this program does not understand is left out: it is for others.
        """
        return list(self._rules.cadences)

    def facts(
        self,
        customer_id: UUID,
        *,
        now: datetime,
        today: date,
        since: datetime,
        status: LifecycleStatus | None = None,
        without: UUID | None = None,
    ) -> CadenceFacts | None:
        """Return all that decides a customer's next step; None where they are gone."""
        row = self._row(customer_id, _day_of(now))
        if row is None:
            return None
        policies = self.policies()
        subject = self._subject(row, policies, today, status)
        return CadenceFacts(
            policy=policy_for(policies, subject),
            past=self._past(row, since=since, until=now, without=without),
            reach=self._reach(row),
            is_unsold=subject.status in UNSOLD,
            next_contact_at=row.next_contact_at,
        )

    def policy(self, customer_id: UUID, *, today: date) -> CadencePolicy | None:
        """Return the policy that decides for a customer; None where they are gone."""
        row = self._row(customer_id, today)
        if row is None:
            return None
        policies = self.policies()
        return policy_for(policies, self._subject(row, policies, today, None))

    def attempts(
        self,
        customer_id: UUID,
        *,
        since: datetime,
        until: datetime,
        without: UUID | None = None,
    ) -> Sequence[Attempt]:
        """Return a customer's contacts, messages and the last order, oldest first."""
        row = self._row(customer_id, _day_of(until))
        if row is None:
            return []
        return list(self._past(row, since=since, until=until, without=without))

    def _row(self, customer_id: UUID, day: date) -> _Row | None:
        whose = {"customer_id": customer_id, "day": day}
        row: _Row | None = _CUSTOMER.one(self._connection, whose)
        return row

    def _subject(
        self,
        row: _Row,
        policies: Sequence[CadencePolicy],
        today: date,
        status: LifecycleStatus | None,
    ) -> CadenceSubject:
        known = status or row.status or LifecycleStatus.PROSPECT
        campaigns = frozenset[UUID]()
        if any(one.scope.campaign_ids for one in policies):
            whose = {"customer_id": row.id, "day": today}
            campaigns = frozenset(self._connection.execute(_CAMPAIGNS, whose).scalars())
        return CadenceSubject(known, row.segment_id, campaigns)

    def _past(
        self, row: _Row, *, since: datetime, until: datetime, without: UUID | None
    ) -> tuple[Attempt, ...]:
        whose = {"customer_id": row.id, "since": since, "until": until}
        contacts = _contacts(_CONTACTS.run(self._connection, whose), without)
        sent = self._connection.execute(_MESSAGES, whose) if row.has_messages else ()
        messages = [
            Attempt(at, is_reached=False, effect=QueueEffect.NONE, channel=channel)
            for at, channel in sent
        ]
        loose = [one for one in messages if not any(is_part_of(one, of) for of in contacts)]
        ordered = _last_order(row.last_order_on)
        return tuple(sorted([*contacts, *loose, *ordered], key=lambda one: one.at))

    def _reach(self, row: _Row) -> Reach:
        """Return when and how a customer can be contacted."""
        state, city = row.state or "", row.city or ""
        return Reach(
            Place(state, city, zone_of(state, row.time_zone or "")),
            Wishes(row.preferred_from_minute, row.preferred_until_minute, row.preferred_weekdays),
            self._rules.window,
            self._channels(row),
            row.preferred_channel,
        )

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

    def _channels(self, row: _Row) -> frozenset[Channel]:
        """Return the channels that nobody closed and that there is an address for."""
        whose = {"customer_id": row.id}
        own = self._closed(row.id) if row.has_wishes else {}
        closed = own.pop(None, frozenset())
        if closed >= frozenset(Channel):
            return frozenset()
        found = {Channel.VISIT} if row.can_be_visited else set()
        for phone in _PHONES.run(self._connection, whose):
            shut = own.get(phone.person_id, frozenset())
            if phone.raw and Channel.PHONE not in shut:
                found.add(Channel.PHONE)
            if _takes_whatsapp(phone) and Channel.WHATSAPP not in shut:
                found.add(Channel.WHATSAPP)
        addresses = self._connection.execute(_ADDRESSES, whose) if row.has_addresses else ()
        for key, address in addresses:
            is_open = Channel.EMAIL not in own.get(key, frozenset())
            if is_open and address and is_email_address(address):
                found.add(Channel.EMAIL)
        return frozenset(found) - closed

    def _closed(self, customer_id: UUID) -> dict[UUID | None, frozenset[Channel]]:
        """Return what each person closed, and under None what the customer did."""
        closed: dict[UUID | None, frozenset[Channel]] = {}
        wishes = self._connection.execute(_WISHES, {"customer_id": customer_id})
        for person_id, channel, is_forbidden in wishes:
            former = closed.get(person_id, frozenset())
            closed[person_id] = after_wish(former, channel, is_forbidden=is_forbidden)
        return closed


def _day_of(at: datetime) -> date:
    """Return the day of the order book on which an instant lies."""
    return at.astimezone(DEFAULT_ZONE).date()


def _last_order(day: date | None) -> list[Attempt]:
    """Return the last sale of the order book as the start of its day."""
    if day is None:
        return []
    at = datetime.combine(day, time.min, tzinfo=DEFAULT_ZONE)
    return [Attempt(at, is_reached=True, effect=QueueEffect.SALE, is_ours=False)]


def _contacts(rows: Iterable[_Row], without: UUID | None) -> list[Attempt]:
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


def _takes_whatsapp(phone: _Row) -> bool:
    is_mobile = bool(phone.e164) and phone.kind is PhoneKind.MOBILE
    return bool(phone.whatsapp_e164) or is_mobile
