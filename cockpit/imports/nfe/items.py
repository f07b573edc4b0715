"""The goods of an invoice."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cockpit.domain.import_records import ItemRecord
from cockpit.domain.messages import Message
from cockpit.imports.cells import LONGEST_CODE, LONGEST_TEXT, RejectedError
from cockpit.imports.nfe import figures
from cockpit.imports.words import single_line

#: What the layout says of an item whose value is not part of the total.
_NOT_IN_TOTAL = "0"


@dataclass(frozen=True, slots=True)
class Goods:
    """What was sold or sent back.

    Attributes:
        other_cents: Value of what else is on the invoice and part of its total: gifts and so on.
    """

    items: tuple[ItemRecord, ...]
    other_cents: int


def read_goods(
    info: Element,
    order: str,
    company: str,
    belongs: Callable[[str], bool],
    flags: list[Message],
) -> Goods:
    """Return the items of the operation, and what the others are worth.

    An item that cannot be read is left out with a flag: the invoice's own total counts anyway.

    Args:
        info: ``infNFe``.
        order: The order's number.
        company: Our document.
        belongs: Whether a CFOP is part of the operation.
        flags: What is odd is added here.
    """
    items: list[ItemRecord] = []
    other_cents = 0
    others: set[str] = set()
    for position, element in enumerate(info.iterfind("det/prod"), start=1):
        fields = {child.tag: (child.text or "").strip() for child in element}
        try:
            item = _item(fields, order, len(items) + 1, company)
        except RejectedError as error:
            flags.append(
                Message.of("imports.invoice_item_left_out", number=position, reason=error.reason)
            )
            continue
        if belongs(fields.get("CFOP", "")):
            items.append(item)
            continue
        others.add(fields.get("CFOP", "")[:10])
        if fields.get("indTot") != _NOT_IN_TOTAL:
            other_cents += item.total_cents
    if others:
        flags.append(Message.of("imports.invoice_partly", value=", ".join(sorted(others))[:40]))
    return Goods(tuple(items), other_cents)


def _item(fields: dict[str, str], order: str, line: int, company: str) -> ItemRecord:
    code = single_line(fields.get("cProd", ""))
    discount = figures.cents(fields.get("vDesc", ""))
    total = figures.cents(fields.get("vProd", "")) - discount
    if total < 0:
        raise RejectedError(Message.of("imports.amount_doubtful", value=fields.get("vDesc", "")))
    return ItemRecord(
        order=order,
        line=line,
        product=code if len(code) <= LONGEST_CODE else "",
        description=single_line(fields.get("xProd", "") or code)[:LONGEST_TEXT].rstrip(),
        quantity_milli=figures.milli(fields.get("qCom", "")),
        unit_cents=figures.cents(fields.get("vUnCom", "")),
        discount_cents=discount,
        total_cents=total,
        company=company,
    )
