"""A value of a disagreement as people read it: never a code, never a key."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.field import Told, ToldField, ValueKind
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import (
    AppointmentKind,
    AppointmentState,
    Channel,
    ContactGoal,
    ObjectionState,
    PhoneKind,
    QuoteState,
    WaitCondition,
)
from cockpit.domain.wished_hours import hour_text
from cockpit.ui.agenda.words import kind_word
from cockpit.ui.wishes.words import WEEK, days_words, weekday_word
from cockpit.ui.words import channel_word, goal_word

translate = QCoreApplication.translate

NOTHING = "–"
_HOUR = 60
_THOUSAND = 1000


def value_text(
    entity: str, field: ToldField, value: Told, *, zone: ZoneInfo, language: Language
) -> str:
    """Return a value in words; a dash where there is none."""
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        local = value.astimezone(zone)
        return f"{weekday_word(local.weekday())}, {formats.moment(value, zone)}"
    if isinstance(value, date):
        return f"{weekday_word(value.weekday())}, {formats.day(value)}"
    if isinstance(value, int):
        return _NUMBERS[field.kind](value, language)
    if field.kind is ValueKind.WORD:
        return word_of(entity, field.column, value)
    return formats.phone(value) if field.kind is ValueKind.PHONE else value


def word_of(entity: str, column: str, code: str) -> str:
    """Return the word for a code of a closed vocabulary; a dash for one of a newer program."""
    try:
        return _WORDS[entity, column](code)
    except ValueError:
        return NOTHING


def _yes_no(value: int, _language: Language) -> str:
    return translate("Sync", "Yes") if value else translate("Sync", "No")


def _minutes(value: int, _language: Language) -> str:
    if value and value % _HOUR == 0:
        return translate("Sync", "{count} h").format(count=value // _HOUR)
    return translate("Sync", "{count} min").format(count=value)


def _weekdays(value: int, _language: Language) -> str:
    return days_words(value) or f"{weekday_word(0)}-{weekday_word(len(WEEK) - 1)}"


def _quantity(value: int, language: Language) -> str:
    if value % _THOUSAND == 0:
        return formats.integer(value // _THOUSAND, language)
    return formats.decimal(value / _THOUSAND, language, 3)


_NUMBERS: Mapping[ValueKind, Callable[[int, Language], str]] = {
    ValueKind.YES_NO: _yes_no,
    ValueKind.MONEY: formats.money,
    ValueKind.QUANTITY: _quantity,
    ValueKind.HOUR: lambda value, _: hour_text(value),
    ValueKind.MINUTES: _minutes,
    ValueKind.WEEKDAYS: _weekdays,
}


def _appointment_state(code: str) -> str:
    return {
        AppointmentState.OPEN: translate("Sync", "Agreed"),
        AppointmentState.DONE: translate("Sync", "Done"),
        AppointmentState.REPLACED: translate("Sync", "Replaced by another one"),
        AppointmentState.CANCELLED: translate("Sync", "Cancelled"),
    }[AppointmentState(code)]


def _phone_kind(code: str) -> str:
    return {
        PhoneKind.MOBILE: translate("Sync", "Mobile"),
        PhoneKind.FIXED: translate("Sync", "Landline"),
        PhoneKind.UNKNOWN: translate("Sync", "Unknown"),
    }[PhoneKind(code)]


def _objection_state(code: str) -> str:
    return {
        ObjectionState.OPEN: translate("Sync", "Open"),
        ObjectionState.OVERCOME: translate("Sync", "Overcome"),
        ObjectionState.WAITING: translate("Sync", "Waiting"),
    }[ObjectionState(code)]


def _wait_condition(code: str) -> str:
    return {
        WaitCondition.DATE: translate("Sync", "A date"),
        WaitCondition.RECEIVABLE_PAID: translate("Sync", "A title paid"),
        WaitCondition.PROMOTION: translate("Sync", "A promotion"),
        WaitCondition.PRODUCT_AVAILABLE: translate("Sync", "A product in stock"),
    }[WaitCondition(code)]


def _quote_state(code: str) -> str:
    return {
        QuoteState.OPEN: translate("Sync", "Open"),
        QuoteState.WON: translate("Sync", "Won"),
        QuoteState.LOST: translate("Sync", "Lost"),
        QuoteState.EXPIRED: translate("Sync", "Expired"),
    }[QuoteState(code)]


_WORDS: Mapping[tuple[str, str], Callable[[str], str]] = {
    ("appointments", "kind"): lambda code: kind_word(AppointmentKind(code)),
    ("appointments", "state"): _appointment_state,
    ("appointments", "channel"): lambda code: channel_word(Channel(code)),
    ("appointments", "goal"): lambda code: goal_word(ContactGoal(code)),
    ("customers", "preferred_channel"): lambda code: channel_word(Channel(code)),
    ("phones", "kind"): _phone_kind,
    ("objections", "state"): _objection_state,
    ("objections", "wait_condition"): _wait_condition,
    ("quotes", "state"): _quote_state,
}
