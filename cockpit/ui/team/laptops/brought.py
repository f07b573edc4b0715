"""What a laptop brought, line by line, as people read it: never a code, never a key."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain.clock import Clock
from cockpit.domain.field import TOLD_COLUMNS, Told, ToldField, ValueKind
from cockpit.domain.formats import Language
from cockpit.domain.laptops import SetAside
from cockpit.ui.sync.entity_words import column_word, waiting_word
from cockpit.ui.sync.value_words import NOTHING, value_text
from cockpit.ui.team.laptops import fact_columns

translate = QCoreApplication.translate

_NUMBERS = frozenset(
    {ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.HOUR, ValueKind.MINUTES, ValueKind.WEEKDAYS}
)
_COMMANDS = "commands"


def brought_lines(fact: SetAside, clock: Clock, language: Language) -> str:
    """Return what people wrote and chose, under the names of its fields, and where the rest is."""
    said = fact.payload
    if fact.entity == _COMMANDS:
        lines = _change_lines(said, clock.zone, language)
    else:
        lines = _fact_lines(fact.entity, said, clock.zone, language)
    whole = translate("Laptops", "All of it, with its keys: {command}")
    command = f"server quarantine show {fact.number}"
    nothing = translate("Laptops", "Nothing of it is in words.")
    told = "\n".join(lines) or nothing
    return f"{told}\n\n{whole.format(command=command)}"


def _fact_lines(
    entity: str, said: Mapping[str, Any], zone: ZoneInfo, language: Language
) -> Iterator[str]:
    for column in fact_columns.COLUMNS:
        value = said.get(column)
        if value is None or value == "":
            continue
        kind = fact_columns.kind_of(entity, column)
        if kind is ValueKind.WORD:
            words = _word(entity, column, value)
        else:
            field = ToldField(column, kind, None, None)
            words = _words(entity, field, _written(entity, column, value), zone, language)
        yield f"{fact_columns.label(entity, column)}: {words}"


def _change_lines(said: Mapping[str, Any], zone: ZoneInfo, language: Language) -> Iterator[str]:
    """Yield what was to be changed in which way, and what stood there before."""
    entity = str(said.get("entity"))
    yield waiting_word(entity, str(said.get("verb")))
    new, old = (_document(said.get(name)) for name in ("value", "base"))
    for column, kind in TOLD_COLUMNS.get(entity, {}).items():
        if kind is ValueKind.NAME or new.get(column) in (None, old.get(column)):
            continue  # of names it has keys alone
        field = ToldField(column, kind, None, None)
        now, before = (_words(entity, field, one.get(column), zone, language) for one in (new, old))
        line = f"{column_word(entity, column)}: {now}"
        if column in old:
            changed = translate("Laptops", "{line} (before: {value})")
            line = changed.format(line=line, value=before)
        yield line


def _document(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _written(entity: str, column: str, value: object) -> object:
    """Return what somebody wrote; why a rule of the queue was passed over has its code in front."""
    if (entity, column) != ("queue_events", "reason") or not isinstance(value, str):
        return value
    code, parts, words = value.partition(": ")
    return words if parts and code.isascii() and code.islower() and " " not in code else value


def _word(entity: str, column: str, code: object) -> str:
    try:
        return fact_columns.word_of(entity, column, str(code))
    except ValueError:
        return NOTHING


def _words(entity: str, field: ToldField, value: object, zone: ZoneInfo, language: Language) -> str:
    try:
        told = _told(field.kind, value)
        return value_text(entity, field, told, zone=zone, language=language)
    except (ValueError, TypeError, OverflowError, LookupError):
        # No program of ours wrote it: a text is shown as it came.
        return value if isinstance(value, str) and field.kind is not ValueKind.WORD else NOTHING


def _told(kind: ValueKind, value: Any) -> Told:
    """Return a document's value as the kind that its column holds.

    Raises:
        ValueError: It is none; TypeError likewise.
    """
    if value is None:
        return None
    if kind is ValueKind.INSTANT:
        instant = datetime.fromisoformat(value)
        return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    if kind is ValueKind.DAY:
        return date.fromisoformat(value)
    if kind in _NUMBERS:
        return int(value)
    if isinstance(value, (dict, list)):
        raise TypeError(kind)
    if kind is ValueKind.YES_NO:
        return bool(int(value))
    return str(value)
