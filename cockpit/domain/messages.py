"""Sentences for people, as a key and its values.

The domain, the services and the command line never hold a sentence in one language: they return a
``Message``, and the edge renders it from ``resources/messages/<language>.toml``.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Message:
    """A translatable sentence.

    Attributes:
        key: Dotted name in the catalogues, for example ``error.database_locked``.
        values: What the sentence's placeholders take, as ``(name, value)`` pairs. A ``float`` is
            shown with one decimal, a ``date`` in the language's order, a message as its own
            sentence, and several of them one after the other, parted by semicolons.
    """

    key: str
    values: tuple[tuple[str, "MessageValue"], ...] = ()

    @classmethod
    def of(cls, key: str, **values: "MessageValue") -> Self:
        """Build a message from keyword values."""
        return cls(key, tuple(sorted(values.items())))

    def as_dict(self) -> dict[str, Any]:
        """Return the values by name."""
        return dict(self.values)


MessageValue = str | int | float | date | datetime | Message | tuple[Message, ...]
