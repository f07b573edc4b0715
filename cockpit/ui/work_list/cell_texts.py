"""The texts of the work list's cells, for people."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.words import light_word, status_word, trend_word
from cockpit.ui.work_list import reasons
from cockpit.ui.work_list.lights import lights_of

translate = QCoreApplication.translate
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Style:
    """What turning a value into text depends on; ``now`` is the table's instant."""

    language: Language
    zone: ZoneInfo
    today: date
    now: datetime


Display = Callable[[CustomerRow, Style], str]


def plain_field(field: str) -> Display:
    """Return the text of a field that is a text."""

    def display(row: CustomerRow, style: Style) -> str:
        return str(getattr(row, field)) or NOTHING

    return display


def reais(field: str) -> Display:
    """Return the text of an amount, in whole reais."""

    def display(row: CustomerRow, style: Style) -> str:
        whole = (int(getattr(row, field)) + 50) // 100
        return formats.integer(whole, style.language) if whole else NOTHING

    return display


def light(name: str) -> Display:
    """Return what one status light says."""

    def display(row: CustomerRow, style: Style) -> str:
        return light_word(name, next(level for one, level in lights_of(row, style) if one == name))

    return display


def lights(row: CustomerRow, style: Style) -> str:
    """Return what all lights that are on say."""
    words = [light_word(name, level) for name, level in lights_of(row, style) if level]
    return ", ".join(words) or NOTHING


def trend(row: CustomerRow, style: Style) -> str:
    """Return the word for the trend."""
    return trend_word(row.trend)


def client(row: CustomerRow, style: Style) -> str:
    """Return code and name."""
    return f"{row.code} - {row.name}" if row.code else row.name


def tax_id(row: CustomerRow, style: Style) -> str:
    """Return the masked CNPJ or CPF."""
    return formats.tax_id(row.tax_id) or NOTHING


def last_order(row: CustomerRow, style: Style) -> str:
    """Return the day of the last purchase."""
    return f"{row.last_order_on:%d/%m/%y}" if row.last_order_on else NOTHING


def last_contact(row: CustomerRow, style: Style) -> str:
    """Return when somebody last spoke to them, and who."""
    if row.last_contact_at is None:
        return NOTHING
    local = row.last_contact_at.astimezone(style.zone)
    day = f"{local:%d/%m}" if local.year == style.today.year else f"{local:%d/%m/%y}"
    return f"{day} {local:%H:%M} {row.last_contact_by}".rstrip()


def frequency(row: CustomerRow, style: Style) -> str:
    """Return the usual days between purchases."""
    return NOTHING if row.frequency_days is None else str(round(row.frequency_days))


def recency(row: CustomerRow, style: Style) -> str:
    """Return the days since the last purchase."""
    known = row.recency_days
    return NOTHING if known is None else formats.integer(known, style.language)


def cycles(row: CustomerRow, style: Style) -> str:
    """Return how many own cycles the silence is long."""
    known = row.cycles_late
    return NOTHING if known is None else formats.decimal(known, style.language)


def next_contact(row: CustomerRow, style: Style) -> str:
    """Return the agreed next contact."""
    if row.next_contact_at is None:
        return NOTHING
    local = row.next_contact_at.astimezone(style.zone)
    if local.date() == style.today:
        day = translate("WorkListColumns", "today")
    else:
        day = f"{local:%d/%m}" if local.year == style.today.year else f"{local:%d/%m/%y}"
    return f"{day} {local:%H:%M}" if row.next_contact_has_time else day


def status(row: CustomerRow, style: Style) -> str:
    """Return the word for the status."""
    return status_word(row.status)


def reason(row: CustomerRow, style: Style) -> str:
    """Return why the customer stands where they stand."""
    return reasons.reason_text(
        row, language=style.language, zone=style.zone, today=style.today, now=style.now
    )
