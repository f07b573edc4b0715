"""Lines of ``pedidos`` into records."""

from collections.abc import Callable
from typing import TypeVar

from cockpit.domain.import_records import OrderRecord
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import OrderKind
from cockpit.imports import answers
from cockpit.imports.answers import OrderState
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.customer_reference import customer_reference
from cockpit.imports.line_figures import LineFigures
from cockpit.imports.unreadable import UnreadableError

T = TypeVar("T")


def read_order(cells: Cells, figures: LineFigures, kind_header: str = "") -> OrderRecord:
    """Return a line as an order, with what is odd about it.

    Args:
        cells: The line.
        figures: How the file writes amounts and days; an order after its today is flagged.
        kind_header: Header of the column ``tipo``: some ERPs have letters of their own.

    Raises:
        RejectedError: It has no number, customer or day, or its value or kind cannot be told.
    """
    number = _needed(cells.code("numero"), "numero")
    customer = _needed(customer_reference(cells), "cliente")
    ordered_on = _needed(_or_reject(figures.day, cells.raw("data")), "data")
    if ordered_on > figures.today:
        cells.flag("order_in_future")
    net_cents = _net_cents(cells, figures)
    return OrderRecord(
        number=number,
        customer=customer,
        ordered_on=ordered_on,
        net_cents=abs(net_cents),
        goods_cents=_goods_cents(cells, figures),
        kind=_kind(cells, kind_header, is_negative=net_cents < 0),
        state_text=cells.text("situacao"),
        seller=cells.label("vendedor"),
        company=cells.label("empresa"),
        promised_on=figures.maybe_day(cells, "entrega_prevista"),
        delivered_on=figures.maybe_day(cells, "entregue_em"),
        flags=tuple(cells.flags),
    )


def _kind(cells: Cells, header: str, *, is_negative: bool) -> OrderKind:
    """Return what the order is.

    A negative sale is taken as a return, and flagged: a return lowers the customer's value and is
    never a purchase, so that whatever was meant, nobody looks active because of it; left out, the
    sale that it takes back would stay at its full value without anybody noticing.
    """
    kind = OrderKind.SALE
    if stated := cells.raw("tipo"):
        kind = _or_reject(lambda text: answers.order_kind(text, header), stated)
    state = answers.order_state(cells.raw("situacao"))
    if kind is not OrderKind.CANCELLED and state is OrderState.VOID:
        if stated and not answers.has_own_letters(header):
            cells.flag("order_cancelled_by_state", value=stated[:40])
        return OrderKind.CANCELLED
    if kind is OrderKind.SALE and is_negative:
        cells.flag("sale_negative", value=cells.raw("valor"))
        return OrderKind.RETURN
    if kind is OrderKind.SALE and state is OrderState.DOUBTFUL:
        cells.flag("order_state_doubtful", value=cells.raw("situacao")[:40])
    return kind


def _net_cents(cells: Cells, figures: LineFigures) -> int:
    text = cells.raw("valor")
    if not text:
        cells.flag("order_without_value")
        return 0
    amount = _or_reject(figures.amount, text)
    figures.flag_doubtful(cells, "valor", amount)
    return amount.cents


def _goods_cents(cells: Cells, figures: LineFigures) -> int | None:
    amount = cells.read("valor_sem_impostos", figures.amount, otherwise=None)
    figures.flag_doubtful(cells, "valor_sem_impostos", amount)
    return None if amount is None else abs(amount.cents)


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
