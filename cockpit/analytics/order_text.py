"""Order files of text as columns of text: encoding, delimiter, header and stray quotes settled."""

import codecs
import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from cockpit.analytics.order_cells import western
from cockpit.analytics.order_columns import (
    CUSTOMER,
    REQUIRED,
    OrderTable,
    require_columns,
    roles_of,
)
from cockpit.analytics.order_quotes import RowShape, row_lines, without_stray_quotes
from cockpit.domain.errors import BadInputError

_DELIMITERS = (",", ";", "\t", "|")
#: A header may stand below titles, but not further down than this.
_HEAD_BYTES = 1 << 16
_HEAD_LINES = 30
#: The mark of UTF-32 begins like that of UTF-16, so it comes first.
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
#: Shares of halves that are zero: of the one that holds the letter, and of the other.
_FEW, _MOST = 0.05, 0.6
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the header stands and what it says.

    Attributes:
        delimiter: What parts the cells.
        names: The cells.
        roles: Per role of a column its position.
        lines: How many lines it and what stands above it take.
    """

    delimiter: str
    names: list[str]
    roles: Mapping[str, int]
    lines: int


@dataclass(frozen=True, slots=True)
class _Rows:
    """A parsed body.

    Attributes:
        table: The cells; columns are named by their position.
        bad: Numbers, from 1 on, of the lines that have too few or too many cells.
        blank: Those of them that hold nothing.
        is_torn: Whether a cell that counts goes over a line's end, or a bad line has quotes.
    """

    table: pa.Table
    bad: list[int]
    blank: list[int]
    is_torn: bool


def read_text(path: Path) -> OrderTable:
    """Read a table of text.

    A quote that is opened and never closed spoils its own line only.

    Raises:
        BadInputError: It is no table of text, is empty, or lacks a column.
        OSError: It cannot be read.
    """
    content = _utf8(path)
    header = _header(content, path.name)
    body = _after(content, header.lines)
    rows = _rows(body, header)
    if rows is None or rows.is_torn:
        mended = without_stray_quotes(body, _shape(header))
        rows = rows if mended == body else _rows(mended, header)
        body = mended
    if rows is None:
        raise BadInputError("import_not_a_table", file=path.name)
    bad = np.array(rows.bad, dtype=np.int64)
    lines = row_lines(body, _shape(header), rows.table.num_rows + len(bad)) + header.lines
    columns = {role: rows.table.column(str(place)) for role, place in header.roles.items()}
    malformed = np.setdiff1d(bad, np.array(rows.blank, dtype=np.int64))
    return OrderTable(columns, np.delete(lines, bad - 1), lines[malformed - 1])


def _utf8(path: Path) -> bytes:
    """Return a file's content as UTF-8 without a mark.

    A byte-order mark decides; else UTF-8 where it is that, else Windows-1252.
    """
    content = path.read_bytes()
    if not content.strip():
        raise BadInputError("import_empty", file=path.name)
    if content.startswith(_SPREADSHEETS):
        raise BadInputError("import_spreadsheet", file=path.name)
    encoding = _wide_encoding(content)
    if encoding:
        content = content.decode(encoding, errors="replace").encode()
    content = content.removeprefix(codecs.BOM_UTF8)
    if b"\0" in content:
        raise BadInputError("import_not_a_table", file=path.name)
    if content.isascii():
        return content
    try:
        content.decode()
    except UnicodeDecodeError:
        return western(content).encode()
    return content


def _wide_encoding(content: bytes) -> str:
    """Return the encoding of a text whose letters take two bytes or four; empty for another.

    Its mark tells; without one, the halves of most letters that are zero.
    """
    for mark, encoding in _WIDE_MARKS:
        if content.startswith(mark):
            return encoding
    head = content[:_HEAD_BYTES]
    first, second = (head[side::2].count(0) / len(head[side::2] or b".") for side in (0, 1))
    if min(first, second) > _FEW or max(first, second) < _MOST:
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _header(content: bytes, file: str) -> _Header:
    """Find the header among the first lines.

    Raises:
        BadInputError: No line has all the columns; the one that comes nearest is named.
    """
    head = _LINE_END.split(content[:_HEAD_BYTES])[:_HEAD_LINES]
    lines = [line.decode(errors="replace") for line in head]
    tried = [
        _Header(delimiter, names, roles_of(names), number)
        for number, line in enumerate(lines, start=1)
        if line.strip()
        for delimiter in _DELIMITERS
        for names in _cells(line, delimiter)
    ]
    if not tried:
        raise BadInputError("import_not_a_table", file=file)
    best = max(tried, key=_likeness)
    require_columns(best.roles, best.names, file)
    return best


def _likeness(header: _Header) -> tuple[int, int, int]:
    """Return how much a line is like a header: the columns it names, then its place, its cells."""
    return len(header.roles.keys() & set(REQUIRED)), -header.lines, len(header.names)


def _cells(line: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return []


def _after(content: bytes, lines: int) -> bytes:
    """Return what follows the first lines."""
    parts = _LINE_END.split(content, maxsplit=lines)
    return parts[lines] if len(parts) > lines else b""


def _rows(body: bytes, header: _Header) -> _Rows | None:
    """Split the body into cells; None where that cannot be done at all.

    Lines that all end with one more delimiter than the header has are taken as they are meant.
    """
    width = len(header.names)
    if not body.strip():
        return _Rows(_split(b"\n", header, width, _Bad()), [], [], is_torn=False)
    bad = _Bad()
    try:
        table = _split(body, header, width, None)
    except pa.ArrowInvalid:
        try:
            table = _split(body, header, width, bad)
            if not table.num_rows and bad.widest == width + 1:
                bad = _Bad()
                table = _split(body, header, width + 1, bad)
        except pa.ArrowInvalid:
            return None
    has_breaks = b'"' in body and any(
        pc.any(pc.match_substring_regex(cells, r"[\r\n]")).as_py() for cells in table.columns
    )
    return _Rows(table, bad.numbers, bad.blank, is_torn=bad.is_torn or has_breaks)


class _Bad:
    """Takes down the lines that have too few or too many cells.

    Attributes:
        numbers: Their numbers, from 1 on.
        blank: Those of them that hold nothing.
        widest: The most cells that one of them has.
        is_torn: Whether one of them holds a quote, which may be why.
    """

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.blank: list[int] = []
        self.widest = 0
        self.is_torn = False

    def __call__(self, row: arrow_csv.InvalidRow) -> str:
        """Note a line and say that it is to be left out."""
        self.numbers.append(row.number)
        if not row.text.strip():
            self.blank.append(row.number)
        self.widest = max(self.widest, row.actual_columns)
        self.is_torn = self.is_torn or '"' in row.text
        return "skip"


def _split(body: bytes, header: _Header, width: int, bad: _Bad | None) -> pa.Table:
    """Split lines into cells of text; only the columns that have a role are kept.

    Args:
        body: Lines without a header, in UTF-8.
        header: Delimiter and roles.
        width: How many cells a line has.
        bad: Takes the lines that have another number, in one thread, which alone knows their place.

    Raises:
        pa.ArrowInvalid: ``bad`` is None and there is such a line, or the quotes never end.
    """
    kept = [str(place) for place in sorted(header.roles.values())]
    return arrow_csv.read_csv(
        pa.BufferReader(body),
        read_options=arrow_csv.ReadOptions(
            column_names=[str(place) for place in range(width)], use_threads=bad is None
        ),
        parse_options=arrow_csv.ParseOptions(
            delimiter=header.delimiter,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=bad,
        ),
        convert_options=arrow_csv.ConvertOptions(
            include_columns=kept,
            column_types=dict.fromkeys(kept, pa.string()),
            strings_can_be_null=False,
        ),
    )


def _shape(header: _Header) -> RowShape:
    """Return how a row looks; of the cells that count, a customer alone may have several lines."""
    one_line = {place for role, place in header.roles.items() if role != CUSTOMER}
    return RowShape(header.delimiter, len(header.names), one_line)
