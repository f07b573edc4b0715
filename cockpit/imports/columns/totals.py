"""Rows that may be the sum below a table: the word for it, and figures only."""

import numpy as np
import pyarrow as pa

from cockpit.imports.columns.letters import Booleans, Letters, byte_table

#: ``Total``, ``Subtotal`` and ``Soma`` begin otherwise; so may whatever is not ASCII.
_HARMLESS = byte_table(without="tTsS!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_FIGURES = ~byte_table(without="0123456789.,R$()%-")


def may_be_totals(cells: tuple[pa.StringArray, ...]) -> Booleans:
    """Return which rows may be sums; shape (rows,). Most are told apart by one byte.

    Args:
        cells: The columns, all of them, as the file has them.
    """
    is_suspect = np.zeros(len(cells[0]), np.bool_)
    rows = np.arange(len(cells[0]))
    for column in cells:
        letters = Letters.of(column.take(pa.array(rows)))
        is_blank = letters.end == letters.start
        is_harmless = np.zeros(len(rows), np.bool_)
        is_harmless[~is_blank] = _HARMLESS[letters.data[letters.start[~is_blank]]]
        is_suspect[rows[~is_blank & ~is_harmless]] = True
        rows = rows[is_blank]
        if not len(rows):
            break
    suspects = np.flatnonzero(is_suspect)
    words = np.zeros(len(suspects), np.int64)
    for column in cells:
        words += ~Letters.of(column.take(pa.array(suspects))).all_in(_FIGURES)
    is_suspect[suspects[words > 1]] = False
    return is_suspect
