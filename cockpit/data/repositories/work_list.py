"""What the work list needs of every customer, or of some: one wide query, and a few small ones."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories.campaign_rules import Membership
from cockpit.data.repositories.known_then import CUSTOMERS, KnownThen
from cockpit.data.repositories.list_lights import (
    CREDIT_LIGHTS,
    Lights,
    narrowing,
    read_lights,
)
from cockpit.data.repositories.list_standing import Standings, read_standings
from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.repositories.raw import day_numbers, fetch_columns, guids, instants, raw_guid
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain import formats
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.vocabulary import (
    AppointmentKind,
    LifecycleStatus,
    Light,
    Trend,
)
from models import (
    Appointment,
    Company,
    Contact,
    Customer,
    CustomerBlock,
    CustomerMetric,
    Phone,
    Region,
    Segment,
    User,
)

#: Who was never judged has nothing to be judged by.
_STATUSES: dict[str | None, LifecycleStatus] = {
    **{status.value: status for status in LifecycleStatus},
    None: LifecycleStatus.PROSPECT,
}
_TRENDS: dict[str | None, Trend] = {**{trend.value: trend for trend in Trend}, None: Trend.FLAT}
_WHOLE_DAY = timedelta(days=1)
_AS_STORED = (
    "code", "name", "tax_id", "city", "state", "search_text", "zone", "frequency_days",
    "cycles_late", "gap_quantile_bp", "none_90_bp", "alive_bp", "value_cents", "value_12m_cents",
    "at_risk_cents", "lost_so_far_cents", "preferred_from_minute", "preferred_until_minute",
    "preferred_weekdays",
)  # fmt: skip

_Raw = dict[str, list[Any]]


class SqlWorkListRepository:
    """Reads for the work list."""

    def __init__(self, connection: Connection, viewer_id: UUID) -> None:
        self._connection = connection
        self._viewer_id = viewer_id

    def columns(
        self,
        *,
        today: date,
        at: datetime,
        known_at: datetime | None = None,
        customer_ids: Collection[UUID] | None = None,
    ) -> WorkListColumns:
        """Return the stored columns of every customer, or of some.

        Args:
            today: The day that the lights are of.
            at: The instant at which claims and rests still last.
            known_at: Leaves out the customers and contacts that came later.
            customer_ids: Whose, a few thousand at most; whoever is gone is left out.
        """
        narrow = narrowing(customer_ids)
        statement = narrow(_statement(known_at, self._has_amendments()), Customer.id)
        found = fetch_columns(self._connection, statement)
        if known_at is not None:
            found = self._without_later(found, known_at)
        raw = dict(zip(_NAMES, found, strict=True))
        if known_at is not None:
            raw["is_blocked"] = self._blocked_on(today, raw["customer_id"])
        lights = read_lights(self._connection, narrow, today=today, at=at)
        standings = read_standings(
            self._connection,
            narrow,
            viewer_id=self._viewer_id,
            customer_ids=customer_ids,
            today=today,
            at=at,
        )
        return self._typed(raw, lights, standings, at)

    def _has_amendments(self) -> bool:
        """Return whether any contact was corrected: asking of each one takes as long again."""
        return bool(
            self._connection.execute(
                select(exists().where(Contact.amends_id.is_not(None)))
            ).scalar()
        )

    def _without_later(self, columns: list[list[Any]], known_at: datetime) -> list[list[Any]]:
        """Return the columns without the customers who came with a later import."""
        later = KnownThen.at(self._connection, known_at, CUSTOMERS).later
        if not later:
            return columns
        kept = [place for place, key in enumerate(columns[0]) if key not in later]
        return [[column[place] for place in kept] for column in columns]

    def _blocked_on(self, day: date, keys: Sequence[Any]) -> list[bool]:
        """Return who was blocked on a day; ``Customer.is_blocked`` tells of the present alone."""
        statement = select(CustomerBlock.customer_id).where(
            CustomerBlock.blocked_on <= day,
            or_(CustomerBlock.unblocked_on.is_(None), CustomerBlock.unblocked_on > day),
        )
        (found,) = fetch_columns(self._connection, statement)
        blocked = frozenset(found)
        return [key in blocked for key in keys]

    def _typed(
        self, raw: _Raw, lights: Lights, standings: Standings, at: datetime
    ) -> WorkListColumns:
        agenda, reserving = _agenda(raw, raw_guid(self._connection, self._viewer_id), at)
        return WorkListColumns(
            **{name: raw[name] for name in _AS_STORED},
            **self._named(raw, reserving),
            **_judged(raw),
            **agenda,
            **_lit(raw, lights),
            **_standing(raw, standings),
        )

    def _named(self, raw: _Raw, reserving: Sequence[Any]) -> dict[str, list[Any]]:
        """Return what refers to small tables, by name: few rows, cheaper than joins."""
        users = self._names(select(User.id, User.name))
        return {
            "company": _picked(self._names(select(Company.id, Company.code)), raw["company_id"]),
            "segment": _picked(self._names(select(Segment.id, Segment.name)), raw["segment_id"]),
            "region": _picked(self._names(select(Region.id, Region.name)), raw["region_id"]),
            "owner": _picked(users, raw["owner_id"]),
            "last_contact_by": _picked(users, raw["last_contact_user_id"]),
            "reserved_by": _picked(users, reserving),
        }

    def _names(self, statement: Select[*tuple[Any, ...]]) -> dict[Any, str]:
        keys, names = fetch_columns(self._connection, statement)
        return {None: "", **dict(zip(keys, names, strict=True))}


_NAMES = (
    "customer_id", "code", "name", "company_id", "tax_id", "e164", "raw_phone", "city", "state",
    "segment_id", "region_id", "owner_id", "search_text", "credit_state", "is_blocked", "zone",
    "preferred_from_minute", "preferred_until_minute", "preferred_weekdays",
    "last_contact_at", "last_contact_user_id", "agenda_at", "agenda_has_time", "agenda_kind",
    "agenda_user_id", "status", "trend", "last_order", "frequency_days", "cycles_late",
    "gap_quantile_bp", "none_90_bp", "alive_bp", "value_cents", "value_12m_cents", "at_risk_cents",
    "lost_so_far_cents",
)  # fmt: skip


def _statement(known_at: datetime | None, has_amendments: bool) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Customer.id,
            func.coalesce(Customer.code, ""),
            SHOWN_NAME,
            Customer.company_id,
            func.coalesce(Customer.tax_id, ""),
            Phone.e164,
            func.coalesce(Phone.raw, ""),
            func.coalesce(Customer.city, ""),
            func.coalesce(Customer.state, ""),
            Customer.segment_id,
            Customer.region_id,
            Customer.owner_id,
            Customer.search_text,
            Customer.credit_state,
            Customer.is_blocked,
            func.coalesce(Customer.time_zone, ""),
            Customer.preferred_from_minute,
            Customer.preferred_until_minute,
            Customer.preferred_weekdays,
            Contact.occurred_at,
            Contact.user_id,
            Appointment.due_at,
            Appointment.has_time,
            Appointment.kind,
            Appointment.user_id,
            CustomerMetric.status,
            CustomerMetric.trend,
            CustomerMetric.last_order_on,
            CustomerMetric.frequency_days,
            CustomerMetric.cycles_late,
            CustomerMetric.gap_quantile_bp,
            CustomerMetric.none_90_bp,
            CustomerMetric.alive_bp,
            func.coalesce(CustomerMetric.value_cents, 0),
            func.coalesce(CustomerMetric.value_12m_cents, 0),
            func.coalesce(CustomerMetric.at_risk_cents, 0),
            func.coalesce(CustomerMetric.lost_so_far_cents, 0),
        )
        .select_from(Customer)
        .outerjoin(Phone, and_(Phone.customer_id == Customer.id, Phone.is_primary))
        .outerjoin(Contact, Contact.id == _last_contact(known_at, has_amendments))
        .outerjoin(Appointment, and_(Appointment.customer_id == Customer.id, IS_OPEN))
        .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
    )


def _last_contact(known_at: datetime | None, has_amendments: bool) -> ColumnElement[UUID]:
    """Return the key of the newest contact that no other one corrects."""
    one, correction = aliased(Contact), aliased(Contact)
    contacts = select(one.id).where(one.customer_id == Customer.id)
    if known_at is not None:
        contacts = contacts.where(one.occurred_at <= known_at)
    if has_amendments:
        contacts = contacts.where(~exists().where(correction.amends_id == one.id))
    newest = contacts.order_by(one.occurred_at.desc(), one.id.desc()).limit(1)
    return newest.correlate(Customer).scalar_subquery()


def _judged(raw: _Raw) -> dict[str, list[Any]]:
    return {
        "customer_id": guids(raw["customer_id"]),
        "status": [_STATUSES[one] for one in raw["status"]],
        "trend": [_TRENDS[one] for one in raw["trend"]],
        "last_order_day": day_numbers(raw["last_order"]),
        "last_contact_at": instants(raw["last_contact_at"]),
        "is_blocked": [bool(one) for one in raw["is_blocked"]],
    }


def _agenda(
    raw: _Raw, viewer: bytes | UUID, at: datetime
) -> tuple[dict[str, list[Any]], list[Any]]:
    """Tell the next contacts that the user sees from colleagues' own callbacks.

    A callback that has passed reserves nobody any more; one without a time lasts its whole day.

    Returns:
        The columns, and which users the reserved customers are reserved for.
    """
    own = AppointmentKind.MY_CALLBACK.value
    seen: list[datetime | None] = []
    reserved: list[datetime | None] = []
    for due, has_time, kind, whose in zip(
        instants(raw["agenda_at"]),
        raw["agenda_has_time"],
        raw["agenda_kind"],
        raw["agenda_user_id"],
        strict=True,
    ):
        is_seen = kind != own or whose == viewer
        until = None if is_seen or due is None else due if has_time else due + _WHOLE_DAY
        seen.append(due if is_seen else None)
        reserved.append(until if until is not None and until > at else None)
    columns: dict[str, list[Any]] = {
        "next_contact_at": seen,
        "next_contact_has_time": [
            bool(has_time) and due is not None
            for has_time, due in zip(raw["agenda_has_time"], seen, strict=True)
        ],
        "reserved_until": reserved,
    }
    users = zip(raw["agenda_user_id"], reserved, strict=True)
    return columns, [None if until is None else whose for whose, until in users]


def _lit(raw: _Raw, lights: Lights) -> dict[str, list[Any]]:
    keys = raw["customer_id"]
    return {
        "credit": [CREDIT_LIGHTS[one] for one in raw["credit_state"]],
        "orders": _of(keys, lights.orders, Light.NONE),
        "titles": _of(keys, lights.titles, Light.NONE),
        "quotes": _of(keys, lights.quotes, Light.NONE),
        "service": _of(keys, lights.service, Light.NONE),
        "nonconformity": _of(keys, lights.nonconformity, Light.NONE),
        "overdue_cents": _of(keys, lights.overdue_cents, 0),
    }


def _standing(raw: _Raw, found: Standings) -> dict[str, list[Any]]:
    keys = raw["customer_id"]
    holds = _of(keys, found.holds, (None, None))
    packs = _of(keys, found.packs, ("", None))
    return {
        **_campaigns(keys, found.campaigns),
        "objection": _of(keys, found.objections, ""),
        "is_woken": _in(keys, found.woken),
        "post_it": _of(guids(keys) if found.raised else keys, found.raised, ""),
        "claimed_by": _of(keys, found.claims, ""),
        "packed_by": [who for who, _ in packs],
        "packed_until": [until for _, until in packs],
        "carried_until": _of(keys, found.carried, None),
        "hold": [kind for kind, _ in holds],
        "hold_until": [until for _, until in holds],
        **_dialled(raw, found),
    }


def _campaigns(keys: list[Any], found: Mapping[Any, Membership]) -> dict[str, list[Any]]:
    barred = {key: one for key, one in found.items() if one.is_held_out or one.others}
    return {
        "campaign": _of(keys, {key: one.campaign for key, one in found.items()}, ""),
        "is_held_out": _in(keys, {key for key, one in barred.items() if one.is_held_out}),
        "others_campaign": _of(keys, {key: one.others for key, one in barred.items()}, ""),
        "campaign_until": _of(keys, {key: one.until for key, one in barred.items()}, None),
    }


def _of(keys: list[Any], found: Mapping[Any, Any], otherwise: object) -> list[Any]:
    """Return what was found of each customer; mostly nothing was of anybody."""
    return [found.get(key, otherwise) for key in keys] if found else [otherwise] * len(keys)


def _in(keys: list[Any], found: Collection[Any]) -> list[bool]:
    return [key in found for key in keys] if found else [False] * len(keys)


def _dialled(raw: _Raw, found: Standings) -> dict[str, list[Any]]:
    """Return the numbers to dial; who may not be called has none."""
    forbidden, instead = found.forbidden, found.instead
    as_dialled = formats.phone
    phones = [
        as_dialled(e164) if e164 else text
        for e164, text in zip(raw["e164"], raw["raw_phone"], strict=True)
    ]
    keys = guids(raw["customer_id"]) if forbidden or instead else raw["customer_id"]
    closed = _in(keys, forbidden)
    if instead:
        phones = [instead.get(key, one) for key, one in zip(keys, phones, strict=True)]
    if forbidden:
        phones = ["" if is_closed else one for is_closed, one in zip(closed, phones, strict=True)]
    return {"phone": phones, "is_phone_forbidden": closed}


def _picked(names: dict[Any, str], keys: Sequence[Any]) -> list[str]:
    return [names[key] for key in keys]
