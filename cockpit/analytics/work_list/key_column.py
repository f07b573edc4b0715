"""The customers themselves as a column: a figure elsewhere opens the list with exactly its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import numpy as np

from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.work_list.columns import ranks_of
from cockpit.analytics.work_list.orders import folded
from cockpit.analytics.work_list.store import Store


@dataclass(frozen=True)
class KeyColumn:
    """The keys of a store.

    Attributes:
        store: Whose.
    """

    store: Store

    def value(self, line: int) -> UUID:
        """Return a line's key."""
        return self.store.key(line)

    def values(self, lines: Integers) -> list[UUID]:
        """Return the keys of some lines."""
        return self.store.some_keys(lines)

    def replaced(self, lines: Integers, values: Sequence[UUID], size: int) -> "KeyColumn":
        """Return the same column: a line never changes its customer."""
        return self

    @cached_property
    def ranks(self) -> Integers:
        """Return numbers in the order of the keys."""
        keys = self.store.keys
        return ranks_of(folded([ranks_of(keys[:, 0]), ranks_of(keys[:, 1])]))

    def among(self, keys: Sequence[object]) -> Flags:
        """Return which lines have one of these keys; shape (lines,).

        Raises:
            ValueError: One of them is no key.
        """
        lines = [self.store.line_of(UUID(str(key))) for key in keys]
        found = np.zeros(len(self.store), dtype=np.bool_)
        found[[line for line in lines if line is not None]] = True
        return found
