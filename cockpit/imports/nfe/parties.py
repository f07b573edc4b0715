"""Who issued an invoice and who received it."""

from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from cockpit.domain import formats
from cockpit.domain.documents import parse_tax_id
from cockpit.domain.import_records import CustomerRecord, ParsedPhone, TaxId
from cockpit.domain.messages import Message
from cockpit.domain.phones import parse_phones
from cockpit.domain.states import state_code
from cockpit.domain.vocabulary import PersonKind
from cockpit.imports.cells import LONGEST_CODE, LONGEST_TEXT
from cockpit.imports.words import single_line

_LONGEST_EMAIL = 254
_LONGEST_TAX_ID = 20
#: Stands before a foreigner's document, so that it is no other customer's code.
_FOREIGN = "EXT-"


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an invoice.

    Attributes:
        document: CNPJ or CPF as it is written, else the foreigner's code; empty where none is.
        root: What the branches of one company share.
        element: The rest of it.
    """

    document: str
    root: str
    element: Element


def read_party(element: Element | None) -> Party | None:
    """Return an issuer (``emit``) or recipient (``dest``); None where the invoice has none."""
    if element is None:
        return None
    document = _text(element, "CNPJ") or _text(element, "CPF")
    if not document and (foreign := single_line(_text(element, "idEstrangeiro"))):
        document = _FOREIGN + foreign
    return Party(document.upper()[:LONGEST_CODE], root_of(document), element)


def root_of(document: str) -> str:
    """Return the first eight characters of a CNPJ, else the document."""
    document = document.upper()
    return document[:8] if len(document) == formats.CNPJ_LENGTH else document


def customer_of(party: Party, flags: list[Message]) -> CustomerRecord:
    """Return a party as a customer; what is odd about it is added to the flags."""
    element = party.element
    address = element.find("enderDest")
    if address is None:
        address = element.find("enderEmit")
    place = element if address is None else address
    tax_id = None if party.document.startswith(_FOREIGN) else _tax_id(party.document)
    if tax_id and not tax_id.is_valid:
        flags.append(Message.of("imports.tax_id_invalid", value=party.document))
    return CustomerRecord(
        code="" if tax_id else party.document,
        legal_name=_name(element, "xNome") or party.document,
        trade_name=_name(element, "xFant"),
        tax_id=tax_id,
        phones=_phones(_text(place, "fone"), flags),
        email=_email(_text(element, "email"), flags),
        city=_name(place, "xMun"),
        state=state_code(_text(place, "UF")) or "",
    )


@lru_cache(maxsize=4096)
def _tax_id(document: str) -> TaxId:
    """Return a document whose kind its element tells: the mask keeps it from being guessed."""
    found = parse_tax_id(formats.tax_id(document))
    return found or TaxId(document[:_LONGEST_TAX_ID], PersonKind.UNKNOWN, is_valid=False)


@lru_cache(maxsize=4096)
def _parsed_phones(text: str) -> tuple[ParsedPhone, ...]:
    return parse_phones(text)


def _phones(text: str, flags: list[Message]) -> tuple[ParsedPhone, ...]:
    phones = _parsed_phones(text) if text else ()
    flags.extend(
        Message.of("imports.phone_invalid", value=phone.raw[:40])
        for phone in phones
        if not phone.is_valid
    )
    return phones


def _email(text: str, flags: list[Message]) -> str:
    """Return the first address; several are parted by semicolons or commas."""
    email = single_line(text.replace(",", ";").partition(";")[0])
    if email and ("@" not in email or " " in email or len(email) > _LONGEST_EMAIL):
        flags.append(Message.of("imports.email_odd", value=email[:40]))
    return email if len(email) <= _LONGEST_EMAIL else ""


def _name(element: Element, tag: str) -> str:
    return single_line(_text(element, tag))[:LONGEST_TEXT].rstrip()


def _text(element: Element, tag: str) -> str:
    return (element.findtext(tag) or "").strip()
