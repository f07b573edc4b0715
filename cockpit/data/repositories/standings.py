"""What decides whether a few customers may be offered, read afresh inside a transaction."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    Connection,
    Result,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import dialled_instead
from cockpit.data.repositories.post_it_rules import raised
from cockpit.domain.calling_window import Place, Wishes, zone_of
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.eligibility import Standing
from cockpit.domain.vocabulary import (
    AppointmentKind,
    CampaignArm,
    Channel,
    ClaimState,
    LifecycleStatus,
)
from cockpit.services.ports import CurrentUser
from models import (
    Appointment,
    Campaign,
    CampaignMember,
    Claim,
    Contact,
    ContactPermission,
    Customer,
    CustomerMetric,
    Objection,
    Phone,
    PostItCustomer,
    QueueHold,
    User,
)

Facts: TypeAlias = dict[UUID, dict[str, Any]]
_WHOLE_DAY = timedelta(days=1)
#: The statements are built once: building them anew took longer than running them.
_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_PLACES = select(
    Customer.id,
    Customer.state,
    Customer.city,
    Customer.time_zone,
    Customer.preferred_from_minute,
    Customer.preferred_until_minute,
    Customer.preferred_weekdays,
).where(Customer.id.in_(_KEYS))
_TODAY = bindparam("today", type_=Campaign.starts_on.type)
_IS_HELD_OUT = (
    select(CampaignMember.customer_id)
    .join(Campaign, Campaign.id == CampaignMember.campaign_id)
    .where(
        CampaignMember.customer_id == Customer.id,
        CampaignMember.arm == CampaignArm.HOLD_OUT,
        Campaign.starts_on <= _TODAY,
        or_(Campaign.ends_on.is_(None), Campaign.ends_on >= _TODAY),
    )
    .exists()
)
_IS_WOKEN = exists().where(Objection.customer_id == Customer.id, Objection.woken_at.is_not(None))
#: What few customers have is asked for in a statement of its own only where one of them has it.
_BASICS = (
    select(
        Customer.id,
        CustomerMetric.status,
        func.coalesce(func.nullif(Phone.e164, ""), Phone.raw, "").label("number"),
        Customer.is_blocked,
        QueueHold.kind,
        QueueHold.until_at,
        _IS_HELD_OUT.label("is_held_out"),
        _IS_WOKEN.label("is_woken"),
        exists().where(ContactPermission.customer_id == Customer.id).label("has_wishes"),
        exists().where(PostItCustomer.customer_id == Customer.id).label("has_post_its"),
    )
    .outerjoin(Phone, and_(Phone.customer_id == Customer.id, Phone.is_primary))
    .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
    .outerjoin(QueueHold, QueueHold.customer_id == Customer.id)
    .where(Customer.id.in_(_KEYS))
)
_USER = bindparam("user_id", type_=User.id.type)
_AT = bindparam("at", type_=Claim.lease_until.type)
_CLAIMS = (
    select(Claim.customer_id, User.name)
    .join(User, User.id == Claim.user_id)
    .where(
        Claim.customer_id.in_(_KEYS),
        Claim.state == ClaimState.ACTIVE,
        Claim.user_id != _USER,
        Claim.lease_until > _AT,
    )
)
_AMENDMENT = aliased(Contact)
_CONTACTS = (
    select(Contact.customer_id, Contact.occurred_at, User.name)
    .join(User, User.id == Contact.user_id)
    .where(
        Contact.customer_id.in_(_KEYS),
        Contact.occurred_at > _AT,
        ~select(_AMENDMENT.id).where(_AMENDMENT.amends_id == Contact.id).exists(),
    )
    .order_by(Contact.occurred_at, Contact.id)
)
_OPEN = (
    select(
        Appointment.customer_id,
        Appointment.kind,
        Appointment.user_id,
        Appointment.due_at,
        Appointment.has_time,
        User.name,
    )
    .outerjoin(User, User.id == Appointment.user_id)
    .where(Appointment.customer_id.in_(_KEYS), IS_OPEN)
)


def places(
    connection: Connection, customer_ids: Sequence[UUID]
) -> dict[UUID, tuple[Place, Wishes]]:
    """Return where customers are and when they like to be called; who is gone is left out."""
    return {
        key: (Place(state or "", city or "", zone_of(state or "", zone or "")), Wishes(*wishes))
        for key, state, city, zone, *wishes in connection.execute(_PLACES, {"keys": customer_ids})
    }


class Standings:
    """Reads the standings of a few customers, one small query per kind of fact."""

    def __init__(
        self, connection: Connection, user: CurrentUser, at: datetime, *, ahead: timedelta
    ) -> None:
        """Take where to read and for whom.

        Args:
            connection: An open transaction.
            user: Who would call.
            at: The present instant by the program's clock.
            ahead: How far the clock of the stored leases is ahead of it.
        """
        self._connection = connection
        self._user = user
        self._at = at
        self._ahead = ahead

    def of(self, customer_ids: Sequence[UUID]) -> dict[UUID, Standing]:
        """Return the standings by customer; who is gone is left out.

        Of the last contacts only those of the last day are read: older ones bar nobody.
        """
        today = self._at.astimezone(DEFAULT_ZONE).date()
        rows = self._run(_BASICS, customer_ids, today=today).all()
        facts = _basics(rows)
        self._add_wishes(facts, [row.id for row in rows if row.has_wishes])
        self._add_post_its(facts, [row.id for row in rows if row.has_post_its], today)
        keys = list(facts)
        for part in (self._claims, self._contacts, self._appointments):
            for key, values in part(keys).items():
                facts[key] |= values
        return {key: Standing(**values) for key, values in facts.items()}

    def _add_wishes(self, facts: Facts, keys: Sequence[UUID]) -> None:
        """Note who wants no calls, and whose number is that of a person who wants none."""
        if not keys:
            return
        for key, channels in forbidden_channels(self._connection, keys).items():
            facts[key]["is_phone_forbidden"] = Channel.PHONE in channels
        for key, number in dialled_instead(self._connection, keys).items():
            facts[key]["has_phone"] = bool(number)

    def _add_post_its(self, facts: Facts, keys: Sequence[UUID], today: date) -> None:
        """Note whom a post-it raises."""
        if not keys:
            return
        raises = raised(
            self._connection,
            viewer_id=self._user.user_id,
            today=today,
            at=self._at,
            customer_ids=keys,
        )
        for key in raises:
            facts[key]["is_raised"] = True

    def _run(
        self, statement: Select[*tuple[Any, ...]], keys: Sequence[UUID], **values: object
    ) -> Result[*tuple[Any, ...]]:
        return self._connection.execute(statement, {"keys": keys, **values})

    def _claims(self, keys: Sequence[UUID]) -> Facts:
        """Return others' claims that last by the stored clock."""
        found = self._run(_CLAIMS, keys, user_id=self._user.user_id, at=self._at + self._ahead)
        return {key: {"claimed_by": name} for key, name in found}

    def _contacts(self, keys: Sequence[UUID]) -> Facts:
        """Return the last contacts; one that was corrected counts by its correction."""
        return {
            key: {"last_contact_at": at, "last_contact_by": name}
            for key, at, name in self._run(_CONTACTS, keys, at=self._at - _WHOLE_DAY)
        }

    def _appointments(self, keys: Sequence[UUID]) -> Facts:
        """Return the next contacts: what the user sees, and colleagues' own that are to come."""
        found: Facts = {}
        for key, kind, user_id, due_at, has_time, name in self._run(_OPEN, keys):
            if kind is not AppointmentKind.MY_CALLBACK or user_id == self._user.user_id:
                found[key] = {"due_at": due_at}
                continue
            until = due_at if has_time else due_at + _WHOLE_DAY
            if until > self._at:
                found[key] = {"reserved_by": name, "reserved_until": until}
        return found


def _basics(rows: Sequence[Row[*tuple[Any, ...]]]) -> Facts:
    """Return what stands in one row of each customer."""
    return {
        row.id: {
            "status": row.status or LifecycleStatus.PROSPECT,
            "has_phone": bool(row.number),
            "is_blocked": row.is_blocked,
            "hold": row.kind,
            "hold_until": row.until_at,
            "is_held_out": row.is_held_out,
            "is_woken": row.is_woken,
        }
        for row in rows
    }
