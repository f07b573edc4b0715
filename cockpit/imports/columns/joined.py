"""Columns that make one value together, such as a customer's code and branch, as one column."""

from collections.abc import Sequence

import numpy as np
import pyarrow.compute as pc

from cockpit.imports.blocks import PlainRows
from cockpit.imports.columns.letters import Booleans, Letters, byte_table, trimmed
from cockpit.imports.headers import Join

#: With other letters, blanks of an odd kind among them, a value is not put together here.
_USUAL = byte_table(without="") | (np.arange(256) == ord(" "))


def with_joined(rows: PlainRows, joins: Sequence[Join]) -> tuple[PlainRows, Booleans]:
    """Return rows with their joined columns behind the others, as ``Layout.materialised`` wants it.

    Returns:
        The rows, and for which of them the joined columns are right; shape (rows,).
    """
    is_usual = np.ones(len(rows.line), np.bool_)
    joined = []
    for join in joins:
        first, *others = (trimmed(rows.cells[place]) for place in join.places)
        value = first
        for part in (first, *others):
            is_usual &= Letters.of(part).all_in(_USUAL)
        for part in others:
            both = pc.binary_join_element_wise(value, part, join.separator)
            value = pc.if_else(pc.equal(part, ""), value, both)
        joined.append(pc.if_else(pc.equal(first, ""), "", value))
    return PlainRows(rows.line, (*rows.cells, *joined)), is_usual
