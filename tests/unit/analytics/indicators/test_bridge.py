"""The bridge against a plain program; it closes for each state, in customers and in money."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.indicators.bridge import Snapshot, bridge, moved

STATES = 4
state, cents = st.integers(0, STATES - 1), st.integers(0, 2**40)
people = st.lists(st.tuples(state, cents, state, cents), max_size=30)


def snapshots(rows: list[tuple[int, int, int, int]]) -> tuple[Snapshot, Snapshot]:
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Snapshot(columns[0], columns[1]), Snapshot(columns[2], columns[3])


@given(people)
def test_moves_are_those_of_a_plain_program(rows: list[tuple[int, int, int, int]]) -> None:
    start, end = snapshots(rows)
    found = bridge(start, end, states=STATES)
    for source in range(STATES):
        for target in range(STATES):
            those = [row for row in rows if (row[0], row[2]) == (source, target)]
            assert found.customers[source, target] == len(those)
            assert found.start_cents[source, target] == sum(row[1] for row in those)
            assert found.end_cents[source, target] == sum(row[3] for row in those)
            who = moved(start, end, source, target)
            assert sorted(rows[place] for place in who) == sorted(those)


@given(people)
def test_it_closes_for_each_state(rows: list[tuple[int, int, int, int]]) -> None:
    start, end = snapshots(rows)
    found = bridge(start, end, states=STATES)
    for one in range(STATES):
        stayed = found.customers[one, one]
        began, ended = found.customers[one].sum(), found.customers[:, one].sum()
        assert began == np.count_nonzero(start.state == one)
        assert ended == np.count_nonzero(end.state == one)
        into, out = ended - stayed, began - stayed
        assert began + into - out == ended
        assert found.start_cents[one].sum() == start.cents[start.state == one].sum()
        assert found.end_cents[:, one].sum() == end.cents[end.state == one].sum()


def test_who_moved_stands_in_order_of_money() -> None:
    start, end = snapshots([(0, 10, 1, 0), (0, 500, 1, 1), (0, 20, 1, 900), (0, 7, 2, 7)])
    assert moved(start, end, 0, 1).tolist() == [2, 1, 0]
