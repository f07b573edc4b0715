"""Files that the program brings along, and the sentences of its two languages. Qt-free."""

import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path

from cockpit.domain import formats
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message, MessageValue

#: Between the clauses of a sentence.
CLAUSE_SEPARATOR = "; "
_ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Return the path of a resource, for example ``path("icons", "phone.svg")``."""
    return _ROOT.joinpath(*parts)


def text(message: Message | str, language: Language, **values: MessageValue) -> str:
    """Return a message as a sentence.

    Args:
        message: The message, or the bare key of one.
        language: The language to speak.
        values: Values for a bare key.

    Raises:
        KeyError: The catalogue has no such key, or the sentence wants a value that is not given.
    """
    if isinstance(message, str):
        message = Message.of(message, **values)
    area, _, name = message.key.partition(".")
    shown = {key: _shown(value, language) for key, value in message.values}
    return catalogue(area, language)[name].format(**shown)


@cache
def catalogue(area: str, language: Language) -> dict[str, str]:
    """Return the sentences of one area by name, from ``messages/<language>/<area>.toml``."""
    content = path("messages", language, f"{area}.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


def _shown(  # noqa: PLR0911 - one way per kind of value
    value: MessageValue, language: Language
) -> str:
    if isinstance(value, Message):
        return text(value, language)
    if isinstance(value, tuple):
        return CLAUSE_SEPARATOR.join(text(part, language) for part in value)
    if isinstance(value, datetime):
        return formats.moment(value, DEFAULT_ZONE)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, float):
        return formats.decimal(value, language)
    if isinstance(value, int):
        return formats.integer(value, language)
    return value
