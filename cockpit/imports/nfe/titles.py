"""The titles of an invoice, from ``cobr/dup``.

A customer's titles are told apart by their numbers alone, so series and branch are part of them.
"""

from xml.etree.ElementTree import Element

from cockpit.domain.import_records import OrderRecord, ReceivableRecord
from cockpit.domain.messages import Message
from cockpit.imports.cells import LONGEST_CODE, RejectedError
from cockpit.imports.nfe import figures
from cockpit.imports.words import single_line

_HEAD_OFFICE = "0001"


def read_titles(
    info: Element, order: OrderRecord, flags: list[Message]
) -> tuple[ReceivableRecord, ...]:
    """Return what is to be paid and when; a title that cannot be read is left out with a flag.

    Args:
        info: ``infNFe``.
        order: The sale.
        flags: What is odd is added here.
    """
    found: dict[str, ReceivableRecord] = {}
    series, number = order.number.split("-")[1:3]
    branch = order.company[8:12]
    tail = "" if branch in {"", _HEAD_OFFICE} else f" {branch}"
    for position, element in enumerate(info.iterfind("cobr/dup"), start=1):
        own_number = single_line(_text(element, "nDup")) or f"{position:03d}"
        title = f"{number}/{series}-{own_number}{tail}"
        if title in found or len(title) > LONGEST_CODE:
            title = f"{number}/{series}-{position:03d}.{position}{tail}"
        try:
            due_on = figures.day(_text(element, "dVenc"))
            amount = figures.cents(_text(element, "vDup"))
        except RejectedError as error:
            flags.append(
                Message.of("imports.invoice_title_left_out", number=position, reason=error.reason)
            )
            continue
        found[title] = ReceivableRecord(
            number=title,
            customer=order.customer,
            due_on=due_on,
            amount_cents=amount,
            order=order.number,
            issued_on=order.ordered_on,
            company=order.company,
        )
    return tuple(found.values())


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()
