"""The lines that a query found: counted at once, put in order as far as they are looked at."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.work_list.orders import Order, within
from cockpit.analytics.work_list.text_rows import Places

_CHUNK = 4_096
#: Where fewer than one line in so many is found, sorting them beats walking through the order.
_RARE = 12


class _Walk(NamedTuple):
    """How far the order was walked through.

    Attributes:
        head: The first lines found, in order.
        end: Up to where in the order they were looked for.
    """

    head: Places
    end: int


class LineSelection:
    """Implements ``cockpit.services.ports.Selection``.

    Several threads may ask: how far was walked is read once and replaced as a whole, so that two
    who walk at once do the same work twice, and neither loses a line of the other's.
    """

    def __init__(
        self, order: Order, mask: Flags | None, cents: Integers, total: int | None = None
    ) -> None:
        """Remember what was found.

        Args:
            order: All lines that have their customer.
            mask: Which of them were found; None for all; shape (lines,).
            cents: The money at risk; shape (lines,).
            total: The sum of it in what was found, where it is known.
        """
        self._order = order
        self._mask = mask
        self._cents = cents
        self._total = total
        self._walked = _Walk(order.lines[:0], 0)

    @cached_property
    def at_risk_cents(self) -> int:
        """Return the money at risk in them."""
        if self._total is not None:
            return self._total
        if self._mask is None:
            return int(self._cents[self._order.lines].sum())
        if self._is_rare:
            return int(self._cents[self._found].sum())
        # Six times as fast as a sum of chosen ones, and nothing of the array's size is made.
        return int(np.einsum("i,i", self._cents, self._mask))

    @cached_property
    def _found(self) -> Integers:
        """Return the lines of the mask, for when they are few."""
        return np.flatnonzero(np.asarray(self._mask))

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
        if self._mask is None:
            known = self._order.lines
        else:
            known = self._walk(self._mask, min(last, self._count)).head
        found: list[int] = known[first:last].tolist()
        return found

    def position_of(self, line: int) -> int | None:
        """Return where a line stands, or None."""
        if not 0 <= line < self._order.size:
            return None
        place = self._order.place_of(line)
        if place >= len(self._order.lines):
            return None
        if self._mask is None:
            return place
        if not self._mask[line]:
            return None
        walked = self._walked
        if place < walked.end:
            return int(np.flatnonzero(walked.head == line)[0])
        return int(np.count_nonzero(self._mask[self._order.lines[:place]]))

    def _walk(self, mask: Flags, wanted: int) -> _Walk:
        """Put as many lines in order as are asked for, and some more."""
        walked = self._walked
        if len(walked.head) >= wanted:
            return walked
        if self._is_rare:
            walked = _Walk(within(self._order, self._found), len(self._order.lines))
        else:
            parts, count, end, size = [walked.head], len(walked.head), walked.end, _CHUNK
            while count < wanted:
                chunk = self._order.lines[end : end + size]
                parts.append(chunk[mask[chunk]])
                count += len(parts[-1])
                end += len(chunk)
                size *= 2
            walked = _Walk(np.concatenate(parts), end)
        self._walked = walked
        return walked
