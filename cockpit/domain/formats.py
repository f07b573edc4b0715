"""Numbers, money, dates and documents as people read them, in each language."""

from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

CNPJ_LENGTH = 14
CPF_LENGTH = 11


class Language(StrEnum):
    """The languages that Giro speaks."""

    PORTUGUESE = "pt_BR"
    ENGLISH = "en"


_SEPARATORS = {Language.PORTUGUESE: (".", ","), Language.ENGLISH: (",", ".")}


def integer(value: int, language: Language) -> str:
    """Return a whole number with its thousands separated."""
    return f"{value:,}".replace(",", _SEPARATORS[language][0])


def decimal(value: float, language: Language, places: int = 1) -> str:
    """Return a number with a fixed count of decimals."""
    whole, _, rest = f"{abs(value):.{places}f}".partition(".")
    sign = "-" if value < 0 and float(f"{value:.{places}f}") else ""
    point = _SEPARATORS[language][1] if places else ""
    return sign + integer(int(whole), language) + point + rest


def money(cents: int, language: Language, *, symbol: bool = True) -> str:
    """Return an amount of Brazilian reais, for example ``R$ 1.234,56``."""
    reais, rest = divmod(abs(cents), 100)
    amount = f"{integer(reais, language)}{_SEPARATORS[language][1]}{rest:02d}"
    return ("-" if cents < 0 else "") + ("R$ " if symbol else "") + amount


def day(value: date) -> str:
    """Return a day as dd/mm/yyyy, which both languages use in Brazil."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def short_day(value: date, today: date) -> str:
    """Return a day as dd/mm, or in full where its year is not today's."""
    return f"{value.day:02d}/{value.month:02d}" if value.year == today.year else day(value)


def moment(value: datetime, zone: ZoneInfo) -> str:
    """Return an instant as dd/mm/yyyy hh:mm in a zone."""
    local = value.astimezone(zone)
    return f"{day(local)} {local:%H:%M}"


def tax_id(text: str) -> str:
    """Return a CNPJ or CPF with its mask; any other text as it is."""
    if len(text) == CNPJ_LENGTH:
        return f"{text[:2]}.{text[2:5]}.{text[5:8]}/{text[8:12]}-{text[12:]}"
    if len(text) == CPF_LENGTH:
        return f"{text[:3]}.{text[3:6]}.{text[6:9]}-{text[9:]}"
    return text


def phone(e164: str) -> str:
    """Return a number in international format as Brazil dials it; a foreign one as it is.

    Thousands of them are formatted for one list, so this knows the Brazilian plan alone.
    """
    number = e164.removeprefix("+55")
    if number == e164:
        return e164
    if len(number) < 10:
        return f"{number[:-4]}-{number[-4:]}"
    if number[1:3] == "00":
        return f"0{number[:3]} {number[3:-4]} {number[-4:]}"
    return f"({number[:2]}) {number[2:-4]}-{number[-4:]}"
