"""The lines that a query found: counted at once, put in order as far as they are looked at."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.work_list.orders import Order, within

_CHUNK = 4_096
#: Where fewer than one line in so many is found, sorting them beats walking through the order.
_RARE = 12


class LineSelection:
    """Implements ``cockpit.services.ports.Selection``; asked by one thread at a time."""

    def __init__(self, order: Order, mask: Flags | None, cents: Integers) -> None:
        """Remember what was found.

        Args:
            order: All lines that have their customer.
            mask: Which of them were found; None for all; shape (lines,).
            cents: The money at risk; shape (lines,).
        """
        self._order = order
        self._mask = mask
        self._cents = cents
        self._head = order.lines[:0]
        self._walked = 0

    @cached_property
    def at_risk_cents(self) -> int:
        """Return the money at risk in them."""
        if self._mask is None:
            return int(self._cents[self._order.lines].sum())
        if self._is_rare:
            return int(self._cents[np.flatnonzero(self._mask)].sum())
        return int((self._cents * self._mask).sum())  # six times as fast as a sum of chosen ones

    @cached_property
    def _count(self) -> int:
        return len(self._order.lines) if self._mask is None else int(np.count_nonzero(self._mask))

    @property
    def _is_rare(self) -> bool:
        return self._count * _RARE < len(self._order.lines)

    def __len__(self) -> int:
        """Return how many lines were found."""
        return self._count

    def lines(self, first: int, last: int) -> Sequence[int]:
        """Return the lines at the positions from ``first`` to before ``last``."""
        if self._mask is not None:
            self._walk(self._mask, min(last, self._count))
        known = self._order.lines if self._mask is None else self._head
        found: list[int] = known[first:last].tolist()
        return found

    def position_of(self, line: int) -> int | None:
        """Return where a line stands, or None."""
        if not 0 <= line < self._order.size:
            return None
        place = int(self._order.place[line])
        if place >= len(self._order.lines):
            return None
        if self._mask is None:
            return place
        if not self._mask[line]:
            return None
        if place < self._walked:
            return int(np.flatnonzero(self._head == line)[0])
        return int(np.count_nonzero(self._mask[self._order.lines[:place]]))

    def _walk(self, mask: Flags, wanted: int) -> None:
        """Put as many lines in order as are asked for, and some more."""
        if len(self._head) >= wanted:
            return
        if self._is_rare:
            self._head = within(self._order, mask)
            self._walked = len(self._order.lines)
            return
        parts, count, size = [self._head], len(self._head), _CHUNK
        while count < wanted:
            chunk = self._order.lines[self._walked : self._walked + size]
            parts.append(chunk[mask[chunk]])
            count += len(parts[-1])
            self._walked += len(chunk)
            size *= 2
        self._head = np.concatenate(parts)
