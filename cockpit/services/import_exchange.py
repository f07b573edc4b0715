"""What a window and the program that imports beside it say to each other: one line of JSON each.

The window sends an ``ImportRequest`` and hears ``ImportProgress`` several times, then the outcome
or a failure. Both ends are of one version, since one starts the other; nothing of this is stored.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from cockpit.domain.import_results import ImportProgress, ImportSummary
from cockpit.domain.import_sources import ImportMapping
from cockpit.domain.messages import Message


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is to be imported.

    Attributes:
        mappings: Layouts to be tried before the kept ones.
        is_trial: Whether nothing is to be written.
        origin: Who asks: ``screen`` or ``folder``.
        is_strict: Whether a file that cannot be used stops all, instead of being left out.
    """

    paths: tuple[Path, ...]
    mappings: tuple[ImportMapping, ...] = ()
    is_trial: bool = False
    origin: str = "screen"
    is_strict: bool = True


@dataclass(frozen=True, slots=True)
class ImportFailure:
    """Why the files could not be imported, or not to their end."""

    message: Message


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that cannot be used, and why."""

    path: Path
    message: Message


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of each file.

    Attributes:
        refused: The files that were left out.
    """

    summaries: tuple[ImportSummary, ...]
    refused: tuple[RefusedFile, ...] = ()


Said: TypeAlias = ImportRequest | ImportProgress | ImportOutcome | ImportFailure

_KINDS: Mapping[str, type[Said]] = {
    one.__name__: one for one in (ImportRequest, ImportProgress, ImportOutcome, ImportFailure)
}


def line_of(said: Said) -> str:
    """Return one line without its end, in ASCII so that no terminal's encoding matters."""
    return json.dumps([type(said).__name__, said], default=_plain)


def read_line(line: str) -> Said:
    """Return what a line says.

    Raises:
        ValueError: It is not one of ours.
    """
    try:
        name, content = json.loads(line)
        said: Said = _built(_KINDS[name], content)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("not a line of the exchange") from error
    return said


def _plain(value: object) -> object:
    """Return as JSON knows it what JSON does not know by itself."""
    if isinstance(value, Message):
        return {"key": value.key, "values": value.values}
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, datetime):
        return {"instant": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, date) else str(value)


def _built(kind: Any, value: Any) -> Any:
    """Return a value of a type from what JSON made of it."""
    if kind is Message:
        return Message(value["key"], tuple((name, _value(one)) for name, one in value["values"]))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _built(hints[name], one) for name, one in value.items()})  # type: ignore[operator]
    if get_args(kind):
        return _composed(kind, value)
    return kind(value) if issubclass(kind, UUID | Path | Enum) else value


def _composed(kind: Any, value: Any) -> Any:
    """Return a value of a type that is made of others."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        known = next(one for one in inner if one is not NoneType)
        return None if value is None else _built(known, value)
    if origin is Mapping:
        return {name: _built(inner[1], one) for name, one in value.items()}
    if origin is tuple and inner[-1] is not Ellipsis:
        return tuple(_built(one, part) for one, part in zip(inner, value, strict=True))
    return tuple(_built(inner[0], one) for one in value)


def _value(value: Any) -> Any:
    """Return what one of a sentence's placeholders takes."""
    if isinstance(value, list):
        return tuple(_value(one) for one in value)
    if not isinstance(value, dict):
        return value
    if "instant" in value:
        return datetime.fromisoformat(value["instant"])
    return date.fromisoformat(value["day"]) if "day" in value else _built(Message, value)
