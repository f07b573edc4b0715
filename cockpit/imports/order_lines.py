"""Lines of ``pedidos`` into records."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from cockpit.domain.documents import parse_tax_id
from cockpit.domain.import_records import OrderRecord
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import OrderKind
from cockpit.imports import values
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.values import DecimalMark, UnreadableError

T = TypeVar("T")

_MASK = frozenset("./-")


def read_order(cells: Cells, mark: DecimalMark | None, today: date) -> OrderRecord:
    """Return a line as an order, with what is odd about it.

    Args:
        cells: The line.
        mark: The decimal mark of the file's amounts.
        today: An order after this day is flagged.

    Raises:
        RejectedError: It has no number, customer or day, or its value or kind cannot be told.
    """
    number = _needed(cells.code("numero"), "numero")
    customer = _customer(cells)
    ordered_on = _needed(_or_reject(values.day, cells.raw("data")), "data")
    if ordered_on > today:
        cells.flag("order_in_future")
    net_cents = _net_cents(cells, mark)
    return OrderRecord(
        number=number,
        customer=customer,
        ordered_on=ordered_on,
        net_cents=abs(net_cents),
        goods_cents=_goods_cents(cells, mark),
        kind=_kind(cells, is_negative=net_cents < 0),
        state_text=cells.text("situacao"),
        seller=cells.label("vendedor"),
        company=cells.label("empresa"),
        promised_on=cells.read("entrega_prevista", values.day, otherwise=None),
        delivered_on=cells.read("entregue_em", values.day, otherwise=None),
        flags=tuple(cells.flags),
    )


def _customer(cells: Cells) -> str:
    """Return the customer's code or document; a masked document loses its mask."""
    customer = _needed(cells.code("cliente"), "cliente")
    if not _MASK.isdisjoint(customer):
        tax_id = parse_tax_id(customer)
        if tax_id and tax_id.is_valid:
            return tax_id.text
    return customer


def _kind(cells: Cells, *, is_negative: bool) -> OrderKind:
    """Return what the order is.

    A negative sale is taken as a return, and flagged: a return lowers the customer's value and is
    never a purchase, so that whatever was meant, nobody looks active because of it; left out, the
    sale that it takes back would stay at its full value without anybody noticing.
    """
    kind = OrderKind.SALE
    if stated := cells.raw("tipo"):
        kind = _or_reject(values.order_kind, stated)
    if kind is not OrderKind.CANCELLED and values.is_cancelled(cells.raw("situacao")):
        if stated:
            cells.flag("order_cancelled_by_state", value=stated[:40])
        return OrderKind.CANCELLED
    if kind is OrderKind.SALE and is_negative:
        cells.flag("sale_negative", value=cells.raw("valor"))
        return OrderKind.RETURN
    return kind


def _net_cents(cells: Cells, mark: DecimalMark | None) -> int:
    text = cells.raw("valor")
    if not text:
        cells.flag("order_without_value")
        return 0
    amount = _or_reject(lambda one: values.amount(one, mark), text)
    if amount.is_doubtful:
        cells.flag("amount_doubtful", value=text)
    return amount.cents


def _goods_cents(cells: Cells, mark: DecimalMark | None) -> int | None:
    amount = cells.read(
        "valor_sem_impostos", lambda text: values.amount(text, mark), otherwise=None
    )
    if amount is None:
        return None
    if amount.is_doubtful:
        cells.flag("amount_doubtful", value=cells.raw("valor_sem_impostos"))
    return abs(amount.cents)


def _needed(value: T | None, column: str) -> T:
    """Return a value that a line cannot do without."""
    if not value:
        raise RejectedError(Message.of("imports.order_incomplete", column=column))
    return value


def _or_reject(reader: Callable[[str], T], text: str) -> T:
    """Read a value without which nothing sensible can be stored."""
    try:
        return reader(text)
    except UnreadableError as error:
        raise RejectedError(error.reason) from error
