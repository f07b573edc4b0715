"""Lines of ``clientes`` into records."""

import re

from cockpit.domain.documents import parse_tax_id
from cockpit.domain.import_records import CustomerRecord, ParsedPhone, TaxId
from cockpit.domain.messages import Message
from cockpit.domain.phones import parse_phones
from cockpit.domain.states import state_code
from cockpit.domain.vocabulary import CustomerCategory, PersonKind
from cockpit.imports import answers
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.line_figures import LineFigures

_EMAIL = re.compile(r"[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+")
_LONGEST_EMAIL = 254
_LONGEST_TAX_ID = 20


def read_customer(cells: Cells, figures: LineFigures) -> CustomerRecord:
    """Return a line as a customer, with what is odd about it.

    Args:
        cells: The line.
        figures: How the file writes amounts.

    Raises:
        RejectedError: It has neither a code nor a name.
    """
    code = cells.code("codigo")
    legal_name, trade_name = cells.text("razao_social"), cells.text("nome_fantasia")
    if not (code or legal_name or trade_name):
        raise RejectedError(Message.of("imports.customer_without_identity"))
    if not (legal_name or trade_name):
        cells.flag("customer_without_name")
    tax_id = _tax_id(cells)
    if not code and not (tax_id and tax_id.is_valid):
        cells.flag("customer_without_key")
    return CustomerRecord(
        code=code,
        legal_name=legal_name or trade_name or code,
        trade_name=trade_name,
        tax_id=tax_id,
        phones=_phones(cells),
        email=_email(cells),
        person_name=cells.text("contato"),
        city=cells.text("municipio"),
        state=_state(cells),
        segment=cells.label("segmento"),
        region=cells.label("regiao"),
        seller=cells.label("vendedor"),
        company=cells.label("empresa"),
        credit_limit_cents=_credit_limit(cells, figures),
        is_blocked=_is_blocked(cells),
        category=cells.read("categoria", answers.category, otherwise=CustomerCategory.CUSTOMER),
        flags=tuple(cells.flags),
    )


def _is_blocked(cells: Cells) -> bool | None:
    """Return what the file says; nothing where it has no such column or cannot be read."""
    if "bloqueado" not in cells.columns:
        return None
    otherwise = None if cells.raw("bloqueado") else False
    return cells.read("bloqueado", answers.yes_or_no, otherwise=otherwise)


def _tax_id(cells: Cells) -> TaxId | None:
    text = cells.raw("cnpj_cpf")
    tax_id = parse_tax_id(text)
    if tax_id is None:
        return None
    if len(tax_id.text) > _LONGEST_TAX_ID:
        cells.flag("tax_id_too_long")
        return None
    if tax_id.kind is PersonKind.UNKNOWN:
        cells.flag("tax_id_invalid", value=text)
    return tax_id


def _phones(cells: Cells) -> tuple[ParsedPhone, ...]:
    found: dict[tuple[str, str], ParsedPhone] = {}
    for column in ("telefone", "celular"):
        text = cells.raw(column)
        phones = parse_phones(text)
        if any(letter.isalpha() for letter in text) and not phones:
            cells.flag("phone_invalid", value=text[:40])
        for phone in phones:
            found.setdefault((phone.e164 or phone.raw, phone.extension), phone)
            if not phone.is_valid:
                cells.flag("phone_invalid", value=phone.raw[:40])
    return tuple(found.values())


def _email(cells: Cells) -> str:
    email = cells.text("email")
    if len(email) > _LONGEST_EMAIL:
        cells.flag("email_odd", value=email[:40])
        return ""
    if email and not _EMAIL.fullmatch(email):
        cells.flag("email_odd", value=email[:40])
    return email


def _state(cells: Cells) -> str:
    text = cells.text("uf")
    code = state_code(text)
    if text and code is None:
        cells.flag("state_unknown", value=text[:40])
    return code or ""


def _credit_limit(cells: Cells, figures: LineFigures) -> int | None:
    limit = cells.read("limite_credito", figures.amount, otherwise=None)
    if limit is None:
        return None
    if limit.is_doubtful or limit.cents < 0:
        cells.flag("amount_doubtful", value=cells.raw("limite_credito"))
    return limit.cents if limit.cents >= 0 else None
