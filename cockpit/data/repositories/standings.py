"""What decides whether a few customers may be offered, read afresh inside a transaction."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, and_, func, or_, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.visibility import open_for
from cockpit.domain.calling_window import Place, Wishes, zone_of
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.eligibility import Standing
from cockpit.domain.vocabulary import (
    AppointmentKind,
    AppointmentState,
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
    Customer,
    CustomerMetric,
    Objection,
    Phone,
    QueueHold,
    User,
)

Facts: TypeAlias = dict[UUID, dict[str, Any]]
_WHOLE_DAY = timedelta(days=1)


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
        """Return the standings by customer; who is gone is left out."""
        facts = self._basics(customer_ids)
        keys = list(facts)
        for key in self._held_out(keys):
            facts[key]["is_held_out"] = True
        for key, channels in forbidden_channels(self._connection, keys).items():
            facts[key]["is_phone_forbidden"] = Channel.PHONE in channels
        for key in self._woken(keys):
            facts[key]["is_woken"] = True
        for part in (self._claims, self._contacts, self._appointments, self._reservations):
            for key, values in part(keys).items():
                facts[key] |= values
        return {key: Standing(**values) for key, values in facts.items()}

    @staticmethod
    def places(
        connection: Connection, customer_ids: Sequence[UUID]
    ) -> dict[UUID, tuple[Place, Wishes]]:
        """Return where customers are and when they like to be called."""
        statement = select(
            Customer.id,
            Customer.state,
            Customer.city,
            Customer.time_zone,
            Customer.preferred_from_minute,
            Customer.preferred_until_minute,
            Customer.preferred_weekdays,
        ).where(Customer.id.in_(customer_ids))
        return {
            key: (Place(state or "", city or "", zone_of(state or "", zone or "")), Wishes(*wishes))
            for key, state, city, zone, *wishes in connection.execute(statement)
        }

    def _basics(self, keys: Sequence[UUID]) -> Facts:
        number = func.coalesce(func.nullif(Phone.e164, ""), Phone.raw, "")
        statement = (
            select(
                Customer.id,
                CustomerMetric.status,
                number,
                Customer.is_blocked,
                QueueHold.kind,
                QueueHold.until_at,
            )
            .outerjoin(Phone, and_(Phone.customer_id == Customer.id, Phone.is_primary))
            .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
            .outerjoin(QueueHold, QueueHold.customer_id == Customer.id)
            .where(Customer.id.in_(keys))
        )
        return {
            key: {
                "status": status or LifecycleStatus.PROSPECT,
                "has_phone": bool(phone),
                "is_blocked": is_blocked,
                "hold": hold,
                "hold_until": until,
            }
            for key, status, phone, is_blocked, hold, until in self._connection.execute(statement)
        }

    def _held_out(self, keys: Sequence[UUID]) -> list[UUID]:
        today = self._at.astimezone(DEFAULT_ZONE).date()
        statement = (
            select(CampaignMember.customer_id)
            .join(Campaign, Campaign.id == CampaignMember.campaign_id)
            .where(
                CampaignMember.customer_id.in_(keys),
                CampaignMember.arm == CampaignArm.HOLD_OUT,
                Campaign.starts_on <= today,
                or_(Campaign.ends_on.is_(None), Campaign.ends_on >= today),
            )
        )
        return list(self._connection.execute(statement).scalars())

    def _woken(self, keys: Sequence[UUID]) -> list[UUID]:
        statement = select(Objection.customer_id).where(
            Objection.customer_id.in_(keys), Objection.woken_at.is_not(None)
        )
        return list(self._connection.execute(statement).scalars())

    def _claims(self, keys: Sequence[UUID]) -> Facts:
        """Return others' claims; their ends are moved to the program's clock."""
        statement = (
            select(Claim.customer_id, User.name, Claim.lease_until)
            .join(User, User.id == Claim.user_id)
            .where(
                Claim.customer_id.in_(keys),
                Claim.state == ClaimState.ACTIVE,
                Claim.user_id != self._user.user_id,
                Claim.lease_until > self._at + self._ahead,
            )
        )
        return {
            key: {"claimed_by": name, "claim_until": until - self._ahead}
            for key, name, until in self._connection.execute(statement)
        }

    def _contacts(self, keys: Sequence[UUID]) -> Facts:
        """Return the last contacts; one that was corrected counts by its correction."""
        amendment = aliased(Contact)
        is_amended = select(amendment.id).where(amendment.amends_id == Contact.id).exists()
        statement = (
            select(Contact.customer_id, Contact.occurred_at, User.name)
            .join(User, User.id == Contact.user_id)
            .where(
                Contact.customer_id.in_(keys),
                Contact.occurred_at > self._at - _WHOLE_DAY,
                ~is_amended,
            )
            .order_by(Contact.occurred_at, Contact.id)
        )
        return {
            key: {"last_contact_at": at, "last_contact_by": name}
            for key, at, name in self._connection.execute(statement)
        }

    def _appointments(self, keys: Sequence[UUID]) -> Facts:
        statement = select(Appointment.customer_id, Appointment.due_at).where(
            Appointment.customer_id.in_(keys), open_for(self._user.user_id)
        )
        return {key: {"due_at": due_at} for key, due_at in self._connection.execute(statement)}

    def _reservations(self, keys: Sequence[UUID]) -> Facts:
        """Return colleagues' own callbacks that are still to come."""
        statement = (
            select(Appointment.customer_id, User.name, Appointment.due_at, Appointment.has_time)
            .join(User, User.id == Appointment.user_id)
            .where(
                Appointment.customer_id.in_(keys),
                Appointment.state == AppointmentState.OPEN,
                Appointment.kind == AppointmentKind.MY_CALLBACK,
                Appointment.user_id != self._user.user_id,
            )
        )
        found = {}
        for key, name, due_at, has_time in self._connection.execute(statement):
            until = due_at if has_time else due_at + _WHOLE_DAY
            if until > self._at:
                found[key] = {"reserved_by": name, "reserved_until": until}
        return found
