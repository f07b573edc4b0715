"""Numbers and days in the little room that an axis has."""

from datetime import date

from PySide6.QtCore import QLocale

from cockpit.domain import formats
from cockpit.domain.formats import Language

_WORDS = {
    Language.PORTUGUESE: ((1_000_000_000, " bi"), (1_000_000, " mi"), (1_000, " mil")),
    Language.ENGLISH: ((1_000_000_000, "bn"), (1_000_000, "M"), (1_000, "k")),
}


def short_number(value: float, language: Language) -> str:
    """Return a number in few characters, for example ``1,5 mil`` or ``1.5k``."""
    for size, word in _WORDS[language]:
        if abs(value) >= size:
            return _short(value / size, language) + word
    return _short(value, language)


def short_money(cents: float, language: Language) -> str:
    """Return an amount of reais in few characters, for example ``R$ 1,5 mil``."""
    return f"R$ {short_number(cents / 100, language)}"


def percent(share: float, language: Language, places: int = 0) -> str:
    """Return a share between 0 and 1 in percent, for example ``26%``."""
    return formats.decimal(100 * share, language, places) + "%"


def axis_day(day: date, unit: str, language: Language) -> str:
    """Return a tick's words: ``21/02``, ``fev/22`` (``Feb 22``) or ``2022``, as its unit wants."""
    match unit:
        case "day":
            return f"{day.day:02d}/{day.month:02d}"
        case "month":
            form = QLocale.FormatType.ShortFormat
            name = QLocale(language.value).standaloneMonthName(day.month, form).rstrip(".")
            year = f"{day.year % 100:02d}"
            return f"{name} {year}" if language is Language.ENGLISH else f"{name.lower()}/{year}"
        case _:
            return f"{day.year:04d}"


def _short(value: float, language: Language) -> str:
    is_whole = abs(value) >= 10 or abs(value - round(value)) < 0.05
    return formats.decimal(value, language, 0 if is_whole else 1)
