"""Orders, items, titles, quotes and products."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import Select, func, literal, select

from cockpit.domain.export_columns import ExportCell
from cockpit.domain.vocabulary import ImportKind, OrderKind, QuoteState
from models import (
    Company,
    Customer,
    Order,
    OrderItem,
    Product,
    Quote,
    Receivable,
    User,
)

#: What an import finds a customer again by.
_CUSTOMER = func.coalesce(Customer.code, Customer.tax_id)
ORDER_KINDS: Mapping[OrderKind, str] = {
    OrderKind.SALE: "venda",
    OrderKind.RETURN: "devolucao",
    OrderKind.CANCELLED: "cancelado",
}
QUOTE_STATES: Mapping[QuoteState, str] = {
    QuoteState.OPEN: "aberto",
    QuoteState.WON: "ganho",
    QuoteState.LOST: "perdido",
    QuoteState.EXPIRED: "vencido",
}

_CENTS, _MILLI = 100, 1000
#: A price with so many decimals gives back any total that fits a document.
_PLACES = Decimal("0.000001")

#: Per table its rows, one selected column per canonical column; an item's total comes last.
STATEMENTS: Mapping[ImportKind, Select[*tuple[Any, ...]]] = {
    ImportKind.PRODUCTS: select(
        Product.code, Product.name, Product.unit, Product.family, Product.brand, Company.code,
        Product.is_active,
    )
    .join(Company, Product.company_id == Company.id)
    .order_by(Product.id),
    ImportKind.ORDERS: select(
        Order.number, _CUSTOMER, Order.ordered_on, Order.net_cents, Order.goods_cents, Order.kind,
        Order.state_text, func.coalesce(Order.seller_name, User.name), Company.code,
        Order.promised_on, Order.delivered_on,
    )
    .join(Customer, Order.customer_id == Customer.id)
    .join(Company, Order.company_id == Company.id)
    .outerjoin(User, Order.seller_id == User.id)
    .order_by(Order.id),
    ImportKind.ITEMS: select(
        Order.number, func.coalesce(OrderItem.product_code, Product.code), OrderItem.description,
        OrderItem.quantity_milli, OrderItem.unit_cents, OrderItem.discount_cents, Company.code,
        OrderItem.line, OrderItem.total_cents,
    )
    .join(Order, OrderItem.order_id == Order.id)
    .join(Company, Order.company_id == Company.id)
    .outerjoin(Product, OrderItem.product_id == Product.id)
    .order_by(OrderItem.order_id, OrderItem.line),
    ImportKind.RECEIVABLES: select(
        Receivable.number, _CUSTOMER, Order.number, Receivable.issued_on, Receivable.due_on,
        Receivable.amount_cents, Receivable.paid_on, func.coalesce(Company.code, ""),
        literal(""),
    )
    .join(Customer, Receivable.customer_id == Customer.id)
    .outerjoin(Order, Receivable.order_id == Order.id)
    .outerjoin(Company, func.coalesce(Order.company_id, Customer.company_id) == Company.id)
    .order_by(Receivable.id),
    ImportKind.QUOTES: select(
        Quote.number, _CUSTOMER, Quote.opened_on, Quote.total_cents, Quote.expires_on, Quote.state,
        User.name, Company.code, Quote.stopped_reason,
    )
    .join(Customer, Quote.customer_id == Customer.id)
    .outerjoin(User, Quote.seller_id == User.id)
    .outerjoin(Company, Customer.company_id == Company.id)
    .order_by(Quote.id),
}  # fmt: skip


def item_cells(row: tuple[Any, ...]) -> tuple[ExportCell, ...]:
    """Return an item with the price that gives its total.

    What is stored of the price are its cents, while a screw may cost a tenth of one.
    """
    *before, quantity, unit_cents, discount, company, line, total = row
    gross = total + discount
    if _rounded(Decimal(unit_cents) * quantity / _MILLI) == gross or not quantity:
        price = Decimal(unit_cents) / _CENTS
    else:
        price = (Decimal(gross) * _MILLI / quantity / _CENTS).quantize(_PLACES, ROUND_HALF_UP)
    return *before, quantity, price, discount, company, str(line)


def _rounded(cents: Decimal) -> int:
    return int(cents.to_integral_value(ROUND_HALF_UP))
