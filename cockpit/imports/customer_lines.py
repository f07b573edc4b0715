"""Lines of ``clientes`` into records."""

import re

from cockpit.domain.documents import parse_tax_id
from cockpit.domain.import_records import BlockPeriod, CustomerRecord, ParsedPhone, TaxId
from cockpit.domain.messages import Message
from cockpit.domain.phones import parse_phones
from cockpit.domain.states import state_code
from cockpit.domain.vocabulary import Channel, CustomerCategory, PersonKind
from cockpit.imports import answers
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.line_figures import LineFigures
from cockpit.imports.unreadable import UnreadableError

_EMAIL = re.compile(r"[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+")
_PERIOD = re.compile(r"(\S+)\s+(?:a|até|ate)(?:\s+(\S+))?", re.IGNORECASE)
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
    is_blocked, blocks = _blocks(cells, figures)
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
        is_blocked=is_blocked,
        category=cells.read("categoria", answers.category, otherwise=CustomerCategory.CUSTOMER),
        blocks=blocks,
        closed_channels=cells.read(
            # Whoever may have asked not to be called is not called.
            "nao_contatar",
            answers.closed_channels,
            otherwise=_closed_if_unreadable(cells),
        ),
        is_name_given=bool(legal_name),
        flags=tuple(cells.flags),
    )


def _is_blocked(cells: Cells) -> bool | None:
    """Return what the file says; nothing where it has no such column or cannot be read."""
    if "bloqueado" not in cells.columns:
        return None
    otherwise = None if cells.raw("bloqueado") else False
    return cells.read("bloqueado", answers.yes_or_no, otherwise=otherwise)


def _blocks(cells: Cells, figures: LineFigures) -> tuple[bool | None, tuple[BlockPeriod, ...]]:
    """Return whether a customer is blocked, and the periods; one that lasts says so alone, too."""
    is_blocked = _is_blocked(cells)
    try:
        blocks = tuple(
            _period(part.strip(), figures)
            for part in re.split("[,;]", cells.raw("bloqueios"))
            if part.strip()
        )
    except UnreadableError:
        cells.flag("blocks_unreadable", value=cells.raw("bloqueios")[:40])
        return is_blocked, ()
    lasting = [one for one in blocks if one.until_day is None]
    if len(lasting) > 1:
        cells.flag("blocks_unreadable", value=cells.raw("bloqueios")[:40])
        return is_blocked, ()
    if lasting and is_blocked is False:
        cells.flag("block_has_ended")
        return is_blocked, tuple(one for one in blocks if one.until_day is not None)
    return (True if lasting else is_blocked), blocks


def _period(text: str, figures: LineFigures) -> BlockPeriod:
    """Read ``01/02/2025 a 15/03/2025``, or ``10/10/2025 a`` of one that lasts.

    Raises:
        UnreadableError: It is no period.
    """
    found = _PERIOD.fullmatch(text)
    from_day = figures.day(found[1]) if found else None
    until_day = figures.day(found[2]) if found and found[2] else None
    if from_day is None or (until_day is not None and until_day < from_day):
        raise UnreadableError("blocks_unreadable", text)
    return BlockPeriod(from_day, until_day)


def _closed_if_unreadable(cells: Cells) -> frozenset[Channel]:
    return frozenset(Channel) if cells.raw("nao_contatar") else frozenset()


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
