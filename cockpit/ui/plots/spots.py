"""Where the cursor of a plot may stand, and how it goes from one place to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

#: No spot has the cursor.
NOWHERE = -1


class Box(NamedTuple):
    """A rectangle in a plot's own coordinates; ``bottom`` is the lesser value."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Spot:
    """One value of a plot.

    Attributes:
        box: Where it is drawn.
        reading: The value in words.
        key: What opens the customers behind it; None where there are none.
        column: Its place from the left, for the keys.
        row: Its place from above among those of its column.
    """

    box: Box
    reading: str
    key: object = None
    column: int = 0
    row: int = 0


def step(spots: Sequence[Spot], at: int, across: int, down: int) -> int:
    """Return the spot that a key leads to; the same one where there is none.

    Args:
        spots: All of them.
        at: Where the cursor stands, or ``NOWHERE``, from where every key leads to the first.
        across: Columns to the right, negative to the left.
        down: Rows down, negative up.
    """
    if not spots:
        return NOWHERE
    if at == NOWHERE:
        return 0
    here = spots[at]
    if across:
        columns = sorted({one.column for one in spots})
        number = columns.index(here.column) + across
        if not 0 <= number < len(columns):
            return at
        column, row = columns[number], here.row
    else:
        column, row = here.column, here.row + down
    ranked = sorted(
        (abs(one.row - row), number) for number, one in enumerate(spots) if one.column == column
    )
    return ranked[0][1]


def nearest(spots: Sequence[Spot], x: float, y: float, unit: tuple[float, float]) -> int:
    """Return the spot under a place, or the nearest one of its column; ``NOWHERE`` outside.

    Args:
        spots: All of them.
        x: The place, in the plot's coordinates.
        y: Likewise.
        unit: How much of both coordinates one pixel is, so that distances are as they are seen.
    """
    if not spots:
        return NOWHERE
    distances = [
        (_beyond(x, one.box.left, one.box.right) / unit[0], number)
        for number, one in enumerate(spots)
    ]
    least = min(distances)[0]
    if least > _REACH:
        return NOWHERE
    inside = [number for distance, number in distances if distance <= least + 0.5]
    return min(
        inside,
        key=lambda number: (
            _beyond(y, spots[number].box.bottom, spots[number].box.top) / unit[1],
            abs(y - (spots[number].box.bottom + spots[number].box.top) / 2) / unit[1],
        ),
    )


#: How far beside a spot the pointer may be, in pixels.
_REACH = 24.0


def _beyond(value: float, low: float, high: float) -> float:
    return max(low - value, value - high, 0.0)
