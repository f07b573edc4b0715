"""What the words of a disagreement are made of."""

from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID


class NameBook(Protocol):
    """Looks names up in the laptop's file; from any thread but the painting one."""

    def names(self, keys: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the names of people, products and kinds of objections; the unknown are left out.

        A receivable is named by its number.
        """
        ...

    def last_author(self, entity: str, key: UUID) -> str:
        """Return who did something with a row last, by what others noted of it; else nothing."""
        ...
