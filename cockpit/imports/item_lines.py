"""Lines of ``itens`` into records."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from cockpit.domain.import_records import ItemRecord
from cockpit.domain.messages import Message
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.line_figures import LineFigures, not_negative
from cockpit.imports.unreadable import UnreadableError

_HUNDRED = 100
_MILLI = 1000
#: Letters and digits count the lines of an order in some ERPs: after 99 comes A0.
_LETTERS_AND_DIGITS = 36
_LONGEST_LINE = 4

#: Returns the place of a line among its order's lines, from the company and the order.
NextLine = Callable[[str, str], int]


def read_item(
    cells: Cells, figures: LineFigures, next_line: NextLine, discount_headers: tuple[str, ...]
) -> ItemRecord:
    """Return a line as an item of an order, with what is odd about it.

    Args:
        cells: The line.
        figures: How the file writes amounts.
        next_line: Counts the lines of each order; rejected ones count.
        discount_headers: The headers of ``desconto``, in the order of its positions.

    Raises:
        RejectedError: Its order, its product or its quantity cannot be told.
    """
    order = cells.needed("pedido", lambda _: cells.code("pedido"))
    company = cells.label("empresa")
    counted = next_line(company, order)
    product, description = cells.code("produto"), cells.text("descricao")
    if not (product or description):
        raise RejectedError(Message.of("imports.cell_missing", column="produto"))
    quantity = figures.needed_amount(cells, "quantidade", figures.quantity).cents
    if quantity <= 0:
        cells.flag("quantity_odd", value=cells.raw("quantidade"))
    price = _price(cells, figures)
    gross = _cents(price * abs(quantity) / _MILLI)
    discount = _discount(cells, figures, gross, discount_headers)
    return ItemRecord(
        order=order,
        line=_stated_line(cells, counted),
        product=product,
        description=description,
        quantity_milli=abs(quantity),
        unit_cents=_cents(price),
        discount_cents=discount,
        total_cents=gross - discount,
        company=company,
        flags=tuple(cells.flags),
    )


def _stated_line(cells: Cells, counted: int) -> int:
    """Return the line's number in its order as the file has it, or else as it was counted.

    A number as the file has it would claim that the file has the order's other lines too, which one
    that was counted as 0 does not.
    """
    text = cells.raw("item")
    if counted == 0 or not (text.isascii() and text.isalnum() and len(text) <= _LONGEST_LINE):
        return counted
    return int(text) if text.isdigit() else int(text, _LETTERS_AND_DIGITS)


def _price(cells: Cells, figures: LineFigures) -> Decimal:
    """Return the price of one unit in reais; zero, which is flagged, where there is none."""
    if not cells.raw("valor_unitario"):
        cells.flag("item_without_price")
        return Decimal(0)
    amount = figures.needed_amount(cells, "valor_unitario", figures.unit_price)
    not_negative(amount, cells, "valor_unitario")
    return figures.price(cells.raw("valor_unitario"))


def _discount(cells: Cells, figures: LineFigures, gross: int, headers: tuple[str, ...]) -> int:
    """Return a discount in cents; one that is no discount is flagged and left out."""
    text = cells.raw("desconto")
    if not text:
        return 0
    used = cells.columns["desconto"].index(cells.place("desconto") or 0)
    is_percent = text.endswith("%") or "perc" in headers[used]
    try:
        amount = figures.unit_price(text.removesuffix("%"))
    except UnreadableError as error:
        cells.flags.append(error.reason)
        return 0
    discount = abs(amount.cents)
    if is_percent:
        discount = _cents(Decimal(gross) * discount / _HUNDRED / _HUNDRED / _HUNDRED)
    if amount.is_doubtful or discount > gross:
        cells.flag("discount_odd", value=text)
        return 0
    return discount


def _cents(reais: Decimal) -> int:
    """Return an amount in cents, rounded half up."""
    return int((reais * _HUNDRED).to_integral_value(ROUND_HALF_UP))
