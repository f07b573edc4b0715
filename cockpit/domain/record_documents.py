"""Records as JSON documents and back: for what waits on this computer until a server is there.

The form is the dataclass's own: an object by field names. Keys, instants, days, durations and enum
members are texts. A field that a document does not have takes its default, one that the record does
not have any more is left out, so that what another version wrote is read as far as it goes.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

R = TypeVar("R")


#: The first that fits: many an enum's member is a text as well, and an instant a day.
_WRITERS: tuple[tuple[type, Callable[[Any], object]], ...] = (
    (Enum, lambda one: one.value),
    (date, lambda one: one.isoformat()),
    (timedelta, timedelta.total_seconds),
    (UUID, str),
    (str, str),
    (int, lambda one: one),
    (float, float),
    (NoneType, lambda _one: None),
)
_PLAIN = frozenset({str, int, float, bool})
_READERS: Mapping[Any, Callable[[Any], object]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    timedelta: lambda seconds: timedelta(seconds=seconds),
}


def to_document(value: object) -> Any:
    """Return the JSON form of a record or of a value in one."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_document(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_document(one) for one in value]
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    raise TypeError(f"a document cannot hold a {type(value).__name__}")


def from_document(kind: type[R], document: object) -> R:
    """Return the record that a document is the form of.

    Raises:
        ValueError: It is none of that kind.
    """
    read = _read(kind, document)
    if not isinstance(read, kind):
        raise ValueError(f"this is no {kind.__name__}")
    return read


def _read(kind: Any, value: Any) -> Any:
    if get_origin(kind) in {Union, UnionType}:
        if value is None and NoneType in get_args(kind):
            return None
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], one) for one in value)
    if is_dataclass(kind):
        return _read_record(kind, value)
    if kind in _PLAIN:
        if not isinstance(value, kind):
            raise ValueError(f"a value is no {kind.__name__}")
        return value
    return _READERS.get(kind, kind)(value)  # keys and enum members by their own kind


def _read_record(kind: Any, document: object) -> Any:
    if not isinstance(document, Mapping):
        raise ValueError(f"this is no {kind.__name__}")
    hints = _hints(kind)
    known = {name: _read(hint, document[name]) for name, hint in hints.items() if name in document}
    try:
        return kind(**known)
    except TypeError as error:
        raise ValueError(f"a {kind.__name__} lacks a field") from error


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
