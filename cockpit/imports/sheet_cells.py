"""A sheet's cells in the canonical text of ``blocks.Table``."""

import re
from collections.abc import Sequence

import fastexcel
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_MIDNIGHT = " 00:00:00"
_DAY_LENGTH = 10
_INSTANT_LENGTH = 19
_ISO_INSTANT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"
_THREE_DECIMALS = r"^-?[0-9]+\.[0-9]{3}$"
_ERROR = re.compile(r"Error\((\w+)\)")
_ERROR_TEXTS = {
    "Div0": "#DIV/0!", "NA": "#N/A", "Name": "#NAME?", "Null": "#NULL!", "Num": "#NUM!",
    "Ref": "#REF!", "Value": "#VALUE!",
}  # fmt: skip


def text_columns(workbook: fastexcel.ExcelReader, sheet: str) -> tuple[pa.StringArray, ...]:
    """Return a sheet's columns, all rows from the first one on, without nulls.

    An error such as ``#REF!`` stays as text, so that nobody takes it for nothing.
    """
    loaded = workbook.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
    if not loaded.width or not loaded.height:
        return ()
    batch, errors = loaded.to_arrow_with_errors()
    columns = [_filled(column) for column in batch.columns]
    for index, column in enumerate(columns):
        columns[index] = _days(column)
    _mark_numbers(workbook, sheet, columns)
    if errors:
        _show_errors(columns, errors.errors)
    return tuple(columns)


def _filled(column: pa.Array) -> pa.StringArray:
    return pc.fill_null(column.cast(pa.string()), "")


def _days(column: pa.StringArray) -> pa.StringArray:
    """Write an instant without ``T``, and midnight as the day."""
    has_length = pc.equal(pc.binary_length(column), _INSTANT_LENGTH)
    if not pc.any(has_length).as_py():
        return column
    is_iso = pc.and_(has_length, pc.match_substring_regex(column, _ISO_INSTANT))
    if pc.any(is_iso).as_py():
        column = pc.if_else(is_iso, pc.replace_substring(column, "T", " "), column)
    is_midnight = pc.and_(has_length, pc.ends_with(column, _MIDNIGHT))
    return pc.if_else(is_midnight, pc.utf8_slice_codeunits(column, 0, _DAY_LENGTH), column)


def _mark_numbers(
    workbook: fastexcel.ExcelReader, sheet: str, columns: list[pa.StringArray]
) -> None:
    """Add a zero to numbers of three decimals; a text such as ``1.234`` stays as it is.

    Read as a day, a number is one and a text is none: that tells them apart.
    """
    masks = {index: _three_decimals(column) for index, column in enumerate(columns)}
    suspects = {index: mask for index, mask in masks.items() if mask is not None}
    if not suspects:
        return
    days = workbook.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="datetime").to_arrow()
    for index, mask in suspects.items():
        is_number = pc.and_(mask, days.column(index).is_valid())
        longer = pc.binary_join_element_wise(columns[index], "0", "")
        columns[index] = pc.if_else(is_number, longer, columns[index])


def _three_decimals(column: pa.StringArray) -> pa.BooleanArray | None:
    """Return which cells read as a number of three decimals; None where none does."""
    _, offset_buffer, letter_buffer = column.buffers()
    if letter_buffer is None:
        return None
    offsets = np.frombuffer(offset_buffer, np.int32)[column.offset :][: len(column) + 1]
    ends = offsets[1:][np.diff(offsets) > 4]
    letters = np.frombuffer(letter_buffer, np.uint8)
    if not (letters[ends - 4] == ord(".")).any():
        return None
    mask = pc.match_substring_regex(column, _THREE_DECIMALS)
    return mask if pc.any(mask).as_py() else None


def _show_errors(columns: list[pa.StringArray], errors: Sequence[fastexcel.CellError]) -> None:
    places: dict[int, dict[int, str]] = {}
    for error in errors:
        row, column = error.offset_position
        found = _ERROR.search(error.detail)
        text = _ERROR_TEXTS.get(found[1], "#ERROR!") if found else "#ERROR!"
        places.setdefault(column, {})[row] = text
    for index, texts in places.items():
        mask = np.zeros(len(columns[index]), bool)
        rows = sorted(texts)
        mask[rows] = True
        columns[index] = pc.replace_with_mask(
            columns[index], pa.array(mask), pa.array([texts[row] for row in rows])
        )
