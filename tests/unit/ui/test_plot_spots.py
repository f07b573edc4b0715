"""The cursor of plots: where keys lead, and what the pointer means."""

from cockpit.ui.plots.spots import NOWHERE, Box, Spot, nearest, step

#: Two rows of three columns; the middle column lacks its upper value.
SPOTS = (
    Spot(Box(0, 1, 1, 2), "a", column=0, row=0),
    Spot(Box(4, 1, 5, 2), "c", column=2, row=0),
    Spot(Box(0, 0, 1, 1), "d", column=0, row=1),
    Spot(Box(2, 0, 3, 1), "e", column=1, row=1),
    Spot(Box(4, 0, 5, 1), "f", column=2, row=1),
)
UNIT = (0.01, 0.01)


def walk(at: int, *keys: tuple[int, int]) -> str:
    for across, down in keys:
        at = step(SPOTS, at, across, down)
    return SPOTS[at].reading


def test_arrows_keep_their_row_where_they_can() -> None:
    assert walk(0, (1, 0)) == "e"
    assert walk(0, (1, 0), (1, 0)) == "f"
    assert walk(1, (0, 1)) == "f"
    assert walk(4, (0, -1)) == "c"


def test_the_edge_keeps_the_cursor_and_any_key_brings_it_in() -> None:
    assert walk(4, (1, 0), (0, 1)) == "f"
    assert walk(NOWHERE, (-1, 0)) == "a"
    assert step((), NOWHERE, 1, 0) == NOWHERE


def test_the_pointer_means_what_is_under_it_or_right_beside_it() -> None:
    assert SPOTS[nearest(SPOTS, 0.5, 1.4, UNIT)].reading == "a"
    assert SPOTS[nearest(SPOTS, 2.9, 7.0, UNIT)].reading == "e"
    assert SPOTS[nearest(SPOTS, 3.1, 0.5, UNIT)].reading == "e"
    assert nearest(SPOTS, 3.5, 0.5, UNIT) == NOWHERE
    assert nearest((), 0, 0, UNIT) == NOWHERE
