"""Brazilian tax documents: CNPJ of companies, CPF of persons.

Since July 2026 a CNPJ may hold letters (IN RFB 2.229/2024), so a document is text: its letters are
never stripped, and what it identifies is never guessed from how many digits are left.
"""

import re
from functools import cache
from types import ModuleType

from cockpit.domain.formats import CNPJ_LENGTH, CPF_LENGTH
from cockpit.domain.import_records import TaxId
from cockpit.domain.vocabulary import PersonKind

_SEPARATORS = re.compile(r"[\s.\-/'‐-―−]+")
_FLOAT_TAIL = re.compile(r"([0-9]{8,14})[.,]0+")
_TEXT_FORMULA = re.compile(r'="([^"]*)"')
_CNPJ = re.compile(r"[0-9A-Z]{12}[0-9]{2}")
_CNPJ_MASK = re.compile(r"[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}/[0-9A-Z]{4}-[0-9]{2}")
_CPF_MASK = re.compile(r"[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}")

#: Fewer digits than this are an internal number rather than a document that lost its zeros: one
#: short number in fifty would pass for a CPF or a CNPJ by chance.
_SHORTEST_RESTORED = 8


def parse_tax_id(text: str) -> TaxId | None:
    """Read a CNPJ or CPF, masked or not; return None where there is none.

    A document that a spreadsheet took for a number lost its leading zeros: they are restored where
    exactly one of CPF and CNPJ then has the right check digits. Where both or neither has, the
    text is kept and the kind is unknown.
    """
    written = _unwrapped(text.strip()).upper()
    bare = _SEPARATORS.sub("", written)
    if not bare:
        return None
    cnpj, cpf = _as_cnpj(bare), _as_cpf(bare)
    if _CNPJ_MASK.fullmatch(written) or (len(bare) == CNPJ_LENGTH and cnpj):
        cpf = None
    elif _CPF_MASK.fullmatch(written) or (len(bare) == CPF_LENGTH and bare[0] == "0" and cpf):
        cnpj = None
    if cnpj and not cpf:
        return TaxId(cnpj, PersonKind.COMPANY, is_valid=True)
    if cpf and not cnpj:
        return TaxId(cpf, PersonKind.INDIVIDUAL, is_valid=True)
    return TaxId(bare, PersonKind.UNKNOWN, is_valid=False)


def _unwrapped(text: str) -> str:
    """Undo what spreadsheets and data frames wrap around a document: ``="0…"`` and ``…0.0``."""
    if formula := _TEXT_FORMULA.fullmatch(text):
        return formula[1].strip()
    number = _FLOAT_TAIL.fullmatch(text)
    return number[1] if number else text


def _as_cnpj(bare: str) -> str | None:
    """Return the whole CNPJ that the text stands for, or None."""
    whole = _restored(bare, CNPJ_LENGTH)
    if whole is None or len(set(whole)) == 1 or not _CNPJ.fullmatch(whole):
        return None
    return whole if _checks()[0].is_valid(whole) else None


def _as_cpf(bare: str) -> str | None:
    """Return the whole CPF that the text stands for, or None.

    Repeated digits (111.111.111-11) have right check digits and are never issued.
    """
    whole = _restored(bare, CPF_LENGTH)
    if whole is None or len(set(whole)) == 1:
        return None
    return whole if _checks()[1].is_valid(whole) else None


def _restored(bare: str, length: int) -> str | None:
    """Return the text with as many leading zeros as make it that long, or None."""
    if not (bare.isascii() and bare.isdigit()):
        return bare if len(bare) == length else None
    if len(bare) < _SHORTEST_RESTORED:
        return None
    significant = bare.lstrip("0")
    return significant.zfill(length) if len(significant) <= length else None


@cache
def _checks() -> tuple[ModuleType, ModuleType]:
    """Return python-stdnum's CNPJ and CPF; importing them costs 25 ms that a start can do without.

    python-stdnum has been released with alphanumeric CNPJs since 2.2.
    """
    from stdnum.br import cnpj, cpf  # noqa: PLC0415 - see above

    return cnpj, cpf
