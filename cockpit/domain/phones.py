"""Brazilian telephone numbers, as people type them into one cell and as they are dialled."""

import re
from functools import cache
from types import ModuleType

from cockpit.domain.import_records import ParsedPhone
from cockpit.domain.vocabulary import PhoneKind

_SEVERAL = re.compile(r"[/;|\r\n]+|,\s|\s+(?:ou|e)\s+", re.IGNORECASE)
_EXTENSION = re.compile(
    r"[\s,(\-]*\b(?:ramal|ram|rml|r|ext)\s*[.:]*\s*([0-9]{1,6})\s*\)?\s*", re.IGNORECASE
)
_HAS_EXTENSION = re.compile(rf"(.*?){_EXTENSION.pattern}", re.IGNORECASE | re.DOTALL)
_EXTENSION_ALONE = re.compile(_EXTENSION.pattern, re.IGNORECASE)
_CARRIER_PLACEHOLDER = re.compile(r"^\(?0?xx", re.IGNORECASE)
_WORDS_AROUND = re.compile(r"^[^\W\d_][^\d+(]*|[^\d)]*[^\W\d_]\W*$")
_FLOAT_TAIL = re.compile(r"([0-9]{10,13})[.,]0+")
_LEGACY_MOBILE = re.compile(r"\+55([1-9][0-9])([6-9][0-9]{7})")
_BRAZILIAN = re.compile(r"\+55([1-9][0-9])([0-9]{4,5})([0-9]{4})")
_TOLL_FREE = re.compile(r"\+55([3589]00)([0-9]{3})([0-9]{4})")

#: A cell longer than this is prose, not a list of numbers.
_LONGEST_CELL = 200


def parse_phones(text: str) -> tuple[ParsedPhone, ...]:
    """Read the numbers in a cell, in their order.

    Several numbers are parted by ``/``, ``;``, a comma or "ou". A number that cannot be dialled,
    for example one without its area code, is kept as it was written and is not valid. A mobile
    number of eight digits gets the ninth, which all of them have had since 2016.
    """
    if len(text) > _LONGEST_CELL:
        return (ParsedPhone(text.strip(), None, "", PhoneKind.UNKNOWN),)
    found: list[ParsedPhone] = []
    for part in _SEVERAL.split(text):
        raw = part.strip()
        alone = _EXTENSION_ALONE.fullmatch(raw)
        if alone and found and not found[-1].extension:
            last = found.pop()
            found.append(ParsedPhone(f"{last.raw} {raw}", last.e164, alone[1], last.kind))
        elif any(letter.isdigit() for letter in raw):
            found.append(_parsed(raw))
    return tuple(found)


def national(e164: str) -> str:
    """Return a number as it is written within Brazil, for example ``(11) 98765-4321``.

    Args:
        e164: The international format; a foreign number keeps its country's code.
    """
    if own := _TOLL_FREE.fullmatch(e164):
        return f"0{own[1]} {own[2]} {own[3]}"
    if own := _BRAZILIAN.fullmatch(e164):
        return f"({own[1]}) {own[2]}-{own[3]}"
    library = _library()
    try:
        number = library.parse(e164, None)
    except library.NumberParseException:
        return e164
    style = library.PhoneNumberFormat
    is_own = number.country_code == 55
    return str(library.format_number(number, style.NATIONAL if is_own else style.INTERNATIONAL))


def _parsed(raw: str) -> ParsedPhone:
    """Read one number with its extension."""
    parts = _HAS_EXTENSION.fullmatch(raw)
    number, extension = (parts[1], parts[2]) if parts else (raw, "")
    number = _CARRIER_PLACEHOLDER.sub("", number.strip())
    number = _FLOAT_TAIL.sub(r"\1", _WORDS_AROUND.sub("", number))
    if any(letter.isalpha() for letter in number):  # the library would dial them as digits
        return ParsedPhone(raw, None, extension, PhoneKind.UNKNOWN)
    e164, kind = _dialled(number)
    return ParsedPhone(raw, e164, extension, kind)


def _dialled(number: str) -> tuple[str | None, PhoneKind]:
    """Return the international format and the kind, or None and ``UNKNOWN``."""
    library = _library()
    try:
        parsed = library.parse(number, "BR")
    except library.NumberParseException:
        return None, PhoneKind.UNKNOWN
    if parsed.extension:  # the library takes "x" and "#" for it; what they mean here is not known
        return None, PhoneKind.UNKNOWN
    if not library.is_valid_number(parsed):
        legacy = _LEGACY_MOBILE.fullmatch(f"+{parsed.country_code}{parsed.national_number}")
        if not legacy:
            return None, PhoneKind.UNKNOWN
        parsed = library.parse(f"+55{legacy[1]}9{legacy[2]}", "BR")
        if not library.is_valid_number(parsed):
            return None, PhoneKind.UNKNOWN
    return (
        library.format_number(parsed, library.PhoneNumberFormat.E164),
        _kind(library, library.number_type(parsed)),
    )


def _kind(library: ModuleType, number_type: int) -> PhoneKind:
    if number_type == library.PhoneNumberType.MOBILE:
        return PhoneKind.MOBILE
    if number_type == library.PhoneNumberType.FIXED_LINE:
        return PhoneKind.FIXED
    return PhoneKind.UNKNOWN


@cache
def _library() -> ModuleType:
    """Return phonenumbers; importing it costs 17 ms that a start can do without."""
    import phonenumbers  # noqa: PLC0415 - see above

    return phonenumbers
