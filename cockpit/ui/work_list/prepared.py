"""A work list made ready for the screen: indexed, grouped, and in any order. No Qt, no widgets.

Preparing is done in the background together with loading; asking is done at each keystroke.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import compress
from operator import itemgetter
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.domain.work_list import WorkList
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey
from cockpit.ui.work_list.search_index import SearchIndex


class Group(StrEnum):
    """The lists that one click shows."""

    ALL = "all"
    CALLBACKS = "callbacks"
    AT_RISK = "at_risk"
    INACTIVE = "inactive"
    NEW = "new"
    ACTIVE = "active"
    LOST = "lost"
    PROSPECT = "prospect"


_GROUP_OF = {
    LifecycleStatus.NEW: Group.NEW,
    LifecycleStatus.ACTIVE: Group.ACTIVE,
    LifecycleStatus.AT_RISK: Group.AT_RISK,
    LifecycleStatus.INACTIVE: Group.INACTIVE,
    LifecycleStatus.LOST: Group.LOST,
    LifecycleStatus.RECOVERED: Group.ACTIVE,
    LifecycleStatus.PROSPECT: Group.PROSPECT,
}


@dataclass(frozen=True, slots=True)
class Sorting:
    """A column that the list is ordered by."""

    key: ColumnKey
    is_descending: bool


class PreparedList:
    """A work list with what the screen asks of it.

    Attributes:
        rows: The list itself, in the order of calling.
        groups: The lines of each group, in the order of calling.
    """

    def __init__(self, rows: WorkList, zone: ZoneInfo) -> None:
        self.rows = rows
        self.groups = _groups(rows, zone)
        self._search = SearchIndex(rows.search_text)
        ids: Sequence[UUID] = rows.columns["customer_id"]  # type: ignore[assignment]
        self._line_of = {customer_id: line for line, customer_id in enumerate(ids)}
        self._keys: dict[ColumnKey, Sequence[object]] = {}
        self._orders: dict[Sorting, list[int]] = {}
        self._sort_keys(ColumnKey.CLIENT)  # takes long enough to be felt, so it is done here

    def __len__(self) -> int:
        """Return how many customers the list holds."""
        return len(self.rows)

    def line_of(self, customer_id: UUID) -> int | None:
        """Return where a customer stands, or None."""
        return self._line_of.get(customer_id)

    def id_at(self, line: int) -> UUID:
        """Return whose line it is."""
        return self.rows.columns["customer_id"][line]  # type: ignore[return-value]

    def select(self, group: Group, query: str, sorting: Sorting | None) -> Sequence[int]:
        """Return the lines of a group that match a query, in an order; None: of calling."""
        chosen: Sequence[int] = self.groups[group]
        hits = self._search.matches(query)
        if hits is not None:
            chosen = hits if group is Group.ALL else _common(chosen, hits, len(self))
        if sorting is None:
            return chosen
        order = self._order(sorting)
        return order if len(chosen) == len(order) else _common(order, chosen, len(self))

    def at_risk_cents(self, lines: Sequence[int]) -> int:
        """Return the money at risk in some lines."""
        cents: Sequence[int] = self.rows.columns["at_risk_cents"]  # type: ignore[assignment]
        return sum(map(cents.__getitem__, lines))

    def sort_key(self, key: ColumnKey, line: int) -> object:
        """Return what a line is ordered by in a column."""
        return self._sort_keys(key)[line]

    def _sort_keys(self, key: ColumnKey) -> Sequence[object]:
        if key not in self._keys:
            column = next(column for column in COLUMNS if column.key is key)
            self._keys[key] = column.sort(self.rows)
        return self._keys[key]

    def _order(self, sorting: Sorting) -> list[int]:
        if sorting not in self._orders:
            keys = self._sort_keys(sorting.key)
            self._orders[sorting] = _ordered(keys, descending=sorting.is_descending)
        return self._orders[sorting]


def _ordered(keys: Sequence[object], *, descending: bool) -> list[int]:
    known = [line for line, key in enumerate(keys) if key is not None]
    known.sort(key=keys.__getitem__, reverse=descending)  # type: ignore[arg-type]
    return known + [line for line, key in enumerate(keys) if key is None]


def _common(order: Sequence[int], chosen: Sequence[int], count: int) -> list[int]:
    """Return the lines of ``order`` that are in ``chosen``, in the order of the former."""
    if not order or not chosen:
        return []
    flags = bytearray(count)
    for line in chosen:
        flags[line] = 1
    wanted = itemgetter(*order)(flags) if len(order) > 1 else (flags[order[0]],)
    return list(compress(order, wanted))


def _groups(rows: WorkList, zone: ZoneInfo) -> dict[Group, Sequence[int]]:
    groups: dict[Group, list[int]] = {group: [] for group in Group if group is not Group.ALL}
    statuses: Sequence[LifecycleStatus] = rows.columns["status"]  # type: ignore[assignment]
    for line, status in enumerate(statuses):
        group = _GROUP_OF.get(status)
        if group is not None:
            groups[group].append(line)
    tomorrow = datetime.combine(rows.as_of + timedelta(days=1), time(), tzinfo=zone)
    instants: Sequence[datetime | None] = rows.columns["next_contact_at"]  # type: ignore[assignment]
    groups[Group.CALLBACKS] = [
        line for line, instant in enumerate(instants) if instant is not None and instant < tomorrow
    ]
    return {Group.ALL: range(len(rows)), **groups}
