"""What the work list needs of every customer, in one query."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, func, select

from cockpit.data.repositories.known_then import CUSTOMERS, KnownThen
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.raw import day_numbers, fetch_columns, guids, instants
from cockpit.data.repositories.visibility import open_for
from cockpit.domain import formats
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Trend
from models import Appointment, Company, Contact, Customer, CustomerMetric, Phone, User

#: Who was never judged has nothing to be judged by.
_STATUSES: dict[str | None, LifecycleStatus] = {
    **{status.value: status for status in LifecycleStatus},
    None: LifecycleStatus.PROSPECT,
}
_TRENDS: dict[str | None, Trend] = {**{trend.value: trend for trend in Trend}, None: Trend.FLAT}
_AS_STORED = (
    "frequency_days", "cycles_late", "gap_quantile_bp", "none_90_bp", "value_cents",
    "at_risk_cents", "lost_so_far_cents",
)  # fmt: skip


class SqlWorkListRepository:
    """Reads for the work list."""

    def __init__(self, connection: Connection, viewer_id: UUID) -> None:
        self._connection = connection
        self._viewer_id = viewer_id

    def columns(self, *, known_at: datetime | None = None) -> WorkListColumns:
        """Return the stored columns of every customer, with the contacts up to an instant."""
        found = fetch_columns(self._connection, _statement(self._viewer_id, known_at))
        if known_at is not None:
            found = self._without_later(found, known_at)
        columns = _typed(dict(zip(_NAMES, found, strict=True)), self._names())
        return self._without_closed_phones(columns)

    def _without_later(self, columns: list[list[Any]], known_at: datetime) -> list[list[Any]]:
        """Return the columns without the customers who came with a later import."""
        later = KnownThen.at(self._connection, known_at, CUSTOMERS).later
        if not later:
            return columns
        kept = [place for place, key in enumerate(columns[0]) if key not in later]
        return [[column[place] for place in kept] for column in columns]

    def _without_closed_phones(self, columns: WorkListColumns) -> WorkListColumns:
        """Return the columns without the numbers of customers who may not be called."""
        closed = {
            customer_id
            for customer_id, channels in forbidden_channels(self._connection).items()
            if Channel.PHONE in channels
        }
        if not closed:
            return columns
        numbered = zip(columns.customer_id, columns.phone, strict=True)
        return replace(columns, phone=["" if key in closed else phone for key, phone in numbered])

    def _names(self) -> dict[str, dict[Any, str]]:
        """Return companies' codes and users' names by key: few rows, cheaper than joins."""
        owners = self._connection.execute(select(User.id, User.name)).all()
        companies = self._connection.execute(select(Company.id, Company.code)).all()
        return {
            "owner": {_raw(self._connection, key): name for key, name in owners} | {None: ""},
            "company": {_raw(self._connection, key): code for key, code in companies} | {None: ""},
        }


_NAMES = (
    "customer_id", "code", "name", "company", "tax_id", "e164", "raw_phone", "city", "state",
    "owner", "search_text", "last_contact_at", "next_contact_at", "next_contact_has_time", "status",
    "trend", "last_order", "frequency_days", "cycles_late", "gap_quantile_bp", "none_90_bp",
    "value_cents", "at_risk_cents", "lost_so_far_cents",
)  # fmt: skip


def _statement(viewer_id: UUID, known_at: datetime | None) -> Select[*tuple[Any, ...]]:
    contacts = select(func.max(Contact.occurred_at)).where(Contact.customer_id == Customer.id)
    if known_at is not None:
        contacts = contacts.where(Contact.occurred_at <= known_at)
    last_contact = contacts.correlate(Customer).scalar_subquery()
    return (
        select(
            Customer.id,
            func.coalesce(Customer.code, ""),
            func.coalesce(func.nullif(Customer.trade_name, ""), Customer.legal_name),
            Customer.company_id,
            func.coalesce(Customer.tax_id, ""),
            Phone.e164,
            func.coalesce(Phone.raw, ""),
            func.coalesce(Customer.city, ""),
            func.coalesce(Customer.state, ""),
            Customer.owner_id,
            Customer.search_text,
            last_contact,
            Appointment.due_at,
            Appointment.has_time,
            CustomerMetric.status,
            CustomerMetric.trend,
            CustomerMetric.last_order_on,
            CustomerMetric.frequency_days,
            CustomerMetric.cycles_late,
            CustomerMetric.gap_quantile_bp,
            CustomerMetric.none_90_bp,
            func.coalesce(CustomerMetric.value_cents, 0),
            func.coalesce(CustomerMetric.at_risk_cents, 0),
            func.coalesce(CustomerMetric.lost_so_far_cents, 0),
        )
        .select_from(Customer)
        .outerjoin(Phone, and_(Phone.customer_id == Customer.id, Phone.is_primary))
        .outerjoin(Appointment, and_(Appointment.customer_id == Customer.id, open_for(viewer_id)))
        .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
    )


def _typed(raw: dict[str, Sequence[Any]], names: dict[str, dict[Any, str]]) -> WorkListColumns:
    as_dialled = formats.phone
    return WorkListColumns(
        customer_id=guids(raw["customer_id"]),
        code=raw["code"],
        name=raw["name"],
        company=[names["company"][one] for one in raw["company"]],
        tax_id=raw["tax_id"],
        phone=[
            as_dialled(e164) if e164 else text
            for e164, text in zip(raw["e164"], raw["raw_phone"], strict=True)
        ],
        city=raw["city"],
        state=raw["state"],
        owner=[names["owner"][one] for one in raw["owner"]],
        search_text=raw["search_text"],
        last_contact_at=instants(raw["last_contact_at"]),
        next_contact_at=instants(raw["next_contact_at"]),
        next_contact_has_time=[bool(one) for one in raw["next_contact_has_time"]],
        status=[_STATUSES[one] for one in raw["status"]],
        trend=[_TRENDS[one] for one in raw["trend"]],
        last_order_day=day_numbers(raw["last_order"]),
        **{name: raw[name] for name in _AS_STORED},
    )


def _raw(connection: Connection, key: UUID) -> bytes | UUID:
    """Return a key as the driver hands it over."""
    return key.bytes if connection.dialect.name == "sqlite" else key
