"""What happened to an NF-e afterwards: cancellations, in the present layout and the first one."""

from xml.etree.ElementTree import Element

from cockpit.domain.import_records import InvoiceEventRecord
from cockpit.domain.messages import Message
from cockpit.imports.cells import RejectedError
from cockpit.imports.nfe import figures
from cockpit.imports.nfe.keys import is_access_key
from cockpit.imports.words import single_line

_CANCELLED = frozenset(("110111", "110112"))
#: Registered and linked to its invoice, registered alone, registered late; 101 and 151 of old.
_REGISTERED = frozenset(("135", "136", "155"))
_REGISTERED_OF_OLD = frozenset(("101", "151"))


def read_event(root: Element) -> InvoiceEventRecord:
    """Return a cancellation.

    Args:
        root: ``procEventoNFe``, ``evento`` or ``procCancNFe``.

    Raises:
        RejectedError: It is another event, or the tax authority has not registered it.
    """
    if root.tag == "procCancNFe":
        info, answer = root.find("cancNFe/infCanc"), root.find("retCancNFe/infCanc")
        registered, when = _REGISTERED_OF_OLD, _text(answer, "dhRecbto")
    else:
        info = root.find("infEvento" if root.tag == "evento" else "evento/infEvento")
        answer = root.find("retEvento/infEvento")
        registered, when = _REGISTERED, _text(info, "dhEvento")
        kind = _text(info, "tpEvento")
        if kind not in _CANCELLED:
            name = single_line(_text(info, "detEvento/descEvento"))[:60]
            raise RejectedError(Message.of("imports.event_other", value=name or kind[:10]))
    key = _text(info, "chNFe")
    if not is_access_key(key):
        raise RejectedError(Message.of("imports.invoice_key_wrong", value=key[:44]))
    if _text(answer, "cStat") not in registered or _text(answer, "chNFe") not in {"", key}:
        raise RejectedError(Message.of("imports.event_not_registered"))
    return InvoiceEventRecord(key, figures.day(when))


def _text(element: Element | None, path: str) -> str:
    return "" if element is None else (element.findtext(path) or "").strip()
