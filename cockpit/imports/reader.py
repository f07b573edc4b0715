"""The canonical files, each data line accounted for exactly once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from cockpit.domain.clock import Clock
from cockpit.domain.import_records import CustomerRecord, OrderRecord, RowProblem
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import RowVerdict
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.csv_file import TextFile, inspect
from cockpit.imports.customer_lines import read_customer
from cockpit.imports.headers import CUSTOMERS, Layout, recognise
from cockpit.imports.order_lines import read_order
from cockpit.imports.rows import Row, Trouble, split_rows
from cockpit.imports.values import DecimalMark, decimal_mark
from cockpit.imports.words import word

#: How far down a header may stand, below titles and blank lines.
_HEADER_LINES = 20
_SAMPLE_LINES = 2_000
_AMOUNTS = ("valor", "valor_sem_impostos", "limite_credito")
_TOTAL = re.compile(r"(?:sub_?)?tota(?:l|is)(?:_geral|_gerais)?(?:_[0-9]+)?|soma")
_FIGURE = re.compile(r"[\s0-9.,R$()%-]*")

Line = CustomerRecord | OrderRecord | RowProblem


@dataclass(frozen=True, slots=True)
class CanonicalFileReader:
    """Recognises CSV files with the canonical headers, or common words for them."""

    clock: Clock

    def open(self, path: Path) -> "CanonicalFile":
        """Recognise a file.

        Raises:
            BadInputError: The file is missing, is not a table, or has no known columns.
        """
        text = inspect(path)
        layout = recognise(list(islice(text.lines(), _HEADER_LINES)), path.name)
        return CanonicalFile(text, layout, _mark(text, layout), self.clock)


@dataclass(frozen=True, slots=True)
class CanonicalFile:
    """A file of customers or orders.

    Attributes:
        text: The file as text.
        layout: What its columns mean.
        mark: The decimal mark of its amounts, as far as its first lines tell.
        clock: Tells which orders lie in the future.
    """

    text: TextFile
    layout: Layout
    mark: DecimalMark | None
    clock: Clock

    @property
    def kind(self) -> str:
        """Return ``clientes`` or ``pedidos``."""
        return self.layout.kind

    @property
    def sha256(self) -> str:
        """Return the hash of the file's bytes."""
        return self.text.sha256

    def records(self) -> Iterator[tuple[int, Line]]:
        """Yield each data line's number with what it holds, or why it cannot be taken.

        Blank lines and repeated headers are no data.

        Raises:
            BadInputError: The file cannot be read any more.
        """
        # Hashes: three million orders take 0.3 GB so, and twice that as texts.
        seen: dict[int, int] = {}
        for row in _data_rows(self.text, self.layout):
            yield row.line, self._line(row, seen)

    def _line(self, row: Row, seen: dict[int, int]) -> Line:
        cells = Cells(self.layout.columns, row.cells)
        try:
            self._check(row, cells)
            if self.kind == CUSTOMERS:
                return _customer_once(read_customer(cells, self.mark), seen)
            return _order_once(read_order(cells, self.mark, self.clock.today()), seen)
        except RejectedError as error:
            return RowProblem(row.line, RowVerdict.REJECTED, (error.reason,))

    def _check(self, row: Row, cells: Cells) -> None:
        """Reject a row whose cells cannot be trusted to stand in their columns."""
        width = len(self.layout.header)
        if row.trouble is Trouble.UNREADABLE:
            raise RejectedError(Message.of("imports.row_unreadable"))
        if any(cell.strip() for cell in row.cells[width:]):
            raise RejectedError(
                Message.of("imports.row_too_wide", count=len(row.cells), expected=width)
            )
        if _is_total(row.cells):
            raise RejectedError(Message.of("imports.row_is_total"))
        if len(row.cells) < width:
            if row.is_cut:
                raise RejectedError(Message.of("imports.row_cut"))
            cells.flags.append(
                Message.of("imports.row_too_narrow", count=len(row.cells), expected=width)
            )
        if row.trouble is Trouble.STRAY_QUOTE:
            cells.flag("row_stray_quote")


def _customer_once(record: CustomerRecord, seen: dict[int, int]) -> CustomerRecord:
    """Flag a code that an earlier line has; a line per phone or per person is usual."""
    key = hash((record.company, record.code))
    if not record.code or key not in seen:
        seen[key] = key
        return record
    return replace(record, flags=(*record.flags, Message.of("imports.customer_repeated")))


def _order_once(record: OrderRecord, seen: dict[int, int]) -> OrderRecord:
    """Flag an order that an earlier line states alike, and reject one that it states otherwise.

    In a file with a line per item, each with its own value, the last item's value would otherwise
    pass for the order's.
    """
    key, content = hash((record.company, record.number, record.kind)), hash(record)
    if key not in seen:
        seen[key] = content
        return record
    if seen[key] != content:
        raise RejectedError(Message.of("imports.order_contradicted"))
    return replace(record, flags=(*record.flags, Message.of("imports.order_repeated")))


def _data_rows(text: TextFile, layout: Layout) -> Iterator[Row]:
    """Yield the rows below the header that hold data."""
    width = len(layout.header)
    for row in split_rows(text.lines(), layout.delimiter, width):
        if row.line <= layout.line or row.is_blank:
            continue
        is_header = word(row.cells[0]) == layout.header[0] and layout.header == tuple(
            word(cell) for cell in row.cells[:width]
        )
        if not is_header:
            yield row


def _mark(text: TextFile, layout: Layout) -> DecimalMark | None:
    places = [place for name in _AMOUNTS for place in layout.columns.get(name, ())]
    return decimal_mark(
        row.cells[place]
        for row in islice(_data_rows(text, layout), _SAMPLE_LINES)
        for place in places
        if place < len(row.cells)
    )


def _is_total(cells: list[str]) -> bool:
    """Return whether a row is the sum below a table: the word, and figures only."""
    first, *others = [cell for cell in cells if cell.strip()]
    return bool(_TOTAL.fullmatch(word(first[:40]))) and all(map(_FIGURE.fullmatch, others))
