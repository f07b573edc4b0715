"""Text as it is compared and searched, and text as every database takes it."""

import re
import unicodedata
from dataclasses import fields
from typing import Any

#: Control characters beside line breaks and tabs, and halves of a character: what people paste by
#: mistake, and what a server, a spreadsheet or a mail program refuses.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def plain(text: str) -> str:
    """Return "Não  Atendeu" as "nao atendeu": small letters, no accents, single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in parts if not unicodedata.combining(one)).split())


def storable(text: str) -> str:
    """Return a text without what some database refuses; nothing that can be seen is lost."""
    return _REFUSED.sub("", text) if _REFUSED.search(text) else text


def storable_document(value: Any) -> Any:
    """Return a JSON value, or a tuple of texts, whose every text is storable."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(key): storable_document(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(storable_document(one) for one in value)
    return value


class StorableTexts:
    """Base of the records that take what people type: their texts are storable from the start."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Clean every text."""
        for field in fields(self):  # type: ignore[arg-type]  # the heirs are dataclasses
            value = getattr(self, field.name)
            cleaned = storable_document(value)
            if cleaned != value:
                object.__setattr__(self, field.name, cleaned)
