"""Sums, sorting and quantiles within consecutive groups of an array, without a Python loop.

A group is a customer. ``bounds`` has one entry more than there are groups: group ``i`` is
``values[bounds[i]:bounds[i + 1]]`` and may be empty. No result depends on other groups, so some
customers give to the last bit what all of them give.
"""

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_KEY_BITS = 63
#: Decimals that are kept of what a fit starts from: far below what matters, far above rounding.
_STEADY_DECIMALS = 9


def bounds_of(counts: Integers) -> Integers:
    """Return the bounds of consecutive groups from their sizes; shape (groups + 1,)."""
    bounds = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=bounds[1:])
    return bounds


def sums(values: Integers, bounds: Integers) -> Integers:
    """Return each group's exact sum, 0 for an empty one; shape (groups,)."""
    running = bounds_of(values)
    return running[bounds[1:]] - running[bounds[:-1]]


def totals(group: Integers, values: Floats, size: int) -> Floats:
    """Return each group's sum, added up in the order of the values; shape (size,).

    Args:
        group: Each value's group; shape (n,).
        values: Shape (n,).
        size: How many groups there are.
    """
    return np.asarray(np.bincount(group, values, minlength=size), dtype=np.float64)


def steadied(values: Floats) -> Floats:
    """Return the values without the noise of their last digits; shape as given.

    A search for the best parameters makes differences of the last bit large. Values in another
    currency differ by no more than that once they are compared with the portfolio's; so they are
    made the same.
    """
    return np.asarray(np.round(values, _STEADY_DECIMALS), dtype=np.float64)


def sorted_within(values: Integers, group: Integers) -> Integers:
    """Sort the values, not negative, within their groups.

    Args:
        values: Shape (n,).
        group: Each value's group, ascending; shape (n,).

    Returns:
        The values, ascending in each group; shape (n,).
    """
    if not len(values):
        return values
    value_bits = int(values.max()).bit_length()
    if value_bits + int(group[-1]).bit_length() <= _KEY_BITS:
        packed = (group << value_bits) | values
        packed.sort()
        return packed & ((1 << value_bits) - 1)
    return values[np.lexsort((values, group))]


def quantiles(ordered: Integers, bounds: Integers, share: float) -> Floats:
    """Return a quantile of each group, interpolated linearly.

    Source: definition 7 of Hyndman & Fan (1996), "Sample Quantiles in Statistical Packages", The
    American Statistician 50(4).

    Args:
        ordered: The values, ascending in each group; shape (n,).
        bounds: Bounds of the groups; shape (groups + 1,).
        share: The quantile, from 0 to 1.

    Returns:
        In the unit of the values, NaN for an empty group; shape (groups,).
    """
    sizes = np.diff(bounds)
    filled = sizes > 0
    position = (sizes[filled] - 1) * share
    below = np.floor(position).astype(np.int64)
    start = bounds[:-1][filled]
    low = ordered[start + below]
    high = ordered[start + np.minimum(below + 1, sizes[filled] - 1)]
    result = np.full(len(sizes), np.nan)
    result[filled] = low + (high - low) * (position - below)
    return result
