"""What fills the placeholders of a template; the words are Portuguese, like the letters."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from cockpit.data.repositories.person_wishes import closed_by_anybody
from cockpit.domain import formats
from cockpit.domain.closed_channels import open_name
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import ObjectionState, OrderKind
from cockpit.services.ports import CurrentUser
from models import (
    Company,
    ContactPerson,
    Customer,
    CustomerMetric,
    Objection,
    ObjectionKind,
    Order,
    OrderItem,
    Product,
    Promotion,
    Receivable,
    User,
)

_PT = Language.PORTUGUESE
_NAMED_PROMOTIONS = 3
_LAPSED_CYCLES = 2
_HALF_YEAR_DAYS = 182


def placeholders(
    connection: Connection,
    customer_id: UUID,
    person_id: UUID | None,
    *,
    user: CurrentUser,
    today: date,
) -> dict[str, Any]:
    """Return a customer's values by placeholder; None where there is no value.

    Args:
        connection: Within a transaction.
        customer_id: Whom the message is for.
        person_id: The person there; the main one where nobody is named.
        user: Who writes.
        today: The day of the message.
    """
    return {
        **_identity(connection, customer_id, today),
        **_person(connection, customer_id, person_id),
        **_debts(connection, customer_id, today),
        **_products(connection, customer_id, today),
        "operador": user.name,
        "promocoes": _promotions(connection, today),
        "objecao": _objection(connection, customer_id),
        "hoje": formats.day(today),
    }


def _identity(connection: Connection, customer_id: UUID, today: date) -> dict[str, Any]:
    statement = (
        select(
            Customer.legal_name, Customer.trade_name, Customer.tax_id, Customer.city,
            User.name.label("owner"), Company.name.label("company"),
            Company.trade_name.label("brand"),
            CustomerMetric.last_order_on, CustomerMetric.frequency_days, CustomerMetric.value_cents,
        )
        .outerjoin(User, User.id == Customer.owner_id)
        .outerjoin(Company, Company.id == Customer.company_id)
        .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
        .where(Customer.id == customer_id)
    )  # fmt: skip
    row = connection.execute(statement).one_or_none()
    if row is None:
        return {}
    last, frequency = row.last_order_on, row.frequency_days
    return {
        "cliente": row.trade_name or row.legal_name,
        "razao_social": row.legal_name,
        "cnpj": formats.tax_id(row.tax_id) if row.tax_id else None,
        "cidade": row.city,
        "vendedor": row.owner,
        "empresa": row.brand or row.company,
        "ultimo_pedido": formats.day(last) if last else None,
        "dias_sem_comprar": max((today - last).days, 0) if last else None,
        "frequencia": round(frequency) if frequency else None,
        "ticket": formats.money(row.value_cents, _PT) if row.value_cents else None,
    }


def _person(connection: Connection, customer_id: UUID, person_id: UUID | None) -> dict[str, Any]:
    statement = select(ContactPerson.name).where(ContactPerson.customer_id == customer_id)
    if person_id is None:
        statement = statement.order_by(ContactPerson.is_primary.desc(), ContactPerson.name).limit(1)
    else:
        statement = statement.where(ContactPerson.id == person_id)
    closed = closed_by_anybody(connection, [customer_id]).get(customer_id, frozenset())
    name = open_name(connection.execute(statement).scalar() or "", closed) or None
    return {"contato": name, "primeiro_nome": name.split()[0] if name and name.split() else None}


def _debts(connection: Connection, customer_id: UUID, today: date) -> dict[str, Any]:
    statement = select(
        func.count(),
        func.coalesce(func.sum(Receivable.amount_cents - Receivable.paid_cents), 0),
        func.min(Receivable.due_on),
    ).where(
        Receivable.customer_id == customer_id,
        Receivable.paid_on.is_(None),
        Receivable.due_on < today,
    )
    count, cents, oldest = connection.execute(statement).one()
    return {
        "titulos_vencidos": count or None,
        "valor_vencido": formats.money(int(cents), _PT) if count else None,
        "vencimento_mais_antigo": formats.day(oldest) if count else None,
    }


def _products(connection: Connection, customer_id: UUID, today: date) -> dict[str, Any]:
    """Return the product bought most, and the one bought often that has been silent longest."""
    name = func.coalesce(Product.name, OrderItem.description)
    last = func.max(Order.ordered_on)
    statement = (
        select(
            name, func.sum(OrderItem.total_cents), func.count(), func.min(Order.ordered_on), last
        )
        .select_from(Order)
        .join(OrderItem, OrderItem.order_id == Order.id)
        .outerjoin(Product, Product.id == OrderItem.product_id)
        .where(Order.customer_id == customer_id, Order.kind == OrderKind.SALE)
        .group_by(name)
    )
    rows = connection.execute(statement).all()
    most = max(rows, key=lambda row: (int(row[1]), row[0]), default=None)
    stopped = [row for row in rows if _has_stopped(row[2], row[3], row[4], today)]
    lapsed = max(stopped, key=lambda row: (int(row[1]), row[0]), default=None)
    return {
        "mais_comprado": most[0] if most else None,
        "parou_de_comprar": lapsed[0] if lapsed else None,
    }


def _has_stopped(count: int, first: date, last: date, today: date) -> bool:
    """Return whether a product bought several times is silent for over two of its intervals."""
    if count < 3:
        return False
    interval = (last - first).days / (count - 1)
    silence = (today - last).days
    return silence > max(_LAPSED_CYCLES * interval, _HALF_YEAR_DAYS / 3)


def _promotions(connection: Connection, today: date) -> str | None:
    statement = (
        select(Promotion.name)
        .where(Promotion.starts_on <= today, Promotion.ends_on >= today)
        .order_by(Promotion.ends_on, Promotion.name)
        .limit(_NAMED_PROMOTIONS)
    )
    return ", ".join(connection.execute(statement).scalars()) or None


def _objection(connection: Connection, customer_id: UUID) -> str | None:
    statement = (
        select(ObjectionKind.name)
        .join(Objection, Objection.kind_id == ObjectionKind.id)
        .where(Objection.customer_id == customer_id, Objection.state != ObjectionState.OVERCOME)
        .order_by(Objection.opened_at.desc())
        .limit(1)
    )
    found: str | None = connection.execute(statement).scalar()
    return found
