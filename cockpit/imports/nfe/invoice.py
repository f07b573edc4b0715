"""One NF-e into a record, or why it is nothing that a customer bought or sent back."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

from cockpit.domain.import_records import InvoiceRecord, OrderRecord
from cockpit.domain.messages import Message, MessageValue
from cockpit.domain.vocabulary import OrderKind
from cockpit.imports.cells import RejectedError
from cockpit.imports.nfe import figures, operations
from cockpit.imports.nfe.items import read_goods
from cockpit.imports.nfe.keys import is_access_key
from cockpit.imports.nfe.parties import Party, customer_of, read_party
from cockpit.imports.nfe.titles import read_titles
from cockpit.imports.words import single_line

_MODEL = "55"
_TEST = "2"
_OUT = "1"
_NORMAL, _RETURN = "1", "4"
_OTHER_PURPOSES = {
    "2": "invoice_complement",
    "3": "invoice_adjustment",
    "5": "invoice_note",
    "6": "invoice_note",
}
#: Authorised; authorised though it was late.
_AUTHORISED = frozenset(("100", "150"))
_PLAIN_NUMBER = re.compile(r"[0-9]{1,9}")


def read_invoice(root: Element, own: frozenset[str], today: date) -> InvoiceRecord:
    """Return an invoice of ours, or one by which a customer sends goods back.

    Args:
        root: ``nfeProc`` or ``NFe``.
        own: The first eight characters of the company's own CNPJs.
        today: An invoice after this day is flagged.

    Raises:
        RejectedError: It is not authorised, is somebody else's, or is neither sale nor return.
    """
    bare = root if root.tag == "NFe" else root.find("NFe")
    info = None if bare is None else bare.find("infNFe")
    if info is None:
        raise _rejected("invoice_incomplete", part="infNFe")
    _check_model(info)
    key = _authorised_key(root, info)
    issuer, recipient = read_party(info.find("emit")), read_party(info.find("dest"))
    if issuer is None or recipient is None or not (issuer.document and recipient.document):
        raise _rejected("invoice_without_party")
    kind, ours, customer, belongs = _operation(info, issuer, recipient, own)
    flags: list[Message] = []
    number = _number(info, issuer, ours)
    goods = read_goods(info, number, ours.document, belongs, flags)
    unpriced = OrderRecord(
        number=number,
        customer=customer.document,
        ordered_on=figures.day(_text(info, "ide/dhEmi") or _text(info, "ide/dEmi")),
        net_cents=0,
        kind=kind,
        company=ours.document,
        access_key=key,
    )
    order = _order(info, unpriced, goods.other_cents)
    if order.ordered_on > today:
        flags.append(Message.of("imports.order_in_future"))
    if not order.net_cents:
        flags.append(Message.of("imports.order_without_value"))
    is_sale = kind is OrderKind.SALE
    record = InvoiceRecord(
        customer=customer_of(customer, flags),
        order=order,
        items=goods.items,
        receivables=read_titles(info, order, flags) if is_sale else (),
        returned_keys=() if is_sale else _returned_keys(info),
    )
    return replace(record, order=replace(order, digest=_digest(record)), flags=tuple(flags))


def _check_model(info: Element) -> None:
    """Refuse receipts, trials and invoices that only mend others."""
    model, purpose = _text(info, "ide/mod"), _text(info, "ide/finNFe") or _NORMAL
    if model != _MODEL:
        raise _rejected("invoice_model", value=model[:40])
    if _text(info, "ide/tpAmb") == _TEST:
        raise _rejected("invoice_test")
    if purpose in _OTHER_PURPOSES:
        raise _rejected(_OTHER_PURPOSES[purpose])
    if purpose not in {_NORMAL, _RETURN}:
        raise _rejected("invoice_incomplete", part="finNFe")


def _authorised_key(root: Element, info: Element) -> str:
    """Return the access key, which the authorisation has to name too."""
    protocol = root.find("protNFe/infProt")
    if protocol is None:
        raise _rejected("invoice_without_protocol")
    status = _text(protocol, "cStat")
    if status not in _AUTHORISED:
        reason = single_line(_text(protocol, "xMotivo"))[:100]
        raise _rejected("invoice_not_authorised", value=f"{status[:3]} {reason}".strip())
    key = (info.get("Id") or "").removeprefix("NFe")
    if not is_access_key(key) or _text(protocol, "chNFe") != key:
        raise _rejected("invoice_key_wrong", value=key[:44])
    return key


def _operation(
    info: Element, issuer: Party, recipient: Party, own: frozenset[str]
) -> tuple[OrderKind, Party, Party, Callable[[str], bool]]:
    """Return what was done, our side, the customer's, and which CFOPs are part of it."""
    is_out = _text(info, "ide/tpNF") == _OUT
    is_return = _text(info, "ide/finNFe") == _RETURN
    codes = [single_line(det.findtext("prod/CFOP") or "") for det in info.iterfind("det")]
    if issuer.root in own and recipient.root in own:
        raise _rejected("invoice_between_branches")
    if issuer.root in own:
        if is_out and is_return:
            raise _rejected("invoice_to_supplier")
        if is_out and any(map(operations.is_sale, codes)):
            return OrderKind.SALE, issuer, recipient, operations.is_sale
        if not is_out and any(map(operations.is_return_to_seller, codes)):
            return OrderKind.RETURN, issuer, recipient, operations.is_return_to_seller
        raise _rejected("invoice_no_sale", value=", ".join(sorted(set(codes)))[:40])
    if recipient.root in own:
        if is_out and any(map(operations.is_return_by_buyer, codes)):
            return OrderKind.RETURN, recipient, issuer, operations.is_return_by_buyer
        raise _rejected("invoice_of_supplier")
    raise _rejected("invoice_of_others", value=issuer.document)


def _number(info: Element, issuer: Party, ours: Party) -> str:
    """Return a number that no order of an ERP has, nor another party's invoice."""
    series, number = _text(info, "ide/serie") or "0", _text(info, "ide/nNF")
    if not (_PLAIN_NUMBER.fullmatch(series) and _PLAIN_NUMBER.fullmatch(number)):
        raise _rejected("invoice_incomplete", part="nNF")
    own_number = f"NFE-{int(series)}-{int(number)}"
    return own_number if issuer is ours else f"{own_number}-{issuer.document}"


def _order(info: Element, unpriced: OrderRecord, other_cents: int) -> OrderRecord:
    """Return an order with its values, less what is on the invoice and part of something else."""
    totals = info.find("total/ICMSTot")
    net = "" if totals is None else _text(totals, "vNF")
    if totals is None or not net:
        raise _rejected("invoice_incomplete", part="vNF")
    goods_cents = figures.cents(_text(totals, "vProd")) - figures.cents(_text(totals, "vDesc"))
    return replace(
        unpriced,
        net_cents=max(figures.cents(net) - other_cents, 0),
        goods_cents=max(goods_cents - other_cents, 0),
    )


def _returned_keys(info: Element) -> tuple[str, ...]:
    keys = [(element.text or "").strip() for element in info.iterfind("ide/NFref/refNFe")]
    return tuple(dict.fromkeys(key for key in keys if is_access_key(key)))


def _digest(record: InvoiceRecord) -> int:
    """Return a hash of all that the invoice states."""
    text = repr((record.customer, record.order, record.items, record.receivables))
    raw = hashlib.blake2b(text.encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(raw, "little", signed=True)


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _rejected(key: str, **values: MessageValue) -> RejectedError:
    return RejectedError(Message.of(f"imports.{key}", **values))
