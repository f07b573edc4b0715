"""Rows and sentences as JSON documents, and back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Date, Enum, Table

from cockpit.domain.messages import Message, MessageValue
from models.types import Guid, UtcDateTime

_DAY, _SENTENCE = "$day", "$sentence"


def row_document(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's values as JSON has them."""
    return {
        name: str(value) if isinstance(value, (UUID, date, datetime)) else value
        for name, value in values.items()
    }


def row_values(table: Table, document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what ``row_document`` made of a row of this table, typed again.

    Columns that the table no longer has are left out.
    """
    return {
        name: _typed(table.c[name].type, value)
        for name, value in document.items()
        if name in table.c
    }


def reason_document(message: Message) -> dict[str, Any] | None:
    """Return a sentence's values as JSON has them; None where it has none."""
    return {name: _plain(value) for name, value in message.values} or None


def reason(key: str, document: Mapping[str, Any] | None) -> Message:
    """Return the sentence that ``reason_document`` made this of."""
    return Message.of(key, **{name: _value(value) for name, value in (document or {}).items()})


def _typed(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Guid):
        return UUID(value)
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return cast("Any", kind.enum_class)(value)
    return value


def _plain(value: MessageValue) -> Any:
    if isinstance(value, Message):
        return {_SENTENCE: value.key, "values": reason_document(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    return value


def _value(value: Any) -> MessageValue:
    if isinstance(value, list):
        return tuple(cast("Message", _value(one)) for one in value)
    if isinstance(value, dict) and _SENTENCE in value:
        return reason(value[_SENTENCE], value["values"])
    if isinstance(value, dict):
        text = str(value[_DAY])
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return cast("MessageValue", value)
