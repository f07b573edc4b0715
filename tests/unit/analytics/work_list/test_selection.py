"""The lines that a query found, whoever asks for them and when."""

from collections.abc import Callable

import numpy as np
import pytest

from cockpit.analytics.work_list.orders import Order
from cockpit.analytics.work_list.selection import LineSelection

COUNT = 40_000


class _Interrupted(np.ndarray):
    """Flags during whose reading another thread gets its turn, once."""

    turn: Callable[[], object] | None = None

    def __getitem__(self, key):
        turn, self.turn = self.turn, None
        if turn is not None:
            turn()
        return np.asarray(super().__getitem__(key))


@pytest.mark.parametrize("share", [2, 100])
@pytest.mark.parametrize(("asked", "interrupting"), [(10, 9_000), (9_000, 10), (20_000, 9_000)])
def test_two_who_ask_at_once_both_get_every_line(share: int, asked: int, interrupting: int):
    order = np.random.default_rng(7).permutation(COUNT).astype(np.int32)
    mask = (np.arange(COUNT) % share == 0).view(_Interrupted)
    selection = LineSelection(Order(order, COUNT), mask, np.zeros(COUNT, dtype=np.int64))
    expected = [line for line in order.tolist() if line % share == 0]
    others: list[int] = []
    mask.turn = lambda: others.extend(selection.lines(0, interrupting))
    assert list(selection.lines(0, asked)) == expected[:asked]
    assert others in ([], expected[:interrupting])
    assert list(selection.lines(0, COUNT)) == expected
    assert [selection.position_of(line) for line in expected[::97]] == list(
        range(0, len(expected), 97)
    )
