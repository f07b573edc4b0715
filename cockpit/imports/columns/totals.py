"""Rows that may be the sum below a table: the word for it, and figures only."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cockpit.imports.columns.letters import Booleans, Letters, byte_table

#: ``Total``, ``Subtotal`` and ``Soma`` begin otherwise; so may whatever is not ASCII.
_HARMLESS = byte_table(without="tTsS!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
#: Part of each such word, or a letter that may stand for another one.
_SUM = r"(?i)total|totais|soma|[^\x00-\x7F]"
_FIGURES = ~byte_table(without="0123456789.,R$()%-")


def may_be_totals(cells: tuple[pa.StringArray, ...]) -> Booleans:
    """Return which rows may be sums; shape (rows,). Most are told apart by one byte.

    Args:
        cells: The columns, all of them, as the file has them.
    """
    is_suspect = np.zeros(len(cells[0]), np.bool_)
    rows = np.arange(len(cells[0]))
    for column in cells:
        is_blank, is_odd = _begin_oddly(column.take(pa.array(rows)))
        is_suspect[rows[is_odd]] = True
        rows = rows[is_blank]
        if not len(rows):
            break
    suspects = np.flatnonzero(is_suspect)
    words = np.zeros(len(suspects), np.int64)
    for column in cells:
        words += ~Letters.of(column.take(pa.array(suspects))).all_in(_FIGURES)
    is_suspect[suspects[words > 1]] = False
    return is_suspect


def may_be_words_for_sums(texts: pa.StringArray) -> Booleans:
    """Return which texts may begin with a word for a sum; shape (texts,)."""
    _, is_suspect = _begin_oddly(texts)
    suspects = np.flatnonzero(is_suspect)
    if len(suspects):
        found = pc.match_substring_regex(texts.take(pa.array(suspects)), _SUM)
        is_suspect[suspects] = found.to_numpy(zero_copy_only=False)
    return is_suspect


def _begin_oddly(texts: pa.StringArray) -> tuple[Booleans, Booleans]:
    """Return which texts are blank, and which others begin as a word for a sum may."""
    letters = Letters.of(texts)
    is_blank = letters.end == letters.start
    is_odd = np.zeros(len(texts), np.bool_)
    is_odd[~is_blank] = ~_HARMLESS[letters.data[letters.start[~is_blank]]]
    return is_blank, is_odd
