"""Rows of a table into records, each row into one or into the reason why it is none."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from cockpit.domain.import_records import (
    CustomerRecord,
    ImportRecord,
    ItemRecord,
    OrderRecord,
    ProductRecord,
    ReceivableRecord,
    RowProblem,
)
from cockpit.domain.import_sources import DayOrder
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, RowVerdict
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.columns.digests import order_digest
from cockpit.imports.contact_lines import read_contact
from cockpit.imports.customer_lines import read_customer
from cockpit.imports.headers import Layout
from cockpit.imports.item_lines import read_item
from cockpit.imports.last_cell import LastCell
from cockpit.imports.line_figures import LineFigures
from cockpit.imports.order_lines import read_order
from cockpit.imports.product_lines import read_product
from cockpit.imports.quote_lines import read_quote
from cockpit.imports.reading import ReadLine
from cockpit.imports.receivable_lines import read_receivable
from cockpit.imports.rows import Row, Trouble
from cockpit.imports.values import DecimalMark
from cockpit.imports.words import word

_ReadCells: TypeAlias = Callable[[Cells], ImportRecord]
_MakeReader: TypeAlias = Callable[[Layout, LineFigures], _ReadCells]

_TOTAL = re.compile(
    r"(?:sub_?)?tota(?:l|is)(?:_geral|_gerais)?(?:_d[aeo]s?(?:_[a-z]+)+)?(?:_[0-9]+)*|soma"
)
#: As the number of an order no sum has more words than it likes: ``TOTAL DO CLIENTE 1``.
_TOTAL_NUMBER = re.compile(r"(?:(?:sub_?)?tota(?:l|is)|soma)(?:_.*)?")
#: Per kind the column of a document's number, where a sum below a group of lines has its word.
_NUMBER_COLUMNS = {
    ImportKind.ORDERS: "numero",
    ImportKind.ITEMS: "pedido",
    ImportKind.RECEIVABLES: "numero",
}
_DELETED = "*"
_FIGURE = re.compile(r"[\s0-9.,R$()%-]*")
_LONGEST_TOTAL = 40


def reader_of(layout: Layout, mark: str, day_order: DayOrder, today: date) -> ReadLine:
    """Return what reads the rows of one file, in their order; it remembers what it has read.

    Args:
        layout: What the columns mean.
        mark: The decimal mark of the file's amounts; empty where the file does not tell.
        day_order: Which part of a day comes first where the year comes last.
        today: What lies after it has not happened yet.
    """
    figures = LineFigures(DecimalMark(mark) if mark else None, day_order, today)
    read_cells = _READERS[layout.kind](layout, figures)
    last_cell = LastCell(layout, mark)
    number_column = _NUMBER_COLUMNS.get(layout.kind, "")

    def read(row: Row) -> ImportRecord | RowProblem:
        cells = layout.cells(row.cells)
        try:
            _check(row, layout, cells)
            if _TOTAL_NUMBER.fullmatch(word(cells.raw(number_column)[:_LONGEST_TOTAL])):
                cells.reject("row_is_total")
            if last_cell.is_doubtful(row):
                cells.flag("row_may_be_cut")
            return read_cells(cells)
        except RejectedError as error:
            return RowProblem(row.line, RowVerdict.REJECTED, (error.reason,), tuple(row.cells))

    return read


def _check(row: Row, layout: Layout, cells: Cells) -> None:
    """Reject a row that holds no data, or whose cells may stand in other columns than theirs."""
    width = layout.width
    if row.trouble is Trouble.UNREADABLE:
        cells.reject("row_unreadable")
    if any(cell.strip() for cell in row.cells[width:]):
        raise RejectedError(
            Message.of("imports.row_too_wide", count=len(row.cells), expected=width)
        )
    if _is_total(row.cells):
        cells.reject("row_is_total")
    place = layout.deletion_place
    if place is not None and place < len(row.cells) and row.cells[place].strip() == _DELETED:
        cells.reject("row_deleted")
    if len(row.cells) < width:
        if row.is_cut:
            cells.reject("row_cut")
        cells.flags.append(
            Message.of("imports.row_too_narrow", count=len(row.cells), expected=width)
        )
    if row.trouble is Trouble.STRAY_QUOTE:
        cells.flag("row_stray_quote")


def _is_total(cells: Sequence[str]) -> bool:
    """Return whether a row is the sum below a table: the word, and figures only."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return False
    first, *others = filled
    is_word = _TOTAL.fullmatch(word(first[:_LONGEST_TOTAL])) is not None
    return is_word and all(map(_FIGURE.fullmatch, others))


def _customers(layout: Layout, figures: LineFigures) -> _ReadCells:
    """Flag a code that an earlier line has; a line per phone or per person is usual."""
    seen: set[int] = set()

    def read(cells: Cells) -> CustomerRecord:
        record = read_customer(cells, figures)
        key = (record.company, record.code)
        if record.code and _is_repeated(key, seen):
            return replace(record, flags=_with(record.flags, "customer_repeated"))
        return record

    return read


def _orders(layout: Layout, figures: LineFigures) -> _ReadCells:
    kind_header = next(iter(layout.headers_of("tipo")), "")

    def read(cells: Cells) -> OrderRecord:
        record = read_order(cells, figures, kind_header)
        return replace(record, digest=order_digest(record))

    return read


def _items(layout: Layout, figures: LineFigures) -> _ReadCells:
    """Count the lines of each order; in a file of problem lines most of them are absent."""
    lines: dict[int, int] = {}
    discount_headers = layout.headers_of("desconto")

    def next_line(company: str, order: str) -> int:
        if layout.has_reasons:
            return 0
        key = hash((company, order))
        lines[key] = lines.get(key, 0) + 1
        return lines[key]

    def read(cells: Cells) -> ItemRecord:
        return read_item(cells, figures, next_line, discount_headers)

    return read


def _receivables(layout: Layout, figures: LineFigures) -> _ReadCells:
    seen: set[int] = set()

    def read(cells: Cells) -> ReceivableRecord:
        record = read_receivable(cells, figures)
        if _is_repeated((record.company, record.customer, record.number), seen):
            return replace(record, flags=_with(record.flags, "receivable_repeated"))
        return record

    return read


def _products(layout: Layout, figures: LineFigures) -> _ReadCells:
    seen: set[int] = set()

    def read(cells: Cells) -> ProductRecord:
        record = read_product(cells)
        if _is_repeated((record.company, record.code), seen):
            return replace(record, flags=_with(record.flags, "product_repeated"))
        return record

    return read


def _quotes(layout: Layout, figures: LineFigures) -> _ReadCells:
    return lambda cells: read_quote(cells, figures)


def _contacts(layout: Layout, figures: LineFigures) -> _ReadCells:
    return lambda cells: read_contact(cells, figures)


_READERS: Mapping[ImportKind, _MakeReader] = {
    ImportKind.CUSTOMERS: _customers,
    ImportKind.ORDERS: _orders,
    ImportKind.ITEMS: _items,
    ImportKind.RECEIVABLES: _receivables,
    ImportKind.PRODUCTS: _products,
    ImportKind.QUOTES: _quotes,
    ImportKind.CONTACTS: _contacts,
}


def _is_repeated(key: tuple[str, ...], seen: set[int]) -> bool:
    """Return whether an earlier line has a key, and remember it as 64 bits."""
    found = hash(key)
    if found in seen:
        return True
    seen.add(found)
    return False


def _with(flags: tuple[Message, ...], key: str) -> tuple[Message, ...]:
    return (*flags, Message.of(f"imports.{key}"))
