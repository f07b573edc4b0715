"""How a file writes its amounts and its days, told from its lines."""

from collections.abc import Iterable, Iterator, Sequence

import pyarrow.compute as pc

from cockpit.domain.import_sources import Container, DayOrder
from cockpit.imports import days, values
from cockpit.imports.blocks import Table
from cockpit.imports.headers import Layout
from cockpit.imports.rows import Row
from cockpit.imports.synonyms import SHEETS, Content
from cockpit.imports.values import DecimalMark

#: Part of the days that have to say that the month comes first; fewer are slips of the pen.
_FEWEST_MONTH_FIRST = 0.1


def decimal_mark_of(layout: Layout, rows: Sequence[Row], container: Container | None) -> str:
    """Return the decimal mark of a file's amounts, empty where its first rows do not tell.

    The numbers of a spreadsheet are handed over with a point, which says nothing of what people
    wrote into other cells as text.
    """
    places = _places(layout, Content.AMOUNT)
    texts = (row.cells[place] for row in rows for place in places if place < len(row.cells))
    if container is Container.CSV or container is None:
        return values.decimal_mark(texts) or ""
    texts = (text for text in texts if values.decimal_mark([text]) is not DecimalMark.POINT)
    return values.decimal_mark(texts) or ""


def day_order_of(layout: Layout, rows: Sequence[Row], table: Table) -> DayOrder:
    """Return whether a file's days come before their months.

    They do unless the file proves the contrary: no first part of a day is past 12 in the whole
    file, and a good many second ones are.
    """
    places = _places(layout, Content.DAY)
    first = {row.cells[place] for row in rows for place in places if place < len(row.cells)}
    if DayOrder.DAY_FIRST in map(days.own_day_order, first):
        return DayOrder.DAY_FIRST
    if not any(map(days.has_year_last, first)):
        return DayOrder.DAY_FIRST
    proving = total = 0
    for text in _different(table, places):
        own = days.own_day_order(text)
        if own is DayOrder.DAY_FIRST:
            return own
        total += days.has_year_last(text)
        proving += own is DayOrder.MONTH_FIRST
    is_proven = proving and proving >= _FEWEST_MONTH_FIRST * total
    return DayOrder.MONTH_FIRST if is_proven else DayOrder.DAY_FIRST


def _different(table: Table, places: Iterable[int]) -> Iterator[str]:
    """Yield the texts of some columns, those of one block once each."""
    for block in table.blocks():
        for place in places:
            if block.plain is not None:
                yield from pc.unique(block.plain.cells[place]).to_pylist()
            for row in block.rows:
                if place < len(row.cells):
                    yield row.cells[place]


def _places(layout: Layout, content: Content) -> list[int]:
    """Return the positions of columns with days or amounts, those of joined columns' parts too."""
    columns = SHEETS[layout.kind].columns
    found = [
        place
        for name, places in layout.columns.items()
        if columns[name].content is content
        for place in places
    ]
    return [
        place if place < layout.width else layout.joins[place - layout.width].places[0]
        for place in found
    ]
