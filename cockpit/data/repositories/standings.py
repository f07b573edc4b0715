"""What decides whether a few customers may be offered, read afresh inside a transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    and_,
    any_,
    bindparam,
    exists,
    func,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from cockpit.data.prepared import Prepared
from cockpit.data.repositories.campaign_rules import is_running, memberships
from cockpit.data.repositories.list_lights import narrowing
from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.person_wishes import dialled_instead
from cockpit.data.repositories.post_it_rules import raised
from cockpit.data.repositories.raw import guids
from cockpit.domain.calling_window import Place, Wishes, zone_of
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.eligibility import JUST_CALLED, Situation, Standing
from cockpit.domain.vocabulary import (
    AppointmentKind,
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
    PortfolioEntry,
    PostItCustomer,
    QueueHold,
    User,
)

Facts: TypeAlias = dict[UUID, dict[str, Any]]
_WHOLE_DAY = timedelta(days=1)
_PLACE = (
    Customer.state,
    Customer.city,
    Customer.time_zone,
    Customer.preferred_from_minute,
    Customer.preferred_until_minute,
    Customer.preferred_weekdays,
)
_TODAY = bindparam("today", type_=Campaign.starts_on.type)
_IS_IN_CAMPAIGN = (
    select(CampaignMember.customer_id)
    .join(Campaign, Campaign.id == CampaignMember.campaign_id)
    .where(CampaignMember.customer_id == Customer.id, is_running(_TODAY))
    .exists()
)
_IS_WOKEN = exists().where(Objection.customer_id == Customer.id, Objection.woken_at.is_not(None))
_KEY = bindparam("key", type_=Customer.id.type)
_USER = bindparam("user_id", type_=User.id.type)
_LEASED = bindparam("leased_after", type_=Claim.lease_until.type)
_SINCE = bindparam("since", type_=Contact.occurred_at.type)
_AMENDMENT = aliased(Contact)
_CALLER, _CLAIMER, _OWNER = aliased(User), aliased(User), aliased(User)
#: Others' claims that last by the stored clock. The state is written out, as the index has it.
_CLAIM = and_(
    Claim.customer_id == Customer.id,
    Claim.state == bindparam(None, ClaimState.ACTIVE, Claim.state.type, literal_execute=True),
    Claim.user_id != _USER,
    Claim.lease_until > _LEASED,
)

_IS_OUT = and_(PortfolioEntry.is_pack, PortfolioEntry.left_at.is_(None))


def _of_last_contact(column: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    """Return a column of the last contact; one that was corrected counts by its correction."""
    return (
        select(column)
        .select_from(Contact)
        .join(_CALLER, _CALLER.id == Contact.user_id)
        .where(
            Contact.customer_id == Customer.id,
            Contact.occurred_at > _SINCE,
            ~select(_AMENDMENT.id).where(_AMENDMENT.amends_id == Contact.id).exists(),
        )
        .order_by(Contact.occurred_at.desc(), Contact.id.desc())
        .limit(1)
        .correlate(Customer)
        .scalar_subquery()
    )


def _are_asked(*, is_server: bool) -> ColumnElement[bool]:
    """Return whether a customer is one of the keys; on a server the statement stays the same."""
    if is_server:
        return Customer.id == any_(bindparam("keys", type_=ARRAY(Customer.id.type)))
    return Customer.id.in_(bindparam("keys", expanding=True, type_=Customer.id.type))


@cache
def _places(*, is_server: bool) -> Select[*tuple[Any, ...]]:
    return select(Customer.id, *_PLACE).where(_are_asked(is_server=is_server))


@cache
def _standings(*, is_server: bool, is_one: bool) -> Prepared:
    """Return the statement of all that stands once for each customer, built once.

    One customer has a statement of their own: a server that is asked for an array plans anew for
    each whose length it did not expect, which takes twenty times as long as reading.

    What few customers have is asked for in a statement of its own, only where one of them has it.
    """
    return Prepared(
        select(
            Customer.id,
            *_PLACE,
            CustomerMetric.status,
            func.coalesce(func.nullif(Phone.e164, ""), Phone.raw, "").label("number"),
            Customer.is_blocked,
            QueueHold.kind.label("hold_kind"),
            QueueHold.until_at,
            _IS_IN_CAMPAIGN.label("is_in_campaign"),
            _IS_WOKEN.label("is_woken"),
            exists().where(ContactPermission.customer_id == Customer.id).label("has_wishes"),
            exists().where(PostItCustomer.customer_id == Customer.id).label("has_post_its"),
            exists().where(PortfolioEntry.customer_id == Customer.id, _IS_OUT).label("is_packed"),
            _CLAIMER.name.label("claimed_by"),
            _of_last_contact(Contact.occurred_at).label("called_at"),
            _of_last_contact(_CALLER.name).label("called_by"),
            Appointment.kind.label("appointment"),
            Appointment.user_id.label("owner_id"),
            Appointment.due_at,
            Appointment.has_time,
            _OWNER.name.label("owner"),
        )
        .outerjoin(Phone, and_(Phone.customer_id == Customer.id, Phone.is_primary))
        .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
        .outerjoin(QueueHold, QueueHold.customer_id == Customer.id)
        .outerjoin(Claim, _CLAIM)
        .outerjoin(_CLAIMER, _CLAIMER.id == Claim.user_id)
        .outerjoin(Appointment, and_(Appointment.customer_id == Customer.id, IS_OPEN))
        .outerjoin(_OWNER, _OWNER.id == Appointment.user_id)
        .where(Customer.id == _KEY if is_one else _are_asked(is_server=is_server))
    )


#: What a colleague's call changes of a customer: all that a second look has to ask for.
_AGAIN = Prepared(
    select(
        Customer.id,
        QueueHold.kind.label("hold_kind"),
        QueueHold.until_at,
        _of_last_contact(Contact.occurred_at).label("called_at"),
        _of_last_contact(_CALLER.name).label("called_by"),
        Appointment.kind.label("appointment"),
        Appointment.user_id.label("owner_id"),
        Appointment.due_at,
        Appointment.has_time,
        _OWNER.name.label("owner"),
    )
    .outerjoin(QueueHold, QueueHold.customer_id == Customer.id)
    .outerjoin(Appointment, and_(Appointment.customer_id == Customer.id, IS_OPEN))
    .outerjoin(_OWNER, _OWNER.id == Appointment.user_id)
    .where(Customer.id == bindparam("customer_id", type_=Customer.id.type))
)


def places(
    connection: Connection, customer_ids: Sequence[UUID]
) -> dict[UUID, tuple[Place, Wishes]]:
    """Return where customers are and when they like to be called; who is gone is left out."""
    statement = _places(is_server=connection.dialect.name == "postgresql")
    rows = connection.execute(statement, {"keys": list(customer_ids)})
    return {row.id: _place(row) for row in rows}


def _place(row: Row[*tuple[Any, ...]]) -> tuple[Place, Wishes]:
    state, city = row.state or "", row.city or ""
    return (
        Place(state, city, zone_of(state, row.time_zone or "")),
        Wishes(row.preferred_from_minute, row.preferred_until_minute, row.preferred_weekdays),
    )


class Standings:
    """Reads the standings of a few customers, in one statement and two for what few have."""

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

    def of(self, customer_ids: Sequence[UUID]) -> dict[UUID, Situation]:
        """Return the standings by customer, with where they are; who is gone is left out.

        Of the last contacts only those of the last day are read: older ones bar nobody.
        """
        today = self._at.astimezone(DEFAULT_ZONE).date()
        keys = list(customer_ids)
        is_one = len(keys) == 1
        asked = {
            **({"key": keys[0]} if is_one else {"keys": keys}),
            "today": today,
            "user_id": self._user.user_id,
            "leased_after": self._at + self._ahead,
            "since": self._at - _WHOLE_DAY,
        }
        is_server = self._connection.dialect.name == "postgresql"
        rows = _standings(is_server=is_server, is_one=is_one).run(self._connection, asked)
        facts = {row.id: self._basics(row) | self._promise(row) for row in rows}
        self._add_wishes(facts, [row.id for row in rows if row.has_wishes])
        self._add_campaigns(facts, [row.id for row in rows if row.is_in_campaign], today)
        self._add_post_its(facts, [row.id for row in rows if row.has_post_its], today)
        self._add_packs(facts, [row.id for row in rows if row.is_packed])
        return {row.id: Situation(Standing(**facts[row.id]), *_place(row)) for row in rows}

    def again(self, customer_id: UUID, before: Situation) -> Situation | None:
        """Return the situation of a customer who was claimed; None where they are gone.

        Calls are read anew, and what follows on them; the rest is as it was a moment before.
        """
        asked = {"customer_id": customer_id, "since": self._at - _WHOLE_DAY}
        row = _AGAIN.one(self._connection, asked)
        if row is None:
            return None
        promise = {"due_at": None, "reserved_by": "", "reserved_until": None} | self._promise(row)
        standing = replace(
            before.standing,
            claimed_by="",
            hold=row.hold_kind,
            hold_until=row.until_at,
            last_contact_at=self._not_ahead(row.called_at),
            last_contact_by=row.called_by or "",
            **promise,
        )
        return replace(before, standing=standing)

    def _basics(self, row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
        """Return what counts for whoever asks."""
        facts: dict[str, Any] = {
            "status": row.status or LifecycleStatus.PROSPECT,
            "has_phone": bool(row.number),
            "is_blocked": row.is_blocked,
            "hold": row.hold_kind,
            "hold_until": row.until_at,
            "is_woken": row.is_woken,
        }
        if row.claimed_by is not None:
            facts["claimed_by"] = row.claimed_by
        if row.called_at is not None:
            facts |= {
                "last_contact_at": self._not_ahead(row.called_at),
                "last_contact_by": row.called_by,
            }
        return facts

    def _not_ahead(self, called_at: datetime | None) -> datetime | None:
        """Return when a call was by the user's clock: one of this moment may say it is to come.

        It was logged since the user asked, or on a computer whose clock is ahead.
        """
        if called_at is not None and self._at < called_at < self._at + JUST_CALLED:
            return self._at
        return called_at

    def _add_wishes(self, facts: Facts, keys: Sequence[UUID]) -> None:
        """Note who wants no calls, and whose number is that of a person who wants none."""
        if not keys:
            return
        for key, channels in forbidden_channels(self._connection, keys).items():
            facts[key]["is_phone_forbidden"] = Channel.PHONE in channels
        for key, number in dialled_instead(self._connection, keys).items():
            facts[key]["has_phone"] = bool(number)

    def _add_campaigns(self, facts: Facts, keys: Sequence[UUID], today: date) -> None:
        """Note whom a running campaign leaves alone, or keeps for others."""
        if not keys:
            return
        found = memberships(
            self._connection,
            narrowing(keys),
            viewer_id=self._user.user_id,
            today=today,
        )
        for key, one in zip(guids(found), found.values(), strict=True):
            facts[key] |= {
                "is_held_out": one.is_held_out,
                "others_campaign": one.others,
                "campaign_until": one.until,
            }

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

    def _add_packs(self, facts: Facts, keys: Sequence[UUID]) -> None:
        """Note whom a colleague took along, by the server's clock.

        Whoever is in a laptop's file is its user's, whatever it still tells of others.
        """
        if not keys or self._connection.dialect.name != "postgresql":
            return
        statement = (
            select(PortfolioEntry.customer_id, User.name, PortfolioEntry.expires_at)
            .join(User, User.id == PortfolioEntry.user_id)
            .where(
                PortfolioEntry.customer_id.in_(keys),
                _IS_OUT,
                PortfolioEntry.user_id != self._user.user_id,
                PortfolioEntry.expires_at > self._at + self._ahead,
            )
        )
        for key, name, until in self._connection.execute(statement):
            facts[key] |= {"packed_by": name, "packed_until": until}

    def _promise(self, row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
        """Return the next contact: what the user sees, or a colleague's own that is to come."""
        if row.due_at is None:
            return {}
        if row.appointment is not AppointmentKind.MY_CALLBACK or row.owner_id == self._user.user_id:
            return {"due_at": row.due_at}
        until = row.due_at if row.has_time else row.due_at + _WHOLE_DAY
        if until <= self._at:
            return {}
        return {"reserved_by": row.owner, "reserved_until": until}
