"""All that is known of each customer, column by column; immutable."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.work_list.columns import (
    ChoiceColumn,
    Column,
    FlagColumn,
    InstantColumn,
    IntegerColumn,
    MemberColumn,
    NumberColumn,
    grown,
)
from cockpit.analytics.work_list.search import SearchColumn
from cockpit.analytics.work_list.text_column import TextColumn
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.vocabulary import HoldKind, LifecycleStatus, Light, Trend

TEXTS = ("code", "name", "tax_id", "phone")
CHOICES = (
    "company", "city", "state", "segment", "region", "owner", "campaign", "objection", "post_it",
    "last_contact_by", "zone", "claimed_by", "packed_by", "reserved_by", "others_campaign",
)  # fmt: skip
INSTANTS = (
    "last_contact_at", "next_contact_at", "reserved_until", "hold_until", "campaign_until",
    "packed_until", "carried_until",
)  # fmt: skip
FLAGS = (
    "next_contact_has_time", "is_phone_forbidden", "is_blocked", "is_held_out", "is_woken",
)  # fmt: skip
INTEGERS = (
    "overdue_cents", "value_cents", "value_12m_cents", "at_risk_cents", "lost_so_far_cents",
)  # fmt: skip
NUMBERS = ("frequency_days", "cycles_late")
WHOLE_NUMBERS = (
    "last_order_day", "gap_quantile_bp", "none_90_bp", "alive_bp",
    "preferred_from_minute", "preferred_until_minute", "preferred_weekdays",
)  # fmt: skip
MEMBERS = {
    "credit": Light,
    "orders": Light,
    "titles": Light,
    "quotes": Light,
    "service": Light,
    "nonconformity": Light,
    "status": LifecycleStatus,
    "trend": Trend,
    "hold": HoldKind,
}
SEARCH = "search_text"
FIELDS = (
    *TEXTS, *CHOICES, *INSTANTS, *FLAGS, *INTEGERS, *NUMBERS, *WHOLE_NUMBERS, *MEMBERS, SEARCH,
)  # fmt: skip

C = TypeVar("C")

_HALF = 64
_LOW = (1 << _HALF) - 1
Keys = NDArray[np.uint64]


@dataclass(frozen=True)
class Store:
    """The customers of a table, one line each.

    Attributes:
        keys: Upper and lower half of each customer's key; shape (lines, 2).
        is_there: Whether a line still has its customer; those without are never found.
        columns: One per name in ``FIELDS``.
    """

    keys: Keys
    is_there: Flags
    columns: dict[str, Column[Any]]

    @classmethod
    def of(cls, columns: WorkListColumns) -> "Store":
        """Return stored columns as arrays."""
        found: dict[str, Column[Any]] = {SEARCH: SearchColumn.of(columns.search_text)}
        found |= {name: TextColumn.of(getattr(columns, name)) for name in TEXTS}
        found |= {name: ChoiceColumn.of(getattr(columns, name)) for name in CHOICES}
        found |= {name: InstantColumn.of(getattr(columns, name)) for name in INSTANTS}
        found |= {name: FlagColumn.of(getattr(columns, name)) for name in FLAGS}
        found |= {name: IntegerColumn.of(getattr(columns, name)) for name in INTEGERS}
        for names, is_whole in ((NUMBERS, False), (WHOLE_NUMBERS, True)):
            for name in names:
                found[name] = NumberColumn.of(getattr(columns, name), is_whole=is_whole)
        for name, kind in MEMBERS.items():
            found[name] = MemberColumn.of(getattr(columns, name), kind)
        keys = _keys(columns.customer_id)
        return cls(keys, np.ones(len(keys), dtype=np.bool_), found)

    def __len__(self) -> int:
        """Return how many lines there are, those without their customer included."""
        return len(self.keys)

    @cached_property
    def count(self) -> int:
        """Return how many customers there are."""
        return int(np.count_nonzero(self.is_there))

    def replaced(self, columns: WorkListColumns, gone: Collection[UUID]) -> "Store":
        """Return the store with some customers replaced or added, and others left out."""
        size = len(self)
        lines: list[int] = []
        for customer_id in columns.customer_id:
            line = self.line_of(customer_id)
            lines.append(size if line is None else line)
            size += line is None
        places = np.array(lines, dtype=np.int64)
        keys, is_there = self.keys, self.is_there
        if size != len(keys) or gone:
            is_there = grown(is_there, size)
            is_there[places] = True
            left = [self.line_of(one) for one in gone]
            is_there[[line for line in left if line is not None]] = False
        if size != len(keys):
            keys = np.concatenate([keys, _keys(columns.customer_id)[places >= len(keys)]])
        found = {
            name: column.replaced(places, getattr(columns, name), size)
            for name, column in self.columns.items()
        }
        store = Store(keys, is_there, found)
        if keys is self.keys:
            store.__dict__["by_lower_half"] = self.by_lower_half
        return store

    def indexed(self) -> "Store":
        """Return the store with an index of the texts that are searched."""
        search = self.search.indexed()
        if search is self.search:
            return self
        return replace(self, columns={**self.columns, SEARCH: search})

    def key(self, line: int) -> UUID:
        """Return whose a line is."""
        high, low = self.keys[line].tolist()
        return UUID(int=high << _HALF | low)

    def some_keys(self, lines: Integers) -> list[UUID]:
        """Return whose some lines are."""
        return [UUID(int=high << _HALF | low) for high, low in self.keys[lines].tolist()]

    def line_of(self, customer_id: UUID) -> int | None:
        """Return a customer's line, or None."""
        high, low = np.uint64(customer_id.int >> _HALF), np.uint64(customer_id.int & _LOW)
        order, halves = self.by_lower_half
        for place in range(int(np.searchsorted(halves, low)), len(halves)):
            if halves[place] != low:
                return None
            line = int(order[place])
            if self.keys[line, 0] == high and self.is_there[line]:
                return line
        return None

    @cached_property
    def by_lower_half(self) -> tuple[Integers, Keys]:
        """Return the lines by the random half of their keys, which is rarely shared."""
        halves = self.keys[:, 1]
        order = np.argsort(halves)
        return order, halves[order]

    def integers(self, name: str) -> Integers:
        """Return a column of whole numbers as an array; shape (lines,)."""
        return self._typed(name, IntegerColumn).array

    def numbers(self, name: str) -> NDArray[np.float64]:
        """Return a column of numbers as an array, NaN where unknown; shape (lines,)."""
        return self._typed(name, NumberColumn).array

    def flags(self, name: str) -> Flags:
        """Return a column of yes and no as an array; shape (lines,)."""
        return self._typed(name, FlagColumn).array

    def instants(self, name: str) -> InstantColumn:
        """Return a column of instants."""
        return self._typed(name, InstantColumn)

    def choices(self, name: str) -> ChoiceColumn:
        """Return a column of few texts."""
        return self._typed(name, ChoiceColumn)

    def members(self, name: str) -> MemberColumn[Any]:
        """Return a column of members of an enumeration."""
        return self._typed(name, MemberColumn)

    def texts(self, name: str) -> TextColumn:
        """Return a column of texts."""
        return self._typed(name, TextColumn)

    @property
    def search(self) -> SearchColumn:
        """Return the texts that are searched."""
        return self._typed(SEARCH, SearchColumn)

    def _typed(self, name: str, kind: type[C]) -> C:
        column = self.columns[name]
        if not isinstance(column, kind):
            raise TypeError(f"{name} is not a {kind.__name__}")
        return column


def _keys(customer_ids: Sequence[UUID]) -> Keys:
    """Return both halves of some keys; shape (keys, 2)."""
    data = b"".join([one.int.to_bytes(16, "big") for one in customer_ids])
    return np.frombuffer(data, dtype=">u8").astype(np.uint64).reshape(-1, 2)
