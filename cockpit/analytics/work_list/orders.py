"""Orders of the lines: of calling (``cockpit.domain.priority``), and by fields."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from cockpit.analytics.segments import Integers
from cockpit.analytics.work_list.bars import Bars
from cockpit.analytics.work_list.columns import ranks_of
from cockpit.analytics.work_list.store import Store
from cockpit.analytics.work_list.text_rows import Places
from cockpit.domain.vocabulary import LifecycleStatus

_MOST = 1 << 62
#: What decides between customers by their worth; a store that shares them shares the order.
WORTH_FIELDS = ("at_risk_cents", "status", "cycles_late", "name")


class Order:
    """Lines in an order.

    Attributes:
        lines: Those that have their customer, in the order; shape (customers,).
        size: How many lines there are.
    """

    def __init__(self, lines: Places, size: int) -> None:
        self.lines = lines
        self.size = size

    @cached_property
    def place(self) -> Places:
        """Return where each line stands, the number of lines where it does not; shape (size,)."""
        place = np.full(self.size, self.size, dtype=np.int32)
        place[self.lines] = np.arange(len(self.lines), dtype=np.int32)
        return place

    def place_of(self, line: int) -> int:
        """Return where one line stands, without making ``place`` for it alone."""
        if "place" in self.__dict__:
            return int(self.place[line])
        found = np.flatnonzero(self.lines == line)
        return int(found[0]) if len(found) else self.size


def by_worth(store: Store) -> Places:
    """Return all lines by worth: rules 5 and 6 of the order of calling; equal ones by key."""
    money = store.columns["at_risk_cents"].ranks
    late = store.columns["cycles_late"].ranks
    names = np.maximum(store.columns["name"].ranks, 0)
    status = store.members("status")
    group = np.full(len(store), 2, dtype=np.int64)
    group[status.codes == status.code(LifecycleStatus.AT_RISK)] = 0
    group[status.codes == status.code(LifecycleStatus.INACTIVE)] = 1
    keys = ranks_of(folded([ranks_of(store.keys[:, 0]), ranks_of(store.keys[:, 1])]))
    key = folded([_descending(money), group, _descending(late), names, keys])
    return np.argsort(key).astype(np.int32)


def of_calling(store: Store, worth: Places, due: Integers, bars: Bars) -> Order:
    """Return the order of calling at an instant.

    Args:
        store: The customers.
        worth: As ``by_worth`` gives it.
        due: When each next contact is due.
        bars: Who is not in the queue.
    """
    worth = worth[store.is_there[worth]]
    is_due = bars.is_due[worth]
    is_barred = bars.code >= 0
    is_woken, is_raised = store.flags("is_woken"), store.choices("post_it").is_filled
    due_lines = worth[is_due]
    ties = (np.arange(len(due_lines)), is_barred[due_lines], ~is_raised[due_lines])
    first = np.lexsort((*ties, ~is_woken[due_lines], due[due_lines]))
    rest = worth[~is_due]
    group = is_barred[rest] + np.where(is_raised[rest], 0, 2) + np.where(is_woken[rest], 0, 4)
    parts = [due_lines[first], *(rest[group == one] for one in range(8))]
    return Order(np.concatenate(parts).astype(np.int32), len(store))


def by_fields(keys: Sequence[tuple[Integers, bool]], calling: Order) -> Order:
    """Return the lines by fields, unknown values last, equal ones in the order of calling.

    Args:
        keys: Ranks of each field, -1 for unknown, and whether the largest come first.
        calling: The order of calling.
    """
    parts = [
        _descending(ranks) if is_descending else _ascending(ranks) for ranks, is_descending in keys
    ]
    # One number says all: its high bits the fields, its low bits the place in the order of
    # calling. Numbers are sorted several times as fast as what they would point at.
    low = (1 << calling.size.bit_length()) - 1
    key = folded(parts)
    if int(key.max(initial=0)) > _MOST // (low + 1):
        key = ranks_of(key)
    key = key * (low + 1) + calling.place
    if len(calling.lines) < calling.size:
        key = key[calling.place < calling.size]
    key.sort()
    return Order(calling.lines[key & low], calling.size)


def folded(keys: Sequence[Integers]) -> Integers:
    """Return one number per line that orders as several do, none of them below 0."""
    whole = np.zeros(len(keys[0]), dtype=np.int64)
    size = 1
    for key in keys:
        wide = int(key.max(initial=0)) + 1
        if size * wide > _MOST:
            whole = ranks_of(whole)
            size = int(whole.max(initial=0)) + 1
        whole = np.asarray(whole * wide + key)
        size *= wide
    return whole


def _ascending(ranks: Integers) -> Integers:
    """Return ranks with the unknown ones behind all others."""
    return np.where(ranks < 0, ranks.max(initial=0) + 1, ranks)


def _descending(ranks: Integers) -> Integers:
    """Return ranks turned round, the unknown ones still behind all others."""
    most = ranks.max(initial=0)
    return np.asarray(np.where(ranks < 0, most + 1, most - ranks))


def within(order: Order, lines: Integers) -> Places:
    """Return some lines, which all have their customer, in an order."""
    return np.asarray(order.lines[np.sort(order.place[lines])])
